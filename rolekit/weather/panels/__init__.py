"""The steps of the two half-days in notebook 04, and the replay of notebook 05.

They are loaded when they are first used, for they need what `rolekit.weather` needs. On a page that
runs in the browser alone no server can run and these libraries are not there: then every step is
the committed picture of itself, and says so.
"""

import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from rolekit.weather.panels.stand_in import StandIn

# Where each step is, in the order in which they are met.
STEPS = {
    "Look": "look",
    "Ask": "ask",
    "Experiment": "experiment",
    "Tell": "tell",
    "Rate": "rate",
    "Workshop": "serve",
    "Serve": "serve",
    "WatchLoad": "watch_load",
    "Alarm": "alarm",
    "Repeat": "repeat",
    "Enjoyed": "enjoyed",
    "FourTeams": "four_teams",
    "Mechanisms": "four_teams",
    "count_false_alarms": "told",
    "what_each_mechanism_costs": "told",
    "what_retraining_is_worth": "told",
    "who_is_best_at_which_costs": "told",
    "NextEuro": "next_euro",
}

__all__ = list(STEPS)


def __getattr__(name: str) -> Callable[..., Any]:
    if name not in STEPS:
        raise AttributeError(f"module 'rolekit.widgets.weather' has no attribute {name!r}")
    if sys.platform == "emscripten":
        return partial(StandIn, name)
    step: Callable[..., Any] = getattr(import_module(f"rolekit.weather.panels.{STEPS[name]}"), name)
    return step
