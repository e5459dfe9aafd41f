"""A service as pictures: how long its answers took, and how far its inputs have drifted."""

from collections.abc import Sequence

import plotly.graph_objects as go

from rolekit.base.plot.marks import WORDS, hatched, outlined
from rolekit.base.plot.palette import POLE_COLOURS, TEXT, framed
from rolekit.weather.days import INPUT_NAMES
from rolekit.weather.load import Answer, summarise
from rolekit.weather.monitor import ALARM, RULE_OF_THUMB, SCORE_ALARM, Watch


def latency(answers: Sequence[Answer]) -> go.Figure:
    """Draw milliseconds by second of the load, refusals with a mark of their own.

    >>> [trace.name for trace in latency([Answer(0.1, 4.0, 200)]).data]
    ['answered', 'refused', 'failed', 'p50', 'p99']
    """
    figure = go.Figure()
    kinds = (
        ("answered", "analytics", "circle"),
        ("refused", "engineering", "diamond"),
        ("failed", "machine_learning", "x"),
    )
    for name, colour, symbol in kinds:
        mine = [one for one in answers if one.outcome == name]
        figure.add_scatter(
            name=name,
            x=[one.at for one in mine],
            y=[one.milliseconds for one in mine],
            mode="markers",
            marker=outlined(POLE_COLOURS[colour], 0.5, symbol=symbol, size=7),
            hovertemplate=f"{name} after %{{y:.1f}} ms<extra></extra>",
        )
    found = summarise(list(answers))
    last = max((one.at for one in answers), default=1.0)
    for name, value, dash in (("p50", found.p50, "solid"), ("p99", found.p99, "dot")):
        figure.add_scatter(
            name=name,
            x=[0, last],
            y=[value, value],
            mode="lines",
            line={"color": TEXT, "dash": dash, "width": 2},
            hovertemplate=f"{name}: {value:.1f} ms<extra></extra>",
        )
    figure.update_layout(**framed(300))
    figure.update_xaxes(title="seconds since the load began", rangemode="tozero")
    figure.update_yaxes(title="milliseconds", rangemode="tozero")
    return figure


WIDEST = 4.0  # beyond this a bar is cut, and its number says so


def drift(seen: Watch) -> go.Figure:
    """Draw PSI by input, with the alarm's line and the rule of thumb's, and the score's alarm.

    >>> found = Watch("2014-01", {"wind": 0.1, "temp_max": 3.0}, 0.2)
    >>> [trace.name for trace in drift(found).data]
    ['quiet', 'ringing', 'values']
    """
    # The score is on a scale of its own: shown as a share of its alarm, like the inputs.
    shares = {INPUT_NAMES[name]: value / ALARM for name, value in seen.psi.items()}
    values = {INPUT_NAMES[name]: f"PSI {value:.2f}" for name, value in seen.psi.items()}
    shares["score"] = max(0.0, seen.z / SCORE_ALARM)
    values["score"] = f"z {seen.z:.1f}"
    figure = go.Figure()
    for name, colour, shape in (("quiet", "machine_learning", ""), ("ringing", "engineering", "/")):
        mine = [one for one in shares if (shares[one] > 1) == (name == "ringing")]
        figure.add_bar(
            name=name,
            x=[min(shares[one], WIDEST) for one in mine],
            y=mine,
            text=[values[one] for one in mine],
            textposition="none",
            orientation="h",
            marker=hatched(POLE_COLOURS[colour], shape),
            hovertemplate="%{y}: %{text}<extra></extra>",
        )
    figure.add_scatter(
        name="values",  # in a column of their own, clear of the lines
        x=[WIDEST] * len(values),
        y=list(values),
        **WORDS,
        text=[f" {value}" for value in values.values()],
        textposition="middle right",
        showlegend=False,
    )
    figure.add_vline(1, line={"color": TEXT, "width": 2})
    figure.add_vline(RULE_OF_THUMB / ALARM, line={"color": TEXT, "dash": "dot"})
    figure.update_layout(**framed(300, l=100, r=70, b=64), barmode="overlay", bargap=0.35)
    figure.update_xaxes(
        range=[0, WIDEST],
        title=f"multiples of the alarm<br>(dotted: PSI {RULE_OF_THUMB}, a rule of thumb)",
    )
    figure.update_yaxes(
        categoryorder="array",
        categoryarray=list(reversed(shares)),
        tickvals=list(shares),
        ticktext=[f"{name.replace(' ', ' <br>')} " for name in shares],
    )
    return figure
