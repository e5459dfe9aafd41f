"""What stands in for a step where it cannot run: its picture, in words too.

The pictures show every step as it opens, and so spoil no guess.
"""

from typing import Any

from rolekit.base.ui.panel import stand_ins
from rolekit.base.ui.picture import picture_html


class StandIn:
    """The picture of a step, with a note that the step itself cannot run here.

    >>> StandIn("Look").text.split(":")[0]
    'This step cannot run on this page'
    """

    def __init__(self, name: str, *_: object) -> None:
        self._file, said = stand_ins().get(name, ("", ""))
        self.text = (
            f"This step cannot run on this page: a browser alone can start no server. {said}"
        )

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        note = f"<p>{self.text.partition('. ')[0]}.</p>"
        picture = picture_html(self._file, self.text) if self._file else ""
        return {"text/html": note + picture, "text/plain": self.text}
