"""A figure that moves: the same picture drawn anew, of which only what changed is sent."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go


class LiveFigure(go.FigureWidget):
    """A FigureWidget that follows figures with the same traces and the same layout.

    Plotly opens a FigureWidget with the data that it was made with, so that a page reloaded beside
    a living kernel would show the first picture again; and what it knows of its own data is not to
    be relied on, for it drops what the page reports as defaults. So the figure that was shown last
    is kept here, and a page opens with that.
    """

    def __init__(self, figure: go.Figure) -> None:
        """Start with a figure."""
        # Set first: opening the widget asks for its state.
        self._shown = figure
        super().__init__(figure)
        self._config = {"displayModeBar": False, "responsive": True}

    def follow(self, figure: go.Figure) -> None:
        """Show another figure, which has the same traces in the same order."""
        old, new = ([trace.to_plotly_json() for trace in f.data] for f in (self._shown, figure))
        moved = [i for i, (was, now) in enumerate(zip(old, new, strict=True)) if was != now]
        # Set first: a page may open in between.
        self._shown = figure
        # All these properties of all these traces, also where only one of them changed: what
        # Plotly's own batches leave out arrives on a page that does not show the figure yet as a
        # text, "_undefined_", in place of the value.
        # Kind by kind, for a heat map has properties that lines do not know.
        for kind in sorted({new[i]["type"] for i in moved}):
            own = [i for i in moved if new[i]["type"] == kind]
            names = {
                name
                for i in own
                for name in old[i].keys() | new[i].keys()
                if old[i].get(name) != new[i].get(name)
            }
            self.plotly_restyle({name: [new[i].get(name) for i in own] for name in names}, own)

    def get_state(self, *arguments: Any, **keywords: Any) -> dict[str, Any]:
        """Return the state that a page opens with: the figure as it is shown now."""
        state: dict[str, Any] = super().get_state(*arguments, **keywords)
        if state.get("_widget_data"):
            state["_widget_data"] = [
                {**shown.to_plotly_json(), "uid": mine.uid}
                for mine, shown in zip(self.data, self._shown.data, strict=True)
            ]
        return state
