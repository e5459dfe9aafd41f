"""rolekit: where a person sits between analytics and engineering, how sure that is, and why.

>>> import rolekit
>>> facets = rolekit.load_instrument().facets
>>> answers = rolekit.Answers.from_facets({facet.id: 50 for facet in facets})
>>> rolekit.place(answers).lean
0.0

The pictures are in `rolekit.figures`, the notebook's widgets in `rolekit.widgets`. Both are loaded
when they are first used: placing a person needs nothing but the standard library.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from rolekit.adverts import AdvertReading, read_advert
from rolekit.answers import Answers
from rolekit.codes import Response
from rolekit.describe import describe
from rolekit.errors import (
    AdvertError,
    AnswerError,
    CodeError,
    DataError,
    NotEnoughAnswers,
    PlanError,
    RolekitError,
    StoreError,
    TeamError,
)
from rolekit.explain import Explanation, explain
from rolekit.instrument import Facet, Instrument, Item, load_instrument
from rolekit.placement import Placement, place
from rolekit.resemblance import Resemblance, resemblance
from rolekit.roles import Role, roles
from rolekit.self_check import self_check

__version__ = "0.1.0"

__all__ = [
    "AdvertError",
    "AdvertReading",
    "AnswerError",
    "Answers",
    "CodeError",
    "DataError",
    "Explanation",
    "Facet",
    "Instrument",
    "Item",
    "NotEnoughAnswers",
    "Placement",
    "PlanError",
    "Resemblance",
    "Response",
    "Role",
    "RolekitError",
    "StoreError",
    "TeamError",
    "cohort",
    "describe",
    "explain",
    "figures",
    "framework",
    "load_instrument",
    "pairs",
    "place",
    "plan",
    "qr",
    "read_advert",
    "resemblance",
    "roles",
    "self_check",
    "team",
    "widgets",
]


def __getattr__(name: str) -> ModuleType:
    if name in ("cohort", "figures", "framework", "pairs", "plan", "qr", "team", "widgets"):
        return import_module(f"rolekit.{name}")
    raise AttributeError(f"module 'rolekit' has no attribute {name!r}")
