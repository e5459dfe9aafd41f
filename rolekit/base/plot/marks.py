"""What pictures are made of, in one shape everywhere."""

from __future__ import annotations

import plotly.graph_objects as go

LEAN = "← analytics  ·  lean  ·  engineering →"


def name_across(figure: go.Figure, text: str) -> go.Figure:
    """Say below the numbers of the axis across what it shows, in about 40 letters a line.

    Plotly's own title stands in the middle of the axis and is cut off where that is short; this
    one ends where the axis ends, and has the room below the labels on the left as well.

    >>> name_across(go.Figure(), LEAN).layout.annotations[0].xanchor
    'right'
    """
    return figure.add_annotation(
        text=text,
        x=1,
        y=0,
        xref="paper",
        yref="paper",
        xanchor="right",
        yanchor="top",
        yshift=-20,
        align="right",
        showarrow=False,
    )
