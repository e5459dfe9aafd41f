"""A team on the map, with a vacancy as a ring."""

from html import escape

import plotly.graph_objects as go

from rolekit.adverts.reading import AdvertReading
from rolekit.base.plot.marks import outlined
from rolekit.base.plot.palette import OUTLINE, PERSON, TEXT
from rolekit.measure.figures.role_map import HEIGHT, among_roles, on_map
from rolekit.team.team import Team

DOT, RING = 18, 26  # pixels: the sizes of a person's mark and of a vacancy's


def team_map(team: Team, vacancy: AdvertReading | None = None) -> go.Figure:
    """Draw the people of a team whose depth is known, and the advert of a vacancy as a ring.

    A dot is one person's value, so nobody is drawn unless the team has agreed. The numbers count
    the people who are drawn, in alphabetical order.

    >>> [trace.name for trace in team_map(Team()).data]
    ['roles', 'neighbours', 'team', 'vacancy']
    """
    shown = [
        (name, place.lean, place.depth)
        for name, place in (team.placements.items() if team.agreed else ())
        if place is not None and place.depth is not None
    ]
    marks = [(lean, depth, DOT, "") for _, lean, depth in shown]
    if vacancy:
        marks.append((vacancy.lean, vacancy.depth, RING, "vacancy"))
    traces, anchors = among_roles(marks)
    figure = go.Figure(traces)
    figure.add_scatter(
        name="team",
        x=[lean for _, lean, _ in shown],
        y=[depth for _, _, depth in shown],
        mode="markers+text",
        # Names would hide each other where people are alike; their numbers fit into the dots.
        text=[f"{i}" for i in range(1, len(shown) + 1)],
        textfont={"size": 11, "color": OUTLINE},
        customdata=[escape(name) for name, _, _ in shown],
        marker=outlined(PERSON, 2, size=DOT),
        cliponaxis=False,
        hovertemplate="%{customdata}: lean %{x:.0f}, machine learning %{y:.0f}<extra></extra>",
    )
    figure.add_scatter(
        name="vacancy",
        x=[vacancy.lean] if vacancy else [],
        y=[vacancy.depth] if vacancy else [],
        mode="markers+text",
        text=["vacancy"] if vacancy else [],
        textposition=anchors[-1] if vacancy else None,
        marker={"size": RING, "symbol": "circle-open", "color": TEXT, "line": {"width": 4}},
        cliponaxis=False,
        hovertemplate="vacancy: lean %{x:.0f}, machine learning %{y:.0f}<extra></extra>",
    )
    return on_map(figure, 2 * HEIGHT + 52)
