"""The facet profile: how much of each kind of work a person would like."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import OF_100, WORDS, outlined
from rolekit.base.plot.palette import LEGEND, POLE_COLOURS, POLE_NAMES, POLE_SYMBOLS, TEMPLATE
from rolekit.record.answers import Answers
from rolekit.record.instrument import load_instrument

ROW = 24  # pixels a facet


def facet_profile(answers: Answers) -> go.Figure:
    """Draw one row a facet: its score, 0-100, or that it is not answered.

    >>> figure = facet_profile(Answers.from_facets({"statistics": 80}))
    >>> [trace.name for trace in figure.data]
    ['Analytics', 'Engineering', 'Machine learning', 'not answered']
    """
    instrument, scores = load_instrument(), answers.by_facet
    figure = go.Figure()
    for pole in instrument.poles:
        scored = [facet for facet in instrument.facets_of(pole) if facet.id in scores]
        figure.add_scatter(
            name=POLE_NAMES[pole],
            x=[scores[facet.id] for facet in scored],
            y=[facet.name for facet in scored],
            mode="markers",
            marker=outlined(POLE_COLOURS[pole], size=13, symbol=POLE_SYMBOLS[pole]),
            hovertemplate="%{y}: %{x:.0f}<extra></extra>",
        )
    silent = [facet.name for facet in instrument.facets if facet.id not in scores]
    figure.add_scatter(
        name="not answered",
        x=[0] * len(silent),
        y=silent,
        **WORDS,
        text=["not answered"] * len(silent),
        textposition="middle right",
        showlegend=False,
    )
    figure.update_layout(
        template=TEMPLATE,
        height=ROW * len(instrument.facets) + 90,
        margin={"l": 110, "t": 40},
        **LEGEND,
    )
    figure.update_xaxes(**OF_100)
    figure.update_yaxes(
        categoryorder="array", categoryarray=[facet.name for facet in reversed(instrument.facets)]
    )
    return figure
