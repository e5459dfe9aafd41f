"""What a budget for analysis and engineering buys, by replaying the real days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from rolekit.weather.days import Days, Floats
from rolekit.weather.decision import Costs
from rolekit.weather.model import Recipe, walk_forward
from rolekit.weather.replay import PERFECT, TOP, Engineering, Setting, forecasts, luck, replay


def strength(share: float) -> float:
    """Return the strength (0-1) that a share of the budget (0-1) buys: 1 - (1 - share)^2.

    An assumption: the first euro buys most, and half the budget three quarters of the strength.

    >>> strength(0.5)
    0.75
    """
    return 1 - (1 - share) ** 2


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


def surface(
    days: Days, setting: Setting | None = None, points: int = 11, replays: int = 40
) -> Surface:
    """Replay three years for every split of a budget, `points` shares in each direction.

    >>> from rolekit.weather.days import load_days
    >>> surface(load_days(), points=3, replays=5).value.shape
    (3, 3)
    """
    made = forecasts(days)
    drawn = luck(made, replays)
    shares = np.linspace(0, 1, points)
    value = [
        [
            replay(made, drawn, setting or Setting(), strength(a), strength(e)).sum(axis=1).mean()
            for a in shares
        ]
        for e in shares
    ]
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


def next_euro(days: Days, setting: Setting, analysis: float, engineering: float) -> EuroSpent:
    """Return what a tenth more of the budget would add on either side.

    `analysis` and `engineering` are shares of the budget (0-1) that are spent now. What cannot be
    raised any further adds 0.
    """
    made = forecasts(days)
    drawn = luck(made)

    def value(a: float, e: float) -> float:
        strengths = strength(min(1.0, a)), strength(min(1.0, e))
        return float(replay(made, drawn, setting, *strengths).sum(axis=1).mean())

    now = value(analysis, engineering)
    return EuroSpent(
        value(analysis + 0.1, engineering) - now, value(analysis, engineering + 0.1) - now
    )


def what_each_costs(days: Days, setting: Setting | None = None) -> dict[str, float]:
    """Return what each mechanism alone takes from the chosen model, in euros over three years.

    Each is set to its weak value while the others are perfect; failing and noticing go together.
    """
    setting = setting or Setting()
    made = forecasts(days)
    drawn = luck(made)

    def value(engineering: Engineering) -> float:
        only = replace(setting, weak=engineering, strong=engineering)
        return float(replay(made, drawn, only, 1, 1).sum(axis=1).mean())

    weak = setting.weak
    alone: Iterable[tuple[str, Engineering]] = (
        ("No forecast", replace(PERFECT, missing=weak.missing)),
        ("Late forecast", replace(PERFECT, late=weak.late)),
        (
            "Failed deployment, noticed late",
            replace(PERFECT, deploy_fails=weak.deploy_fails, notice=weak.notice),
        ),
        ("Never retrained", replace(PERFECT, retrained=weak.retrained)),
    )
    perfect = value(PERFECT)
    return {name: perfect - value(engineering) for name, engineering in alone}


def what_retraining_is_worth(days: Days, costs: Costs) -> dict[str, float]:
    """Return what the chosen model saves, in euros over three years, by what it is trained on.

    Never retrained; anew each month, on the latest year alone; anew each month, on all days so far.
    What the second adds to the first is newer days, and what the third adds to that is more days.

    >>> from rolekit.weather.days import load_days
    >>> list(what_retraining_is_worth(load_days(), Costs()))
    ['2012 alone', 'the latest year', 'all days so far']
    """
    made, choice = forecasts(days), Recipe()
    sky = costs.of(~made.today_wet, made.wet).sum()
    trained = {
        "2012 alone": made.chance[TOP, 0],
        "the latest year": walk_forward(days, choice, latest=366),
        "all days so far": walk_forward(days, choice),
    }
    return {
        name: float(sky - costs.of(costs.tables_out(chance), made.wet).sum())
        for name, chance in trained.items()
    }


def what_would_change(
    days: Days, setting: Setting, analysis: float, engineering: float
) -> dict[str, EuroSpent]:
    """Return where the next euro would go if one thing were different, by what that is.

    >>> from rolekit.weather.days import load_days
    >>> len(what_would_change(load_days(), Setting(), 0.3, 0.3))
    4
    """
    alike = (setting.costs.soaked + setting.costs.missed) / 2
    others = {
        "both mistakes cost the same": replace(setting, costs=Costs(alike, alike)),
        "no deployment ever failed": replace(setting, weak=replace(setting.weak, deploy_fails=0)),
        "every second deployment failed": replace(
            setting, weak=replace(setting.weak, deploy_fails=0.5)
        ),
        "a silent failure were noticed the next day": replace(
            setting, weak=replace(setting.weak, notice=1)
        ),
    }
    return {name: next_euro(days, one, analysis, engineering) for name, one in others.items()}
