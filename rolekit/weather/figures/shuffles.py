"""A permutation test as a picture: what chance alone gives, and what was found."""

import numpy as np
import plotly.graph_objects as go

from rolekit.base.plot.marks import outlined
from rolekit.base.plot.palette import GUESS, LEGEND, POLE_COLOURS, TEMPLATE
from rolekit.weather.days import Floats
from rolekit.weather.patterns import Stability

REACH = 32  # points either side of 0
WIDTH = 1  # points a bar


def shuffles(asked: Stability, shuffled: Floats) -> go.Figure:
    """Draw the differences, in points of 100, under shuffled labels, and the real one as a line.

    >>> from rolekit.weather.days import load_days
    >>> from rolekit.weather.patterns import stability
    >>> asked = stability(load_days())
    >>> [trace.name for trace in shuffles(asked, asked.shuffle(50, seed=0)).data]
    ['by chance', 'what was found']
    """
    edges = np.arange(-REACH - WIDTH / 2, REACH + WIDTH, WIDTH)
    counts = np.histogram(np.clip(100 * shuffled, -REACH, REACH), edges)[0]
    found, top = 100 * asked.difference, max(4, 1.1 * counts.max(initial=0))
    figure = go.Figure(
        go.Bar(
            name="by chance",
            x=((edges[1:] + edges[:-1]) / 2).tolist(),
            y=counts.tolist(),
            width=WIDTH,
            marker=outlined(POLE_COLOURS["analytics"], 0.5),
            hovertemplate="%{x:+.0f} points: %{y} times<extra></extra>",
        )
    )
    figure.add_scatter(
        name="what was found",
        x=[found, found],
        y=[0, top],
        mode="lines+markers",
        line={"color": GUESS, "width": 4},
        marker={"symbol": ["circle", "triangle-down"], "size": [1, 14], "color": GUESS},
        hovertemplate=f"found: {found:+.1f} points<extra></extra>",
    )
    figure.update_layout(
        template=TEMPLATE, height=320, margin={"t": 40, "l": 56, "b": 46}, **LEGEND
    )
    figure.update_xaxes(
        range=[-REACH, REACH], title="summer minus the rest of the year, in points of 100"
    )
    figure.update_yaxes(range=[0, top], title="shuffles")
    return figure
