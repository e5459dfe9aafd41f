"""What pictures are made of, in one shape everywhere."""

from __future__ import annotations

import plotly.graph_objects as go

from rolekit.base.plot.palette import TEMPLATE, TEXT

MARK = 26  # pixels: the height of the line that says that a person is invented
TEAM = "an invented team"
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


def invented(figure: go.Figure, whose: str = "an invented person") -> go.Figure:
    """Return the figure with a mark that says that nobody gave these answers.

    >>> invented(go.Figure(layout={"height": 100})).layout.height
    126
    """
    marked = go.Figure(figure).add_annotation(
        text=whose,
        x=1,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="right",
        yanchor="bottom",
        showarrow=False,
        font={"size": 12, "color": TEXT},
        bgcolor="rgba(128, 128, 128, 0.15)",
        borderpad=3,
    )
    # On a line of its own above the picture, which keeps its size.
    margin = marked.layout.margin.t or TEMPLATE.layout.margin.t
    return marked.update_layout(height=marked.layout.height + MARK, margin_t=margin + MARK)


def across(figure: go.Figure, text: str) -> go.Figure:
    """Write a watermark across a figure, a line a word."""
    return figure.add_annotation(
        text=f"<b>{text.replace(' ', '<br>')}</b>",
        x=0.5,
        y=0.5,
        xref="paper",
        yref="paper",
        showarrow=False,
        font={"size": 22},
        opacity=0.28,
    )
