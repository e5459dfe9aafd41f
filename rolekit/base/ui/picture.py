"""The one way in which a figure is shown: an element of ours that draws it in the page.

A page gets Plotly's script from the first kernel that answers, packed, once for all pictures on it.
So a picture brings a few kilobytes, and neither the kernel nor the page waits for more.
"""

import time
from typing import Any

import anywidget
import traitlets

from rolekit.base.plot.figure import Figure, Spec, changes, packed_plotly, plain
from rolekit.base.ui.scripts import script, style

AGAIN = 5.0  # seconds: a page that asks once more within them asked before it was answered


class Picture(anywidget.AnyWidget):
    """A figure with what it shows in words, in the page of a notebook.

    The words are its name for screen readers, which hear them anew when they change; in a panel
    they are below it. A picture that has nothing to show yet takes no room.

    >>> Picture(Figure(), "An empty picture.")
    An empty picture.
    """

    _esm = script(__file__)
    _css = style(__file__)
    # What a page opens with is what is shown now, however often that changed meanwhile.
    spec = traitlets.Dict().tag(sync=True, to_json=lambda _, picture: picture.drawn)
    text = traitlets.Unicode().tag(sync=True)
    name = traitlets.Unicode("picture").tag(sync=True)  # of the file in which it is saved

    def __init__(self, figure: Figure | Spec | None = None, text: str = "") -> None:
        self.drawn: dict[str, Any] = plain(figure) if figure else {}
        super().__init__(text=text)
        self.on_msg(send_plotly)

    def show(self, figure: Figure | Spec, text: str) -> None:
        """Show another figure, of which only what differs is sent."""
        self._follow(plain(figure), text)

    def move(self, traces: dict[str, dict[str, Any]], text: str) -> None:
        """Change properties of traces, by their names: what a slider moves, as plain data.

        A figure takes milliseconds to build and to check, and a slider should not wait for that.
        """
        moved = [{**trace, **traces.get(trace["name"], {})} for trace in self.drawn["data"]]
        self._follow({**self.drawn, "data": moved}, text)

    def _follow(self, drawn: dict[str, Any], text: str) -> None:
        # Set first: a page may open in between.
        before, self.drawn = self.drawn, drawn
        if before != drawn:
            self.send({"kind": "change", **changes(before, drawn)})
        self.text = text

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **arguments: Any) -> Any:
        bundle: Any = super()._repr_mimebundle_(**arguments)
        data, metadata = bundle
        return {**data, "text/plain": repr(self)}, metadata


_answered: dict[str, float] = {}  # when each page was sent Plotly


def send_plotly(widget: anywidget.AnyWidget, message: dict[str, Any], _: object) -> None:
    """Answer a page that asks a widget for Plotly.

    What it asked several times, while the kernel was busy, is answered once.
    """
    if message.get("kind") != "plotly":
        return
    page, now = str(message.get("page")), time.monotonic()
    if now - _answered.get(page, -AGAIN) >= AGAIN:
        widget.send({"kind": "plotly"}, [packed_plotly()])
        _answered[page] = now
