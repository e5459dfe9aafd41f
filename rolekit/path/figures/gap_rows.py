"""The gap picture: for each skill the step from today to what is needed, and the wish beside it."""

from collections.abc import Sequence

import plotly.graph_objects as go

from rolekit.base.plot.marks import GUIDE, WORDS, outlined, spans
from rolekit.base.plot.palette import FAINT, PERSON, TEXT
from rolekit.path.figures.skill_rows import (
    LEFT,
    LEVELS_AXIS,
    NEEDED,
    frame,
    levels,
    place_rows,
    rails,
)
from rolekit.path.gaps import GROUPS, Gap

LEVELS_DOMAIN, WISH_DOMAIN = [0, 0.66], [0.72, 1]  # shares of the width


def gap_rows(gaps: Sequence[Gap]) -> go.Figure:
    """Draw the rated skills group by group: today, needed, and the wish from 0 to 100.

    >>> gap_rows([Gap("Testing", needed=3, today=1, want=70, average=50)]).data[3].name
    'you today'
    """
    groups = [
        (name, [gap for gap in gaps if gap.group == group])
        for group, name in GROUPS.items()
        if group != "unrated"
    ]
    drawn = [gap for _, group in groups for gap in group]
    rows, words, height = place_rows(
        [(name, [gap.skill for gap in group]) for name, group in groups if group], left=LEFT
    )
    told = [gap.skill for gap in drawn]
    figure = go.Figure(
        [
            words,
            rails(rows),
            go.Scatter(
                name="gap",
                **spans([(gap.today, max(gap.needed, gap.today or 0)) for gap in drawn], rows),
                line={"width": 5, "color": FAINT},
                showlegend=False,
            ),
            levels(
                "you today", [gap.today for gap in drawn], rows, outlined(PERSON, 2, size=13), told
            ),
            levels("needed", [gap.needed for gap in drawn], rows, NEEDED, told),
            *_wishes(drawn, rows, height),
        ]
    )
    frame(figure, height)
    figure.update_layout(
        xaxis={**LEVELS_AXIS, "domain": LEVELS_DOMAIN},
        xaxis2={
            "domain": WISH_DOMAIN,
            "anchor": "y",
            "side": "top",
            "range": [-6, 106],
            "tickvals": [0, 50, 100],
            "ticktext": ["0<br> <br> ", "50<br>wish<br> ", "100<br> <br> "],
            "tickfont": {"size": 12},
            "zeroline": False,
        },
    )
    return figure


def _wishes(drawn: Sequence[Gap], rows: Sequence[float], height: float) -> list[go.Scatter]:
    """Return the column of wishes, with a line at their average."""
    wished = [(gap, row) for gap, row in zip(drawn, rows, strict=True) if gap.want is not None]
    unknown = [row for gap, row in zip(drawn, rows, strict=True) if gap.want is None]
    averages = {gap.average for gap in drawn} - {None}
    return [
        go.Scatter(
            name="your wish",
            x=[gap.want for gap, _ in wished],
            y=[row for _, row in wished],
            xaxis="x2",
            mode="markers",
            marker=outlined(PERSON, 2, size=12, symbol="diamond"),
            hovertemplate="wish %{x:.0f}<extra></extra>",
            showlegend=bool(wished),
        ),
        go.Scatter(
            name="not known",
            x=[25] * len(unknown),  # clear of the lines
            y=unknown,
            xaxis="x2",
            **WORDS,
            text=["?"] * len(unknown),
            showlegend=False,
        ),
        go.Scatter(
            name="your average wish",
            x=[x for average in averages for x in (average, average)],
            y=[-height, 0] if averages else [],
            xaxis="x2",
            **GUIDE,
            line={"width": 1.5, "dash": "dot", "color": TEXT},
            showlegend=bool(averages),
        ),
    ]
