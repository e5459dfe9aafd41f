"""What of this subject can be moved; `rolekit.widgets` hands it on."""
