"""The evidence as a picture: every facet of every role, in standard deviations."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import WORDS
from rolekit.base.plot.palette import POLE_COLOURS, TEMPLATE
from rolekit.measure.evidence import combined, load_habits
from rolekit.measure.roles import Role, roles
from rolekit.record.instrument import load_instrument

SHOWN = 2.5  # standard deviations at which the colour is full
ROW, NAME = 42, 20  # pixels: a row, and the part of it that its name takes


def evidence_table() -> go.Figure:
    """Draw facets by roles: how much more, or less, a role shows a facet than the core roles do.

    The number in a cell is what surveys and adverts show of the facet's habits, in standardised
    log-odds, from which the role's facet score follows; an empty cell has no evidence. Columns
    that rest on adverts alone come last, and are marked.

    >>> evidence_table().data[0].z[0][2] < 0  # ML engineers, exploration
    True
    """
    facets, habits = load_instrument().facets, load_habits()
    landmarks = sorted(roles(), key=lambda role: role.adverts_only)
    cells: list[list[float | None]] = []
    for facet in facets:
        own = [habit for habit in habits if habit.facet == facet.id]
        known = [[(h.kind, h.z[role.id]) for h in own if role.id in h.z] for role in landmarks]
        cells.append([combined(values) if values else None for values in known])
    words = [["" if z is None else f"{round(z, 1) + 0:+.1f}" for z in row] for row in cells]
    columns, rows = list(range(len(landmarks))), list(range(len(facets)))
    figure = go.Figure(
        go.Heatmap(
            x=columns,
            y=rows,
            z=cells,
            text=words,
            # Dark text on pale colours in any theme: the cells bring a background of their own.
            texttemplate="%{text}",
            textfont={"color": "#1a1a1a"},
            colorscale=[[0, "#8cc4e6"], [0.5, "#f7f7f7"], [1, POLE_COLOURS["engineering"]]],
            zmin=-SHOWN,
            zmax=SHOWN,
            showscale=False,
            xgap=2,
            ygap=NAME,
            hoverinfo="skip",
        )
    )
    # Above its row and not beside it, a name leaves a narrow page to the numbers.
    figure.add_scatter(
        x=[-0.5] * len(rows),
        y=[row - 0.5 for row in rows],
        text=[facet.name for facet in facets],
        textposition="middle right",
        textfont={"size": 12},
        **WORDS,
    )
    figure.update_layout(template=TEMPLATE, height=ROW * len(rows) + 210)
    figure.update_layout(margin={"l": 4, "r": 4, "t": 195, "b": 4}, showlegend=False)
    headings = {"tickvals": columns, "ticktext": [_heading(role) for role in landmarks]}
    figure.update_xaxes(side="top", showgrid=False, tickangle=-90, zeroline=False, **headings)
    figure.update_yaxes(range=[len(rows) - 0.5, -0.75], visible=False)
    return figure


def _heading(role: Role) -> str:
    return f"<i>{role.name} (adverts)</i>" if role.adverts_only else role.name
