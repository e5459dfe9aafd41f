"""Spells as a picture: how long it stays dry, and how long it stays wet."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import hatched
from rolekit.base.plot.palette import LEGEND, POLE_COLOURS, TEMPLATE
from rolekit.weather.days import load_days
from rolekit.weather.patterns import spells

LONGEST = 15  # days from which on spells are counted together
LOOKS = {"dry": ("engineering", ""), "wet": ("analytics", "/")}


def spell_lengths() -> go.Figure:
    """Draw how many dry and wet spells there were of each length.

    >>> [trace.name for trace in spell_lengths().data]
    ['dry spells', 'wet spells']
    """
    figure = go.Figure()
    lengths = list(range(1, LONGEST + 1))
    names = [str(n) for n in lengths[:-1]] + [f"{LONGEST}+"]
    for kind, found in spells(load_days().wet).items():
        colour, shape = LOOKS[kind]
        counted = [min(length, LONGEST) for length in found]
        figure.add_bar(
            name=f"{kind} spells",
            x=names,
            y=[counted.count(n) for n in lengths],
            marker=hatched(POLE_COLOURS[colour], shape),
            hovertemplate=f"{kind} for %{{x}} days: %{{y}} times<extra></extra>",
        )
    figure.update_layout(
        template=TEMPLATE, height=300, margin={"t": 40, "l": 56, "b": 46}, bargap=0.25, **LEGEND
    )
    figure.update_xaxes(title="length in days", type="category", showgrid=False)
    figure.update_yaxes(title="how often")
    return figure
