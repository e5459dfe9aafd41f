"""A figure with its sentence, for what changes with a click."""

from __future__ import annotations

import ipywidgets

from rolekit.base.plot.shown import Figure, drawn
from rolekit.base.ui.sentence import Sentence


class StillFigure(ipywidgets.VBox):
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

    def show(self, figure: Figure, text: str) -> None:
        """Show another figure, and say what it shows."""
        # Of this height at once, so that the page does not jump while the figure is drawn.
        self._drawn.layout.min_height = f"{figure.layout.height + 2}px"
        self._drawn.outputs = (
            {"output_type": "display_data", "data": drawn(figure), "metadata": {}},
        )
        self._sentence.text = text
