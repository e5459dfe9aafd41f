"""From answers to a place, and why it is there: notebooks 02 and 03."""

from rolekit.base.face import face

_MODULES = (
    "evidence",
    "example",
    "explain",
    "pairs",
    "people",
    "placement",
    "resemblance",
    "roles",
    "twelve_more",
    "words",
)

__getattr__, __dir__, __all__ = face(__name__, {}, {one: f"measure.{one}" for one in _MODULES})
