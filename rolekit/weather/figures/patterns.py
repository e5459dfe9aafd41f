"""Months, spells and a permutation test as pictures."""

import numpy as np
import plotly.graph_objects as go

from rolekit.base.plot.marks import hatched, outlined
from rolekit.base.plot.palette import GUESS, LEGEND, POLE_COLOURS, TEMPLATE, TEXT, framed
from rolekit.weather.days import Floats, load_days
from rolekit.weather.patterns import Stability, dry_shares, spells

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
JULY = 6


def dry_months(guess: int | None = None) -> go.Figure:
    """Draw the share of dry days (%) of each month and year, and a guess (0-100) for July.

    >>> [trace.name for trace in dry_months(60).data]
    ['one year', 'all four years', 'your guess']
    """
    years = dry_shares(load_days())
    mean = [sum(shares[m] for shares in years.values()) / len(years) for m in range(12)]
    figure = go.Figure(
        go.Scatter(
            name="one year",
            x=list(MONTHS) * len(years),
            y=[100 * float(share) for shares in years.values() for share in shares],
            text=[str(year) for year in years for _ in MONTHS],
            mode="markers",
            marker={"symbol": "line-ew-open", "size": 14, "color": TEXT, "line": {"width": 2}},
            hovertemplate="%{x}, %{text}: %{y:.0f}% dry<extra></extra>",
        )
    )
    figure.add_scatter(
        name="all four years",
        x=MONTHS,
        y=[100 * float(share) for share in mean],
        mode="lines+markers",
        line={"color": POLE_COLOURS["analytics"], "width": 2},
        marker=outlined(POLE_COLOURS["analytics"], size=10),
        hovertemplate="%{x}: %{y:.0f}% dry<extra></extra>",
    )
    figure.add_scatter(
        name="your guess",
        x=[] if guess is None else [MONTHS[JULY]],
        y=[] if guess is None else [guess],
        mode="markers",
        showlegend=guess is not None,
        marker=outlined(GUESS, symbol="triangle-up", size=15),
        hovertemplate="your guess: %{y:.0f}% dry<extra></extra>",
    )
    figure.update_layout(template=TEMPLATE, height=340, margin={"t": 40, "l": 56}, **LEGEND)
    figure.update_xaxes(showgrid=False)
    figure.update_yaxes(range=[0, 103], title="dry days (%)")
    return figure


LONGEST = 15  # days from which on spells are counted together
LOOKS = {"dry": ("engineering", ""), "wet": ("analytics", "/")}


def spell_lengths() -> go.Figure:
    """Draw how many dry and wet spells there were of each length.

    >>> [trace.name for trace in spell_lengths().data]
    ['dry spells', 'wet spells']
    """
    figure = go.Figure()
    lengths = list(range(1, LONGEST + 1))
    names = [str(n) for n in lengths[:-1]] + [f"{LONGEST}+"]
    for kind, found in spells(load_days().wet).items():
        colour, shape = LOOKS[kind]
        counted = [min(length, LONGEST) for length in found]
        figure.add_bar(
            name=f"{kind} spells",
            x=names,
            y=[counted.count(n) for n in lengths],
            marker=hatched(POLE_COLOURS[colour], shape),
            hovertemplate=f"{kind} for %{{x}} days: %{{y}} times<extra></extra>",
        )
    figure.update_layout(**framed(300), bargap=0.25)
    figure.update_xaxes(title="length in days", type="category", showgrid=False)
    figure.update_yaxes(title="how often")
    return figure


REACH = 32  # points either side of 0
WIDTH = 1  # points a bar


def shuffles(asked: Stability, shuffled: Floats) -> go.Figure:
    """Draw the differences, in points, under shuffled labels, and the real one as a line.

    >>> from rolekit.weather.days import load_days
    >>> from rolekit.weather.patterns import stability
    >>> asked = stability(load_days())
    >>> [trace.name for trace in shuffles(asked, asked.shuffle(50, seed=0)).data]
    ['by chance', 'what was found']
    """
    edges = np.arange(-REACH - WIDTH / 2, REACH + WIDTH, WIDTH)
    counts = np.histogram(np.clip(100 * shuffled, -REACH, REACH), edges)[0]
    found, top = 100 * asked.difference, max(4, 1.1 * counts.max(initial=0))
    figure = go.Figure(
        go.Bar(
            name="by chance",
            x=((edges[1:] + edges[:-1]) / 2).tolist(),
            y=counts.tolist(),
            width=WIDTH,
            marker=outlined(POLE_COLOURS["analytics"], 0.5),
            hovertemplate="%{x:+.0f} points: %{y} times<extra></extra>",
        )
    )
    figure.add_scatter(
        name="what was found",
        x=[found, found],
        y=[0, top],
        mode="lines+markers",
        line={"color": GUESS, "width": 4},
        marker={"symbol": ["circle", "triangle-down"], "size": [1, 14], "color": GUESS},
        hovertemplate=f"found: {found:+.1f} points<extra></extra>",
    )
    figure.update_layout(**framed(320))
    figure.update_xaxes(range=[-REACH, REACH], title="summer minus the rest, in points")
    figure.update_yaxes(range=[0, top], title="shuffles")
    return figure
