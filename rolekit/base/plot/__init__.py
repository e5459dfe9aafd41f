"""What the figures of every subject are made of."""
