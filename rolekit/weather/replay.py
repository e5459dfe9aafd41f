"""The replay: four teams on three years of real days, and what each saves the café.

The weather and the forecasts are real; what goes wrong between a forecast and the café is drawn by
chance, from mechanisms that are stated in one table (`data/mechanisms.csv`). A team has two
strengths from 0 to 1. *Analysis* climbs a ladder of forecasts: from "same as today" to the chosen
model, every step of which is measured on the real days. *Engineering* brings each mechanism from
its weak to its strong value, which are assumptions, and the reader's to change.

Value is money saved against "same as today", which costs the café nothing but a look at the sky.
So a day without a forecast is worth 0; a day with a wrong one can be worth less than 0.

All teams meet the same luck: one set of draws decides, for weak and strong alike, which days go
wrong if that share of them does. So teams differ by what they are, not by fortune, and where all
mechanisms are switched off teams with the same analysis do the same.
"""

from dataclasses import astuple, dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rolekit.base.tables import load_table
from rolekit.weather import WeatherError
from rolekit.weather.days import Bools, Dates, Floats, load_days
from rolekit.weather.decision import COSTS, Costs
from rolekit.weather.model import FIRST, HISTORY, Recipe, months, train

Integers = NDArray[np.int64]

# The steps from "same as today" to the chosen model: what each adds to what is known.
LADDER = (
    ("same as today", ()),
    ("today's rain, with costs", ("today's rain",)),
    ("and the season", ("season",)),
    ("and temperature and wind", ("temperature", "wind")),
    ("and the week so far", ("the week so far", "change since yesterday")),
)
TOP = len(LADDER) - 1
NEVER = -(10**6)  # a day before all others


@dataclass(frozen=True)
class Engineering:
    """How well forecasts are delivered. All 0, with `retrained` 1, is perfection.

    missing
        Share of days (0-1) on which no forecast comes: the café looks at the sky.
    late
        Share of days (0-1) on which it comes too late: the café takes yesterday's.
    deploy_fails
        Share of the monthly deployments (0-1) after which the service silently repeats its last
        forecast.
    notice
        Days until somebody notices that and repairs it.
    retrained
        Share of months (0-1) in which the model is trained anew; else the older one goes on.

    Raises `WeatherError` for a share outside 0-1 and for days that are no whole number from 0.
    """

    missing: float
    late: float
    deploy_fails: float
    notice: float
    retrained: float

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            most = 365 if name == "notice" else 1
            if not 0 <= value <= most:
                raise WeatherError(f"{name!r} must be from 0 to {most} (got {value!r}).")

    def towards(self, other: "Engineering", share: float) -> "Engineering":
        """Return the engineering a share (0-1) of the way to another.

        >>> round(WEAK.towards(STRONG, 0.5).notice, 1)
        10.5
        """
        pairs = zip(astuple(self), astuple(other), strict=True)
        return Engineering(*((1 - share) * mine + share * its for mine, its in pairs))


PERFECT = Engineering(missing=0, late=0, deploy_fails=0, notice=0, retrained=1)
WEAK = Engineering(missing=0.2, late=0.15, deploy_fails=0.3, notice=20, retrained=0)
STRONG = Engineering(missing=0.005, late=0.005, deploy_fails=0.05, notice=1, retrained=1)


@dataclass(frozen=True)
class Mechanism:
    """One way in which money is made or lost. `basis` is "measured here" or "assumed".

    `field` is the property of `Engineering` that says how often it happens, if there is one.
    """

    name: str
    what: str
    basis: str
    field: str | None


MECHANISMS = tuple(Mechanism(**row) for row in load_table("mechanisms"))


@dataclass(frozen=True)
class Crew:
    """A team: its strengths in analysis and in engineering, each 0-1."""

    name: str
    analysis: float
    engineering: float


TEAMS = (
    Crew("weak analysis, weak engineering", 0, 0),
    Crew("strong analysis, weak engineering", 1, 0),
    Crew("weak analysis, strong engineering", 0, 1),
    Crew("strong analysis, strong engineering", 1, 1),
)


@dataclass(frozen=True)
class Setting:
    """Everything that can be changed: the costs, and what weak and strong engineering mean."""

    costs: Costs = COSTS
    weak: Engineering = WEAK
    strong: Engineering = STRONG


ASSUMED = Setting()


@dataclass(frozen=True, eq=False)
class Forecasts:
    """Every forecast that any team could have had, made once.

    date, wet, today_wet
        For each day of 2013-2015: its date, whether it was wet, and whether the day before was.
    month
        The number of the day's month, 0-35.
    chance
        Chance of rain by step of the ladder, month of training, and day: (5, 36, 1095). The entry
        is NaN where the model did not exist yet. On step 0 it is 1 or 0: same as today.
    """

    date: Dates
    wet: Bools
    today_wet: Bools
    month: Integers
    chance: Floats


@cache
def forecasts() -> Forecasts:
    """Train every model of every month on the days before it, and let it forecast all that follow.

    >>> forecasts().chance.shape
    (5, 36, 1095)
    """
    days = load_days()
    spans = months(days, FIRST)
    first = spans[0][0]
    n = len(days) - first
    today_wet = days.wet[first - 1 : -1]
    chance = np.full((len(LADDER), len(spans), n), np.nan)
    chance[0] = today_wet
    known: tuple[str, ...] = ()
    for step, (_, more) in enumerate(LADDER[1:], start=1):
        known += more
        choice = Recipe(known)
        for month, (start, _) in enumerate(spans):
            forecaster = train(days[:start], choice)
            chance[step, month, start - first :] = forecaster.chance(days[start - HISTORY : -1])
    month_of = np.repeat(np.arange(len(spans)), [stop - start for start, stop in spans])
    return Forecasts(days.date[first:], days.wet[first:], today_wet, month_of, chance)


@dataclass(frozen=True, eq=False)
class Luck:
    """The draws of chance, uniform in 0-1, that decide what goes wrong: replays by days or months.

    The same for every team and setting.
    """

    missing: Floats
    late: Floats
    climbs: Floats
    deploys: Floats
    retrains: Floats


@cache
def luck(replays: int = 200) -> Luck:
    """Draw the luck of some replays, the same whenever it is drawn."""
    chance, month = np.random.default_rng(0), forecasts().month
    by_day = [chance.random((replays, len(month))) for _ in range(3)]
    by_month = [chance.random((replays, month[-1] + 1)) for _ in range(2)]
    return Luck(*by_day, *by_month)


def delivered(made: Forecasts, drawn: Luck, engineering: Engineering) -> tuple[Integers, Integers]:
    """Return which day's forecast the café holds each day, and of which month's model it is.

    Both are (replays, days); the day is -1 where there is no forecast.
    """
    replays, n = drawn.missing.shape
    spans = drawn.deploys.shape[1]
    day = np.broadcast_to(np.arange(n), (replays, n))
    starts = np.searchsorted(made.month, np.arange(spans))
    # A failed deployment repeats the forecast of the last good day, until it is noticed.
    fails = np.where(drawn.deploys < engineering.deploy_fails, starts, NEVER)
    since = np.arange(n) - np.maximum.accumulate(fails, axis=1)[:, made.month]
    stuck = since < round(engineering.notice)
    source = np.maximum.accumulate(np.where(stuck, 0, day), axis=1)
    # Late: the one that was there the evening before. The first day of all has none before it.
    late = (drawn.late < engineering.late) & ~stuck
    before = np.concatenate([source[:, :1], source[:, :-1]], axis=1)
    source = np.where(late, before, source)
    # The month of the newest model that is there; the first one was trained on 2012.
    renewed = drawn.retrains < engineering.retrained
    renewed[:, 0] = True
    vintage = np.maximum.accumulate(np.where(renewed, np.arange(spans), 0), axis=1)
    model = np.take_along_axis(vintage, made.month[source], axis=1)
    return np.where(drawn.missing < engineering.missing, -1, source), model


def replay(
    made: Forecasts, drawn: Luck, setting: Setting, analysis: float, engineering: float
) -> Floats:
    """Return what a team saves against "same as today", in euros: (replays, days).

    `analysis` and `engineering` are strengths from 0 to 1. Between two steps of the ladder, a share
    of the days is decided by the higher one. Raises `WeatherError` for a strength outside 0-1.
    """
    for name, strength in (("analysis", analysis), ("engineering", engineering)):
        if not 0 <= strength <= 1:
            raise WeatherError(f"The strength in {name} must be from 0 to 1 (got {strength!r}).")
    source, model = delivered(made, drawn, setting.weak.towards(setting.strong, engineering))
    lower = min(int(analysis * TOP), TOP - 1)
    step = lower + (drawn.climbs < analysis * TOP - lower)
    # Step 0 takes no costs into account: it is what anybody does who looks at the sky.
    decides = setting.costs.tables_out(made.chance)
    sky = ~made.today_wet
    out = np.where(source < 0, sky, decides[step, model, source])
    sky_costs = setting.costs.of(sky, made.wet)
    return np.asarray(sky_costs - setting.costs.of(out, made.wet))


@dataclass(frozen=True, eq=False)
class Course:
    """How the value of a team grew: cumulative euros by day, median and middle 80% of replays."""

    team: Crew
    date: Dates
    median: Floats
    low: Floats
    high: Floats

    @property
    def total(self) -> float:
        """The median value after three years, in euros."""
        return float(self.median[-1])


def four_teams(setting: Setting = ASSUMED, replays: int = 200) -> list[Course]:
    """Replay three years for the four teams.

    >>> [course.team.name for course in four_teams(replays=5)][0]
    'weak analysis, weak engineering'
    """
    made, courses = forecasts(), []
    for team in TEAMS:
        value = replay(made, luck(replays), setting, team.analysis, team.engineering)
        low, median, high = np.quantile(value.cumsum(axis=1), [0.1, 0.5, 0.9], axis=0)
        courses.append(Course(team, made.date, median, low, high))
    return courses
