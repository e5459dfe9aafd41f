"""Forecasts: the chance that tomorrow is wet, from what is known this evening.

An evening is a day together with the six before it. One function turns evenings into features, for
training and for serving alike, so the two cannot drift apart. A forecast for a day comes from
a model that saw only days before it: each month a model is trained on everything up to the evening
before the month begins, and forecasts that month. Days are never shuffled, for a shuffled test asks
how well a gap between known days is filled, and no café has tomorrow's neighbours at hand.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from rolekit.errors import did_you_mean
from rolekit.weather import WeatherError
from rolekit.weather.days import INPUTS, WET, Days, Floats

HISTORY = 7  # days that make an evening, the last of them today
FIRST = "2013-01-01"  # the first day that is forecast; 2012 is there to learn from

# What may be known of an evening. Each takes inputs as (evenings, HISTORY) arrays and the angle of
# the year, and returns columns.
FEATURES: dict[str, Callable[[dict[str, Floats], Floats], list[Floats]]] = {
    "today's rain": lambda x, _: [
        (x["precipitation"][:, -1] >= WET).astype(float),
        np.log1p(x["precipitation"][:, -1]),
    ],
    "season": lambda _, angle: [np.sin(angle), np.cos(angle)],
    "temperature": lambda x, _: [x["temp_max"][:, -1], x["temp_min"][:, -1]],
    "wind": lambda x, _: [x["wind"][:, -1]],
    "the week so far": lambda x, _: [
        (x["precipitation"][:, -days:] >= WET).mean(axis=1) for days in (3, HISTORY)
    ],
    "change since yesterday": lambda x, _: [
        x[name][:, -1] - x[name][:, -2] for name in ("temp_max", "temp_min", "wind")
    ],
}


# scikit-learn is loaded when a model is made: what only looks at the days does without it.
def _logistic_regression() -> Any:
    from sklearn import linear_model, pipeline, preprocessing

    scaler = preprocessing.StandardScaler()
    return pipeline.make_pipeline(scaler, linear_model.LogisticRegression())


def _decision_tree() -> Any:
    from sklearn.tree import DecisionTreeClassifier

    return DecisionTreeClassifier(min_samples_leaf=20, random_state=0)


def _random_forest() -> Any:
    from sklearn.ensemble import RandomForestClassifier

    return RandomForestClassifier(60, min_samples_leaf=10, random_state=0)


# Settings are ordinary and were not searched for; the seed makes training repeatable.
MODELS: dict[str, Callable[[], Any]] = {
    "logistic regression": _logistic_regression,
    "decision tree": _decision_tree,
    "random forest": _random_forest,
}


@dataclass(frozen=True)
class Recipe:
    """Which features and which model. The order in which features are named does not matter.

    Raises `WeatherError` for an unknown name and if no feature is chosen.

    >>> Recipe(["season", "today's rain"]).features
    ("today's rain", 'season')
    """

    features: Collection[str] = tuple(FEATURES)
    model: str = "logistic regression"

    def __post_init__(self) -> None:
        """Check the names, and put our own in place of the caller's equal ones."""
        for names, known in (((self.model,), list(MODELS)), (self.features, list(FEATURES))):
            for name in names:
                if name not in known:
                    raise WeatherError(
                        f"There is no {name!r} to choose. {did_you_mean(name, known)}"
                    )
        if not self.features:
            raise WeatherError("At least one feature is needed. Choose one.")
        # The same objects, not only equal ones: pickle writes a repeated object as a reference, so
        # that the bytes of an artefact would depend on where a name came from.
        chosen = tuple(name for name in FEATURES if name in self.features)
        object.__setattr__(self, "features", chosen)
        object.__setattr__(self, "model", next(name for name in MODELS if name == self.model))


RECIPE = Recipe()  # all features, and the simplest model


def evenings(days: Days, features: Collection[str]) -> Floats:
    """Return the features of every evening that has a whole week behind it.

    The array has one row fewer than `days` for each of the first six days, and one column or more a
    feature. Raises `WeatherError` if there is no whole week.

    >>> from rolekit.weather.days import load_days
    >>> evenings(load_days(), ["season"]).shape
    (1455, 2)
    """
    if len(days) < HISTORY:
        raise WeatherError(f"An evening needs {HISTORY} days in a row (got {len(days)}).")
    window = {name: sliding_window_view(getattr(days, name), HISTORY) for name in INPUTS}
    today = days.date[HISTORY - 1 :]
    into_year = (today - today.astype("datetime64[Y]")).astype(float)
    angle = 2 * np.pi * into_year / 365.25
    return np.column_stack([c for name in features for c in FEATURES[name](window, angle)])


@dataclass(frozen=True)
class Forecaster:
    """A trained model with what it takes to use it: its choice and its training days."""

    choice: Recipe
    trained_from: str
    trained_until: str
    estimator: Any

    def chance(self, days: Days) -> Floats:
        """Return the chance of rain, 0-1, for the day after each evening in `days`."""
        found = self.estimator.predict_proba(evenings(days, self.choice.features))
        return np.asarray(found[:, 1], dtype=float)


def train(days: Days, choice: Recipe) -> Forecaster:
    """Train on days, the last of which is only an outcome: its own tomorrow is not known.

    >>> from rolekit.weather.days import load_days
    >>> forecaster = train(load_days().between("2012-01-01", "2012-12-31"), Recipe(["season"]))
    >>> forecaster.trained_until
    '2012-12-31'
    """
    wet = days.wet[HISTORY:]
    if wet.all() or not wet.any():
        raise WeatherError("Training needs wet days and dry days. Choose a longer period.")
    estimator = MODELS[choice.model]()
    # A fit this small is up to twenty times faster in one thread than in two that wait for each
    # other, and its sums come out the same whatever the number of processors.
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):
        estimator.fit(evenings(days[:-1], choice.features), wet)
    return Forecaster(choice, str(days.date[0]), str(days.date[-1]), estimator)


@cache
def walk_forward(days: Days, choice: Recipe) -> Floats:
    """Return the chance of rain for each day from 2013 on, by a model of that month.

    The model of a month was trained on all days before the month, and on none after.

    >>> from rolekit.weather.days import load_days
    >>> walk_forward(load_days(), Recipe(["today's rain", "season"])).shape
    (1095,)
    """
    chances = []
    for start, stop in months(days, FIRST):
        forecaster = train(days[:start], choice)
        chances.append(forecaster.chance(days[start - HISTORY : stop - 1]))
    return np.concatenate(chances)


def months(days: Days, first: str) -> list[tuple[int, int]]:
    """Return (start, stop) of each month from `first` on, as positions in `days`.

    >>> from rolekit.weather.days import load_days
    >>> months(load_days(), "2015-11-01")
    [(1400, 1430), (1430, 1461)]
    """
    later = np.flatnonzero(days.date >= np.datetime64(first))
    starts = [int(i) for i in later if days.month[i] != days.month[i - 1]]
    return list(zip(starts, [*starts[1:], len(days)], strict=True))
