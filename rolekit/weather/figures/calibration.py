"""Calibration as a picture: does it rain as often as was said?"""

from __future__ import annotations

import plotly.graph_objects as go

from rolekit.base.plot.palette import OUTLINE, POLE_COLOURS, TEMPLATE, TEXT
from rolekit.weather.experiment import Trial


def calibration(tried: Trial) -> go.Figure:
    """Draw, for days with a like forecast, the chance said and how often it rained (both in %).

    >>> from rolekit.weather.days import load_days
    >>> from rolekit.weather.decision import Costs
    >>> from rolekit.weather.experiment import trial
    >>> from rolekit.weather.model import Recipe
    >>> len(calibration(trial(load_days(), Recipe(), Costs())).data[1].x)
    5
    """
    bins = tried.calibration()
    figure = go.Figure(
        go.Scatter(
            x=[0, 100],
            y=[0, 100],
            mode="lines",
            line={"color": TEXT, "dash": "dot"},
            hoverinfo="skip",
        )
    )
    figure.add_scatter(
        x=[100 * one.said for one in bins],
        y=[100 * one.happened for one in bins],
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [100 * (one.high - one.happened) for one in bins],
            "arrayminus": [100 * (one.happened - one.low) for one in bins],
            "color": TEXT,
        },
        mode="markers+text",
        text=[f"{one.n} days" for one in bins],
        # By turns, for neighbours can be close.
        textposition=[("bottom right", "top left")[i % 2] for i in range(len(bins))],
        marker={
            "size": 12,
            "color": POLE_COLOURS["analytics"],
            "line": {"width": 1, "color": OUTLINE},
        },
        hovertemplate="said %{x:.0f} %, came %{y:.0f} % (%{text})<extra></extra>",
    )
    figure.update_layout(template=TEMPLATE, height=340, margin={"l": 56, "b": 46})
    figure.update_xaxes(range=[0, 108], title="chance of rain that was said (%)")
    figure.update_yaxes(range=[-8, 104], title="how often it rained (%)")
    return figure
