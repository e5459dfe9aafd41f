"""What a participant moves: the widgets of the notebooks."""

from rolekit.widgets.explorer import Explorer

__all__ = ["Explorer"]
