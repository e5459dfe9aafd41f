"""A move from one job to another: what carries over, rises, is new, and is left behind."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import outlined, spans
from rolekit.base.plot.palette import FAINT, PLANNED, TEXT
from rolekit.path.figures.skill_rows import (
    LEFT,
    LEVELS_AXIS,
    NEEDED,
    frame,
    levels,
    place_rows,
    rails,
)
from rolekit.path.framework import load_skills
from rolekit.path.transition import KINDS, Transition


def move(way: Transition) -> go.Figure:
    """Draw the levels that both jobs need, skill by skill.

    >>> from rolekit.path.framework import target
    >>> from rolekit.path.transition import transition
    >>> scientist = target("data_scientist", "Data scientist")
    >>> lead = target("data_scientist", "Lead data scientist")
    >>> [trace.name for trace in move(transition(scientist, lead)).data][3:]
    ['Data scientist', 'Lead data scientist', "similar skill you'd bring"]
    """
    groups = [(name, way.of(kind)) for kind, name in KINDS.items()]
    changes = [change for _, group in groups for change in group]
    rows, words, height = place_rows(
        [
            (f"{name}: {len(group)}", [change.skill for change in group])
            for name, group in groups
            if group
        ],
        left=LEFT,
    )
    both = [
        (change, row)
        for change, row in zip(changes, rows, strict=True)
        if change.before is not None and change.after is not None
    ]
    kin = [
        (way.start.needs[skill], row, skill)
        for change, row in zip(changes, rows, strict=True)
        for skill in change.akin
    ]
    told = [f"{c.skill}: {load_skills()[c.skill].explanation}" for c in changes]
    today = outlined(PLANNED, 1.5, size=14, symbol="circle")
    figure = go.Figure(
        [
            words,
            rails(rows),
            go.Scatter(
                name="change",
                **spans([(c.before, c.after) for c, _ in both], [row for _, row in both]),
                line={"width": 5, "color": FAINT},
                showlegend=False,
            ),
            levels(way.start.grade, [c.before for c in changes], rows, today, told),
            levels(way.end.grade, [c.after for c in changes], rows, NEEDED, told),
            go.Scatter(
                name="similar skill you'd bring",
                x=[level for level, _, _ in kin],
                y=[row for _, row, _ in kin],
                mode="markers",
                marker={"size": 20, "symbol": "circle-open", "color": TEXT, "line": {"width": 2}},
                customdata=[skill for _, _, skill in kin],
                hovertemplate="similar: %{customdata}<extra></extra>",
                showlegend=bool(kin),
            ),
        ]
    )
    frame(figure, height)
    return figure.update_layout(xaxis=LEVELS_AXIS)
