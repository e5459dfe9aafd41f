"""A plan as a timeline: one bar a step, one step after the other."""

from datetime import timedelta

import plotly.graph_objects as go

from rolekit.base.plot.marks import outlined
from rolekit.base.plot.palette import PLANNED
from rolekit.path.figures.skill_rows import frame, place_rows
from rolekit.path.plan import Plan
from rolekit.path.plan_page import day, effort


def timeline(plan: Plan) -> go.Figure:
    """Draw the steps of a plan on their days.

    >>> from rolekit.path.example import EXAMPLE_PLAN
    >>> timeline(EXAMPLE_PLAN).data[1].base
    ('2027-01-04',)
    """
    steps = plan.schedule
    names = [f"{one.step.skill}\n{effort(one)}" for one in steps]
    rows, words, height = place_rows([("", names)], left=0)
    words.update(x=[plan.start.isoformat()] * len(words.y))
    lengths = [(one.last - one.first + timedelta(days=1)).total_seconds() * 1000 for one in steps]
    figure = go.Figure(
        [
            words,
            go.Bar(
                orientation="h",
                base=[one.first.isoformat() for one in steps],
                x=lengths,
                y=rows,
                width=15,
                marker=outlined(PLANNED, 1.5),
                customdata=[f"{day(one.first)} to {day(one.last)}" for one in steps],
                hovertemplate="%{customdata}<extra></extra>",
                showlegend=False,
            ),
        ]
    )
    frame(figure, height, top=46, bottom=8)
    end = steps[-1].last + timedelta(days=1)
    figure.update_xaxes(
        type="date",
        side="top",
        range=[plan.start.isoformat(), end.isoformat()],
        tickformat="%-d %b<br>%Y",
        nticks=6,
        zeroline=False,
    )
    return figure
