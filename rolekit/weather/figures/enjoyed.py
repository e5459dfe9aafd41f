"""Enjoyment as a picture: what you said you like, beside what you liked doing."""

from collections.abc import Sequence

import plotly.graph_objects as go

from rolekit.base.plot.marks import GUIDE, OF_100, outlined
from rolekit.base.plot.palette import GUESS, POLE_COLOURS, TEXT, framed
from rolekit.record.instrument import load_instrument
from rolekit.weather.enjoyment import Liking


def enjoyed(likings: Sequence[Liking]) -> go.Figure:
    """Draw two marks a moment, 0-100: the facet's answer and the moment's rating.

    >>> from rolekit.weather.enjoyment import compare
    >>> [trace.name for trace in enjoyed(compare({"look": 80})).data][-2:]
    ['what you said you like', 'what you liked doing']
    """
    facets = {facet.id: facet.name for facet in load_instrument().facets}
    names = [f"{facets[one.moment.facet]} ({one.moment.part})" for one in likings]
    figure = go.Figure()
    for name, one in zip(names, likings, strict=True):
        if one.said is not None and one.liked is not None:
            figure.add_scatter(
                x=[one.said, one.liked],
                y=[name, name],
                **GUIDE,
                line={"color": TEXT, "width": 2},
                showlegend=False,
            )
    for kind, colour, symbol, values in (
        ("what you said you like", GUESS, "triangle-up", [one.said for one in likings]),
        (
            "what you liked doing",
            POLE_COLOURS["machine_learning"],
            "circle",
            [one.liked for one in likings],
        ),
    ):
        shown = [(v, n) for v, n in zip(values, names, strict=True) if v is not None]
        figure.add_scatter(
            name=kind,
            x=[value for value, _ in shown],
            y=[name for _, name in shown],
            mode="markers",
            marker=outlined(colour, symbol=symbol, size=14),
            hovertemplate=f"%{{y}}: %{{x:.0f}}, {kind}<extra></extra>",
        )
    figure.update_layout(**framed(310, l=170, b=34))
    figure.update_xaxes(**OF_100)
    figure.update_yaxes(categoryorder="array", categoryarray=list(reversed(names)))
    return figure
