"""What a participant moves: the widgets of the notebooks."""

from rolekit.widgets.advert_reader import AdvertReader
from rolekit.widgets.choose_path import ChoosePath
from rolekit.widgets.compare_adverts import CompareAdverts
from rolekit.widgets.explorer import Explorer
from rolekit.widgets.facilitator import Facilitator, Rehearsal
from rolekit.widgets.guess_shares import GuessShares
from rolekit.widgets.hire_guess import Balanced, Platform, StartUp
from rolekit.widgets.pairs_game import PairsGame
from rolekit.widgets.paper_sheet import PaperSheet
from rolekit.widgets.person import Person
from rolekit.widgets.rewrite_checklist import RewriteChecklist
from rolekit.widgets.role_explorer import RoleExplorer
from rolekit.widgets.team_composer import TeamComposer
from rolekit.widgets.why import Flips, GuessAndResult, HowSure, Pulls, Resembles, SecondLook

__all__ = [
    "AdvertReader",
    "Balanced",
    "ChoosePath",
    "CompareAdverts",
    "Explorer",
    "Facilitator",
    "Flips",
    "GuessAndResult",
    "GuessShares",
    "HowSure",
    "PairsGame",
    "PaperSheet",
    "Person",
    "Platform",
    "Pulls",
    "Rehearsal",
    "Resembles",
    "RewriteChecklist",
    "RoleExplorer",
    "SecondLook",
    "StartUp",
    "TeamComposer",
]
