"""A team as rows: for each kind of work, how many would give it."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import row_axis
from rolekit.base.plot.palette import OUTLINE, PALE, POLE_COLOURS, POLE_NAMES, TEMPLATE, paler
from rolekit.record.instrument import POLES, load_instrument
from rolekit.team.team import Team

ROW = 24  # pixels a facet


def team_coverage(team: Team) -> go.Figure:
    """Draw a row for each facet, darker the more people of the team give it 60 or more.

    The number of people is in it, with "only" before one person alone, and the highest wish if it
    may be shown. Rows, and not columns, have room for that on a narrow page.

    >>> from rolekit.team import compose
    >>> team_coverage(compose({"Ada": {"statistics": 80}})).data[0].text[1]
    ['only <b>1</b>']
    """
    facets = load_instrument().facets
    place = {facet.id: i for i, facet in enumerate(facets)}
    figure = go.Figure()
    for pole in POLES:
        cells = [one for one in team.coverage if one.pole == pole]
        text = [
            f"{'only ' if one.givers == 1 else ''}<b>{one.givers}</b>"
            + (f"  ·  up to {one.highest:.0f}" if one.highest is not None else "")
            for one in cells
        ]
        figure.add_heatmap(
            name=POLE_NAMES[pole],
            x=[""],
            y=[place[one.facet] for one in cells],
            z=[[one.givers] for one in cells],
            text=[[each] for each in text],
            texttemplate="%{text}",
            textfont={"color": OUTLINE, "size": 13},
            # Pale enough at the full end for dark text.
            colorscale=[[0, PALE], [1, paler(POLE_COLOURS[pole])]],
            zmin=0,
            zmax=max(1, len(team.people)),
            showscale=False,
            ygap=3,
            customdata=[[facets[place[one.facet]].name] for one in cells],
            hovertemplate="%{customdata}: %{z} of " + str(len(team.people)) + "<extra></extra>",
        )
    figure.update_layout(
        template=TEMPLATE, height=ROW * len(facets) + 12, margin={"l": 120, "r": 8, "t": 6, "b": 6}
    )
    figure.update_xaxes(showgrid=False, showticklabels=False, ticks="")
    names = row_axis([facet.name for facet in facets])
    figure.update_yaxes(**names, tickfont={"size": 12}, showgrid=False)
    return figure
