"""A room's guesses beside what its answers say."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import GUIDE, name_across, outlined
from rolekit.base.plot.palette import FAINT, GUESS, PERSON, TEMPLATE, TEXT
from rolekit.cohort.figures.room_map import LARGE
from rolekit.cohort.shown import Group, Guesses
from rolekit.measure.figures.role_map import LEAN_AXIS

HEIGHT = 380  # pixels


def room_guesses(guesses: Guesses, group: Group) -> go.Figure:
    """Draw each guess across and the result upwards, and the means of both.

    A guess and its result are the same on the dashed line.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> room = Reveal().redrawn(rehearsal(30, seed=1)).picture
    >>> [trace.name for trace in room_guesses(room.guesses, room.before).data]
    ['guessed right', 'people', 'means']
    """
    figure = go.Figure(
        go.Scatter(
            name="guessed right",
            x=[-100, 100],
            y=[-100, 100],
            **GUIDE,
            line={"color": TEXT, "dash": "dash", "width": 1.5},
        )
    )
    figure.add_scatter(
        name="people",
        x=[dot.guess for dot in guesses.dots],
        y=[dot.lean for dot in guesses.dots],
        mode="markers",
        marker=outlined(GUESS, symbol="triangle-up", size=10 if guesses.people <= LARGE else 7),
        cliponaxis=False,
        hoverinfo="skip",
    )
    figure.add_scatter(
        name="means",
        x=[guesses.mean],
        y=[group.lean],
        mode="markers",
        marker=outlined(PERSON, 3, size=18),
        hovertemplate="mean guess %{x:.0f}, mean result %{y:.0f}<extra></extra>",
    )
    figure.update_layout(template=TEMPLATE, height=HEIGHT, margin={"l": 60, "b": 46, "t": 10})
    grid = LEAN_AXIS | {"showgrid": True, "gridcolor": FAINT}
    figure.update_xaxes(**grid)
    name_across(figure, "← analytics  ·  guess  ·  engineering →")
    return figure.update_yaxes(
        **grid, title={"text": "analytics  ·  result  ·  engineering", "font": {"size": 13}}
    )
