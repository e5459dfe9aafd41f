"""The interests that go with occupations, as a public classification sees them."""

from collections.abc import Sequence
from textwrap import wrap

import plotly.graph_objects as go

from rolekit.base.plot.marks import name_across, outlined
from rolekit.base.plot.palette import framed
from rolekit.titles.sources import INTERESTS, Occupation

LETTERS, GLOSS = 30, 18  # in a line of a name and of its meaning: what fits a telephone
# The later is drawn over the earlier and is smaller, so that equal scores both stay in sight.
LOOKS = (("#009E73", "square", 19), ("#E69F00", "diamond", 15), ("#0072B2", "circle", 10))


def interests(occupations: Sequence[Occupation]) -> go.Figure:
    """Draw the six interests (1-7) of up to three occupations.

    >>> from rolekit.titles.sources import occupations
    >>> [trace.name for trace in interests(occupations("ml_engineer")).data][-1]
    'Data Scientists'
    """
    figure = go.Figure()
    labels = [
        "<br>".join([f"<b>{name}</b>", *wrap(meaning, GLOSS)])
        for name, meaning in INTERESTS.items()
    ]
    for occupation, (colour, symbol, size) in zip(occupations, LOOKS, strict=False):
        figure.add_scatter(
            name="<br>".join(wrap(occupation.name, LETTERS)),
            x=list(occupation.interests.values()),
            y=labels,
            mode="markers",
            marker=outlined(colour, symbol=symbol, size=size),
            cliponaxis=False,  # a mark at 7 on a narrow page
            hovertemplate=f"{occupation.name}: %{{x:.1f}}<extra></extra>",
        )
    figure.update_layout(**framed(490, l=135, t=120))
    figure.update_layout(
        legend={"orientation": "v", "yref": "container", "y": 0.99, "yanchor": "top"}
    )
    figure.update_xaxes(range=[0.6, 7.4], tickvals=list(range(1, 8)))
    name_across(figure, "from 1, least, to 7, most")
    figure.update_yaxes(autorange="reversed", tickfont={"size": 12})
    return figure
