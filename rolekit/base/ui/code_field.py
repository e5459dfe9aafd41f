"""The row into which a code is pasted: a response code, or a plan."""

from collections.abc import Callable

import ipywidgets

from rolekit.base.ui.sentence import Sentence


class CodeField(ipywidgets.HBox):
    """A labelled field, a button that reads it, and a reply.

    `use` gets the text and returns the reply. Where it raises one of our errors, all of them a
    `ValueError`, that is the reply, and the text stays to be mended, until the field is emptied.
    """

    def __init__(self, label: str, button: str, begins: str, use: Callable[[str], str]) -> None:
        field = ipywidgets.Text(
            description=label, placeholder=f"{begins}-", continuous_update=False
        )
        go_on, reply = ipywidgets.Button(description=button), Sentence()

        refused = ""  # what the reply is an error about

        def read(_: object) -> None:
            nonlocal refused
            if not field.value:
                reply.text = "" if refused else reply.text
                refused = ""
                return
            try:
                reply.text, refused = use(field.value), ""
            except ValueError as problem:
                reply.text, refused = str(problem), field.value
            else:
                field.value = ""

        go_on.on_click(read)
        field.observe(read, "value")
        super().__init__((field, go_on, reply))
        self.add_class("rk-row")
