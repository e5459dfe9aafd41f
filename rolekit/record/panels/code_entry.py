"""The row into which a response code is pasted."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets

from rolekit.base.ui.sentence import Sentence
from rolekit.errors import CodeError
from rolekit.record.instrument import load_instrument
from rolekit.record.read_codes import read_code
from rolekit.record.response import Response


class CodeEntry(ipywidgets.HBox):
    """A row into which a response code is pasted: `label`, the field, a button, and a reply."""

    def __init__(self, label: str, button: str, use: Callable[[Response], str]) -> None:
        """Take the words of the field and the button, and what to do with an intact code.

        `use` gets the response and returns the reply. Where a code is not intact, the reply says
        what is wrong with it, and `use` is not called.
        """
        field = ipywidgets.Text(
            description=label,
            placeholder=f"ROLE{load_instrument().version}-",
            continuous_update=False,
        )
        go_on, reply = ipywidgets.Button(description=button), Sentence()

        def read(_: object) -> None:
            if not field.value:
                return
            try:
                reply.text = use(read_code(field.value))
            except CodeError as problem:
                reply.text = str(problem)
            else:
                field.value = ""

        go_on.on_click(read)
        field.observe(read, "value")
        super().__init__((field, go_on, reply))
        self.add_class("rk-row")
