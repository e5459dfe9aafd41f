"""All guesses beside the truth, question by question."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from rolekit.base.plot.marks import OF_100, outlined, spans
from rolekit.base.plot.palette import GUESS, LEGEND, ROLE_COLOURS, TEMPLATE, TEXT
from rolekit.base.tables import load_table
from rolekit.titles.guesses import TITLES, Guess

ROW = 40  # pixels a question
APART = 0.19  # of a row: how far each title's line is from the middle
SYMBOLS = ("circle", "diamond")


def all_guesses(guesses: Sequence[Guess]) -> go.Figure:
    """Draw for each question both titles, and from each guess a line to what is true.

    >>> from rolekit.titles.guesses import load_questions
    >>> figure = all_guesses([Guess(question, (50, 50)) for question in load_questions()])
    >>> [trace.name for trace in figure.data]
    ['from guess to share', 'your guess', 'Data scientist', 'ML engineer']
    """
    names = {row["id"]: row["name"] for row in load_table("roles")}
    made = [
        (value, 100 * share.share, place(i, side))
        for i, guess in enumerate(guesses)
        for side, (value, share) in enumerate(zip(guess.values, guess.question.shares, strict=True))
        if value is not None
    ]
    figure = go.Figure(
        go.Scatter(
            name="from guess to share",
            **spans([ends for *ends, _ in made], [height for _, _, height in made]),
            line={"color": TEXT, "width": 2},
            showlegend=False,
        )
    )
    figure.add_scatter(
        name="your guess",
        x=[value for value, _, _ in made],
        y=[height for _, _, height in made],
        mode="markers",
        marker=outlined(GUESS, symbol="triangle-up", size=11),
        hovertemplate="your guess: %{x}<extra></extra>",
    )
    for side, title in enumerate(TITLES):
        figure.add_scatter(
            name=names[title],
            x=[100 * guess.question.shares[side].share for guess in guesses],
            y=[place(i, side) for i in range(len(guesses))],
            mode="markers",
            marker=outlined(ROLE_COLOURS[title], symbol=SYMBOLS[side], size=12),
            hovertemplate=f"{names[title]}: %{{x:.0f}} of 100<extra></extra>",
        )
    figure.update_layout(
        template=TEMPLATE,
        height=ROW * len(guesses) + 90,
        margin={"l": 168, "t": 40, "b": 46},
        **LEGEND,
    )
    figure.update_xaxes(**OF_100, title="of 100 people, or of 100 adverts")
    figure.update_yaxes(
        range=[len(guesses) - 0.5, -0.5],
        tickvals=list(range(len(guesses))),
        ticktext=[guess.question.short for guess in guesses],
        showgrid=False,
        zeroline=False,
    )
    return figure


def place(question: int, side: int) -> float:
    """Return how far down, in rows, a title's line of a question is drawn."""
    return question + (APART if side else -APART)
