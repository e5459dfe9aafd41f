"""The gap picture: for each skill the step from today to what is needed, and the wish beside it."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from rolekit.base.plot.palette import FAINT, OUTLINE, PERSON, TEXT
from rolekit.path.figures.skill_rows import LEFT, LEVELS_AXIS, frame, place_rows
from rolekit.path.gaps import GROUPS, Gap

LEVELS_DOMAIN, WISH_DOMAIN = [0, 0.66], [0.72, 1]  # shares of the width


def gap_rows(gaps: Sequence[Gap]) -> go.Figure:
    """Draw the rated skills group by group: today, needed, and the wish from 0 to 100.

    >>> gap_rows([Gap("Testing", needed=3, today=1, want=70, average=50)]).data[2].name
    'you today'
    """
    # Long: one picture is declared trace by trace, in the order in which they lie on each other.
    groups = [
        (name, [gap for gap in gaps if gap.group == group])
        for group, name in GROUPS.items()
        if group != "unrated"
    ]
    drawn = [gap for _, group in groups for gap in group]
    rows, words, height = place_rows(
        [(name, [gap.skill for gap in group]) for name, group in groups if group], left=LEFT
    )
    wished = [(gap, row) for gap, row in zip(drawn, rows, strict=True) if gap.want is not None]
    unknown = [row for gap, row in zip(drawn, rows, strict=True) if gap.want is None]
    averages = {gap.average for gap in drawn} - {None}
    figure = go.Figure(
        [
            words,
            go.Scatter(
                name="gap",
                x=[x for gap in drawn for x in (gap.today, max(gap.needed, gap.today or 0), None)],
                y=[y for row in rows for y in (row, row, None)],
                mode="lines",
                line={"width": 5, "color": FAINT},
                hoverinfo="skip",
                showlegend=False,
            ),
            go.Scatter(
                name="you today",
                x=[gap.today for gap in drawn],
                y=rows,
                mode="markers",
                marker={"size": 13, "color": PERSON, "line": {"width": 2, "color": OUTLINE}},
                customdata=[gap.skill for gap in drawn],
                hovertemplate="%{customdata}<extra></extra>",
            ),
            go.Scatter(
                name="needed",
                x=[gap.needed for gap in drawn],
                y=rows,
                mode="markers",
                marker={"size": 14, "symbol": "line-ns", "line": {"width": 4, "color": TEXT}},
                customdata=[gap.skill for gap in drawn],
                hovertemplate="%{customdata}<extra></extra>",
            ),
            go.Scatter(
                name="your wish",
                x=[gap.want for gap, _ in wished],
                y=[row for _, row in wished],
                xaxis="x2",
                mode="markers",
                marker={
                    "size": 12,
                    "symbol": "diamond",
                    "color": PERSON,
                    "line": {"width": 2, "color": OUTLINE},
                },
                hovertemplate="wish %{x:.0f}<extra></extra>",
                showlegend=bool(wished),
            ),
            go.Scatter(
                name="not known",
                x=[0] * len(unknown),
                y=unknown,
                xaxis="x2",
                mode="text",
                text=["not known"] * len(unknown),
                textposition="middle right",
                textfont={"size": 12},
                hoverinfo="skip",
                showlegend=False,
            ),
            go.Scatter(
                name="your average wish",
                x=[x for average in averages for x in (average, average)],
                y=[-height, 0] if averages else [],
                xaxis="x2",
                mode="lines",
                line={"width": 1.5, "dash": "dot", "color": TEXT},
                hoverinfo="skip",
                showlegend=bool(averages),
            ),
        ]
    )
    frame(figure, height, bottom=56)
    figure.update_layout(
        xaxis={**LEVELS_AXIS, "domain": LEVELS_DOMAIN},
        xaxis2={
            "domain": WISH_DOMAIN,
            "anchor": "y",
            "side": "top",
            "range": [-6, 106],
            "tickvals": [0, 50, 100],
            "ticktext": ["0<br> ", "50<br>wish", "100<br> "],
            "tickfont": {"size": 12},
            "zeroline": False,
        },
    )
    return figure
