"""Three ways to be unsure, as three rows of twenty dots on one line.

Each dot is a place where a person may just as well be. What differs between the rows is what could
have been otherwise: the kinds of work that were asked about, what each of them counts, and how many
answers there are.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from textwrap import wrap

import plotly.graph_objects as go

from rolekit.base.plot.marks import LEAN, name_across
from rolekit.base.plot.palette import OUTLINE, POLE_COLOURS, TEMPLATE, TEXT
from rolekit.measure.figures.spectrum import BIN, DOT, REACH

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
    # Long: one picture is declared trace by trace, in the order in which they lie on each other.
    figure = go.Figure()
    for i, (name, leans) in enumerate(rows.items()):
        foot = -ROW * i
        dots = _columns(_quantiles(leans))
        figure.add_scatter(
            name=name,
            x=[x for x, _ in dots],
            y=[foot + y for _, y in dots],
            mode="markers",
            marker={
                "size": DOT,
                "color": [POLE_COLOURS["engineering" if x > 0 else "analytics"] for x, _ in dots],
                "line": {"width": 1, "color": OUTLINE},
            },
            hoverinfo="skip",
        )
        title = "<br>".join(wrap(name, LETTERS))
        figure.add_scatter(
            x=[-REACH], y=[foot + NAME], mode="text", text=[f"<b>{title}</b>"],
            textposition="middle right", hoverinfo="skip",
        )  # fmt: skip
        figure.add_scatter(
            x=[-100, 100], y=[foot, foot], mode="lines", line={"color": TEXT, "width": 1},
            hoverinfo="skip",
        )  # fmt: skip
        figure.add_scatter(
            x=[0, 0], y=[foot - 6, foot + 6], mode="lines", line={"color": TEXT, "width": 2},
            hoverinfo="skip",
        )  # fmt: skip
        figure.add_scatter(
            x=[lean], y=[foot], mode="markers", hovertemplate="you: %{x:.0f}<extra></extra>",
            marker={
                "symbol": "triangle-up",
                "size": 12,
                "color": "#ffffff",
                "line": {"width": 2, "color": OUTLINE},
            },
        )  # fmt: skip
    height = ROW * len(rows) + 44
    figure.update_layout(
        template=TEMPLATE, height=height, margin={"t": 4, "b": 40, "l": 10, "r": 10}
    )
    figure.update_xaxes(
        range=[-REACH, REACH],
        tickvals=[-100, -50, 0, 50, 100],
        ticktext=["100", "50", "0", "50", "100"],
        zeroline=False,
    )
    name_across(figure, LEAN)
    figure.update_yaxes(range=[-ROW * (len(rows) - 1) - 14, ROW - 10], visible=False)
    return figure


def _columns(leans: Sequence[float]) -> list[tuple[float, float]]:
    """Return (lean, pixels above the line) of each dot; dots of one bin stand on each other."""
    bins = [math.floor(lean / BIN) for lean in leans]
    step = min(DOT, HIGHEST / max(Counter(bins).values()))
    below = [bins[:i].count(bin) for i, bin in enumerate(bins)]
    return [(BIN * (bin + 0.5), 8 + step * n) for bin, n in zip(bins, below, strict=True)]


def _quantiles(values: Sequence[float]) -> tuple[float, ...]:
    """Return the quantiles at 2.5 %, 7.5 % ... 97.5 %, as a placement's dots are."""
    ordered, last = sorted(values), len(values) - 1
    return tuple(ordered[round(last * (i + 0.5) / DOTS)] for i in range(DOTS))
