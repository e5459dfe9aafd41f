"""rolekit: where a person sits between analytics and engineering, how sure that is, and why.

>>> import rolekit
>>> facets = rolekit.load_instrument().facets
>>> answers = rolekit.Answers.from_facets({facet.id: 50 for facet in facets})
>>> rolekit.place(answers).lean
0.0

Each subject is a package, from `rolekit.record` to `rolekit.card`. You find every picture in
`rolekit.figures` and every panel of the notebooks in `rolekit.widgets`. Everything loads when you
first use it: to place a person you need only the standard library.
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
    ServerError,
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
    "ServerError",
    "StoreError",
    "TeamError",
    "self_check",
]
__all__ += _handed_on
__all__.sort()
