"""Skills one below the other: the frame of the pictures of notebook 06.

The names of skills are long and pages may be narrow, so a name is above its row and not beside
it. Vertically everything is measured in pixels below the top.
"""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from rolekit.base.plot.marks import WORDS
from rolekit.base.plot.palette import FAINT, TEMPLATE, TEXT
from rolekit.path.framework import load_levels

WIDTH = 34  # characters of a name on a line: what fits a telephone
LINE = 16  # pixels: the height of a line of text
MARKS = 20  # pixels: the height of a row of marks
TOP = 58  # pixels: the height of the words above the picture
GAP = 10  # pixels between two skills, or above a heading

Placed = tuple[list[float], go.Scatter, float]  # rows, words, height


def place_rows(groups: Sequence[tuple[str, Sequence[str]]], left: float) -> Placed:
    """Return the height of each row of marks, the words around them, and how high all is.

    `groups` are headings with the names of their rows, in which a line may be broken; `left` is
    where the words begin, in the units of the horizontal axis.

    >>> rows, words, height = place_rows([("New", ["Testing"])], left=0)
    >>> rows, height
    ([-46.0], 71.0)
    """
    rows, words, below = [], [], 0.0
    for heading, names in groups:
        lines = [(f"<b>{heading}</b>", True)] if heading else []
        for text, is_heading in [*lines, *((name, False) for name in names)]:
            for line in _lines(text):
                words.append((below + LINE / 2, line))
                below += LINE
            if not is_heading:
                rows.append(-(below + MARKS / 2))
                below += MARKS + GAP
            else:
                below += GAP / 2 - 1
        below += GAP / 2
    text = go.Scatter(
        x=[left] * len(words),
        y=[-y for y, _ in words],
        **WORDS,
        text=[word for _, word in words],
        textposition="middle right",
        textfont={"size": 12},
        showlegend=False,
    )
    return rows, text, below


def _lines(text: str) -> list[str]:
    return [line for part in text.split("\n") for line in wrap(part, WIDTH, break_on_hyphens=False)]


LEFT = -0.4  # the left end of the axis of levels: where the words begin
LEVELS_AXIS: dict[str, Any] = {
    "range": [LEFT, 4.35],
    "side": "top",
    "tickvals": list(range(5)),
    # On three lines, so that they do not meet on a narrow page.
    "ticktext": [
        "<br>".join([*" " * row, level.name.removesuffix(" yet"), *" " * (2 - row)])
        for level in load_levels()
        for row in [level.level % 3]
    ],
    "tickangle": 0,
    "ticklabeloverflow": "allow",
    "tickfont": {"size": 12},
    "showgrid": False,
    "zeroline": False,
}


NEEDED = {"size": 14, "symbol": "line-ns", "line": {"width": 4, "color": TEXT}}


def rails(rows: Sequence[float]) -> go.Scatter:
    """Return a faint tick for each level in each row: lines would run through the names.

    >>> len(rails([-46.0, -92.0]).x)
    10
    """
    return go.Scatter(
        name="levels",
        x=LEVELS_AXIS["tickvals"] * len(rows),
        y=[row for row in rows for _ in LEVELS_AXIS["tickvals"]],
        mode="markers",
        marker={"size": 10, "symbol": "line-ns", "line": {"width": 1.5, "color": FAINT}},
        hoverinfo="skip",
        showlegend=False,
    )


def levels(
    name: str,
    at: Sequence[float | None],
    rows: Sequence[float],
    marker: dict[str, object],
    told: Sequence[str],
) -> go.Scatter:
    """Return a mark in each row, which says when it is pointed at what is told of it.

    >>> levels("needed", [3], [-46.0], NEEDED, ["Testing"]).x
    (3,)
    """
    return go.Scatter(
        name=name,
        x=at,
        y=rows,
        mode="markers",
        marker=marker,
        customdata=told,
        hovertemplate="%{customdata}<extra></extra>",
    )


def frame(figure: go.Figure, height: float, top: int = TOP, bottom: int = 40) -> go.Figure:
    """Give a figure the size, the axes and the legend of these pictures."""
    figure.update_layout(
        template=TEMPLATE,
        autosize=True,
        height=round(height + top + bottom),
        margin={"l": 8, "r": 22, "t": top, "b": bottom},
        showlegend=True,
        # At the foot of the whole: Plotly may leave it where a lower chart ended.
        legend={"orientation": "h", "yref": "container", "y": 0, "yanchor": "bottom", "x": 0},
    )
    figure.update_yaxes(range=[-height, 0], visible=False)
    return figure
