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
        with self.batch_update():
            for mine, old, new in zip(self.data, self._shown.data, figure.data, strict=True):
                before, after = old.to_plotly_json(), new.to_plotly_json()
                for name in before.keys() | after.keys():
                    if before.get(name) != after.get(name):
                        mine[name] = after.get(name)
        self._shown = figure

    def get_state(self, *arguments: Any, **keywords: Any) -> dict[str, Any]:
        """Return the state that a page opens with: the figure as it is shown now."""
        state: dict[str, Any] = super().get_state(*arguments, **keywords)
        if state.get("_widget_data"):
            state["_widget_data"] = [
                {**shown.to_plotly_json(), "uid": mine.uid}
                for mine, shown in zip(self.data, self._shown.data, strict=True)
            ]
        return state
