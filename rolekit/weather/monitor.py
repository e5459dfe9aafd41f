"""Monitoring: noticing that the inputs, or the score, are no longer what they were.

A schema sees a single request; a monitor sees a month of them. Two alarms watch here. The first
compares each input's distribution with a reference by the population stability index (PSI); it
needs no outcomes and rings early. The second compares how wrong the forecasts were with how wrong
they themselves said they would be (Spiegelhalter's z, 1986); it knows what matters, but only when
the outcomes are in.

The lesson is in the reference. Against the whole of the training days every month drifts, for
months have weather of their own; an alarm that always rings is no alarm. Against the same time of
the earlier years, what is left is mostly what is wrong.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from rolekit.weather import WeatherError
from rolekit.weather.days import INPUTS, Bools, Days, Floats, load_days
from rolekit.weather.model import FIRST, HISTORY, Forecaster, months

# The rule of thumb for PSI, 0.25, is made for thousands of independent rows. A month is thirty
# days that resemble each other: with 0.25 some input would ring in every month, with 1 in one
# month of six (`false_alarms` counts them).
RULE_OF_THUMB = 0.25
ALARM = 1.0
SCORE_ALARM = 3.0  # standard deviations of what the forecasts themselves expect
BINS = 4

Reference = Literal["same season", "whole year"]


def psi(reference: Floats, recent: Floats) -> float:
    """Return the population stability index: 0 for the same distribution, without upper bound.

    Bins are the quantiles of the reference; half a day is added to each, so none is empty.
    (The sum is Jeffreys' divergence, 1946, of the two histograms.) Raises `WeatherError` if one of
    the two has no values.

    >>> psi(np.arange(100.0), np.arange(100.0))
    0.0
    """
    if not (len(reference) and len(recent)):
        raise WeatherError("Drift needs days on both sides. Choose another month.")
    # Many days have no rain at all, so that several quantiles can be one.
    edges = np.unique(np.quantile(reference, np.linspace(0, 1, BINS + 1)[1:-1]))
    shares = []
    for values in (reference, recent):
        counts = np.bincount(np.searchsorted(edges, values), minlength=len(edges) + 1) + 0.5
        shares.append(counts / counts.sum())
    return float(np.sum((shares[1] - shares[0]) * np.log(shares[1] / shares[0])))


def reference_days(days: Days, start: int, reference: Reference) -> Bools:
    """Return which days before position `start` the month beginning there is compared with.

    The same season is the month itself and its two neighbours, in all years before.
    """
    before = np.arange(len(days)) < start
    if reference == "whole year":
        return before
    apart = (days.month - days.month[start]) % 12
    # The month just gone is of this year, whatever is wrong with it.
    return np.asarray(before & np.isin(apart, (11, 0, 1)) & (days.year < days.year[start]))


@dataclass(frozen=True)
class Watch:
    """What the monitor saw of a month: PSI by input, and z of the score."""

    month: str
    psi: dict[str, float]
    z: float

    @property
    def ringing(self) -> list[str]:
        """The names of the alarms that ring: inputs, and "score"."""
        score = ["score"] if self.z > SCORE_ALARM else []
        return [name for name, value in self.psi.items() if value > ALARM] + score


def surprise(chance: Floats, wet: Bools) -> float:
    """Return Spiegelhalter's z: how much worse the Brier score is than the forecasts expect.

    It is about standard normal as long as the chances are right; above 3 they are not.

    >>> surprise(np.full(100, 0.2), np.arange(100) < 20)
    0.0
    """
    excess = np.sum((chance - wet) ** 2 - chance * (1 - chance))
    spread = np.sqrt(np.sum(chance * (1 - chance) * (1 - 2 * chance) ** 2))
    return round(float(excess / spread), 9) + 0.0


def watch(
    forecaster: Forecaster,
    month: str,
    fault: str = "nothing",
    reference: Reference = "same season",
) -> Watch:
    """Watch one month, such as "2014-07", as it would have looked with a fault in its inputs.

    The fault changes what the service is told, not what the weather was. Raises `WeatherError` for
    a month that is not in 2013 to 2015.
    """
    days = load_days()
    spans = {str(days.date[a].astype("datetime64[M]")): (a, b) for a, b in months(days, FIRST)}
    if month not in spans:
        raise WeatherError(f"There is no month {month!r} to watch. Choose 2013-01 to 2015-12.")
    start, stop = spans[month]
    told = FAULTS[fault](days[start - HISTORY : stop])
    compared = reference_days(days, start, reference)
    z = surprise(forecaster.chance(told[:-1]), days.wet[start:stop])
    return Watch(month, _distances(days, compared, told[HISTORY:]), z)


def _distances(days: Days, compared: Bools, recent: Days) -> dict[str, float]:
    """Return the PSI of some days, input by input, against other days."""
    return {name: psi(getattr(days, name)[compared], getattr(recent, name)) for name in INPUTS}


FAULTS: dict[str, Callable[[Days], Days]] = {
    "nothing": lambda days: days,
    "thermometer in Fahrenheit": lambda days: replace(
        days, temp_max=days.temp_max * 1.8 + 32, temp_min=days.temp_min * 1.8 + 32
    ),
    "rain gauge stuck at 0": lambda days: replace(
        days, precipitation=np.zeros_like(days.precipitation)
    ),
}


def false_alarms(reference: Reference, level: float = ALARM) -> float:
    """Return the share of the months, with nothing wrong, in which some input rings.

    >>> false_alarms("whole year", RULE_OF_THUMB)
    1.0
    """
    days = load_days()
    found = [
        _distances(days, reference_days(days, start, reference), days[start:stop])
        for start, stop in months(days, FIRST)
    ]
    return float(np.mean([max(one.values()) > level for one in found]))
