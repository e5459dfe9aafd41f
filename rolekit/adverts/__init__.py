"""A job advert on the map: one half of notebook 07."""

from rolekit.base.face import face

_MODULES = (
    "brief",
    "examples",
    "plain_text",
    "reading",
    "rewrite",
    "terms",
    "tokens",
    "wish_list",
    "words",
)

__getattr__, __dir__, __all__ = face(__name__, {}, {one: f"adverts.{one}" for one in _MODULES})
