"""The pictures: each a function from results to a Plotly figure.

A picture does not move. In a notebook a widget redraws it and passes on what changed
(`rolekit.widgets`). A picture's subject loads when you ask for the picture. The weather's pictures
are in `rolekit.figures.weather`.
"""

from rolekit.base.face import face

_HOMES = {
    "adverts.figures.advert_map": "advert_map",
    "adverts.figures.highlighted": "highlighted",
    "base.ui.picture": "Picture",
    "card.figures.by_source": "by_source",
    "card.figures.coverage": "coverage",
    "card.figures.evidence_table": "evidence_table",
    "card.figures.landmarks": "landmarks",
    "card.figures.left_out": "left_out",
    "card.figures.weights": "weights",
    "cohort.figures.room_facets": "room_facets",
    "cohort.figures.room_guesses": "room_guesses",
    "cohort.figures.room_map": "room_map",
    "cohort.figures.room_moves": "room_moves",
    "cohort.figures.room_strip": "room_strip",
    "cohort.panels.room_pictures": "room_pictures",
    "cohort.panels.room_report": "room_report",
    "measure.figures.facet_profile": "facet_profile",
    "measure.figures.flips": "flips",
    "measure.figures.how_sure": "how_sure",
    "measure.figures.pulls": "pulls",
    "measure.figures.resembling": "resembling",
    "measure.figures.role_map": "role_map",
    "measure.figures.spectrum": "spectrum",
    "measure.figures.two_methods": "two_methods",
    "measure.figures.where_you_sit": "where_you_sit",
    "path.figures.gap_rows": "gap_rows",
    "path.figures.move": "move",
    "path.figures.nearby": "nearby",
    "path.figures.timeline": "timeline",
    "team.figures.gap_bars": "gap_bars",
    "team.figures.team_coverage": "team_coverage",
    "team.figures.team_map": "team_map",
    "titles.figures.guesses": "all_guesses guess_and_truth",
    "titles.figures.interests": "interests",
    "titles.figures.language_models": "language_models",
    "titles.figures.role_differences": "role_differences",
    "titles.figures.two_roles": "two_roles",
}

__getattr__, __dir__, __all__ = face(__name__, _HOMES, {"weather": "weather.figures"})
