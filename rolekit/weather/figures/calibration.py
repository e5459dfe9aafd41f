"""Calibration as a picture: does it rain as often as was said?"""

import plotly.graph_objects as go

from rolekit.base.plot.marks import GUIDE, error_bars, outlined
from rolekit.base.plot.palette import POLE_COLOURS, TEMPLATE, TEXT
from rolekit.weather.experiment import Trial


def calibration(tried: Trial) -> go.Figure:
    """Draw, for days with a like forecast, the chance said and how often it rained (both in %).

    >>> from rolekit.weather.experiment import trial
    >>> len(calibration(trial()).data[1].x)
    5
    """
    bins = tried.calibration()
    figure = go.Figure(
        go.Scatter(x=[0, 100], y=[0, 100], **GUIDE, line={"color": TEXT, "dash": "dot"})
    )
    figure.add_scatter(
        x=[100 * one.said for one in bins],
        y=[100 * one.happened for one in bins],
        error_y=error_bars(
            above=[100 * (one.high - one.happened) for one in bins],
            below=[100 * (one.happened - one.low) for one in bins],
        ),
        mode="markers+text",
        text=[f"{one.n} days" for one in bins],
        # By turns, for neighbours can be close.
        textposition=[("bottom right", "top left")[i % 2] for i in range(len(bins))],
        marker=outlined(POLE_COLOURS["analytics"], size=12),
        hovertemplate="said %{x:.0f} %, came %{y:.0f} % (%{text})<extra></extra>",
    )
    figure.update_layout(template=TEMPLATE, height=340, margin={"l": 56, "b": 46})
    figure.update_xaxes(range=[0, 108], title="chance of rain that was said (%)")
    figure.update_yaxes(range=[-8, 104], title="how often it rained (%)")
    return figure
