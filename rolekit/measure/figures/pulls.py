"""The visible sum: what each kind of work adds to lean, each bar beginning where the last ended."""

from collections.abc import Sequence

import plotly.graph_objects as go

from rolekit.base.plot.marks import GUIDE, WORDS, name_across, outlined
from rolekit.base.plot.palette import FAINT, PERSON, TEMPLATE, TEXT, side_colour
from rolekit.measure.explain import Contribution, Explanation
from rolekit.record.instrument import load_instrument

ROW = 30  # pixels a bar
ROOM = 0.28  # of the longest way, kept free on either side for the numbers


def pulls(explanation: Explanation) -> go.Figure:
    """Draw the contributions of the facets, the largest first, and the lean that they add up to.

    A bar to the left pulls towards analytics, one to the right towards engineering, in points.

    >>> from rolekit import explain
    >>> from rolekit.measure.example import EXAMPLE
    >>> figure = pulls(explain(EXAMPLE.answers))
    >>> figure.data[0].y[0], figure.data[1].y[0]
    ('Storytelling (25)', '<b>your position</b>')
    """
    names = {facet.id: facet.name for facet in load_instrument().facets}
    parts = explanation.contributions
    ends = [sum(part.points for part in parts[: i + 1]) for i in range(len(parts))]
    starts = [0.0, *ends[:-1]]
    low, high = min(0.0, *ends), max(0.0, *ends)
    labels = [f"{names[part.facet]} ({part.score:.0f})" for part in parts]
    points, total = explanation.whole_points, "<b>your position</b>"
    right = [part.points > 0 for part in parts]
    figure = go.Figure(
        [
            _bars(parts, starts, labels),
            go.Scatter(
                name="lean",
                x=[ends[-1]],
                y=[total],
                mode="markers+text",
                marker=outlined(PERSON, 3, size=18),
                text=[f"   <b>{_signed(sum(points.values()))}</b>   "],
                # To the side on which there is more room.
                textposition="middle left" if 2 * ends[-1] > low + high else "middle right",
                hoverinfo="skip",
            ),
            go.Scatter(
                name="points",
                x=[(max if to else min)(ends[i], starts[i]) for i, to in enumerate(right)],
                y=labels,
                **WORDS,
                text=[f" {_signed(points[part.facet])} " for part in parts],
                textposition=["middle right" if to else "middle left" for to in right],
            ),
        ]
    )
    # Thin lines carry the eye from the end of a bar to the beginning of the next.
    for end, upper, lower in zip(ends, labels, [*labels[1:], total], strict=True):
        figure.add_scatter(
            x=[end, end], y=[upper, lower], **GUIDE, line={"width": 1, "color": TEXT, "dash": "dot"}
        )
    room = max(ROOM * (high - low), 4.0)
    figure.update_layout(
        template=TEMPLATE, height=ROW * (len(parts) + 1) + 56, margin={"l": 134, "t": 6, "b": 50}
    )
    figure.add_vline(0, line={"color": TEXT, "width": 1})
    name_across(figure, "← analytics  ·  points  ·  engineering →")
    figure.update_xaxes(range=[low - room, high + room], zeroline=False, gridcolor=FAINT)
    figure.update_yaxes(
        categoryorder="array", categoryarray=[total, *reversed(labels)], showgrid=False
    )
    return figure


def _bars(parts: Sequence[Contribution], starts: Sequence[float], labels: Sequence[str]) -> go.Bar:
    return go.Bar(
        name="pulls",
        x=[part.points for part in parts],
        base=starts,
        y=labels,
        orientation="h",
        width=0.62,
        marker=outlined([side_colour(part.points) for part in parts]),
        customdata=[
            f"{abs(part.points):.1f} towards {'engineering' if part.points > 0 else 'analytics'}"
            for part in parts
        ],
        hovertemplate="%{y}: %{customdata}<extra></extra>",
    )


def _signed(points: int) -> str:
    """Return points with their direction as an arrow: colour is never the only cue."""
    if not points:
        return "0"
    return f"{points} →" if points > 0 else f"← {-points}"
