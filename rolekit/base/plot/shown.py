"""A figure that also shows where nothing can draw it."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from plotly.graph_objects import Figure as Figure  # handed on to those who may not import Plotly
from plotly.offline import get_plotlyjs

from rolekit.base.plot.palette import OUTLINE


class Shown:
    """A figure with its text and its committed picture, to stand at the end of a cell.

    JupyterLab draws the figure; a page that runs nothing shows the picture, with the text as its
    alternative; a terminal prints the text.

    >>> Shown(Figure(), "An empty picture.", "nothing.png")
    An empty picture.
    """

    def __init__(self, figure: Figure, text: str, picture: str) -> None:
        """Take a figure, what it shows in words, and the name of its file in pictures/."""
        self.figure, self.text, self.picture = figure, text, picture

    def __repr__(self) -> str:
        """Say what the figure shows."""
        return self.text

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {
            **drawn(self.figure),
            "text/html": picture_html(self.picture, self.text),
            "text/plain": self.text,
        }


def drawn(figure: Figure) -> dict[str, Any]:
    """Return a figure in the form that a notebook page draws, by its media type.

    >>> list(drawn(Figure()))
    ['application/vnd.plotly.v1+json']
    """
    # Six digits are finer than any screen, and the same on every machine.
    content = json.loads(figure.to_json(), parse_float=lambda x: float(f"{float(x):.6g}"))
    return {"application/vnd.plotly.v1+json": {**content, "config": {"displayModeBar": False}}}


def picture_html(picture: str, text: str) -> str:
    """Return a committed picture of the workbook as HTML, with its text.

    >>> picture_html("a.png", "A & B")
    '<img src="../pictures/a.png" alt="A &amp; B" style="max-width: 100%">'
    """
    return f'<img src="../pictures/{escape(picture)}" alt="{escape(text)}" style="max-width: 100%">'


def saved_html(figure: Figure, name: str) -> str:
    """Return a figure as a part of a page that has `plotly_script`; `name` is its id there."""
    # A saved picture has no page behind it.
    figure.update_layout(paper_bgcolor="white", font_color=OUTLINE)
    html: str = figure.to_html(
        full_html=False,
        include_plotlyjs=False,
        div_id=name,
        default_height=f"{figure.layout.height}px",
        config={"displayModeBar": False, "responsive": True},
    )
    return html


def plotly_script() -> str:
    """Return Plotly itself, about 5 MB."""
    script: str = get_plotlyjs()
    return script
