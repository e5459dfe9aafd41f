"""One sign in all titles: two that were guessed at, with the guesses, and their neighbours."""

from __future__ import annotations

import plotly.graph_objects as go

from rolekit.base.plot.marks import OF_100, error_bars, outlined
from rolekit.base.plot.palette import GUESS, LEGEND, ROLE_COLOURS, TEMPLATE
from rolekit.base.tables import load_table
from rolekit.titles.guesses import TITLES, Guess
from rolekit.titles.shares import adverts_only

ROW = 26  # pixels a title


def guess_and_truth(guess: Guess) -> go.Figure:
    """Draw the share of each title (of 100) with its 95 % interval, and what was guessed.

    The two titles that were asked about come first and larger.

    >>> from rolekit.titles.guesses import load_questions
    >>> [trace.name for trace in guess_and_truth(Guess(load_questions()[0], (50, None))).data]
    ['share, with its 95 % interval', 'your guess']
    """
    shares, names = guess.question.sign.shares, {r["id"]: r["name"] for r in load_table("roles")}
    neighbours = sorted(shares.keys() - set(TITLES), key=lambda role: -shares[role].share)
    order = [*TITLES, *neighbours]
    labels = [f"<b>{names[r]}</b>" if r in TITLES else names[r] for r in order]
    of_100 = [100 * shares[role].share for role in order]
    ends = [shares[role].interval for role in order]
    figure = go.Figure(
        go.Scatter(
            name="share, with its 95 % interval",
            x=of_100,
            y=labels,
            error_x=error_bars(
                above=[100 * high - x for x, (_, high) in zip(of_100, ends, strict=True)],
                below=[x - 100 * low for x, (low, _) in zip(of_100, ends, strict=True)],
            ),
            mode="markers",
            marker=outlined(
                [ROLE_COLOURS[role] for role in order],
                symbol=[_symbol(role) for role in order],
                size=[15 if role in TITLES else 9 for role in order],
            ),
            customdata=[shares[role].n for role in order],
            hovertemplate="%{y}: %{x:.0f} of 100 (n = %{customdata:,})<extra></extra>",
        )
    )
    made = [(v, label) for v, label in zip(guess.values, labels, strict=False) if v is not None]
    figure.add_scatter(
        name="your guess",
        x=[value for value, _ in made],
        y=[label for _, label in made],
        mode="markers",
        marker=outlined(GUESS, symbol="triangle-up", size=14),
        hovertemplate="your guess: %{x}<extra></extra>",
    )
    figure.update_layout(
        template=TEMPLATE,
        height=ROW * len(order) + 84,
        margin={"l": 132, "t": 34, "b": 46},
        **LEGEND,
    )
    figure.update_xaxes(**OF_100, title=f"of 100 {guess.question.sign.unit}")
    figure.update_yaxes(categoryorder="array", categoryarray=labels[::-1])
    return figure


def _symbol(role: str) -> str:
    symbol = "diamond" if role == TITLES[1] else "circle"
    return f"{symbol}-open" if adverts_only(role) else symbol
