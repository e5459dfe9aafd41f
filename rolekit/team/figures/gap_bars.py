"""What is missing, before and after a hire."""

from html import escape

import plotly.graph_objects as go

from rolekit.base.plot.figure import Spec
from rolekit.base.plot.marks import outlined
from rolekit.base.plot.palette import LEGEND, OUTLINE, POLE_COLOURS, TEMPLATE
from rolekit.record.instrument import load_instrument
from rolekit.team.hires import Shortfall

ROW = 26  # pixels a facet
ASIDE = {"ticks": "outside", "ticklen": 6, "tickcolor": "rgba(0, 0, 0, 0)"}  # names keep off


def gap_bars(before: Shortfall, after: Shortfall | None = None, hire: str = "") -> go.Figure:
    """Draw by how many points a team falls short of its target in each facet.

    Full bars are the gap now; hatched ones, in front, what is left of it after the `hire`.

    >>> before, after = Shortfall({"statistics": 20}), Shortfall({"statistics": 5})
    >>> [trace.name for trace in gap_bars(before, after, "x").data]
    ['now', 'after hiring: x']
    """
    return go.Figure(gap_spec(before, after, hire))


def gap_spec(before: Shortfall, after: Shortfall | None = None, hire: str = "") -> Spec:
    """Return the same as plain data."""
    facets = [facet for facet in load_instrument().facets if facet.id in before.short]

    def bars(name: str, gap: Shortfall, when: str, **look: object) -> dict[str, object]:
        return {
            "type": "bar",
            "name": name,
            "x": [gap.short[facet.id] or None for facet in facets],
            "y": [facet.name for facet in facets],
            "orientation": "h",
            "hovertemplate": f"%{{y}}: %{{x:.0f}} short {when}<extra></extra>",
            **look,
        }

    full = outlined([POLE_COLOURS[facet.pole] for facet in facets])
    pattern = {"shape": "/", "fgcolor": OUTLINE, "bgcolor": "#ffffff", "size": 6}
    data = [bars("now", before, "now", marker=full, width=0.7)]
    if after is not None:
        name, hatched = f"after hiring: {escape(hire)}", outlined("#ffffff", pattern=pattern)
        data.append(bars(name, after, "after", marker=hatched, width=0.36))
    # As wide as small gaps need, and no wider: half of the scale at the least.
    widest = 1.05 * max(50, *before.short.values())
    layout = {
        **LEGEND,
        "template": TEMPLATE,
        "barmode": "overlay",
        "height": ROW * len(facets) + 104,
        "margin": {"l": 120, "t": 48, "b": 46},
        "xaxis": {
            "title": {"text": "points short of the target"},
            "range": [0, widest],
            "zeroline": False,
        },
        "yaxis": {**ASIDE, "autorange": "reversed", "showgrid": False},
    }
    return {"data": data, "layout": layout}
