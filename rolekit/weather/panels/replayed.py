"""The replay with its sliders: four teams, three years of real days, and the next euro."""

import ipywidgets
import traitlets

from rolekit.base.sentences import judged
from rolekit.base.ui.panel import Panel, button, grid, row
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.base.ui.slider import Slider
from rolekit.weather import budget, replay, words
from rolekit.weather.budget import Surface, next_euro, what_would_change
from rolekit.weather.decision import Costs
from rolekit.weather.figures import budget as budget_drawn
from rolekit.weather.figures import by_costs as costs_drawn
from rolekit.weather.figures import four_teams as teams_drawn
from rolekit.weather.figures.four_teams import moved_budget, moved_courses
from rolekit.weather.panels.controls import choice, number, setting, text
from rolekit.weather.replay import TEAMS, Course, Engineering, Setting

EUROS = 100  # what the two mistakes cost together
# The settings that can be moved: label, least, most, start, unit.
SLIDERS = {
    "soaked": ("Tables out on a wet day cost (out of 100 euros for both)", 5, 95, 75, "euros"),
    "deploy_fails": ("Weak engineering: deployments that fail", 0, 100, 30, "%"),
    "notice": ("Weak engineering: a silent failure is noticed after", 0, 60, 20, "days"),
    "missing": ("Weak engineering: days without a forecast", 0, 100, 20, "%"),
    "late": ("Weak engineering: days with a late forecast", 0, 100, 15, "%"),
    "retrained": ("Weak engineering: months with retraining", 0, 100, 0, "%"),
    "analysis": ("Your split: budget for analysis", 0, 100, 30, "%"),
    "engineering": ("Your split: budget for engineering", 0, 100, 30, "%"),
}
GUESSES = [team.name for team in TEAMS[:3]]
SEEN = (
    "With our assumptions, weak engineering eats most of what strong analysis earns. Weak "
    "analysis, badly delivered, is worse than no advice, because it repeats yesterday's sky. Along "
    "the budget line, the best split is then at neither end: that ridge is what this is about. It "
    "leans towards analysis here, because a model has to be good before it's worth delivering. "
    "Other assumptions move it."
)


class FourTeams(Panel):
    """Cumulative value of four teams, and value over a budget, for what the sliders say.

    `setting` is what they say; `spent` the split of a budget, as shares (0-1).
    """

    setting = traitlets.Instance(Setting)

    def __init__(self) -> None:
        self.setting = Setting()
        self._replayed: tuple[list[Course], Surface] | None = None
        self._guess = choice("Strong in both comes first. Which team comes second?", GUESSES)
        self._sliders = {name: self._slider(name) for name in SLIDERS}
        self._grid = grid("rk-statements", self._sliders.values())
        self._answer, self._teams, self._budget = Sentence(), Picture(), Picture()
        self._pictures = grid("rk-two", [self._teams, self._budget])
        self._afresh = row(button("Back to our assumptions", self._reset))
        super().__init__([self._guess, text("Guess first, then you'll see three years of days.")])
        self._guess.observe(lambda _: self._open(), "value")

    @property
    def spent(self) -> tuple[float, float]:
        """The shares of a budget (0-1) for analysis and for engineering."""
        return number(self._sliders["analysis"]) / 100, number(self._sliders["engineering"]) / 100

    def _slider(self, name: str) -> Slider:
        slider = setting(*SLIDERS[name])
        slider.observe(lambda _: self._moved(), "value")
        return slider

    def _open(self) -> None:
        self._guess.disabled = True
        self._moved()
        guess, courses = self._guess.value, replay.four_teams(self.setting)
        second = max(courses[:-1], key=lambda course: course.total).team.name
        self._answer.text = judged(guess, guess == second, f"{second} comes second")
        shown = (self._guess, self._answer, self._pictures, text(SEEN))
        self.children = (*shown, self._grid, self._afresh)

    def _reset(self) -> None:
        for name, slider in self._sliders.items():
            slider.value = SLIDERS[name][3]

    def _moved(self) -> None:
        """Take up what the sliders say, and show it."""
        said = {name: number(slider) for name, slider in self._sliders.items()}
        setting = Setting(
            costs=Costs(said["soaked"], EUROS - said["soaked"]),
            weak=Engineering(
                missing=said["missing"] / 100,
                late=said["late"] / 100,
                deploy_fails=said["deploy_fails"] / 100,
                notice=said["notice"],
                retrained=said["retrained"] / 100,
            ),
        )
        if not self._replayed or setting != self.setting:  # one's own split changes neither
            self._replayed = replay.four_teams(setting), budget.surface(setting)
        self.setting = setting
        courses, found = self._replayed
        told = words.describe_teams(courses), words.describe_surface(found)
        if self._teams.text:
            self._teams.move(moved_courses(courses), told[0])
            self._budget.move(moved_budget(found, self.spent), told[1])
        else:
            self._teams.show(teams_drawn(courses), told[0])
            self._budget.show(budget_drawn(found, self.spent), told[1])


class Mechanisms(Panel):
    """The table of mechanisms, which follows the sliders of the replay, and what each costs."""

    def __init__(self, teams: FourTeams) -> None:
        self._table = ipywidgets.HTML()
        super().__init__([self._table, text(words.describe_each_cost())])
        teams.observe(lambda change: self._show(change["new"]), "setting")
        self._show(teams.setting)

    def _show(self, setting: Setting) -> None:
        self._table.value = words.mechanisms_table(setting)


LABELS = ("Analysis has today", "Engineering has today")


class NextEuro(Panel):
    """Two sliders for a team's own budget, under the assumptions of the replay above."""

    def __init__(self, teams: FourTeams) -> None:
        self._teams = teams
        self._sliders = [setting(label, 0, 100, 40, "% of what it could use") for label in LABELS]
        self._said, self._others = Sentence(), Sentence()
        super().__init__([grid("rk-statements", self._sliders), self._said, self._others])
        for slider in self._sliders:
            slider.observe(lambda _: self._show(), "value")
        teams.observe(lambda _: self._show(), "setting")
        self._show()

    def _show(self) -> None:
        shares = [number(slider) / 100 for slider in self._sliders]
        now = next_euro(self._teams.setting, *shares)
        self._said.text = words.describe_next_euro(now)
        others = what_would_change(self._teams.setting, *shares)
        turned = [name for name, one in others.items() if one.better != now.better]
        kept = [name for name in others if name not in turned]
        self._others.text = " ".join(
            sentence
            for sentence, names in (
                (f"The result would change if {', or if '.join(turned)}.", turned),
                (f"It would stay the same if {', or if '.join(kept)}.", kept),
            )
            if names
        )


def by_costs() -> Picture:
    """Return the picture of what each team comes to when being wrong costs something else."""
    totals = budget.by_costs()
    return Picture(costs_drawn(totals), words.describe_by_costs(totals))
