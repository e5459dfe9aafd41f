"""The spectrum strip: one line from analytics to engineering, and where a person sits on it.

Twenty dots above the line are equally likely positions of the person: the band, in a form that can
be counted ("17 of the 20 dots are on the engineering side"). On it are the roles. The four core
roles have their names below it; the others are smaller, hollow if only adverts tell of them, and
are named on the map, which has room for ten names.

Vertically the strip is measured in pixels above the middle of the line: dots are stacked.
"""

import math

import plotly.graph_objects as go

from rolekit.base.plot import palette
from rolekit.base.plot.labels import CHARACTER, rows
from rolekit.base.plot.marks import BIN, DOT, WORDS, bin_of, dots, outlined, stacked
from rolekit.base.plot.palette import GUESS, MIDDLE, OUTLINE, PERSON, POLE_COLOURS
from rolekit.measure.placement import Placement
from rolekit.measure.roles import roles
from rolekit.record.instrument import SIDES

# Pixels: narrow and wide plots, for which labels are laid out.
WIDTHS = (270.0, 330.0, 480.0, 760.0, 1220.0)
REACH = 106.0  # points of lean shown on either side of the middle
TOP, BOTTOM = 74.0, -68.0  # pixels above and below the middle of the line
LINE = 5.0  # pixels: half the height of the line
HIGHEST = 6  # dots in a stack: what the narrowest band needs
# What the twin of this module draws with as well; the colours of the two sides, from left to right.
RULES = {
    "bin": BIN,
    "dot": DOT,
    "highest": HIGHEST,
    "line": LINE,
    "top": TOP,
    "sides": [POLE_COLOURS[side] for side in SIDES],
}
SILENT = {"hoverinfo": "skip"}  # a mark that says nothing
FIRST_ROW, ROW = -45.0, 15.0  # pixels: the first row of role names, and the height of a row


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
        template=palette.TEMPLATE,
        autosize=True,
        height=TOP - BOTTOM + 20,
        margin={"t": 10, "b": 10},
    )
    figure.update_xaxes(range=[-REACH, REACH], visible=False)
    figure.update_yaxes(range=[BOTTOM, TOP], visible=False)
    return figure


def strip_traces(
    placement: Placement | None, guess: int | None, message: str, hover: bool = True
) -> "list[go.BaseTraceType]":
    """Return the traces of the strip, always the same ones in the same order.

    Without `hover` the roles say nothing yet: that needs their intervals, which take a while to be
    drawn.
    """
    band = _stacked(placement.dots) if placement else []
    return [
        *_line(hover),
        go.Scatter(name="band", **dots(band, DOT)),
        _guess(guess),
        _person(placement, band, message),
    ]


def _line(hover: bool) -> "list[go.BaseTraceType]":
    """Return the line, what its ends are called, and the core roles below it."""
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
            y=[-4.5 * LINE] * 2,  # below the words beside a guess
            **WORDS,
            text=["<b>analytics</b>", "<b>engineering</b>"],
            textposition=["bottom right", "bottom left"],
        ),
        go.Scatter(
            name="roles",
            x=[role.lean for role in roles()],
            y=[0] * len(roles()),
            mode="markers",
            marker={
                "symbol": ["diamond-open" if r.adverts_only else "line-ns" for r in roles()],
                "size": [2 * LINE if role.core else 0.7 * 2 * LINE for role in roles()],
                "color": OUTLINE,
                "opacity": 1,
                "line": {"width": [3 if role.core else 1 for role in roles()], "color": OUTLINE},
            },
            **(_landmarks_told() if hover else SILENT),
        ),
        go.Scatter(
            name="role names",
            x=[role.lean for role in landmarks],
            y=[FIRST_ROW - ROW * r for r in row],
            **WORDS,
            text=[role.name for role in landmarks],
            textposition=["middle right" if r.lean > 0 else "middle left" for r in landmarks],
            textfont={"size": 12},
        ),
    ]


def _guess(guess: int | None) -> go.Scatter:
    return go.Scatter(
        name="guess",
        x=[] if guess is None else [guess],
        y=[] if guess is None else [-LINE - 10],
        mode="markers+text",
        marker=outlined(GUESS, symbol="triangle-up", size=13),
        text=["your guess"],
        textposition="middle right" if guess is None or guess < 40 else "middle left",
        hovertemplate="your guess: %{x}<extra></extra>",
    )


def _person(
    placement: Placement | None, band: list[tuple[float, float]], message: str
) -> go.Scatter:
    return go.Scatter(
        name="you",
        x=[placement.lean if placement else 0] * 2,
        y=[0, max(y for _, y in band) + 15] if placement else [TOP / 2] * 2,
        mode="markers+text",
        marker=outlined(PERSON, 3, size=[20, 0] if placement else [0, 0]),
        text=["", "<b>you</b>"] if placement else ["", message],
        textposition="middle center",
        cliponaxis=False,  # above the highest stack, and at the ends of the line
        hovertemplate="you: %{x:.0f}<extra></extra>" if placement else None,
        hoverinfo=None if placement else "skip",
    )


def _stacked(dots: tuple[float, ...]) -> list[tuple[float, float]]:
    """Return (lean, pixels above the line) of each dot; dots of one bin stand on each other."""
    bins: list[int] = []
    for dot in dots:
        bin = bin_of(dot)
        # Places past an end of the line all count as its end, more than one stack can hold.
        while bins.count(bin) == HIGHEST:
            bin += 1 if bin < 0 else -1
        bins.append(bin)
    return [(x, 12 + DOT * (below + 0.5)) for x, below in stacked(bins)]


def _landmarks_told() -> dict[str, object]:
    told = [f"{r.said}: {r.lean:.0f} ({r.low:.0f} to {r.high:.0f})" for r in roles()]
    return {"text": told, "hovertemplate": "%{text}<extra></extra>"}
