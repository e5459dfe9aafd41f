"""The landmarks as a picture: where each role is, and how far other evidence might move it."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import LEAN, error_bars, landmark, name_across
from rolekit.base.plot.palette import TEMPLATE, TEXT, side_colour
from rolekit.measure.roles import roles


def landmarks() -> go.Figure:
    """Draw each role's lean with its 95% interval over habits and counts.

    Below the others, and hollow, are the roles of which only adverts were counted.

    >>> len(landmarks().data[0].x)
    10
    """
    shown = sorted(roles(), key=lambda role: (role.adverts_only, -role.lean))
    figure = go.Figure(
        go.Scatter(
            x=[role.lean for role in shown],
            y=[role.name for role in shown],
            error_x=error_bars((role.lean, role.low, role.high) for role in shown),
            mode="markers",
            marker=landmark(
                [TEXT if role.adverts_only else side_colour(role.lean) for role in shown],
                [role.adverts_only for role in shown],
                [12 if role.core else 8 for role in shown],
            ),
            text=[role.said for role in shown],
            hovertemplate="%{text}: %{x:.0f}<extra></extra>",
        )
    )
    people = sum(not role.adverts_only for role in shown)
    figure.add_hline(people - 0.5, line={"color": TEXT, "dash": "dot"})
    figure.update_layout(template=TEMPLATE, height=370, margin={"l": 140, "b": 46})
    figure.update_yaxes(autorange="reversed")
    figure.update_xaxes(
        range=[-75, 75],
        tickvals=[-50, 0, 50],
        ticktext=["50", "0", "50"],
    )
    return name_across(figure, LEAN)
