"""A room on the strip: its mean, how sure that is, how far apart people are, and a dot for each."""

from __future__ import annotations

from collections import Counter

import plotly.graph_objects as go

from rolekit.base.plot.palette import FAINT, OUTLINE, PERSON, POLE_COLOURS, TEMPLATE, TEXT
from rolekit.cohort.room import Group
from rolekit.measure.figures.spectrum import BIN, BOTTOM, REACH, strip_traces

DOT = 8.0  # pixels: the size of a dot, where there is room for all
STACK = 110.0  # pixels: the highest stack of dots, which get smaller in a large room
FIRST = 12.0  # pixels above the middle of the line: where stacks begin
ABOVE = 18.0  # pixels from the highest dot up to the mean


def room_strip(group: Group, when: str) -> go.Figure:
    """Draw the strip with a group: dots from 10 people on, the mean and its interval, the spread.

    `when` says of which round they are.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> figure = room_strip(Reveal().redrawn(rehearsal(12, seed=1)).picture.before, "before")
    >>> [trace.name for trace in figure.data][4:]
    ['people', 'spread', 'mean']
    """
    places, size = _stacked([dot.lean for dot in group.dots])
    height = max((y for _, y in places), default=FIRST - ABOVE / 2) + ABOVE
    figure = go.Figure(strip_traces(None, None, "")[:4])
    figure.add_scatter(
        name="people",
        x=[x for x, _ in places],
        y=[y for _, y in places],
        mode="markers",
        marker={
            "size": size,
            "color": [POLE_COLOURS["engineering" if x > 0 else "analytics"] for x, _ in places],
            "line": {"width": 1, "color": OUTLINE},
        },
        hoverinfo="skip",
    )
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
        marker={"size": 16, "color": PERSON, "line": {"width": 3, "color": OUTLINE}},
        text=[f"<b>{when}: mean of {group.people}</b>"],
        textposition="top center",
        cliponaxis=False,
        hovertemplate=f"mean: %{{x:.0f}} ({group.low:.0f} to {group.high:.0f})<extra></extra>",
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
    return {
        "type": "data",
        "symmetric": False,
        "array": [group.high - group.lean],
        "arrayminus": [group.lean - group.low],
        "color": TEXT,
        "thickness": 3,
        "width": 7,
    }


def _stacked(leans: list[float]) -> tuple[list[tuple[float, float]], float]:
    """Return (lean, pixels above the line) of each dot, and the dots' size in pixels."""
    # Bins begin at 0, so that no stack stands astride the middle; 100 is in the last one.
    bins = [min(int(lean // BIN), int(100 // BIN) - 1) for lean in leans]
    step = min(DOT, STACK / max(Counter(bins).values(), default=1))
    below: Counter[int] = Counter()
    places = []
    for bin in bins:
        below[bin] += 1
        places.append((BIN * (bin + 0.5), FIRST + step * (below[bin] - 0.5)))
    return places, step
