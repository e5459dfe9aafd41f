"""What the panels of every subject are made of, each script beside its module."""
