"""How a room moved on the map: an arrow from before the discussion to after it."""

from collections.abc import Sequence

import plotly.graph_objects as go

from rolekit.base.plot.marks import outlined
from rolekit.base.plot.palette import PERSON, POLE_COLOURS, TEXT
from rolekit.cohort.figures.room_map import LARGE
from rolekit.cohort.shown import Moves
from rolekit.measure.figures.role_map import HEIGHT, on_map

Point = tuple[float, float]


def room_moves(moves: Moves) -> go.Figure:
    """Draw an arrow for each person of whom one may be shown, and one for the mean of them all.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> room = Reveal().redrawn(rehearsal(7, seed=1)).picture
    >>> [trace.name for trace in room_moves(room.moves).data]
    ['towards analytics', 'towards engineering', 'mean before', 'mean']
    """
    arrows = moves.arrows
    size = 9 if len(arrows) <= LARGE else 6
    figure = go.Figure()
    for side in ("analytics", "engineering"):
        figure.add_trace(
            _arrows(
                f"towards {side}",
                [
                    ((one.before.lean, one.before.depth), (one.after.lean, one.after.depth))
                    for one in arrows
                    if (one.after.lean > one.before.lean) == (side == "engineering")
                ],
                colour=POLE_COLOURS[side],
                size=size,
            )
        )
    start = (moves.before.lean, moves.before.depth)
    end = (moves.after["lean"], moves.after["depth"])
    figure.add_scatter(
        name="mean before",
        x=start[:1],
        y=start[1:],
        mode="markers",
        marker=outlined(PERSON, 3, size=16),
        hovertemplate="mean before: lean %{x:.0f}, machine learning %{y:.0f}<extra></extra>",
    )
    mean = _arrows("mean", [(start, end)] if start != end else [], colour=TEXT, size=20)
    mean.update(line={"width": 5}, text=["", "<b>mean</b>", ""], textposition="top center")
    figure.add_trace(mean.update(mode="lines+markers+text"))
    return on_map(figure, 2 * HEIGHT + 60)


def _arrows(name: str, ends: Sequence[tuple[Point, Point]], colour: str, size: float) -> go.Scatter:
    points = [point for start, end in ends for point in (start, end, (None, None))]
    return go.Scatter(
        name=name,
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="lines+markers",
        line={"width": 1.5, "color": colour},
        marker=outlined(colour, symbol="arrow", angleref="previous", size=[0, size, 0] * len(ends)),
        cliponaxis=False,
        hoverinfo="skip",
    )
