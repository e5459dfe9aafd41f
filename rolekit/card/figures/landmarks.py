"""The landmarks as a picture: where each role stands, and how far other evidence might move it."""

from __future__ import annotations

import plotly.graph_objects as go

from rolekit.base.plot.marks import LEAN, error_bars, name_across, outlined
from rolekit.base.plot.palette import TEMPLATE, side_colour
from rolekit.measure.roles import roles


def landmarks() -> go.Figure:
    """Draw each role's lean with its 95 % interval over indicators.

    >>> len(landmarks().data[0].x)
    7
    """
    shown = sorted(roles(), key=lambda role: -role.lean)
    figure = go.Figure(
        go.Scatter(
            x=[role.lean for role in shown],
            y=[role.name for role in shown],
            error_x=error_bars(
                above=[role.high - role.lean for role in shown],
                below=[role.lean - role.low for role in shown],
            ),
            mode="markers",
            marker=outlined(
                [side_colour(role.lean) for role in shown],
                symbol="diamond",
                size=[12 if role.core else 8 for role in shown],
            ),
            hovertemplate="%{y}: %{x:.0f}<extra></extra>",
        )
    )
    figure.update_layout(template=TEMPLATE, height=290, margin={"l": 130, "b": 46})
    figure.update_xaxes(
        range=[-70, 70],
        tickvals=[-60, -40, -20, 0, 20, 40, 60],
        ticktext=["60", "40", "20", "0", "20", "40", "60"],
    )
    return name_across(figure, LEAN)
