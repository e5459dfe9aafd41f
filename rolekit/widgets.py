"""What a participant moves: the widgets of the notebooks, each loaded when you ask for it.

The steps of notebooks 04 and 05 are in `rolekit.widgets.weather`.
"""

from rolekit.base.face import face

_HOMES = {
    "adverts.panels.advert_reader": "AdvertReader",
    "adverts.panels.compare_adverts": "CompareAdverts",
    "adverts.panels.rewrite_checklist": "RewriteChecklist",
    "base.ui.ticks": "Ticks",
    "cohort.panels.facilitator": "Facilitator Rehearsal",
    "cohort.panels.facilitator_card": "FacilitatorCard",
    "measure.panels.explorer": "Explorer",
    "measure.panels.keep_this": "KeepThis",
    "measure.panels.pairs_game": "PairsGame",
    "measure.panels.person": "Person",
    "measure.panels.then_and_now": "ThenAndNow",
    "measure.panels.why": "Flips GuessAndResult HowSure Pulls Resembles SecondLook",
    "path.panels.choose_path": "ChoosePath",
    "record.panels.paper_sheet": "PaperSheet",
    "team.panels.hire_guess": "Balanced Platform StartUp",
    "team.panels.team_composer": "TeamComposer",
    "titles.panels.guess_shares": "GuessShares",
    "titles.panels.role_explorer": "RoleExplorer",
}

__getattr__, __dir__, __all__ = face(__name__, _HOMES, {"weather": "weather.panels"})
