"""Adverts on the map: each a ring with its two bands."""

from collections.abc import Sequence

import plotly.graph_objects as go

from rolekit.adverts.reading import AdvertReading
from rolekit.base.plot.marks import error_bars
from rolekit.base.plot.palette import TEXT
from rolekit.measure.figures.role_map import BARS, HEIGHT, Mark, among_roles, on_map

RING = 22  # pixels: the size of an advert's mark
ALONG = 12  # parts of an advert's lines, each of which is kept clear of names
SYMBOLS = ("circle-open", "square-open")


def advert_map(readings: Sequence[AdvertReading]) -> go.Figure:
    """Draw one advert, or two, among the roles.

    >>> [trace.name for trace in advert_map([]).data]
    ['roles', 'neighbours']
    """
    names = ["this advert"] if len(readings) == 1 else ["the first", "the second"]
    rings = [(r.lean, r.depth, RING, name) for r, name in zip(readings, names, strict=False)]
    traces, anchors = among_roles([*rings, *(part for r in readings for part in _lines(r))])
    figure = go.Figure(traces)
    for reading, name, symbol, anchor in zip(readings, names, SYMBOLS, anchors, strict=False):
        figure.add_scatter(
            name=name,
            x=[reading.lean],
            y=[reading.depth],
            error_x=error_bars([(reading.lean, reading.low, reading.high)], **BARS),
            error_y=error_bars([(reading.depth, reading.depth_low, reading.depth_high)], **BARS),
            mode="markers+text",
            text=[f"<b>{name}</b>"],
            textposition=anchor,
            marker={"size": RING, "symbol": symbol, "color": TEXT, "line": {"width": 4}},
            cliponaxis=False,
            hovertemplate=name + ": lean %{x:.0f}, machine learning %{y:.0f}<extra></extra>",
        )
    return on_map(figure, 2 * HEIGHT + 52)


def _lines(reading: AdvertReading) -> list[Mark]:
    """Return the parts of the lines through an advert's ring."""
    steps = [step / ALONG for step in range(ALONG + 1)]
    across, up = reading.high - reading.low, reading.depth_high - reading.depth_low
    return [
        *((reading.low + step * across, reading.depth, 5.0, "") for step in steps),
        *((reading.lean, reading.depth_low + step * up, 5.0, "") for step in steps),
    ]
