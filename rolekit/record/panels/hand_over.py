"""Answers from notebook 02, which the browser's tab hands to the notebooks that follow."""

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from rolekit.base.sentences import sentences
from rolekit.base.ui.scripts import script
from rolekit.record.response import Response

WORDS = ("use-kept", "someone-else")


class HandOver(anywidget.AnyWidget):
    """An offer to use the answers that the tab has kept, where it has kept any.

    `use` is called with the response, or with None for somebody else. `choice` is "kept", "nobody",
    "pasted" where a code was given instead, or "" at first.
    """

    _esm = script(__file__)
    sentences = traitlets.Dict().tag(sync=True)
    choice = traitlets.Unicode().tag(sync=True)

    def __init__(self, use: Callable[[Response | None], object]) -> None:
        super().__init__(sentences={id: sentences()[id] for id in WORDS})
        self._use = use
        self.on_msg(self._hear)

    def _hear(self, _: object, message: dict[str, Any], __: object) -> None:
        if message.get("kind") == "use":
            code = message["code"]
            self._use(Response.from_code(code) if code else None)
