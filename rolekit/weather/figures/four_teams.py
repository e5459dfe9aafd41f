"""The replay as pictures: four teams by day and by costs, and where a budget is best spent."""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from rolekit.base.plot.marks import GUIDE, outlined
from rolekit.base.plot.palette import GUESS, PERSON, POLE_COLOURS, TEXT, framed
from rolekit.weather.budget import Surface
from rolekit.weather.replay import TEAMS, Course

EVERY = 14  # days from one drawn point to the next: the lines look the same, and a step sends less
# The side that is strong gives a team its colour, both together the shared ground's; the dashes
# tell the same without colour.
LOOKS = (
    (TEXT, "dot"),
    (POLE_COLOURS["analytics"], "dash"),
    (POLE_COLOURS["engineering"], "dashdot"),
    (POLE_COLOURS["machine_learning"], "solid"),
)
LINE = 20  # pixels a line of a legend, which is above the picture name by name
Moved = dict[str, dict[str, list[Any]]]  # the name of each trace with its values, as plain data


def four_teams(courses: Sequence[Course]) -> go.Figure:
    """Draw cumulative value (euros) by day, with the range of it over the replays.

    >>> from rolekit.weather.replay import four_teams as replayed
    >>> [trace.name for trace in four_teams(replayed(replays=5)).data][-1]
    'strong analysis, strong engineering'
    """
    figure = go.Figure()
    for course, (colour, dash) in zip(courses, LOOKS, strict=True):
        figure.add_scatter(
            name=_range(course.team.name),
            fill="toself",
            fillcolor=colour,
            opacity=0.18,
            line={"width": 0},
            mode="lines",
            showlegend=False,
            hoverinfo="skip",
        )
        _team(figure, course.team.name, colour, dash)
    _moved(figure, moved_courses(courses), len(courses))
    return figure.update_layout(margin_b=26)


def by_costs(totals: Mapping[int, Sequence[float]]) -> go.Figure:
    """Draw the four teams' value (euros) by what tables out on a wet day cost, in euros.

    >>> [trace.name for trace in by_costs({50: (1, 2, 3, 4), 75: (1, 2, 3, 4)}).data][0]
    'weak analysis, weak engineering'
    """
    figure = go.Figure()
    for number, (team, (colour, dash)) in enumerate(zip(TEAMS, LOOKS, strict=True)):
        _team(figure, team.name, colour, dash)
        values = [teams[number] for teams in totals.values()]
        figure.data[-1].update(x=list(totals), y=values, mode="lines+markers")
    figure.update_layout(**_layout(len(TEAMS)))
    figure.update_xaxes(title="cost of a wet day (of €100)")
    return figure.update_yaxes(title="euros saved")


def budget(found: Surface, spent: tuple[float, float]) -> go.Figure:
    """Draw value by shares of a budget for analysis and engineering, and one's own split (0-1).

    >>> from rolekit.weather.budget import surface
    >>> [trace.name for trace in budget(surface(points=3, replays=5), (0.3, 0.3)).data]
    ['value', 'the whole budget', 'the best split', 'your split']
    """
    figure = go.Figure(
        go.Heatmap(
            name="value",
            colorscale="Cividis",
            colorbar={"title": {"text": "euros"}, "thickness": 12, "outlinewidth": 0},
            hovertemplate="analysis %{x:.0f}%, engineering %{y:.0f}%: %{z:,.0f} euros"
            "<extra></extra>",
        )
    )
    line = {"color": PERSON, "dash": "dash", "width": 3}
    figure.add_scatter(
        name="the whole budget", x=[0, 100], y=[100, 0], **GUIDE, line=line, showlegend=False
    )
    marks = (("the best split", "star", PERSON), ("your split", "triangle-up", GUESS))
    for name, symbol, colour in marks:
        figure.add_scatter(
            name=name,
            mode="markers",
            marker=outlined(colour, 1.5, symbol=symbol, size=17),
            hovertemplate=f"{name}: %{{x:.0f}}% for analysis<extra></extra>",
        )
    _moved(figure, moved_budget(found, spent), len(TEAMS))
    figure.update_xaxes(range=[-5, 105], title="% of the budget for analysis")
    return figure.update_yaxes(range=[-5, 105], title="% for engineering")


def moved_courses(courses: Sequence[Course]) -> Moved:
    """Return what a slider moves of the teams."""
    part = slice(EVERY - 1, None, EVERY)
    dates = [str(day) for day in courses[0].date[part]]
    moved: Moved = {}
    for course in courses:
        low, high = course.low[part].round().tolist(), course.high[part].round().tolist()
        moved[_range(course.team.name)] = {"x": dates + dates[::-1], "y": high + low[::-1]}
        moved[course.team.name] = {"x": dates, "y": course.median[part].round().tolist()}
    return moved


def moved_budget(found: Surface, spent: tuple[float, float]) -> Moved:
    """Return what a slider moves of the budget."""
    percent = [100 * float(share) for share in found.shares]
    best = 100 * float(found.best_split[0])
    return {
        "value": {"x": percent, "y": percent, "z": found.value.round().tolist()},
        "the best split": {"x": [best], "y": [100 - best]},
        "your split": {"x": [100 * spent[0]], "y": [100 * spent[1]]},
    }


def _range(team: str) -> str:
    return f"range: {team}"


def _team(figure: go.Figure, team: str, colour: str, dash: str) -> None:
    figure.add_scatter(
        name=team,
        mode="lines",
        line={"color": colour, "dash": dash, "width": 3},
        hovertemplate=f"{team}, %{{x}}: %{{y:,.0f}} euros<extra></extra>",
    )


def _moved(figure: go.Figure, moved: Moved, names: int) -> go.Figure:
    """Return a figure with its values, below a legend of so many names."""
    for name, values in moved.items():
        figure.update_traces(values, selector={"name": name})
    figure.update_layout(**_layout(names))
    return figure.update_yaxes(title="euros saved")


def _layout(names: int) -> dict[str, Any]:
    layout: dict[str, Any] = framed(320 + LINE * names, t=12 + LINE * names, l=64)
    return {**layout, "legend": {**layout["legend"], "orientation": "v"}}
