"""Two methods side by side: where the sliders and the pairs each say that a person leans."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import error_bars, outlined
from rolekit.base.plot.palette import PERSON, POLE_COLOURS, TEMPLATE, TEXT
from rolekit.base.sentences import where
from rolekit.measure.pairs import PairsResult
from rolekit.measure.placement import Placement

HEIGHT = 188


def two_methods(placement: Placement, result: PairsResult) -> go.Figure:
    """Draw lean with its band above, and the share of engineering choices with its interval below.

    Both rows go from all analytics to all engineering, with the middle in the middle.

    >>> from rolekit import place
    >>> from rolekit.measure.example import EXAMPLE
    >>> from rolekit.measure.pairs import score_pairs
    >>> figure = two_methods(place(EXAMPLE.answers), score_pairs(["engineering"] * 10))
    >>> figure.data[0].y
    ('sliders', 'pairs')
    """
    share, low, high = (200 * end - 100 for end in (result.share, result.low, result.high))
    methods = [(placement.lean, placement.low, placement.high), (share, low, high)]
    figure = go.Figure(
        go.Scatter(
            x=[placement.lean, share],
            y=["sliders", "pairs"],
            error_x=error_bars(methods, thickness=3, width=8),
            mode="markers",
            marker=outlined([PERSON, PERSON], 3, size=17, symbol=["circle", "square"]),
            customdata=[
                where(placement.lean),
                f"{result.engineering} of {result.made} for engineering",
            ],
            hovertemplate="%{y}: %{customdata}<extra></extra>",
        )
    )
    for side, ends in (("analytics", (-104, 0)), ("engineering", (0, 104))):
        figure.add_vrect(
            *ends, fillcolor=POLE_COLOURS[side], opacity=0.13, line_width=0, layer="below"
        )
    figure.add_vline(0, line={"color": TEXT, "width": 2}, layer="below")
    figure.update_layout(
        template=TEMPLATE, height=HEIGHT, margin={"l": 60, "r": 44, "t": 10, "b": 48}
    )
    figure.update_xaxes(
        range=[-104, 104],
        tickvals=[-100, 0, 100],
        ticktext=["all<br>analytics", "as much<br>of both", "all<br>engineering"],
        tickangle=0,
        zeroline=False,
        showgrid=False,
    )
    figure.update_yaxes(range=[1.6, -0.6], ticksuffix=" ")
    return figure
