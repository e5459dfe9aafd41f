"""What a role asks for, what of it is missing, and a plan: notebook 06."""

from rolekit.base.face import face

_MODULES = (
    "calendar_file",
    "framework",
    "gaps",
    "plan",
    "plan_code",
    "plan_page",
    "transition",
    "words",
)

__getattr__, __dir__, __all__ = face(__name__, {}, {one: f"path.{one}" for one in _MODULES})
