"""The evidence as a picture: every facet of every role, in standard deviations."""

from __future__ import annotations

from statistics import fmean

import plotly.graph_objects as go

from rolekit.base.plot.palette import POLE_COLOURS, TEMPLATE
from rolekit.measure.evidence import load_habits
from rolekit.measure.roles import roles
from rolekit.record.instrument import load_instrument

SHOWN = 2.5  # standard deviations at which the colour is full


def evidence_table() -> go.Figure:
    """Draw facets by roles: how much more, or less, a role shows a facet than the core roles do.

    The number in a cell is the mean over the facet's habits of the standardised log-odds, from
    which the role's facet score follows; an empty cell has no evidence.

    >>> evidence_table().data[0].z[0][0] < 0  # data analysts, exploration
    True
    """
    facets, landmarks, habits = load_instrument().facets, roles(), load_habits()
    cells: list[list[float | None]] = []
    for facet in facets:
        own = [habit.z for habit in habits if habit.facet == facet.id]
        known = [[z[role.id] for z in own if role.id in z] for role in landmarks]
        cells.append([fmean(values) if values else None for values in known])
    figure = go.Figure(
        go.Heatmap(
            x=[role.name.replace(" ", "<br>") for role in landmarks],
            y=[facet.name for facet in facets],
            z=cells,
            text=[["" if z is None else f"{z:+.1f}" for z in row] for row in cells],
            # Dark text on pale colours in any theme: the cells bring a background of their own.
            texttemplate="%{text}",
            textfont={"color": "#1a1a1a"},
            colorscale=[[0, "#8cc4e6"], [0.5, "#f7f7f7"], [1, POLE_COLOURS["engineering"]]],
            zmin=-SHOWN,
            zmax=SHOWN,
            showscale=False,
            xgap=2,
            ygap=2,
            hovertemplate="%{y}, %{x}: %{text}<extra></extra>",
        )
    )
    figure.update_layout(template=TEMPLATE, height=430, margin={"l": 110, "t": 50, "b": 10})
    figure.update_xaxes(side="top", showgrid=False)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return figure
