"""Looking and asking: months, spells, and whether summer is more stable than the rest of the year.

"Stable" can mean two things. Tomorrow is the same as today more often in summer; but where nearly
every day is dry, it is so by chance alone. So there is a second statistic, the agreement beyond
what the month's own share of wet days gives (Cohen's kappa, 1960), and the two answers differ.

A permutation test asks what difference chance alone would make. Chance must be given what it has:
days remember the day before, so shuffling days breaks up what comes in runs and makes chance
look tamer than it is. Whole months are shuffled instead, within each year, for months hardly
remember each other.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from rolekit.weather.days import Bools, Days, Floats

SUMMER = (6, 7, 8)  # meteorological summer

Statistic = Literal["repeats", "repeats beyond chance"]
Unit = Literal["months", "days"]


def dry_shares(days: Days) -> dict[int, Floats]:
    """Return {year: share of dry days (0-1) in each of the twelve months}.

    >>> from rolekit.weather.days import load_days
    >>> round(float(dry_shares(load_days())[2015][6]), 2)  # July 2015
    0.97
    """
    return {
        int(year): np.array(
            [1 - days.wet[(days.year == year) & (days.month == m)].mean() for m in range(1, 13)]
        )
        for year in np.unique(days.year)
    }


def spells(wet: Bools) -> dict[str, list[int]]:
    """Return the lengths of the dry and of the wet spells, in days, in order of time.

    >>> spells(np.array([True, True, False, True]))
    {'dry': [1], 'wet': [2, 1]}
    """
    ends = np.flatnonzero(wet[1:] != wet[:-1]) + 1
    runs = np.split(wet, ends)
    return {
        name: [len(run) for run in runs if run[0] == is_wet]
        for name, is_wet in (("dry", False), ("wet", True))
    }


@dataclass(frozen=True, eq=False)
class Stability:
    """The question whether summer is more stable, ready to be shuffled.

    For every day but the first: `gained` out of `possible` points of stability, and its `block`
    (its month, counted from the first). `summer` says of each day whether it is of summer.
    """

    gained: Floats
    possible: Floats
    block: NDArray[np.int64]
    summer: Bools

    @property
    def shares(self) -> tuple[float, float]:
        """The statistic in summer and in the rest of the year."""
        rest = ~self.summer
        return (
            float(self.gained[self.summer].sum() / self.possible[self.summer].sum()),
            float(self.gained[rest].sum() / self.possible[rest].sum()),
        )

    @property
    def difference(self) -> float:
        """The statistic in summer minus that in the rest of the year."""
        summer, rest = self.shares
        return summer - rest

    def shuffle(self, n: int, seed: int, unit: Unit = "months") -> Floats:
        """Return the difference under `n` shuffled labels; days or whole months change label."""
        chance = np.random.default_rng(seed)
        if unit == "days":
            labels = chance.permuted(np.tile(self.summer, (n, 1)), axis=1)
        else:
            first = np.unique(self.block, return_index=True)[1]
            years = self.summer[first].reshape(-1, 12)
            drawn = chance.permuted(np.tile(years, (n, 1, 1)), axis=2)
            labels = drawn.reshape(n, -1)[:, self.block]
        inside = (labels @ self.gained) / (labels @ self.possible)
        return np.asarray(inside - (~labels @ self.gained) / (~labels @ self.possible))


def stability(days: Days, statistic: Statistic = "repeats") -> Stability:
    """Return the question for whole years of days.

    "repeats" counts the days that are like the day before; "repeats beyond chance" counts how many
    more there are than two independent days of that month would give.

    >>> from rolekit.weather.days import load_days
    >>> [round(share, 2) for share in stability(load_days()).shares]
    [0.84, 0.69]
    """
    today, tomorrow = days.wet[:-1], days.wet[1:]
    same = (today == tomorrow).astype(float)
    month = days.month[1:]
    block = (days.year[1:] - days.year[0]) * 12 + month - 1
    expected = np.zeros_like(same)
    if statistic == "repeats beyond chance":
        for one in np.unique(block):
            mine = block == one
            a, b = today[mine].mean(), tomorrow[mine].mean()
            expected[mine] = a * b + (1 - a) * (1 - b)
    return Stability(same - expected, 1 - expected, block, np.isin(month, SUMMER))


def is_steadier(days: Days, statistic: Statistic) -> bool:
    """Return whether summer is steadier than shuffled months are in 19 of 20 cases.

    >>> from rolekit.weather.days import load_days
    >>> is_steadier(load_days(), "repeats"), is_steadier(load_days(), "repeats beyond chance")
    (True, False)
    """
    asked = stability(days, statistic)
    return p_value(asked.difference, asked.shuffle(1000, seed=0)) < 0.05


def p_value(difference: float, shuffled: Floats) -> float:
    """Return how often chance gives at least this difference; the real labels count as one draw.

    That one draw keeps the value above 0 (Phipson and Smyth, 2010).

    >>> p_value(0.5, np.array([0.1, 0.6, 0.2]))
    0.5
    """
    # Rounding alone must not tell a tie from its equal.
    return float((1 + np.sum(shuffled >= difference - 1e-12)) / (1 + len(shuffled)))
