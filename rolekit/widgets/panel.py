"""What all widgets of the notebooks have in common.

A `Panel` is a column that looks the same in every notebook, follows the theme, and shows a
committed picture on a page that runs nothing. A `Picture` is a figure in it that is replaced as a
whole. `CodeEntry` is the row into which a response code is pasted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import Any, ClassVar

import ipywidgets
import plotly.graph_objects as go

from rolekit.codes import Response
from rolekit.errors import CodeError
from rolekit.figures.shown import drawn, picture_html
from rolekit.instrument import load_instrument
from rolekit.widgets.elements import Sentence


class Panel(ipywidgets.VBox):
    """A widget of a notebook, with the picture and the text that stand in for it.

    picture, picture_text
        Its file in pictures/, shown where no kernel runs, and what that shows in words; without a
        file the words alone. It shows nothing that would spoil a guess.
    """

    picture: ClassVar[str] = ""
    picture_text: ClassVar[str]

    def __init__(self, children: Iterable[ipywidgets.Widget]) -> None:
        """Take what it shows, from top to bottom."""
        super().__init__(tuple(children))
        self.add_class("rk-panel")
        self.add_class(f"rk-panel-{type(self).__name__.lower()}")

    def __repr__(self) -> str:
        """Say what it is; it must read the same in every run."""
        return f"{type(self).__name__}()"

    def _repr_mimebundle_(self, **arguments: Any) -> dict[str, Any]:
        bundle: dict[str, Any] = super()._repr_mimebundle_(**arguments)
        instead = f"<p>{escape(self.picture_text)}</p>"
        if self.picture:
            instead = picture_html(self.picture, self.picture_text)
        return {**bundle, "text/html": instead}


class Picture(ipywidgets.VBox):
    """A figure with its sentence, replaced as a whole.

    It is drawn by the page's own renderer, as a figure at the end of a cell is: a few kilobytes a
    picture, where a FigureWidget brings 5 MB each. So it suits what changes with a click;
    `LiveFigure` is for the one picture that follows a slider.
    """

    def __init__(self) -> None:
        """Start with nothing shown."""
        self._drawn = ipywidgets.Output()
        self._sentence = Sentence(names_picture=True)
        super().__init__((self._drawn, self._sentence))
        self.add_class("rk-picture-and-sentence")

    @property
    def text(self) -> str:
        """What it shows, in words."""
        return str(self._sentence.text)

    def show(self, figure: go.Figure, text: str) -> None:
        """Show another figure, and say what it shows."""
        # Of this height at once, so that the page does not jump while the figure is drawn.
        self._drawn.layout.min_height = f"{figure.layout.height + 2}px"
        self._drawn.outputs = (
            {"output_type": "display_data", "data": drawn(figure), "metadata": {}},
        )
        self._sentence.text = text


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
                reply.text = use(Response.from_code(field.value))
            except CodeError as problem:
                reply.text = str(problem)
            else:
                field.value = ""

        go_on.on_click(read)
        field.observe(read, "value")
        super().__init__((field, go_on, reply))
        self.add_class("rk-row")


def row(*widgets: ipywidgets.Widget) -> ipywidgets.HBox:
    """Return widgets beside each other, on more than one line where the page is narrow."""
    box = ipywidgets.HBox(widgets)
    box.add_class("rk-row")
    return box


def button(description: str, click: Callable[[], None]) -> ipywidgets.Button:
    """Return a button as wide as its words, and what happens when it is clicked."""
    made = ipywidgets.Button(description=description)
    made.on_click(lambda _: click())
    return made
