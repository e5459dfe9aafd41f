"""The pictures: each a function from results to a Plotly figure, each in a file of its own.

A picture does not move. What moves in a notebook is a widget that draws the picture anew and passes
on what changed (`rolekit.widgets`).
"""

from rolekit.figures.advert_map import advert_map
from rolekit.figures.all_guesses import all_guesses
from rolekit.figures.coverage import coverage
from rolekit.figures.evidence_table import evidence_table
from rolekit.figures.facet_profile import facet_profile
from rolekit.figures.flips import flips
from rolekit.figures.gap_bars import gap_bars
from rolekit.figures.gap_rows import gap_rows
from rolekit.figures.guess_and_truth import guess_and_truth
from rolekit.figures.highlighted import highlighted
from rolekit.figures.how_sure import how_sure
from rolekit.figures.interests import interests
from rolekit.figures.landmarks import landmarks
from rolekit.figures.left_out import left_out
from rolekit.figures.move import move
from rolekit.figures.nearby import nearby
from rolekit.figures.pulls import pulls
from rolekit.figures.resembling import resembling
from rolekit.figures.role_differences import role_differences
from rolekit.figures.role_map import role_map
from rolekit.figures.room_facets import room_facets
from rolekit.figures.room_guesses import room_guesses
from rolekit.figures.room_map import room_map
from rolekit.figures.room_moves import room_moves
from rolekit.figures.room_pictures import room_pictures
from rolekit.figures.room_report import room_report
from rolekit.figures.room_strip import room_strip
from rolekit.figures.shown import Shown
from rolekit.figures.spectrum import spectrum
from rolekit.figures.team_coverage import team_coverage
from rolekit.figures.team_map import team_map
from rolekit.figures.timeline import timeline
from rolekit.figures.two_methods import two_methods
from rolekit.figures.two_roles import two_roles
from rolekit.figures.weights import weights
from rolekit.figures.where_you_sit import where_you_sit

__all__ = [
    "Shown",
    "advert_map",
    "all_guesses",
    "coverage",
    "evidence_table",
    "facet_profile",
    "flips",
    "gap_bars",
    "gap_rows",
    "guess_and_truth",
    "highlighted",
    "how_sure",
    "interests",
    "landmarks",
    "left_out",
    "move",
    "nearby",
    "pulls",
    "resembling",
    "role_differences",
    "role_map",
    "room_facets",
    "room_guesses",
    "room_map",
    "room_moves",
    "room_pictures",
    "room_report",
    "room_strip",
    "spectrum",
    "team_coverage",
    "team_map",
    "timeline",
    "two_methods",
    "two_roles",
    "weights",
    "where_you_sit",
]
