"""What a room would like to do: for each kind of work the mean wish, as a heat strip."""

import plotly.graph_objects as go

from rolekit.base.plot.palette import OUTLINE, PALE, POLE_COLOURS, POLE_NAMES, TEMPLATE, paler
from rolekit.cohort.shown import Group, Moves
from rolekit.record.instrument import POLES, load_instrument

ROW = 46  # pixels a round


def room_facets(group: Group, moves: Moves | None) -> go.Figure:
    """Draw a cell for each facet, darker the more the room wants of it.

    Where people have answered before and after there are two rows more, of these people alone.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> room = Reveal().redrawn(rehearsal(7, seed=1)).picture
    >>> [list(trace.y) for trace in room_facets(room.before, room.moves).data][0]
    ['7 people', '7 before', '7 after']
    """
    facets = load_instrument().facets
    rows = {f"{group.people} people": group.facets}
    if moves is not None:
        rows[f"{moves.before.people} before"] = moves.before.facets
        rows[f"{moves.before.people} after"] = moves.after
    figure = go.Figure()
    for pole in POLES:
        places = [place for place, facet in enumerate(facets) if facet.pole == pole]
        figure.add_heatmap(
            name=POLE_NAMES[pole],
            x=places,
            y=list(rows),
            z=[[row[facets[i].id] for i in places] for row in rows.values()],
            texttemplate="%{z:.0f}",
            textfont={"color": OUTLINE, "size": 13},
            colorscale=[[0, PALE], [1, paler(POLE_COLOURS[pole])]],
            zmin=0,
            zmax=100,
            showscale=False,
            xgap=3,
            ygap=3,
            customdata=[[facets[i].name for i in places]] * len(rows),
            hovertemplate="%{customdata}, %{y}: %{z:.0f}<extra></extra>",
        )
    figure.update_layout(
        template=TEMPLATE, height=ROW * len(rows) + 96, margin={"l": 72, "r": 8, "t": 6, "b": 90}
    )
    figure.update_xaxes(
        tickvals=list(range(len(facets))),
        ticktext=[facet.name for facet in facets],
        range=[-0.5, len(facets) - 0.5],
        tickangle=-35,
        tickfont={"size": 12},
        showgrid=False,
        zeroline=False,
    )
    return figure.update_yaxes(autorange="reversed", showgrid=False, ticks="", fixedrange=True)
