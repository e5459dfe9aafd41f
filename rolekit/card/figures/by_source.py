"""The core roles on the map by what people say, by what employers write, and by both."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import GUIDE, WORDS, outlined
from rolekit.base.plot.palette import FAINT, LEGEND, PERSON, POLE_COLOURS
from rolekit.measure.figures.role_map import on_map
from rolekit.measure.roles import by_kind, roles

ABOVE = 7  # points of depth: how far above the highest mark a name is
LOOKS = {
    "surveys": (POLE_COLOURS["machine_learning"], "circle", 12),
    "adverts": (POLE_COLOURS["engineering"], "square", 11),
    "both": (PERSON, "diamond", 10),
}


def by_source() -> go.Figure:
    """Draw where surveys alone, adverts alone and both together put the core roles.

    >>> [trace.name for trace in by_source().data]
    ['way', 'surveys', 'adverts', 'both', 'names']
    """
    core = [role for role in roles() if role.core]
    places = {r.name: {**by_kind(r.id), "both": (r.lean, r.depth)} for r in core}
    ways = [[own[name] for name in LOOKS] for own in places.values()]
    figure = go.Figure(
        go.Scatter(
            name="way",
            x=[x for way in ways for x in (*(lean for lean, _ in way), None)],
            y=[y for way in ways for y in (*(depth for _, depth in way), None)],
            **GUIDE,
            line={"color": FAINT, "width": 3},
            showlegend=False,
        )
    )
    for name, (colour, symbol, size) in LOOKS.items():
        figure.add_scatter(
            name=name,
            x=[own[name][0] for own in places.values()],
            y=[own[name][1] for own in places.values()],
            mode="markers",
            marker=outlined(colour, symbol=symbol, size=size),
            text=list(places),
            hovertemplate=f"%{{text}}, {name}: lean %{{x:.0f}}, depth %{{y:.0f}}<extra></extra>",
        )
    figure.add_scatter(
        name="names",
        x=[own["both"][0] for own in places.values()],
        y=[max(depth for _, depth in own.values()) + ABOVE for own in places.values()],
        **WORDS,
        text=list(places),
        showlegend=False,
    )
    return on_map(figure, 380).update_layout(margin_t=40, **LEGEND)
