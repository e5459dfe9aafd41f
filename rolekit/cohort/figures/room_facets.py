"""What a room would like to do: for each kind of work the mean wish, as a heat strip."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import row_axis
from rolekit.base.plot.palette import OUTLINE, PALE, POLE_COLOURS, POLE_NAMES, TEMPLATE, paler
from rolekit.cohort.shown import Group, Moves
from rolekit.record.instrument import POLES, load_instrument

ROW = 24  # pixels a kind of work


def room_facets(group: Group, moves: Moves | None) -> go.Figure:
    """Draw a cell for each facet, darker the more the room wants of it.

    Where people have answered before and after there are two columns more, of these people alone.
    Kinds of work are rows: their names have room on a narrow page.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> room = Reveal().redrawn(rehearsal(7, seed=1)).picture
    >>> [list(trace.x) for trace in room_facets(room.before, room.moves).data][0]
    ['7 people', '7 before', '7 after']
    """
    facets = load_instrument().facets
    columns = {f"{group.people} people": group.facets}
    if moves is not None:
        columns[f"{moves.before.people} before"] = moves.before.facets
        columns[f"{moves.before.people} after"] = moves.after
    figure = go.Figure()
    for pole in POLES:
        places = [place for place, facet in enumerate(facets) if facet.pole == pole]
        figure.add_heatmap(
            name=POLE_NAMES[pole],
            x=list(columns),
            y=places,
            z=[[column[facets[i].id] for column in columns.values()] for i in places],
            texttemplate="%{z:.0f}",
            textfont={"color": OUTLINE, "size": 13},
            colorscale=[[0, PALE], [1, paler(POLE_COLOURS[pole])]],
            zmin=0,
            zmax=100,
            showscale=False,
            xgap=3,
            ygap=3,
            customdata=[[facets[i].name] * len(columns) for i in places],
            hovertemplate="%{customdata}, %{x}: %{z:.0f}<extra></extra>",
        )
    figure.update_layout(
        template=TEMPLATE, height=ROW * len(facets) + 46, margin={"l": 120, "r": 8, "t": 40, "b": 6}
    )
    names = row_axis([facet.name for facet in facets])
    figure.update_yaxes(**names, tickfont={"size": 12}, showgrid=False)
    return figure.update_xaxes(
        side="top",
        tickvals=list(columns),
        ticktext=[name.replace(" ", "<br>") for name in columns],
        tickangle=0,
        tickfont={"size": 12},
        showgrid=False,
        fixedrange=True,
    )
