"""The steps of the two half-days in notebook 04, and the replay of notebook 05.

They are loaded when they are first used, because they need what `rolekit.weather` needs. On a page
that runs in the browser alone no server can run and these libraries are not there. Then a step is
the committed picture of itself, and says so, unless it needs numpy alone and numpy is there.
"""

import sys
from functools import partial
from importlib.util import find_spec
from typing import Any

from rolekit.base.face import face
from rolekit.weather.panels.stand_in import NUMPY_ALONE, StandIn

_HOMES = {
    "weather.panels.morning": "Look Ask Experiment Tell",
    "weather.panels.afternoon": "Workshop Serve WatchLoad Alarm Repeat",
    "weather.panels.enjoyed": "Rate Enjoyed",
    "weather.panels.replayed": "FourTeams Mechanisms NextEuro by_costs",
}

_load, __dir__, __all__ = face(__name__, _HOMES)


def __getattr__(name: str) -> Any:
    runs = sys.platform != "emscripten" or (name in NUMPY_ALONE and find_spec("numpy"))
    if name in __all__ and not runs:
        return partial(StandIn, name)
    return _load(name)
