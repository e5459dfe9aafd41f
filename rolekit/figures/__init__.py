"""The pictures: each a function from results to a Plotly figure, each in a file of its own.

A picture does not move. What moves in a notebook is a widget that draws the picture anew and passes
on what changed (`rolekit.widgets`).
"""

from rolekit.figures.facet_profile import facet_profile
from rolekit.figures.role_map import role_map
from rolekit.figures.spectrum import spectrum
from rolekit.figures.where_you_sit import where_you_sit

__all__ = ["facet_profile", "role_map", "spectrum", "where_you_sit"]
