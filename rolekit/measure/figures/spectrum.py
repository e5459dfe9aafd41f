"""The spectrum strip: one line from analytics to engineering, and where a person stands on it.

Above the line stand twenty dots, equally likely places of the person: the band, in a form that can
be counted ("17 of the 20 dots are on the engineering side"). Below it stand the four core roles.

Vertically the strip is measured in pixels above the middle of the line: dots are stacked.
"""

from __future__ import annotations

import math

import plotly.graph_objects as go

from rolekit.base.plot.labels import CHARACTER, rows
from rolekit.base.plot.palette import GUESS, MIDDLE, OUTLINE, PERSON, POLE_COLOURS, TEMPLATE
from rolekit.measure.placement import Placement
from rolekit.measure.roles import roles

WIDTHS = (270.0, 480.0, 760.0)  # pixels: narrow and wide plots, for which labels are laid out
REACH = 106.0  # points of lean shown on either side of the middle
TOP, BOTTOM = 74.0, -68.0  # pixels above and below the middle of the line
LINE = 5.0  # pixels: half the height of the line
DOT = 8.0  # pixels: the size of a dot, and so the height of a step in a stack
BIN = 2.5  # points of lean that share a stack
HIGHEST = 6  # dots in a stack: what the narrowest band needs
FIRST_ROW, ROW = -44.0, 15.0  # pixels: the first row of role names, and the height of a row


def spectrum(
    placement: Placement | None = None, guess: int | None = None, message: str = ""
) -> go.Figure:
    """Draw the strip.

    `placement` is the person's place, or None where there is none yet; `guess` is where they put
    themselves before (points of lean); `message` is shown in place of a point.

    >>> len(spectrum().data)
    7
    """
    figure = go.Figure(strip_traces(placement, guess, message))
    figure.update_layout(
        template=TEMPLATE, autosize=True, height=TOP - BOTTOM + 20, margin={"t": 10, "b": 10}
    )
    figure.update_xaxes(range=[-REACH, REACH], visible=False)
    figure.update_yaxes(range=[BOTTOM, TOP], visible=False)
    return figure


def strip_traces(
    placement: Placement | None, guess: int | None, message: str
) -> list[go.BaseTraceType]:
    """Return the traces of the strip, always the same ones in the same order."""
    # Long: one picture is declared trace by trace, in the order in which they lie on each other.
    landmarks = [role for role in roles() if role.core]
    # The names end at their marks on the left and begin there on the right, so that the two sides
    # keep apart on a narrow page too.
    row = rows(
        [
            role.lean / (2 * REACH) * min(WIDTHS)
            + math.copysign(CHARACTER * len(role.name) / 2, role.lean)
            for role in landmarks
        ],
        [role.name for role in landmarks],
    )
    dots = _stacked(placement.dots) if placement else []
    return [
        go.Heatmap(
            name="line",
            x=[-100 + 2 * i for i in range(101)],
            y=[-LINE, LINE],
            z=[[i - 49.5 for i in range(100)]],
            colorscale=[
                [0, POLE_COLOURS["analytics"]],
                [0.5, MIDDLE],
                [1, POLE_COLOURS["engineering"]],
            ],
            showscale=False,
            hoverinfo="skip",
        ),
        go.Scatter(
            name="ends",
            x=[-100, 100],
            y=[-4.2 * LINE] * 2,  # below the words beside a guess
            mode="text",
            text=["<b>analytics</b>", "<b>engineering</b>"],
            textposition=["bottom right", "bottom left"],
            hoverinfo="skip",
        ),
        go.Scatter(
            name="roles",
            x=[role.lean for role in landmarks],
            y=[0] * len(landmarks),
            mode="markers",
            marker={
                "symbol": "line-ns",
                "size": 2 * LINE,
                "line": {
                    "width": 3,
                    "color": OUTLINE,
                },
            },
            hovertemplate="%{text}<extra></extra>",
            text=[_landmark(role.name, role.lean, role.low, role.high) for role in landmarks],
        ),
        go.Scatter(
            name="role names",
            x=[role.lean for role in landmarks],
            y=[FIRST_ROW - ROW * r for r in row],
            mode="text",
            text=[role.name for role in landmarks],
            textposition=["middle right" if r.lean > 0 else "middle left" for r in landmarks],
            textfont={"size": 12},
            hoverinfo="skip",
        ),
        go.Scatter(
            name="band",
            x=[x for x, _ in dots],
            y=[y for _, y in dots],
            mode="markers",
            marker={
                "size": DOT,
                "color": [POLE_COLOURS["engineering" if x > 0 else "analytics"] for x, _ in dots],
                "line": {"width": 1, "color": OUTLINE},
            },
            hoverinfo="skip",
        ),
        go.Scatter(
            name="guess",
            x=[] if guess is None else [guess],
            y=[] if guess is None else [-LINE - 8],
            mode="markers+text",
            marker={
                "symbol": "triangle-up",
                "size": 13,
                "color": GUESS,
                "line": {"width": 1, "color": OUTLINE},
            },
            text=["your guess"],
            textposition="middle right" if guess is None or guess < 40 else "middle left",
            hovertemplate="your guess: %{x}<extra></extra>",
        ),
        go.Scatter(
            name="you",
            x=[placement.lean if placement else 0, placement.lean if placement else 0],
            y=[0, max(y for _, y in dots) + 15] if placement else [TOP / 2] * 2,
            mode="markers+text",
            marker={
                "size": [20, 0] if placement else [0, 0],
                "opacity": 1,  # Plotly makes marks of several sizes translucent
                "color": PERSON,
                "line": {"width": 3, "color": OUTLINE},
            },
            text=["", "<b>you</b>"] if placement else ["", message],
            textposition="middle center",
            cliponaxis=False,  # above the highest stack, and at the ends of the line
            hovertemplate="you: %{x:.0f}<extra></extra>" if placement else None,
            hoverinfo=None if placement else "skip",
        ),
    ]


def _stacked(dots: tuple[float, ...]) -> list[tuple[float, float]]:
    """Return (lean, pixels above the line) of each dot; dots of one bin stand on each other."""
    heights: dict[int, int] = {}
    stacked = []
    for dot in dots:
        # Bins begin at 0, so that no stack stands astride the middle.
        bin = min(int(dot // BIN), int(100 // BIN) - 1)
        # Places past an end of the line all count as its end, more than one stack can hold.
        while heights.get(bin) == HIGHEST:
            bin += 1 if bin < 0 else -1
        heights[bin] = heights.get(bin, 0) + 1
        stacked.append((BIN * (bin + 0.5), 12 + DOT * (heights[bin] - 0.5)))
    return stacked


def _landmark(name: str, lean: float, low: float, high: float) -> str:
    return f"{name}: {lean:.0f} ({low:.0f} to {high:.0f})"
