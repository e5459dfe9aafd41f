"""What a participant moves: the widgets of the notebooks."""

from rolekit.widgets.choose_path import ChoosePath
from rolekit.widgets.explorer import Explorer
from rolekit.widgets.facilitator import Facilitator, Rehearsal
from rolekit.widgets.guess_shares import GuessShares
from rolekit.widgets.pairs_game import PairsGame
from rolekit.widgets.paper_sheet import PaperSheet
from rolekit.widgets.person import Person
from rolekit.widgets.role_explorer import RoleExplorer
from rolekit.widgets.why import Flips, GuessAndResult, HowSure, Pulls, Resembles, SecondLook

__all__ = [
    "ChoosePath",
    "Explorer",
    "Facilitator",
    "Flips",
    "GuessAndResult",
    "GuessShares",
    "HowSure",
    "PairsGame",
    "PaperSheet",
    "Person",
    "Pulls",
    "Rehearsal",
    "Resembles",
    "RoleExplorer",
    "SecondLook",
]
