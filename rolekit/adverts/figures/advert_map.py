"""Adverts on the map: each a ring with its two bands."""

from collections.abc import Sequence

import plotly.graph_objects as go

from rolekit.adverts.reading import AdvertReading
from rolekit.base.plot.palette import TEXT
from rolekit.measure.figures.role_map import HEIGHT, error_bar, map_traces, on_map

FAR = 75  # points of lean beyond which there is no room for a name
SYMBOLS = ("circle-open", "square-open")


def advert_map(readings: Sequence[AdvertReading]) -> go.Figure:
    """Draw one advert, or two, among the roles.

    >>> [trace.name for trace in advert_map([]).data]
    ['roles', 'neighbours']
    """
    names = ["this advert"] if len(readings) == 1 else ["the first", "the second"]
    figure = go.Figure(map_traces(None)[:2])
    for reading, name, symbol in zip(readings, names, SYMBOLS, strict=False):
        figure.add_scatter(
            name=name,
            x=[reading.lean],
            y=[reading.depth],
            error_x=error_bar((reading.lean, reading.low, reading.high)),
            error_y=error_bar((reading.depth, reading.depth_low, reading.depth_high)),
            mode="markers+text",
            text=[f"<b>{name}</b>"],
            textposition=_outwards(reading.lean),
            marker={"size": 22, "symbol": symbol, "color": TEXT, "line": {"width": 4}},
            cliponaxis=False,
            hovertemplate=name + ": lean %{x:.0f}, machine learning %{y:.0f}<extra></extra>",
        )
    return on_map(figure, 2 * HEIGHT + 52)


def _outwards(lean: float) -> str:
    """Return a place for a name on the side away from the roles, unless it would leave the map."""
    to_the_right = (lean > 0) == (abs(lean) < FAR)
    return "top right" if to_the_right else "top left"
