"""The experiment: what a choice of features and model is worth to the café.

Forecasts are made as they would have been at the time (`model.walk_forward`). They are judged
twice: as chances, by the Brier score and by whether rain came as often as it was forecast; and as
decisions, in euros beside the three rules that need no model. Anyone who tries many choices and
takes the best flatters that one, so choices are compared on 2013 and 2014, and the last year, 2015,
is kept back for the one that was chosen.
"""

from dataclasses import dataclass

import numpy as np

from rolekit.base.intervals import wilson
from rolekit.weather import WeatherError
from rolekit.weather.days import Bools, Dates, Floats, load_days
from rolekit.weather.decision import COSTS, DAYS_A_YEAR, Costs, simple_rules
from rolekit.weather.model import FIRST, RECIPE, Recipe, walk_forward

CHOOSING = ("2013-01-01", "2014-12-31")
KEPT_BACK = ("2015-01-01", "2015-12-31")
MODEL = "the model"
BASELINE = "same as today"
EDGES = (0.0, 0.1, 0.25, 0.5, 0.75, 1.0)  # bins of the calibration


@dataclass(frozen=True)
class Bin:
    """Days with a like forecast: mean chance said, share that was wet, its 80% interval, count."""

    said: float
    happened: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, eq=False)
class Trial:
    """A choice, tried on some days: for each, its date, the chance of rain said, and what came."""

    choice: Recipe
    costs: Costs
    date: Dates
    chance: Floats
    wet: Bools
    rules: dict[str, Bools]

    @property
    def brier(self) -> float:
        """The Brier score (1950): mean squared difference of chance and outcome, 0 is perfect."""
        return float(np.mean((self.chance - self.wet) ** 2))

    @property
    def decisions(self) -> dict[str, Bools]:
        """Whether the tables go out each day, by rule, the model's last."""
        return {**self.rules, MODEL: self.costs.tables_out(self.chance)}

    @property
    def euros(self) -> dict[str, float]:
        """What each rule's mistakes cost a year, in euros."""
        a_year = DAYS_A_YEAR / len(self.wet)
        found = self.decisions.items()
        return {name: float(self.costs.of(out, self.wet).sum() * a_year) for name, out in found}

    def saving(self) -> tuple[float, float, float]:
        """Return what the model saves a year against the baseline, in euros, and its 80% interval.

        The interval comes from drawing months with replacement, seeded: months, because days that
        follow each other are not independent.
        """
        out = self.decisions
        each = self.costs.of(out[BASELINE], self.wet) - self.costs.of(out[MODEL], self.wet)
        month = self.date.astype("datetime64[M]").astype(int)
        sums = np.bincount(month - month[0], weights=each)
        drawn = np.random.default_rng(0).choice(sums, (2000, len(sums))).sum(axis=1)
        low, high = np.quantile(drawn, [0.1, 0.9])
        a_year = DAYS_A_YEAR / len(each)
        return float(each.sum() * a_year), float(low * a_year), float(high * a_year)

    def calibration(self) -> list[Bin]:
        """Return, for groups of days with a like forecast, how often it rained."""
        group = np.digitize(self.chance, EDGES[1:-1])
        found = []
        for one in np.unique(group):
            said, wet = self.chance[group == one], self.wet[group == one]
            low, high = wilson(int(wet.sum()), len(wet), 0.8)
            found.append(Bin(float(said.mean()), float(wet.mean()), low, high, len(wet)))
        return found


def trial(
    choice: Recipe = RECIPE, costs: Costs = COSTS, between: tuple[str, str] = CHOOSING
) -> Trial:
    """Try a choice on the days between two dates, both included, the first in 2013 or later.

    Raises `WeatherError` if a date is before 2013: the first year is there to learn from.

    >>> len(trial().chance), list(trial().euros)
    (730, ['always out', 'never out', 'same as today', 'the model'])
    """
    days, first, last = load_days(), np.datetime64(between[0]), np.datetime64(between[1])
    if first < np.datetime64(FIRST) or last > days.date[-1] or last < first:
        raise WeatherError(
            f"A trial takes days from {FIRST} to {days.date[-1]} (got {first} to {last})."
        )
    chance = walk_forward(days, choice)
    date = days.date[-len(chance) :]
    part = (date >= first) & (date <= last)
    rules = {name: out[-len(chance) :][part] for name, out in simple_rules(days).items()}
    return Trial(choice, costs, date[part], chance[part], days.wet[-len(chance) :][part], rules)
