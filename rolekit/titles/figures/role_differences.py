"""Where two titles differ: one row a sign, both shares with their intervals on one line.

The words are above their line and not beside it, so long ones fit on a narrow screen too.
"""

from collections.abc import Sequence
from textwrap import wrap

import plotly.graph_objects as go

from rolekit.base.plot.labels import LINE
from rolekit.base.plot.marks import WORDS, error_bars, outlined, spans
from rolekit.base.plot.palette import FAINT, ROLE_COLOURS, framed
from rolekit.titles.shares import Difference, adverts_only, years
from rolekit.titles.sides import name_of

LETTERS = 34  # in a line of words: as many as fit on a narrow screen
DOTS = 28  # pixels: the height of the line with the two marks
MARKS = 19  # pixels: how far above the end of their line the marks are
SYMBOLS = ("circle", "diamond")


def role_differences(found: Sequence[Difference], one: str, other: str) -> go.Figure:
    """Draw differences between two roles, in the order in which they come; there must be some.

    `one` and `other` are the ids of the roles that were compared. A role of which only adverts
    were counted is hollow.

    >>> from rolekit.titles.shares import differences
    >>> roles = ("data_scientist", "ml_engineer")
    >>> figure = role_differences(differences(*roles)[:12], *roles)
    >>> [trace.name for trace in figure.data]
    ['gap', 'Data scientist', 'ML engineer', 'words', 'apart']
    """
    words = ["<br>".join(wrap(f"{d.sign.label} ({_when(d)})", LETTERS)) for d in found]
    heights, below = [], 0
    for text in words:
        below += round(LINE) * (1 + text.count("<br>")) + DOTS
        heights.append(MARKS - below)
    figure = go.Figure(
        go.Scatter(
            name="gap",
            **spans([(100 * d.one.share, 100 * d.other.share) for d in found], heights),
            line={"color": FAINT, "width": 8},
            showlegend=False,
        )
    )
    for i, role in enumerate((one, other)):
        figure.add_trace(_shares(role, i, found, heights))
    figure.add_scatter(
        name="words",
        x=[-3] * len(found),
        y=[height + DOTS - MARKS for height in heights],
        **WORDS,
        text=words,
        textposition="top right",
        showlegend=False,
    )
    figure.add_scatter(
        name="apart",
        x=[124] * len(found),
        y=heights,
        mode="text",
        text=[f"{abs(d.one.of_100 - d.other.of_100)} apart" for d in found],
        textposition="middle left",
        showlegend=False,
        hovertext=[
            f"{100 * d.gap:.0f} ({100 * d.low:.0f} to {100 * d.high:.0f}) points" for d in found
        ],
        hoverinfo="text",
        cliponaxis=False,
    )
    figure.update_layout(**framed(below + 92, l=8, r=8, t=38))
    figure.update_xaxes(
        range=[-3, 124], tickvals=[0, 25, 50, 75, 100], title="% of people, or of adverts"
    )
    figure.update_yaxes(range=[-below, 0], visible=False)
    return figure


def _shares(role: str, i: int, found: Sequence[Difference], heights: Sequence[float]) -> go.Scatter:
    shares = [(d.one, d.other)[i] for d in found]
    symbol = SYMBOLS[i] + "-open" * adverts_only(role)
    return go.Scatter(
        name=name_of(role),
        x=[100 * share.share for share in shares],
        y=heights,
        error_x=error_bars(share.percent for share in shares),
        mode="markers",
        marker=outlined(ROLE_COLOURS[role], 2, symbol=symbol, size=13),
        customdata=[[share.n, d.sign.unit] for share, d in zip(shares, found, strict=True)],
        hovertemplate=(
            f"{name_of(role)}: %{{x:.0f}}% of %{{customdata[1]}} (n = %{{customdata[0]:,}})"
            "<extra></extra>"
        ),
    )


def _when(found: Difference) -> str:
    """Return when it was counted, as one word to a line break."""
    return years(found.sign).replace(" ", "\N{NO-BREAK SPACE}")
