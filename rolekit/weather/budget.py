"""What a budget for analysis and engineering buys, by replaying the real days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from rolekit.weather.days import Floats
from rolekit.weather.decision import Costs
from rolekit.weather.replay import (
    ASSUMED,
    PERFECT,
    Setting,
    forecasts,
    four_teams,
    luck,
    replay,
)


def strength(share: float) -> float:
    """Return the strength (0-1) that a share of the budget (0-1) buys: 1 - (1 - share)^2.

    An assumption: the first euro buys most, and half the budget three quarters of the strength.

    >>> strength(0.5)
    0.75
    """
    return 1 - (1 - share) ** 2


def _value(setting: Setting, analysis: float, engineering: float, replays: int = 200) -> float:
    """Return the mean value of three years, in euros, for two strengths."""
    saved = replay(forecasts(), luck(replays), setting, analysis, engineering)
    return float(saved.sum(axis=1).mean())


@dataclass(frozen=True, eq=False)
class Surface:
    """Mean value of three years, in euros, by share of the budget: `value[engineering, analysis]`.

    `shares` (0-1) are those of both directions.
    """

    shares: Floats
    value: Floats

    def along_budget(self) -> list[tuple[float, float]]:
        """Return (share for analysis, value) where both shares together spend the whole budget."""
        last = len(self.shares) - 1
        return [
            (float(share), float(self.value[last - i, i])) for i, share in enumerate(self.shares)
        ]

    @property
    def best_split(self) -> tuple[float, float]:
        """The share for analysis with the highest value of the whole budget, and that value."""
        return max(self.along_budget(), key=lambda point: point[1])


def surface(setting: Setting = ASSUMED, points: int = 11, replays: int = 40) -> Surface:
    """Replay three years for every split of a budget, `points` shares in each direction.

    >>> surface(points=3, replays=5).value.shape
    (3, 3)
    """
    shares = np.linspace(0, 1, points)
    bought = [strength(share) for share in shares]
    value = [[_value(setting, a, e, replays) for a in bought] for e in bought]
    return Surface(shares, np.array(value))


@dataclass(frozen=True)
class EuroSpent:
    """What ten points more of the budget would add, in euros over three years."""

    to_analysis: float
    to_engineering: float

    @property
    def better(self) -> str:
        """Where they add more."""
        return "analysis" if self.to_analysis > self.to_engineering else "engineering"


def next_euro(setting: Setting, analysis: float, engineering: float) -> EuroSpent:
    """Return what a tenth more of the budget would add on either side.

    `analysis` and `engineering` are shares of the budget (0-1) that are spent now. What cannot be
    raised any further adds 0.
    """

    def value(a: float, e: float) -> float:
        return _value(setting, strength(min(1.0, a)), strength(min(1.0, e)))

    now = value(analysis, engineering)
    return EuroSpent(
        value(analysis + 0.1, engineering) - now, value(analysis, engineering + 0.1) - now
    )


def what_each_costs(setting: Setting = ASSUMED) -> dict[str, float]:
    """Return what each mechanism alone takes from the chosen model, in euros over three years.

    Each is set to its weak value while the others are perfect; failing and noticing go together.
    """

    def value(**weak: float) -> float:
        engineering = replace(PERFECT, **weak)
        return _value(replace(setting, weak=engineering, strong=engineering), 1, 1)

    weak = setting.weak
    alone = {
        "No forecast": {"missing": weak.missing},
        "Late forecast": {"late": weak.late},
        "Failed deployment, noticed late": {
            "deploy_fails": weak.deploy_fails,
            "notice": weak.notice,
        },
        "Never retrained": {"retrained": weak.retrained},
    }
    perfect = value()
    return {name: perfect - value(**one) for name, one in alone.items()}


SPLITS = (10, 20, 30, 40, 50, 58, 65, 75, 90)  # euros of 100 for a wet day outside


def by_costs(splits: Sequence[int] = SPLITS) -> dict[int, list[float]]:
    """Return the four teams' totals in euros, by a wet day's cost out of 100 euros for both.

    >>> list(by_costs((58,)))
    [58]
    """
    settings = {soaked: Setting(Costs(soaked, 100 - soaked)) for soaked in splits}
    return {
        soaked: [course.total for course in four_teams(setting)]
        for soaked, setting in settings.items()
    }


def what_would_change(
    setting: Setting, analysis: float, engineering: float
) -> dict[str, EuroSpent]:
    """Return where the next euro would go if one thing were different, by what that is.

    >>> len(what_would_change(ASSUMED, 0.3, 0.3))
    4
    """
    alike = (setting.costs.soaked + setting.costs.missed) / 2
    weak = {
        "no deployment ever failed": replace(setting.weak, deploy_fails=0),
        "every second deployment failed": replace(setting.weak, deploy_fails=0.5),
        "a silent failure were noticed the next day": replace(setting.weak, notice=1),
    }
    others = {"both mistakes cost the same": replace(setting, costs=Costs(alike, alike))}
    others |= {name: replace(setting, weak=engineered) for name, engineered in weak.items()}
    return {name: next_euro(one, analysis, engineering) for name, one in others.items()}
