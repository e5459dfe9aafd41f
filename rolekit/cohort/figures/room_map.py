"""A room on the map: its mean, and from 10 people on a dot for each."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import dots, outlined
from rolekit.base.plot.palette import PERSON
from rolekit.cohort.figures.room_strip import interval
from rolekit.cohort.shown import Group
from rolekit.measure.figures.role_map import HEIGHT, map_traces, on_map

LARGE = 60  # people, beyond whom dots are drawn smaller


def room_map(group: Group) -> go.Figure:
    """Draw the map with a group.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> figure = room_map(Reveal().redrawn(rehearsal(7, seed=1)).picture.before)
    >>> [trace.name for trace in figure.data], len(figure.data[0].x)
    (['people', 'mean', 'roles'], 0)
    """
    places = [(dot.lean, dot.depth) for dot in group.dots]
    size = 9 if group.people <= LARGE else 6
    figure = go.Figure()
    figure.add_scatter(name="people", **dots(places, size), cliponaxis=False)
    figure.add_scatter(
        name="mean",
        x=[group.lean],
        y=[group.depth],
        error_x=interval(group),
        mode="markers",
        marker=outlined(PERSON, 3, size=18),
        hovertemplate="mean: lean %{x:.0f}, machine learning %{y:.0f}<extra></extra>",
    )
    figure.add_trace(map_traces(None)[2])  # the names of the four core roles above the marks
    return on_map(figure, 2 * HEIGHT + 60)
