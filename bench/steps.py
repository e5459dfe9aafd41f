"""A step of every other panel's slider in the kernel, beside the arithmetic that it shows."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle

from bench.row import Row

ROUNDS = 40
MOST = 5.0  # milliseconds on top of the arithmetic
VALUES = (20, 25, 30, 35, 40)

Step = tuple[str, object, Callable[[int], object]]  # name, slider, the arithmetic of a value


def steps() -> Iterator[Row]:
    """Measure the steps in a kernel of Jupyter's, which sends what they show."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell("from bench.steps import measure\nmeasure()")]
    NotebookClient(notebook, kernel_name="python3", timeout=600).execute()
    for name, ours, other in json.loads(notebook.cells[0].outputs[-1].text):
        yield Row(
            f"kernel step: {name}", "its arithmetic alone", ours, other, "ms", "more", MOST, None
        )


def measure() -> None:
    """Print the times of all steps, in milliseconds of the processor."""
    kinds = (team_steps, weather_steps, guess_steps)
    json.dump([_timed(*step) for kind in kinds for step in kind()], sys.stdout)


def _timed(
    name: str, slider: object, arithmetic: Callable[[int], object]
) -> tuple[str, list[float], list[float]]:
    def step(value: int) -> None:
        slider.value = value

    times: tuple[list[float], list[float]] = ([], [])
    sides = list(zip((step, arithmetic), times, strict=True))
    for value, _ in zip(cycle(VALUES), range(ROUNDS + 1)):
        for side, taken in sides:
            start = time.process_time()
            side(value)
            taken.append(1000 * (time.process_time() - start))
        sides.reverse()  # who comes second finds the processor's caches warm
    ours, other = times
    return name, ours[1:], other[1:]  # without the first, which loads what is needed


def team_steps() -> Iterator[Step]:
    """The target of a team, with the gap and the hires that follow from it."""
    from rolekit.team.hires import closing, gap, mix, target_of
    from rolekit.titles.sides import pair
    from rolekit.widgets import TeamComposer
    from tests.panels import Slider, choose, labelled, sliders

    composer = TeamComposer()
    state, panel = composer.state, composer.target

    def hires(target: dict[str, float]) -> None:
        gap(state.team, target)
        closing(state.team, target, state.vacancies)

    def mixed(value: int) -> None:
        hires(mix({"data_analyst": value, **dict.fromkeys(pair(), 50)}))

    yield "TeamTarget, a mix of roles", labelled(panel, Slider, "Data analyst"), mixed
    choose(panel, "my own sliders", "The target is")

    def wanted(value: int) -> None:
        hires(target_of({**state.target, "statistics": value}))

    yield "TeamTarget, my own sliders", sliders(panel)[0], wanted


def weather_steps() -> Iterator[Step]:
    """The replay, the next euro, and what was enjoyed."""
    from rolekit.weather import budget, replay
    from rolekit.weather.enjoyment import compare
    from rolekit.widgets import weather
    from tests.panels import choose, sliders

    teams = weather.FourTeams()
    choose(teams, replay.TEAMS[0].name)

    def replayed(_: int) -> None:
        replay.four_teams(teams.setting)
        budget.surface(teams.setting)

    yield "FourTeams, an assumption", sliders(teams)[1], replayed
    yield "FourTeams, the split of a budget", sliders(teams)[-1], nothing

    def next_euro(value: int) -> None:
        budget.next_euro(teams.setting, value / 100, 0.4)
        budget.what_would_change(teams.setting, value / 100, 0.4)

    yield "NextEuro", sliders(weather.NextEuro(teams))[0], next_euro
    rate = weather.Rate("morning")
    shown = weather.Enjoyed(rate, weather.Rate("afternoon"))
    yield f"Rate, with {shown!r}", sliders(rate)[0], lambda value: compare({"look": value})


def guess_steps() -> Iterator[Step]:
    """What is guessed before anything is shown."""
    from rolekit.widgets import GuessShares, weather
    from tests.panels import sliders

    yield "GuessShares", sliders(GuessShares())[0], nothing
    yield "Look", sliders(weather.Look())[0], nothing


def nothing(_: int) -> None:
    """Stand for a step that has no arithmetic."""
