"""The pictures of this subject; `rolekit.figures` hands them on."""
