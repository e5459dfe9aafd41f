"""What the titles say and hide: notebook 01."""

from rolekit.base.face import face

_MODULES = (
    "guesses",
    "shares",
    "sources",
    "words",
)

__getattr__, __dir__, __all__ = face(__name__, {}, {one: f"titles.{one}" for one in _MODULES})
