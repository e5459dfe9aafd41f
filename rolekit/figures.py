"""The pictures: each a function from results to a Plotly figure.

A picture does not move. In a notebook a widget redraws it and passes on what changed
(`rolekit.widgets`). A picture's subject loads when you ask for the picture. The weather's pictures
are in `rolekit.figures.weather`.
"""

from rolekit.base.face import face

# Most are in a module of their name.
_FIGURES = {
    "adverts": "advert_map highlighted",
    "card": "by_source coverage evidence_table landmarks left_out weights",
    "cohort": "room_facets room_guesses room_map room_moves room_strip",
    "measure": "facet_profile flips how_sure pulls resembling role_map spectrum two_methods "
    "where_you_sit",
    "path": "gap_rows move nearby timeline",
    "team": "gap_bars team_coverage team_map",
    "titles": "interests language_models role_differences two_roles",
}
_HOMES = {
    "base.ui.picture": "Picture",
    "cohort.panels.room_pictures": "room_pictures",
    "cohort.panels.room_report": "room_report",
    "titles.figures.guesses": "all_guesses guess_and_truth",
    **{f"{of}.figures.{one}": one for of, names in _FIGURES.items() for one in names.split()},
}

__getattr__, __dir__, __all__ = face(__name__, _HOMES, {"weather": "weather.figures"})
