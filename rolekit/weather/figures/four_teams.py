"""The replay as a picture: how the value of four teams grows, and where a budget is best spent."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from rolekit.base.plot.marks import GUIDE, outlined
from rolekit.base.plot.palette import GUESS, PERSON, POLE_COLOURS, TEMPLATE, TEXT
from rolekit.weather.budget import Surface
from rolekit.weather.replay import Course

EVERY = 14  # days from one drawn point to the next: the lines look the same, and a step sends less
# The side that is strong gives a team its colour, both together the shared ground's; the dashes
# tell the same without colour.
LOOKS = (
    (TEXT, "dot"),
    (POLE_COLOURS["analytics"], "dash"),
    (POLE_COLOURS["engineering"], "dashdot"),
    (POLE_COLOURS["machine_learning"], "solid"),
)


def four_teams(
    courses: Sequence[Course], found: Surface, spent: tuple[float, float] | None = None
) -> go.Figure:
    """Draw cumulative value (euros) by day on the left, value by shares of a budget on the right.

    `spent` is a split of one's own, as shares (0-1) for analysis and for engineering.

    >>> from rolekit.weather.replay import four_teams as replayed
    >>> from rolekit.weather.budget import surface
    >>> figure = four_teams(replayed(replays=5), surface(points=3, replays=5))
    >>> [trace.name for trace in figure.data][-4:]
    ['value', 'the whole budget', 'the best split', 'your split']
    """
    figure = go.Figure()
    for course, (colour, dash) in zip(courses, LOOKS, strict=True):
        _course(figure, course.team.name, colour, dash)
    _budget(figure)
    for name, moved in moved_traces(courses, found, spent).items():
        figure.update_traces(moved, selector={"name": name})
    figure.update_layout(
        template=TEMPLATE,
        autosize=True,
        height=400,
        margin={"t": 74, "l": 60, "r": 10, "b": 46},
        showlegend=True,
        legend={"orientation": "h", "y": 1.03, "yanchor": "bottom", "x": 0},
        xaxis={"domain": [0, 0.54]},
        yaxis={"title": {"text": "euros saved against same as today"}},
        xaxis2={
            "domain": [0.64, 1],
            "anchor": "y2",
            "range": [-5, 105],
            "fixedrange": True,
            "title": {"text": "% of the budget for analysis"},
        },
        yaxis2={
            "anchor": "x2",
            "range": [-5, 105],
            "fixedrange": True,
            "title": {"text": "% for engineering"},
        },
    )
    return figure


def moved_traces(
    courses: Sequence[Course], found: Surface, spent: tuple[float, float] | None
) -> dict[str, dict[str, list[Any]]]:
    """Return what a slider moves: the name of each trace with its values, as plain data."""
    part = slice(EVERY - 1, None, EVERY)
    dates = [str(day) for day in courses[0].date[part]]
    moved: dict[str, dict[str, list[Any]]] = {}
    for course in courses:
        low, high = course.low[part].round().tolist(), course.high[part].round().tolist()
        moved[_range(course.team.name)] = {"x": dates + dates[::-1], "y": high + low[::-1]}
        moved[course.team.name] = {"x": dates, "y": course.median[part].round().tolist()}
    percent = [100 * float(share) for share in found.shares]
    moved["value"] = {"x": percent, "y": percent, "z": found.value.round().tolist()}
    best = 100 * float(found.best_split[0])
    moved["the best split"] = {"x": [best], "y": [100 - best]}
    own = [] if spent is None else [[100 * share] for share in spent]
    moved["your split"] = dict(zip("xy", own or [[], []], strict=True))
    return moved


def _range(team: str) -> str:
    return f"range: {team}"


def _course(figure: go.Figure, team: str, colour: str, dash: str) -> None:
    """Draw the value of a team by day, with the range of it over the replays."""
    figure.add_scatter(
        name=_range(team),
        fill="toself",
        fillcolor=colour,
        opacity=0.18,
        line={"width": 0},
        mode="lines",
        showlegend=False,
        hoverinfo="skip",
    )
    figure.add_scatter(
        name=team,
        mode="lines",
        line={"color": colour, "dash": dash, "width": 3},
        hovertemplate=f"{team}, %{{x}}: %{{y:,.0f}} euros<extra></extra>",
    )


def _budget(figure: go.Figure) -> None:
    """Draw value by shares of a budget, with the best split and one's own."""
    figure.add_heatmap(
        name="value",
        xaxis="x2",
        yaxis="y2",
        colorscale="Cividis",
        colorbar={"title": {"text": "euros"}, "thickness": 12, "outlinewidth": 0},
        hovertemplate="analysis %{x:.0f} %, engineering %{y:.0f} %: %{z:,.0f} euros<extra></extra>",
    )
    figure.add_scatter(
        name="the whole budget",
        x=[0, 100],
        y=[100, 0],
        xaxis="x2",
        yaxis="y2",
        **GUIDE,
        line={"color": PERSON, "dash": "dash", "width": 3},
        showlegend=False,
    )
    marks = (("the best split", "star", PERSON), ("your split", "triangle-up", GUESS))
    for name, symbol, colour in marks:
        figure.add_scatter(
            name=name,
            xaxis="x2",
            yaxis="y2",
            mode="markers",
            marker=outlined(colour, 1.5, symbol=symbol, size=17),
            hovertemplate=f"{name}: %{{x:.0f}} % for analysis<extra></extra>",
        )
