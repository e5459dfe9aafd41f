"""Enjoyment as a picture: what you said you like, beside what you liked doing."""

from collections.abc import Sequence

import plotly.graph_objects as go

from rolekit.base.plot.figure import Spec
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
    return go.Figure(enjoyed_spec(likings))


def enjoyed_spec(likings: Sequence[Liking]) -> Spec:
    """Return the same as plain data."""
    facets = {facet.id: facet.name for facet in load_instrument().facets}
    names = [f"{facets[one.moment.facet]}<br>({one.moment.part})" for one in likings]
    data: list[dict[str, object]] = [
        {
            "type": "scatter",
            "x": [one.said, one.liked],
            "y": [name, name],
            **GUIDE,
            "line": {"color": TEXT, "width": 2},
            "showlegend": False,
        }
        for name, one in zip(names, likings, strict=True)
        if one.said is not None and one.liked is not None
    ]
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
        data.append(
            {
                "type": "scatter",
                "name": kind,
                "x": [value for value, _ in shown],
                "y": [name for _, name in shown],
                "mode": "markers",
                "marker": outlined(colour, symbol=symbol, size=14),
                "hovertemplate": f"%{{y}}: %{{x:.0f}}, {kind}<extra></extra>",
            }
        )
    order = {"categoryorder": "array", "categoryarray": list(reversed(names))}
    return {
        "data": data,
        "layout": {**framed(340, l=94, b=34), "xaxis": OF_100, "yaxis": order},
    }
