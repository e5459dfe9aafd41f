"""Ticks in the list of notebooks, beside those that were gone through in this browser tab."""

import anywidget
import traitlets

from rolekit.base.sentences import say, sentences
from rolekit.base.ui.panel import Panel
from rolekit.base.ui.scripts import HERE, script, style

WORDS = ("tick-means", "ticked", "someone-else")


class TickedList(anywidget.AnyWidget):
    """An element that ticks the list of notebooks above it, and says what a tick means."""

    _esm = script(__file__)
    _css = style(str(HERE / "panel.py")) + style(__file__)
    sentences = traitlets.Dict().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(sentences={id: sentences()[id] for id in WORDS})


class Ticks(Panel):
    """What the list of notebooks in 00 needs to show which of them were gone through.

    >>> Ticks()
    Ticks()
    """

    picture_text = say("tick-means")

    def __init__(self) -> None:
        super().__init__([TickedList()])
