"""The landmarks as a picture: where each role stands, and how far other evidence might move it."""

from __future__ import annotations

import plotly.graph_objects as go

from rolekit.base.plot.marks import LEAN, name_across
from rolekit.base.plot.palette import OUTLINE, POLE_COLOURS, TEMPLATE, TEXT
from rolekit.measure.roles import roles


def landmarks() -> go.Figure:
    """Draw each role's lean with its 95 % interval over indicators.

    >>> len(landmarks().data[0].x)
    7
    """
    shown = sorted(roles(), key=lambda role: -role.lean)
    sides = ["engineering" if role.lean > 0 else "analytics" for role in shown]
    figure = go.Figure(
        go.Scatter(
            x=[role.lean for role in shown],
            y=[role.name for role in shown],
            error_x={
                "type": "data",
                "symmetric": False,
                "array": [role.high - role.lean for role in shown],
                "arrayminus": [role.lean - role.low for role in shown],
                "color": TEXT,
            },
            mode="markers",
            marker={
                "symbol": "diamond",
                "size": [12 if role.core else 8 for role in shown],
                "opacity": 1,  # Plotly makes marks of several sizes translucent
                "color": [POLE_COLOURS[side] for side in sides],
                "line": {"width": 1, "color": OUTLINE},
            },
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
