"""A room on the map: its mean, and from 10 people on a dot for each."""

from __future__ import annotations

import plotly.graph_objects as go

from rolekit.base.plot.marks import LEAN, name_across
from rolekit.base.plot.palette import OUTLINE, PERSON, POLE_COLOURS, TEMPLATE
from rolekit.cohort.figures.room_strip import interval
from rolekit.cohort.room import Group
from rolekit.measure.figures.role_map import DEPTH_AXIS, HEIGHT, LEAN_AXIS, map_traces

LARGE = 60  # people, beyond whom dots are drawn smaller


def room_map(group: Group) -> go.Figure:
    """Draw the map with a group.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> figure = room_map(Reveal().redrawn(rehearsal(7, seed=1)).picture.before)
    >>> [trace.name for trace in figure.data], len(figure.data[0].x)
    (['people', 'roles', 'mean'], 0)
    """
    figure = go.Figure()
    figure.add_scatter(
        name="people",
        x=[dot.lean for dot in group.dots],
        y=[dot.depth for dot in group.dots],
        mode="markers",
        marker={
            "size": 9 if group.people <= LARGE else 6,
            "color": [
                POLE_COLOURS["engineering" if dot.lean > 0 else "analytics"] for dot in group.dots
            ],
            "line": {"width": 1, "color": OUTLINE},
        },
        hoverinfo="skip",
        cliponaxis=False,
    )
    figure.add_trace(map_traces(None)[0])  # the names of the four core roles above the dots
    figure.add_scatter(
        name="mean",
        x=[group.lean],
        y=[group.depth],
        error_x=interval(group),
        mode="markers",
        marker={"size": 18, "color": PERSON, "line": {"width": 3, "color": OUTLINE}},
        hovertemplate="mean: lean %{x:.0f}, machine learning %{y:.0f}<extra></extra>",
    )
    return on_map(figure)


def on_map(figure: go.Figure) -> go.Figure:
    """Give a figure the axes of the map, twice as high as a single person's."""
    figure.update_layout(template=TEMPLATE, autosize=True, height=2 * HEIGHT + 60)
    figure.update_layout(margin={"b": 46})
    figure.update_xaxes(**LEAN_AXIS)
    name_across(figure, LEAN)
    return figure.update_yaxes(**DEPTH_AXIS)
