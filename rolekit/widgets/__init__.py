"""What a participant moves: the widgets of the notebooks."""

from rolekit.widgets.explorer import Explorer
from rolekit.widgets.guess_shares import GuessShares
from rolekit.widgets.pairs_game import PairsGame
from rolekit.widgets.person import Person
from rolekit.widgets.role_explorer import RoleExplorer
from rolekit.widgets.why import Flips, GuessAndResult, HowSure, Pulls, Resembles, SecondLook

__all__ = [
    "Explorer",
    "Flips",
    "GuessAndResult",
    "GuessShares",
    "HowSure",
    "PairsGame",
    "Person",
    "Pulls",
    "Resembles",
    "RoleExplorer",
    "SecondLook",
]
