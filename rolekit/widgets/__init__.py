"""What a participant moves: the widgets of the notebooks."""

from rolekit.widgets.choose_path import ChoosePath
from rolekit.widgets.explorer import Explorer

__all__ = ["ChoosePath", "Explorer"]
