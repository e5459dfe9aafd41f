"""The steps of the two half-days in notebook 04, and the replay of notebook 05.

They are loaded when they are first used, because they need what `rolekit.weather` needs. On a page
that runs in the browser alone no server can run and these libraries are not there: then every step
is the committed picture of itself, and says so.
"""

import sys
from functools import partial
from typing import Any

from rolekit.base.face import face
from rolekit.weather.panels.stand_in import StandIn

_HOMES = {
    "weather.panels.morning": "Look Ask Experiment Tell",
    "weather.panels.afternoon": "Workshop Serve WatchLoad Alarm Repeat",
    "weather.panels.enjoyed": "Rate Enjoyed",
    "weather.panels.replayed": "FourTeams Mechanisms NextEuro",
    "weather.words": (
        "count_false_alarms what_each_mechanism_costs what_retraining_is_worth "
        "who_is_best_at_which_costs"
    ),
}

_load, __dir__, __all__ = face(__name__, _HOMES)


def __getattr__(name: str) -> Any:
    if sys.platform == "emscripten" and name in __all__:
        return partial(StandIn, name)
    return _load(name)
