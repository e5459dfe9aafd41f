"""What all panels of the notebooks have in common.

A `Panel` is a column that looks the same in every notebook, follows the theme, and shows a
committed picture on a page that runs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from typing import Any, ClassVar

import ipywidgets

from rolekit.base.tables import load_table
from rolekit.base.ui.picture import picture_html


class Panel(ipywidgets.VBox):
    """A widget of a notebook, with the picture and the text that stand in for it.

    picture, picture_text
        Its file in pictures/, shown where no kernel runs, and what that shows in words; without a
        file the words alone. Both stand in `data/pictures.csv`, under the name of the class.
    """

    picture: ClassVar[str] = ""
    picture_text: ClassVar[str]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if cls.__name__ in stand_ins():
            cls.picture, cls.picture_text = stand_ins()[cls.__name__]

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


@cache
def stand_ins() -> dict[str, tuple[str, str]]:
    """Return the name of a panel's class -> its file in pictures/, or "", and its words."""
    return {row["panel"]: (row["file"] or "", row["text"]) for row in load_table("pictures")}


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
