"""Guesses beside the truth: one question in all titles, and all questions in the two."""

from collections.abc import Sequence

import plotly.graph_objects as go

from rolekit.base.plot.marks import OF_100, error_bars, name_across, outlined, row_axis, spans
from rolekit.base.plot.palette import GUESS, ROLE_COLOURS, TEXT, framed
from rolekit.titles.guesses import TITLES, Guess
from rolekit.titles.shares import adverts_only
from rolekit.titles.sides import name_of

TITLE = 26  # pixels a title


def guess_and_truth(guess: Guess) -> go.Figure:
    """Draw the percentage of each title with its 95% interval, and what was guessed.

    The two titles that were asked about come first and larger.

    >>> from rolekit.titles.guesses import load_questions
    >>> [trace.name for trace in guess_and_truth(Guess(load_questions()[0], (50, None))).data]
    ['share, with its 95% interval', 'your guess']
    """
    shares = guess.question.sign.shares
    neighbours = sorted(shares.keys() - set(TITLES), key=lambda role: -shares[role].share)
    order = [*TITLES, *neighbours]
    labels = [f"<b>{name_of(r)}</b>" if r in TITLES else name_of(r) for r in order]
    figure = go.Figure(
        go.Scatter(
            name="share, with its 95% interval",
            x=[100 * shares[role].share for role in order],
            y=labels,
            error_x=error_bars(shares[role].percent for role in order),
            mode="markers",
            marker=outlined(
                [ROLE_COLOURS[role] for role in order],
                symbol=[_symbol(role) for role in order],
                size=[15 if role in TITLES else 9 for role in order],
            ),
            customdata=[shares[role].n for role in order],
            hovertemplate="%{y}: %{x:.0f}% (n = %{customdata:,})<extra></extra>",
        )
    )
    made = [(v, label) for v, label in zip(guess.values, labels, strict=False) if v is not None]
    figure.add_scatter(
        name="your guess",
        x=[value for value, _ in made],
        y=[label for _, label in made],
        mode="markers",
        marker=outlined(GUESS, symbol="triangle-up", size=14),
        hovertemplate="your guess: %{x}%<extra></extra>",
    )
    figure.update_layout(**framed(TITLE * len(order) + 84, l=132, t=34))
    figure.update_xaxes(**OF_100, title=f"% of {guess.question.sign.unit}")
    figure.update_yaxes(categoryorder="array", categoryarray=labels[::-1])
    return figure


def _symbol(role: str) -> str:
    symbol = "diamond" if role == TITLES[1] else "circle"
    return f"{symbol}-open" if adverts_only(role) else symbol


QUESTION = 40  # pixels a question
APART = 0.19  # of a row: how far each title's line is from the middle
SYMBOLS = ("circle", "diamond")


def all_guesses(guesses: Sequence[Guess]) -> go.Figure:
    """Draw for each question both titles, and from each guess a line to what is true.

    >>> from rolekit.titles.guesses import load_questions
    >>> figure = all_guesses([Guess(question, (50, 50)) for question in load_questions()])
    >>> [trace.name for trace in figure.data]
    ['from guess to share', 'your guess', 'Data scientist', 'ML engineer']
    """
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
        hovertemplate="your guess: %{x}%<extra></extra>",
    )
    for side, title in enumerate(TITLES):
        figure.add_scatter(
            name=name_of(title),
            x=[100 * guess.question.shares[side].share for guess in guesses],
            y=[place(i, side) for i in range(len(guesses))],
            mode="markers",
            marker=outlined(ROLE_COLOURS[title], symbol=SYMBOLS[side], size=12),
            hovertemplate=f"{name_of(title)}: %{{x:.0f}}%<extra></extra>",
        )
    figure.update_layout(**framed(QUESTION * len(guesses) + 90, l=168))
    figure.update_xaxes(**OF_100)
    name_across(figure, "% of people or adverts")
    names = [guess.question.short for guess in guesses]
    figure.update_yaxes(**row_axis(names), showgrid=False)
    return figure


def place(question: int, side: int) -> float:
    """Return how far down, in rows, a title's line of a question is drawn."""
    return question + (APART if side else -APART)
