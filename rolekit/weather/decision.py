"""The decision: tables out or in, and what each kind of mistake costs.

A forecast is a chance of rain; a decision needs a price too. Tables out on a wet day cost staff
and cushions; tables in on a dry day cost the guests who would have sat outside. Putting them out
pays as long as chance * soaked is less than (1 - chance) * missed, that is, below a threshold that
follows from the two costs alone (Elkan, 2001). The costs are invented for this workbook and the
same on every day; the reader can change them.
"""

from dataclasses import dataclass

import numpy as np

from rolekit.weather import WeatherError
from rolekit.weather.days import Bools, Days, Floats

DAYS_A_YEAR = 365.25


@dataclass(frozen=True)
class Costs:
    """What a mistake costs, in euros: tables out on a wet day, tables in on a dry day.

    Raises `WeatherError` unless both are more than 0.

    >>> Costs(soaked=75, missed=25).threshold
    0.25
    """

    soaked: float = 75.0
    missed: float = 25.0

    def __post_init__(self) -> None:
        if not (self.soaked > 0 and self.missed > 0 and np.isfinite(self.soaked + self.missed)):
            raise WeatherError(
                "Both costs must be more than 0 euros "
                f"(got {self.soaked:g} for soaked and {self.missed:g} for missed)."
            )

    @property
    def threshold(self) -> float:
        """The chance of rain, 0-1, below which the tables go out."""
        return self.missed / (self.missed + self.soaked)

    def tables_out(self, chance: Floats) -> Bools:
        """Return for each chance of rain whether the tables go out."""
        return np.less(chance, self.threshold)

    def of(self, out: Bools, wet: Bools) -> Floats:
        """Return what each day's mistake costs, in euros; 0 where there was none.

        >>> Costs(75, 25).of(np.array([True, False]), np.array([True, False])).tolist()
        [75.0, 25.0]
        """
        return np.where(out & wet, self.soaked, 0.0) + np.where(~out & ~wet, self.missed, 0.0)


COSTS = Costs()  # what the café is assumed to lose


def simple_rules(days: Days) -> dict[str, Bools]:
    """Return what the rules without a model decide for every day but the first.

    >>> from rolekit.weather.days import load_days
    >>> list(simple_rules(load_days()))
    ['always out', 'never out', 'same as today']
    """
    today = days.wet[:-1]
    return {
        "always out": np.ones_like(today),
        "never out": np.zeros_like(today),
        "same as today": ~today,
    }
