"""What stands in for a step where it cannot run: what it would show, in words."""

from html import escape
from typing import Any

from rolekit.base.ui.panel import stand_ins


class StandIn:
    """The words of a step, with a note that the step itself cannot run here.

    >>> StandIn("Look").text.split(":")[0]
    "This step can't run here"
    """

    def __init__(self, name: str, *_: object) -> None:
        said = stand_ins().get(name, "")
        self.text = (
            f"This step can't run here: it needs a server, which a browser can't start. {said}"
        )

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/html": f"<p>{escape(self.text)}</p>", "text/plain": self.text}
