"""The row into which a response code is pasted."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets

from rolekit.base.ui.sentence import Sentence
from rolekit.errors import RolekitError
from rolekit.record.instrument import load_instrument
from rolekit.record.response import Response


class Entry(ipywidgets.HBox):
    """A row into which something kept is pasted: `label`, the field, a button, and a reply.

    The field shows `begins`, how such a text begins, while it is empty. `take` gets the text and
    returns the reply; where it refuses the text, the reply says what is wrong.
    """

    def __init__(self, label: str, button: str, begins: str, take: Callable[[str], str]) -> None:
        field = ipywidgets.Text(description=label, placeholder=begins, continuous_update=False)
        go_on, reply = ipywidgets.Button(description=button), Sentence()

        def read(_: object) -> None:
            if not field.value:
                return
            try:
                reply.text = take(field.value)
            except RolekitError as problem:
                reply.text = str(problem)
            else:
                field.value = ""

        go_on.on_click(read)
        field.observe(read, "value")
        super().__init__((field, go_on, reply))
        self.add_class("rk-row")


class CodeEntry(Entry):
    """A row into which a response code is pasted; `use` gets the response of an intact one."""

    def __init__(self, label: str, button: str, use: Callable[[Response], str]) -> None:
        begins = f"ROLE{load_instrument().version}-"
        super().__init__(label, button, begins, lambda text: use(Response.from_code(text)))
