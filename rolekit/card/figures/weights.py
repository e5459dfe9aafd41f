"""The weights as a picture: what each facet counts within its pole, and why."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import name_across, outlined
from rolekit.base.plot.palette import LEGEND, POLE_COLOURS, POLE_NAMES, POLE_SYMBOLS, TEMPLATE, TEXT
from rolekit.card.calibration import separations
from rolekit.record.instrument import SIDES, load_instrument


def weights() -> go.Figure:
    """Draw each facet's weight, as it would be unshrunken and as it is, beside the equal weight.

    >>> [trace.name for trace in weights().data]
    ['without shrinking', 'Analytics', 'Engineering']
    """
    names = {facet.id: facet.name for facet in load_instrument().facets}
    used, raw = separations(), separations(shrink=False)
    figure = go.Figure(
        go.Scatter(
            name="without shrinking",
            x=[one.weight for one in raw],
            y=[names[one.facet] for one in raw],
            mode="markers",
            marker={"symbol": "line-ns-open", "size": 14, "color": TEXT, "line": {"width": 2}},
            hovertemplate="%{y}: %{x:.3f} without shrinking<extra></extra>",
        )
    )
    for pole in SIDES:
        own = [one for one in used if one.pole == pole]
        figure.add_scatter(
            name=POLE_NAMES[pole],
            x=[one.weight for one in own],
            y=[names[one.facet] for one in own],
            mode="markers",
            marker=outlined(POLE_COLOURS[pole], symbol=POLE_SYMBOLS[pole], size=13),
            customdata=[one.habits for one in own],
            hovertemplate="%{y}: %{x:.3f} (habits: %{customdata})<extra></extra>",
        )
    figure.add_vline(0.2, line={"color": TEXT, "dash": "dot"})
    figure.update_layout(
        template=TEMPLATE, height=370, margin={"l": 110, "t": 40, "b": 56}, **LEGEND
    )
    figure.update_xaxes(range=[0.1, 0.33])
    name_across(figure, "weight in the pole<br>(dotted: equal weights)")
    figure.update_yaxes(
        categoryorder="array", categoryarray=[names[one.facet] for one in reversed(used)]
    )
    return figure
