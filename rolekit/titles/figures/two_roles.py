"""The idea of the two roles as a picture: two ways of working, on a level, with ground in common.

One way leads from a question to a decision, the other from a model to a service. They are side by
side, and both run along the ground that they share. The model goes across from one to the other,
and what the service meets comes back as the next question: it is a round, and nothing in it is
above anything else.
"""

import math

import plotly.graph_objects as go

from rolekit.base.plot.marks import arrow, outlined
from rolekit.base.plot.palette import OUTLINE, POLE_COLOURS, TEMPLATE
from rolekit.titles.sides import name_of, pair

HEIGHT = 470
DOING = {
    "analytics": "a question, exploring, statistics, experiments, models, explaining, a decision",
    "engineering": (
        "a model, pipelines, infrastructure, deployment, monitoring, reliability, a service"
    ),
}
GROUND = {  # what is done there, and how high that is written: where the ground is wide
    "learning<br>from<br>examples": 59.5,
    "neural<br>networks": 49.5,
    "trying out<br>models": 41.2,
}
# Pale enough for dark text, so that the picture looks the same on a light and on a dark page.
PALE = {"analytics": "#d3e7f4", "engineering": "#fce8c3", "machine_learning": "#c9ebde"}
# The picture is 100 wide and 100 high. A way begins so far from the middle, bends towards it by so
# much, and goes down from the first height to the last.
FROM_MIDDLE, BEND, FIRST, LAST = 15.0, 2.8, 82.0, 29.0


def two_roles() -> go.Figure:
    """Draw the two ways, what is done on each, and the ground that they share.

    >>> [trace.name for trace in two_roles().data]
    ['from question to decision', 'from model to service']
    """
    figure = go.Figure()
    figure.update_layout(
        template=TEMPLATE, height=HEIGHT, margin={"l": 2, "r": 2, "t": 2, "b": 2}, hovermode=False
    )
    figure.update_xaxes(range=[0, 100], visible=False)
    figure.update_yaxes(range=[0, 100], visible=False)
    _ground(figure, 0, 49.6, "analytics")
    _ground(figure, 50.4, 100, "engineering")
    figure.add_shape(
        type="circle",
        x0=50 - FROM_MIDDLE + 2,
        x1=50 + FROM_MIDDLE - 2,
        y0=23,
        y1=88,
        fillcolor=PALE["machine_learning"],
        line={"color": POLE_COLOURS["machine_learning"], "width": 2},
        layer="below",
    )
    _way(figure, "from question to decision", "analytics", side=-1)
    _way(figure, "from model to service", "engineering", side=1)
    for x, title in zip((24, 76), pair(), strict=True):
        _say(figure, x, 93.5, f"<b>{name_of(title)}</b>", 16)
    _say(figure, 50, 69.7, "<b>machine<br>learning</b>", 12)
    for words, height in GROUND.items():
        _say(figure, 50, height, words, 11)
    _arrow(figure, 12, 88, 11, "the model goes into service")
    _arrow(figure, 88, 12, 1.5, "what it meets there is the next question")
    return figure


def _ground(figure: go.Figure, left: float, right: float, pole: str) -> None:
    """Lay out one of the two halves, with rounded corners."""
    low, high, across, up = 20.0, 100.0, 2.0, 3.5
    figure.add_shape(
        type="path",
        path=(
            f"M {left + across},{low} L {right - across},{low} Q {right},{low} {right},{low + up} "
            f"L {right},{high - up} Q {right},{high} {right - across},{high} "
            f"L {left + across},{high} Q {left},{high} {left},{high - up} "
            f"L {left},{low + up} Q {left},{low} {left + across},{low} Z"
        ),
        fillcolor=PALE[pole],
        line_width=0,
        layer="below",
    )


def _way(figure: go.Figure, name: str, pole: str, side: int) -> None:
    """Draw a way along the shared ground; its two ends stand out, for they are what it is for."""
    stops = DOING[pole].split(", ")
    last, steps = len(stops) - 1, range(len(stops))
    words = [f"<b>{stop}</b>" if i in (0, last) else stop for i, stop in enumerate(stops)]
    figure.add_scatter(
        name=name,
        x=[50 + side * (FROM_MIDDLE - BEND * (1 - math.sin(math.pi * i / last))) for i in steps],
        y=[FIRST + (LAST - FIRST) * i / last for i in steps],
        mode="lines+markers+text",
        line={"color": POLE_COLOURS[pole], "width": 4, "shape": "spline"},
        marker=outlined(
            [POLE_COLOURS[pole] if i in (0, last) else "#ffffff" for i in steps],
            2,
            size=[17 if i in (0, last) else 11 for i in steps],
        ),
        # A space that does not break keeps the words off the marks.
        text=[
            f"{word}\N{NO-BREAK SPACE}" if side < 0 else f"\N{NO-BREAK SPACE}{word}"
            for word in words
        ],
        textposition="middle left" if side < 0 else "middle right",
        textfont={"size": 12, "color": OUTLINE},
    )


def _say(figure: go.Figure, x: float, y: float, text: str, size: int) -> None:
    figure.add_annotation(
        x=x, y=y, text=text, showarrow=False, font={"size": size, "color": OUTLINE}
    )


def _arrow(figure: go.Figure, start: float, end: float, y: float, text: str) -> None:
    """Draw an arrow across, with its words above it in the theme's grey."""
    arrow(figure, start, end, y, POLE_COLOURS["machine_learning"])
    figure.add_annotation(x=50, y=y, yanchor="bottom", text=text, showarrow=False, yshift=2)
