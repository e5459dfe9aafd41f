"""A try as pictures: what each rule's mistakes cost, and whether it rains as often as forecast."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import GUIDE, WORDS, error_bars, hatched, outlined
from rolekit.base.plot.palette import POLE_COLOURS, TEMPLATE, TEXT, framed
from rolekit.weather.days import Bools
from rolekit.weather.decision import DAYS_A_YEAR
from rolekit.weather.experiment import Trial


def rules(tried: Trial) -> go.Figure:
    """Draw euros a year by rule, split into the two kinds of mistakes.

    >>> from rolekit.weather.experiment import trial
    >>> [trace.name for trace in rules(trial()).data]
    ['tables out, wet day', 'tables in, dry day', 'total']
    """
    names = list(tried.decisions)
    a_year = DAYS_A_YEAR / len(tried.wet)

    def euros(mistakes: Bools, cost: float) -> float:
        return float(mistakes.sum() * cost * a_year)

    soaked = [euros(out & tried.wet, tried.costs.soaked) for out in tried.decisions.values()]
    missed = [euros(~out & ~tried.wet, tried.costs.missed) for out in tried.decisions.values()]
    figure = go.Figure()
    for name, values, colour, shape in (
        ("tables out, wet day", soaked, "analytics", ""),
        ("tables in, dry day", missed, "engineering", "/"),
    ):
        figure.add_bar(
            name=name,
            x=values,
            y=names,
            orientation="h",
            marker=hatched(POLE_COLOURS[colour], shape),
            hovertemplate=f"%{{y}}, {name}: %{{x:,.0f}} euros<extra></extra>",
        )
    totals = [a + b for a, b in zip(soaked, missed, strict=True)]
    figure.add_scatter(
        name="total",
        x=totals,
        y=names,
        **WORDS,
        text=[f" {total:,.0f}" for total in totals],
        textposition="middle right",
        showlegend=False,
    )
    figure.update_layout(**framed(300, l=104, t=56), barmode="stack", bargap=0.35)
    figure.update_layout(legend_traceorder="normal", legend_orientation="v")
    figure.update_xaxes(range=[0, 1.4 * max(totals)], nticks=5, title="euros lost a year")
    figure.update_yaxes(autorange="reversed", ticksuffix=" ")
    return figure


def calibration(tried: Trial) -> go.Figure:
    """Draw, for days with a similar forecast, the chance said and how often it rained (in %).

    >>> from rolekit.weather.experiment import trial
    >>> len(calibration(trial()).data[1].x)
    5
    """
    bins = tried.calibration()
    figure = go.Figure(
        go.Scatter(x=[0, 100], y=[0, 100], **GUIDE, line={"color": TEXT, "dash": "dot"})
    )
    figure.add_scatter(
        x=[100 * one.said for one in bins],
        y=[100 * one.happened for one in bins],
        error_y=error_bars((100 * one.happened, 100 * one.low, 100 * one.high) for one in bins),
        mode="markers",
        text=[f"{one.n} days" for one in bins],
        marker=outlined(POLE_COLOURS["analytics"], size=12),
        hovertemplate="forecast %{x:.0f}%, rain on %{y:.0f}% of %{text}<extra></extra>",
    )
    figure.update_layout(template=TEMPLATE, height=340, margin={"l": 56, "b": 46})
    figure.update_xaxes(range=[0, 108], title="chance of rain in the forecast (%)")
    figure.update_yaxes(range=[-8, 104], title="how often it rained (%)")
    return figure
