"""What every subject may use."""
