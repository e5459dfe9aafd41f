"""What would flip a result: the answers that would have to change, and how far."""

from collections.abc import Sequence

import plotly.graph_objects as go

from rolekit.base.plot.marks import arrow, name_across, outlined
from rolekit.base.plot.palette import PERSON, POLE_COLOURS, POLE_SYMBOLS, TEMPLATE, TEXT
from rolekit.measure.explain import Flip
from rolekit.record.instrument import load_instrument

ROW = 44  # pixels a facet


def flips(found: Sequence[Flip]) -> go.Figure:
    """Draw one row a facet: from its score now to the score with which lean would be 0.

    >>> from rolekit import explain
    >>> from rolekit.measure.example import EXAMPLE
    >>> flips(explain(EXAMPLE.answers).flips).data[0].y
    ('Architecture',)
    """
    facets = {facet.id: facet for facet in load_instrument().facets}
    names = [facets[flip.facet].name for flip in found]
    poles = [facets[flip.facet].pole for flip in found]
    symbols = [POLE_SYMBOLS[pole] for pole in poles]
    figure = go.Figure(
        [
            go.Scatter(
                name=name,
                x=at,
                y=names,
                mode="markers",
                marker=outlined(colour, width, size=15, symbol=symbols),
                hovertemplate=f"%{{y}}: %{{x:.0f}} {told}<extra></extra>",
            )
            for name, at, colour, width, told in (
                ("now", [f.score for f in found], [POLE_COLOURS[pole] for pole in poles], 1, "now"),
                ("wanted", [f.wanted for f in found], PERSON, 2, "would put you in the middle"),
            )
        ]
    )
    for flip, name in zip(found, names, strict=True):
        arrow(figure, flip.score, flip.wanted, name, TEXT, standoff=9, startstandoff=9)
    figure.update_layout(
        template=TEMPLATE,
        height=ROW * len(found) + 70,
        margin={"l": 120, "b": 58},
        showlegend=False,
    )
    figure.update_xaxes(range=[-8, 108], tickvals=[0, 25, 50, 75, 100])
    name_across(figure, "how much of your time<br>you would give to it")
    moves = [f"{flip.score:.0f} → <b>{flip.wanted:.0f}</b>" for flip in found]
    figure.update_yaxes(
        range=[len(found) - 0.5, -0.6],
        tickvals=names,
        ticktext=[f"{name}<br>{move}" for name, move in zip(names, moves, strict=True)],
    )
    return figure
