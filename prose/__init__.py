"""The check of prose: `python -m prose.check`."""
