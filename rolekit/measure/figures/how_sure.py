"""Three ways to be unsure, as three rows of twenty dots on one line.

Each dot is a position where a person could plausibly sit. What differs between the rows is what
could have been otherwise: the kinds of work that were asked about, what each of them counts, and
how many answers there are.
"""

import math
from collections.abc import Mapping, Sequence
from textwrap import wrap

import plotly.graph_objects as go

from rolekit.base.plot.marks import (
    BIN,
    DOT,
    GUIDE,
    LEAN,
    WORDS,
    dots,
    name_across,
    outlined,
    stacked,
)
from rolekit.base.plot.palette import PERSON, TEMPLATE, TEXT
from rolekit.base.sentences import where
from rolekit.measure.figures.role_map import LEAN_TICKS
from rolekit.measure.figures.spectrum import REACH

ROW = 96.0  # pixels a row: its name, and the highest column above its line
NAME = 72.0  # pixels above the line of a row at which its name stands
HIGHEST = 48.0  # pixels: the height of the highest column, in which dots may overlap
DOTS = 20
LETTERS = 32  # in a line of a row's name: what fits a telephone


def how_sure(rows: Mapping[str, Sequence[float]], lean: float) -> go.Figure:
    """Draw a row of twenty dots for each of several distributions of lean.

    `rows` maps what could have been otherwise to leans (points, -100..100), of which the dots are
    quantiles; `lean` is the person's, marked in every row.

    >>> figure = how_sure({"other work": [1.0, 2.0, 3.0]}, 2.0)
    >>> len(figure.data[0].x)
    20
    """
    figure = go.Figure()
    for i, (name, leans) in enumerate(rows.items()):
        foot = -ROW * i
        places = [(x, foot + y) for x, y in _columns(_quantiles(leans))]
        figure.add_scatter(name=name, **dots(places, DOT))
        figure.add_scatter(
            x=[-REACH],
            y=[foot + NAME],
            **WORDS,
            text=[f"<b>{'<br>'.join(wrap(name, LETTERS))}</b>"],
            textposition="middle right",
        )
        figure.add_scatter(x=[-100, 100], y=[foot, foot], **GUIDE, line={"color": TEXT, "width": 1})
        tick = {"x": [0, 0], "y": [foot - 6, foot + 6]}
        figure.add_scatter(**tick, **GUIDE, line={"color": TEXT, "width": 2})
        figure.add_scatter(
            x=[lean],
            y=[foot],
            mode="markers",
            hovertemplate=f"you: {where(lean)}<extra></extra>",
            marker=outlined(PERSON, 2, symbol="triangle-up", size=12),
        )
    height = ROW * len(rows) + 44
    figure.update_layout(
        template=TEMPLATE, height=height, margin={"t": 4, "b": 40, "l": 10, "r": 10}
    )
    figure.update_xaxes(**LEAN_TICKS, zeroline=False)
    name_across(figure, LEAN)
    figure.update_yaxes(range=[-ROW * (len(rows) - 1) - 14, ROW - 10], visible=False)
    return figure


def _columns(leans: Sequence[float]) -> list[tuple[float, float]]:
    """Return (lean, pixels above the line) of each dot; dots of one bin stand on each other."""
    places = stacked(math.floor(lean / BIN) for lean in leans)
    step = min(DOT, HIGHEST / max(below + 1 for _, below in places))
    return [(x, 8 + step * below) for x, below in places]


def _quantiles(values: Sequence[float]) -> tuple[float, ...]:
    """Return the quantiles at 2.5 %, 7.5 % ... 97.5 %, as a placement's dots are."""
    ordered, last = sorted(values), len(values) - 1
    return tuple(ordered[round(last * (i + 0.5) / DOTS)] for i in range(DOTS))
