"""What a participant moves: the widgets of the notebooks."""

from rolekit.widgets.explorer import Explorer
from rolekit.widgets.pairs_game import PairsGame
from rolekit.widgets.person import Person
from rolekit.widgets.why import Flips, GuessAndResult, HowSure, Pulls, Resembles, SecondLook

__all__ = [
    "Explorer",
    "Flips",
    "GuessAndResult",
    "HowSure",
    "PairsGame",
    "Person",
    "Pulls",
    "Resembles",
    "SecondLook",
]
