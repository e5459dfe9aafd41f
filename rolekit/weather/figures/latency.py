"""A load as a picture: how long each answer took, while the requests came."""

from collections.abc import Sequence

import plotly.graph_objects as go

from rolekit.base.plot.marks import outlined
from rolekit.base.plot.palette import LEGEND, POLE_COLOURS, TEMPLATE, TEXT
from rolekit.weather.load import Answer, summarise


def latency(answers: Sequence[Answer]) -> go.Figure:
    """Draw milliseconds by second of the load, refusals with a mark of their own.

    >>> [trace.name for trace in latency([Answer(0.1, 4.0, 200)]).data]
    ['answered', 'refused', 'failed', 'p50', 'p99']
    """
    figure = go.Figure()
    kinds = (
        ("answered", "analytics", "circle"),
        ("refused", "engineering", "diamond"),
        ("failed", "machine_learning", "x"),
    )
    for name, colour, symbol in kinds:
        mine = [one for one in answers if one.outcome == name]
        figure.add_scatter(
            name=name,
            x=[one.at for one in mine],
            y=[one.milliseconds for one in mine],
            mode="markers",
            marker=outlined(POLE_COLOURS[colour], 0.5, symbol=symbol, size=7),
            hovertemplate=f"{name} after %{{y:.1f}} ms<extra></extra>",
        )
    found = summarise(list(answers))
    last = max((one.at for one in answers), default=1.0)
    for name, value, dash in (("p50", found.p50, "solid"), ("p99", found.p99, "dot")):
        figure.add_scatter(
            name=name,
            x=[0, last],
            y=[value, value],
            mode="lines",
            line={"color": TEXT, "dash": dash, "width": 2},
            hovertemplate=f"{name}: {value:.1f} ms<extra></extra>",
        )
    figure.update_layout(
        template=TEMPLATE, height=300, margin={"t": 40, "l": 56, "b": 46}, **LEGEND
    )
    figure.update_xaxes(title="seconds since the load began", rangemode="tozero")
    figure.update_yaxes(title="milliseconds", rangemode="tozero")
    return figure
