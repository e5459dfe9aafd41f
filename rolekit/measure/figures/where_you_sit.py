"""The signature picture: the spectrum strip over the map, on one lean axis."""

import plotly.graph_objects as go

from rolekit.base.plot import palette
from rolekit.measure.figures.role_map import DEPTH_AXIS, HEIGHT, LEAN_AXIS, map_traces
from rolekit.measure.figures.spectrum import BOTTOM, TOP, strip_traces
from rolekit.measure.placement import Placement

GAP = 6.0  # pixels between the strip and the map
# The traces that move with a person, here and in the twin of this module.
MOVING = ("band", "guess", "you", "depth unknown")


def where_you_sit(
    placement: Placement | None = None,
    guess: int | None = None,
    message: str = "",
    *,
    hover: bool = True,
) -> go.Figure:
    """Draw the strip over the map.

    `placement` is the person's place, or None where there is none yet; `guess` is where they put
    themselves before (points of lean); `message` is shown in place of a point. Without `hover` the
    roles say nothing yet, and the picture is there sooner.

    >>> where_you_sit().layout.xaxis.anchor
    'y2'
    """
    strip = strip_traces(placement, guess, message, hover)
    below = map_traces(placement, hover)
    figure = go.Figure(strip + [trace.update(yaxis="y2") for trace in below])
    plot = TOP - BOTTOM + GAP + HEIGHT
    margin = palette.TEMPLATE.layout.margin
    figure.update_layout(
        template=palette.TEMPLATE,
        autosize=True,
        height=plot + margin.t + margin.b,
        xaxis={**LEAN_AXIS, "anchor": "y2"},
        yaxis={"range": [BOTTOM, TOP], "domain": [(HEIGHT + GAP) / plot, 1], "visible": False},
        yaxis2={**DEPTH_AXIS, "domain": [0, HEIGHT / plot]},
    )
    return figure
