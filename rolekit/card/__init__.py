"""Where the numbers come from, and how far they carry: notebook 09."""

from rolekit.base.face import face

_MODULES = (
    "calibration",
    "studies",
    "words",
)

__getattr__, __dir__, __all__ = face(__name__, {}, {one: f"card.{one}" for one in _MODULES})
