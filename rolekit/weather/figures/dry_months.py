"""The year as a picture: how many days of each month are dry, year by year."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import outlined
from rolekit.base.plot.palette import GUESS, LEGEND, POLE_COLOURS, TEMPLATE, TEXT
from rolekit.weather.days import load_days
from rolekit.weather.patterns import dry_shares

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
            hovertemplate="%{x} %{text}: %{y:.0f} of 100<extra></extra>",
        )
    )
    figure.add_scatter(
        name="all four years",
        x=MONTHS,
        y=[100 * float(share) for share in mean],
        mode="lines+markers",
        line={"color": POLE_COLOURS["analytics"], "width": 2},
        marker=outlined(POLE_COLOURS["analytics"], size=10),
        hovertemplate="%{x}: %{y:.0f} of 100<extra></extra>",
    )
    figure.add_scatter(
        name="your guess",
        x=[] if guess is None else [MONTHS[JULY]],
        y=[] if guess is None else [guess],
        mode="markers",
        showlegend=guess is not None,
        marker=outlined(GUESS, symbol="triangle-up", size=15),
        hovertemplate="your guess: %{y:.0f} of 100<extra></extra>",
    )
    figure.update_layout(template=TEMPLATE, height=340, margin={"t": 40, "l": 56}, **LEGEND)
    figure.update_xaxes(showgrid=False)
    figure.update_yaxes(range=[0, 103], title="dry days of 100")
    return figure
