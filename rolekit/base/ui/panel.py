"""What all panels of the notebooks have in common.

A `Panel` is a column that looks the same in every notebook and follows the theme. On a page that
runs nothing the saved notebook shows a picture of it (`pictures/stand_ins.py` draws that).
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, ClassVar

import ipywidgets

from rolekit.base.tables import load_table


class Panel(ipywidgets.VBox):
    """A widget of a notebook, with the text that stands in for it.

    `picture_text` says what it shows as it opens. It is in `data/pictures.csv`, under the name
    of the class. Without a kernel, these are the words of the picture shown instead.
    """

    picture_text: ClassVar[str]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if cls.__name__ in stand_ins():
            cls.picture_text = stand_ins()[cls.__name__]

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
        return {**bundle, "text/plain": self.picture_text}


@cache
def stand_ins() -> dict[str, str]:
    """Return the name of a panel's class -> what it shows as it opens, in words."""
    return {row["panel"]: row["text"] for row in load_table("pictures")}


def row(*widgets: ipywidgets.Widget) -> ipywidgets.HBox:
    """Return widgets beside each other, on more than one line where the page is narrow."""
    box = ipywidgets.HBox(widgets)
    box.add_class("rk-row")
    return box


def grid(kind: str, widgets: Iterable[ipywidgets.Widget] = ()) -> ipywidgets.GridBox:
    """Return widgets in as many columns as the page has room for; `kind` is a class of the style.

    >>> grid("rk-two")._dom_classes
    ('rk-two',)
    """
    box = ipywidgets.GridBox(tuple(widgets))
    box.add_class(kind)
    return box


def button(description: str, click: Callable[[], None]) -> ipywidgets.Button:
    """Return a button as wide as its words, and what happens when it is clicked."""
    made = ipywidgets.Button(description=description)
    made.on_click(lambda _: click())
    return made
