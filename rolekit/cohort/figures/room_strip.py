"""A room on the strip: its mean, how sure that is, how far apart people are, and a dot for each."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import DOT, bin_of, dots, error_bars, outlined, stacked
from rolekit.base.plot.palette import FAINT, PERSON, TEMPLATE, TEXT
from rolekit.cohort.shown import Group, Moves
from rolekit.measure.figures.spectrum import BOTTOM, REACH, strip_traces

STACK = 110.0  # pixels: the highest stack of dots, which get smaller in a large room
FIRST = 12.0  # pixels above the middle of the line: where stacks begin
ABOVE = 18.0  # pixels from the highest dot up to the mean


def room_strip(group: Group, when: str, moves: Moves | None = None) -> go.Figure:
    """Draw the strip with a group: dots from 10 people on, the mean and its interval, the spread.

    `when` says of which round they are. With `moves`, a ring shows where the mean of the same
    people was before.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> figure = room_strip(Reveal().redrawn(rehearsal(12, seed=1)).picture.before, "before")
    >>> [trace.name for trace in figure.data][4:]
    ['people', 'spread', 'mean']
    """
    places, size = _stacked([dot.lean for dot in group.dots])
    height = max((y for _, y in places), default=FIRST - ABOVE / 2) + ABOVE
    figure = go.Figure(strip_traces(None, None, "")[:4])
    figure.add_scatter(name="people", **dots(places, size))
    ends = [max(-100, group.lean - group.spread), min(100, group.lean + group.spread)]
    figure.add_scatter(
        name="spread",
        x=ends,
        y=[height] * 2,
        mode="lines",
        line={"width": 14, "color": FAINT},
        hovertemplate=f"spread: {group.spread:.0f} points to either side<extra></extra>",
    )
    figure.add_scatter(
        name="mean",
        x=[group.lean],
        y=[height],
        error_x=interval(group),
        mode="markers+text",
        marker=outlined(PERSON, 3, size=16),
        text=[f"<b>{when}: mean of {group.people}</b>"],
        textposition="top center",
        cliponaxis=False,
        hovertemplate=f"mean: %{{x:.0f}} ({group.low:.0f} to {group.high:.0f})<extra></extra>",
    )
    if moves is not None:
        figure.add_scatter(
            name="the same people before",
            x=[moves.before.lean],
            y=[height],
            mode="markers",
            marker=outlined(TEXT, 3, size=16, symbol="circle-open"),
            hovertemplate="the same people before: %{x:.0f}<extra></extra>",
        )
    top = height + 36
    figure.update_layout(
        template=TEMPLATE, autosize=True, height=top - BOTTOM + 20, margin={"t": 10, "b": 10}
    )
    figure.update_xaxes(range=[-REACH, REACH], visible=False)
    figure.update_yaxes(range=[BOTTOM, top], visible=False)
    return figure


def interval(group: Group) -> dict[str, object]:
    """Return the error bar of a group's mean lean."""
    return error_bars([(group.lean, group.low, group.high)], thickness=3, width=7)


def _stacked(leans: list[float]) -> tuple[list[tuple[float, float]], float]:
    """Return (lean, pixels above the line) of each dot, and the dots' size in pixels."""
    places = stacked(bin_of(lean) for lean in leans)
    step = min(DOT, STACK / max((below + 1 for _, below in places), default=1))
    return [(x, FIRST + step * (below + 0.5)) for x, below in places], step
