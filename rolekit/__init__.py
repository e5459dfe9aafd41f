"""rolekit: where a person sits between analytics and engineering, how sure that is, and why.

>>> import rolekit
>>> facets = rolekit.load_instrument().facets
>>> answers = rolekit.Answers.from_facets({facet.id: 50 for facet in facets})
>>> rolekit.place(answers).lean
0.0

Each subject is a package of its own, from `rolekit.record` to `rolekit.card`; the pictures of all
are handed on by `rolekit.figures`, the notebooks' widgets by `rolekit.widgets`. Everything is
loaded when it is first used: placing a person needs nothing but the standard library.
"""

from rolekit.base.face import face
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
from rolekit.self_check import self_check

__version__ = "0.1.0"

_HOMES = {
    "adverts.reading": "read_advert",
    "measure.explain": "explain",
    "measure.placement": "place",
    "measure.resemblance": "resemblance",
    "measure.roles": "roles",
    "measure.words": "describe",
    "record.answers": "Answers",
    "record.instrument": "load_instrument",
    "record.response": "Response",
}
_PARTS = (
    *("record", "titles", "measure", "weather", "path", "adverts", "team", "cohort", "card"),
    *("figures", "widgets"),
)

__getattr__, __dir__, _handed_on = face(__name__, _HOMES, {part: part for part in _PARTS})

__all__ = [
    "AdvertError",
    "AnswerError",
    "CodeError",
    "DataError",
    "NotEnoughAnswers",
    "PlanError",
    "RolekitError",
    "StoreError",
    "TeamError",
    "self_check",
]
__all__ += _handed_on
__all__.sort()
