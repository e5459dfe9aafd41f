"""What a participant moves: the widgets of the notebooks."""

from rolekit.widgets.explorer import Explorer
from rolekit.widgets.guess_shares import GuessShares
from rolekit.widgets.role_explorer import RoleExplorer

__all__ = ["Explorer", "GuessShares", "RoleExplorer"]
