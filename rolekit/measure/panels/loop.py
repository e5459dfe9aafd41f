"""The participant's loop as an element: the page holds the answers, the kernel hears of them."""

from typing import Any

import anywidget
import traitlets

from rolekit.base.plot.figure import plain
from rolekit.base.ui.picture import send_plotly
from rolekit.base.ui.scripts import HERE, script, style
from rolekit.measure.figures import strip
from rolekit.measure.figures.spectrum import RULES
from rolekit.measure.figures.strip import strip_parts
from rolekit.measure.figures.where_you_sit import MOVING, where_you_sit
from rolekit.measure.page_tables import page_tables
from rolekit.record.response import Response


class Loop(anywidget.AnyWidget):
    """Guess, picture, sliders and code in one element, which needs no kernel while it is used.

    `response` is the record as the page last told it; setting it shows it there. `has_more` is
    whether all 24 statements are asked, `is_open` whether the guess was skipped.
    """

    _esm = script(__file__)
    _css = "".join(
        map(style, (str(HERE / "slider.py"), str(HERE / "picture.py"), strip.__file__, __file__))
    )
    tables = traitlets.Dict().tag(sync=True)
    figure = traitlets.Dict().tag(sync=True)
    # What a page opens with is how things stand, whoever changed them last.
    state = traitlets.Dict().tag(sync=True, to_json=lambda _, loop: loop.stands)
    response = traitlets.Instance(Response)
    is_open = traitlets.Bool(False)
    has_more = traitlets.Bool(False)

    def __init__(self, response: Response) -> None:
        super().__init__(
            tables=page_tables(),
            figure=_figure(hover=False),
            response=response,
            has_more=response.answers.form == "full",
        )
        self.on_msg(send_plotly)
        self.on_msg(lambda _, message, __: self.hear(message))

    @property
    def stands(self) -> dict[str, Any]:
        """How things are: the code, and what no code tells."""
        return {
            "code": self.response.to_code(),
            "isOpen": self.is_open,
            "hasMore": self.has_more,
        }

    def take(self, response: Response) -> None:
        """Go on with another record, on the page as well."""
        self.has_more = self.has_more or response.answers.form == "full"
        self.response = response
        self.send({"kind": "state", "state": self.stands})

    def hear(self, message: dict[str, Any]) -> None:
        """Take over what the page tells, and say nothing back but what the roles say."""
        if message.get("kind") == "hover":
            self.figure = _figure(hover=True)
        if message.get("kind") == "state":
            state = message["state"]
            self.is_open, self.has_more = state["isOpen"], state["hasMore"]
            self.response = Response.from_code(state["code"])


def _figure(hover: bool) -> dict[str, Any]:
    """Return the picture, what moves in it and by what rules, and what stands in for it.

    `hover`: whether the roles speak.
    """
    figure = plain(where_you_sit(hover=hover))
    moving = [i for i, trace in enumerate(figure["data"]) if trace["name"] in MOVING]
    known = {"moving": moving, "rules": RULES, "hover": hover, "strip": strip_parts()}
    return {**figure, **known}
