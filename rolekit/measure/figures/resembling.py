"""Resemblance as a picture: the correlation with each role's profile, with its interval."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from rolekit.base.plot.marks import error_bars, name_across, outlined
from rolekit.base.plot.palette import PERSON, TEMPLATE, TEXT
from rolekit.measure.resemblance import Resemblance

ROW = 32  # pixels a role
CLEAR = "#009E73"


def resembling(found: Sequence[Resemblance]) -> go.Figure:
    """Draw one row a role, the likest first; filled where the interval excludes 0.

    >>> from rolekit import resemblance
    >>> from rolekit.measure.example import EXAMPLE
    >>> len(resembling(resemblance(EXAMPLE.answers)).data[0].x)
    7
    """
    figure = go.Figure(
        go.Scatter(
            x=[one.r for one in found],
            y=[one.role.name for one in found],
            error_x=error_bars(
                above=[one.high - one.r for one in found], below=[one.r - one.low for one in found]
            ),
            mode="markers",
            marker=outlined(
                [CLEAR if one.is_clear else PERSON for one in found],
                2,
                size=13,
                symbol=["diamond" if one.is_clear else "circle" for one in found],
            ),
            hovertemplate="%{y}: %{x:.2f}<extra></extra>",
        )
    )
    figure.add_vline(0, line={"color": TEXT, "width": 2})
    figure.update_layout(
        template=TEMPLATE, height=ROW * len(found) + 60, margin={"l": 140, "b": 48}
    )
    figure.update_xaxes(range=[-1.05, 1.05], tickvals=[-1, -0.5, 0, 0.5, 1], zeroline=False)
    name_across(figure, "← opposite  ·  correlation  ·  same →")
    figure.update_yaxes(autorange="reversed")
    return figure
