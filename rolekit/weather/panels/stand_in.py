"""What stands in for a step where it cannot run: what it would show, in words."""

from html import escape
from typing import Any

from rolekit.base.ui.panel import stand_ins

NUMPY_ALONE = ("Look", "Ask")  # these run in a browser that has NumPy
NEEDS = {
    **dict.fromkeys(NUMPY_ALONE, "NumPy"),
    **dict.fromkeys(("Workshop", "Serve", "WatchLoad", "Repeat"), "scikit-learn and a server"),
    **dict.fromkeys(("Rate", "Enjoyed"), "the steps above, which need libraries and a server"),
}


class StandIn:
    """The words of a step, with a note that the step itself cannot run here.

    >>> StandIn("Serve").text.split(".")[0]
    "This step can't run in a browser alone: it needs scikit-learn and a server"
    """

    def __init__(self, name: str, *_: object) -> None:
        said = stand_ins().get(name, "")
        needs = NEEDS.get(name, "scikit-learn")
        self.text = f"This step can't run in a browser alone: it needs {needs}. {said}".strip()

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/html": f"<p>{escape(self.text)}</p>", "text/plain": self.text}
