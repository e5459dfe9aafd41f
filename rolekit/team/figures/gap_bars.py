"""What is missing, before and after a hire."""

from __future__ import annotations

from html import escape

import plotly.graph_objects as go

from rolekit.base.plot.marks import outlined
from rolekit.base.plot.palette import LEGEND, OUTLINE, POLE_COLOURS, TEMPLATE
from rolekit.record.instrument import load_instrument
from rolekit.team.hires import Shortfall

ROW = 26  # pixels a facet


def gap_bars(before: Shortfall, after: Shortfall | None = None, hire: str = "") -> go.Figure:
    """Draw by how many points a team falls short of its target in each facet.

    Full bars are the gap now; hatched ones, in front, what is left of it after the `hire`.

    >>> before, after = Shortfall({"statistics": 20}), Shortfall({"statistics": 5})
    >>> [trace.name for trace in gap_bars(before, after, "x").data]
    ['now', 'after hiring: x']
    """
    facets = [facet for facet in load_instrument().facets if facet.id in before.short]
    names = [facet.name for facet in facets]
    figure = go.Figure(
        go.Bar(
            name="now",
            x=[before.short[facet.id] for facet in facets],
            y=names,
            orientation="h",
            marker=outlined([POLE_COLOURS[facet.pole] for facet in facets]),
            width=0.7,
            hovertemplate="%{y}: %{x:.0f} short now<extra></extra>",
        )
    )
    if after is not None:
        figure.add_bar(
            name=f"after hiring: {escape(hire)}",
            x=[after.short[facet.id] for facet in facets],
            y=names,
            orientation="h",
            marker=outlined(
                "#ffffff",
                pattern={"shape": "/", "fgcolor": OUTLINE, "bgcolor": "#ffffff", "size": 6},
            ),
            width=0.36,
            hovertemplate="%{y}: %{x:.0f} short after<extra></extra>",
        )
    # As wide as small gaps need, and no wider: half of the scale at the least.
    widest = 1.05 * max(50, *before.short.values())
    figure.update_layout(
        **LEGEND,
        template=TEMPLATE,
        barmode="overlay",
        height=ROW * len(facets) + 90,
        margin={"l": 120, "t": 34, "b": 46},
    )
    figure.update_xaxes(title="points short of the target", range=[0, widest], zeroline=False)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return figure
