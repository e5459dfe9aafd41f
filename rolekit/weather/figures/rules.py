"""The rules as a picture: what each one's mistakes cost the café a year."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import WORDS, hatched
from rolekit.base.plot.palette import LEGEND, POLE_COLOURS, TEMPLATE
from rolekit.weather.days import Bools
from rolekit.weather.decision import DAYS_A_YEAR
from rolekit.weather.experiment import Trial


def rules(tried: Trial) -> go.Figure:
    """Draw euros a year by rule, split into the two kinds of mistakes.

    >>> from rolekit.weather.experiment import trial
    >>> [trace.name for trace in rules(trial()).data]
    ['tables out, and wet', 'tables in, and dry', 'total']
    """
    names = list(tried.decisions)
    a_year = DAYS_A_YEAR / len(tried.wet)

    def euros(mistakes: Bools, cost: float) -> float:
        return float(mistakes.sum() * cost * a_year)

    soaked = [euros(out & tried.wet, tried.costs.soaked) for out in tried.decisions.values()]
    missed = [euros(~out & ~tried.wet, tried.costs.missed) for out in tried.decisions.values()]
    figure = go.Figure()
    for name, values, colour, shape in (
        ("tables out, and wet", soaked, "analytics", ""),
        ("tables in, and dry", missed, "engineering", "/"),
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
    figure.update_layout(
        template=TEMPLATE,
        height=280,
        barmode="stack",
        bargap=0.35,
        margin={"t": 40, "l": 120, "b": 46},
        **LEGEND,
        legend_traceorder="normal",
    )
    figure.update_xaxes(range=[0, 1.15 * max(totals)], title="euros a year lost to mistakes")
    figure.update_yaxes(autorange="reversed")
    return figure
