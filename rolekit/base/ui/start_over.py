"""The one way to start over: a button that asks before anything is lost."""

from collections.abc import Callable

import ipywidgets

from rolekit.base.ui.panel import button
from rolekit.base.ui.sentence import Sentence


class StartOver(ipywidgets.HBox):
    """A button, Start over, that asks first; `said` is what is said beside it.

    `what` returns what would be forgotten, or nothing where there is nothing to forget.
    """

    def __init__(self, what: Callable[[], str], forget: Callable[[], None]) -> None:
        self._what, self._forget = what, forget
        self.said = Sentence(at_once=True)
        self._button = button("Start over", self._ask)
        self._sure = (button("Forget them", self._start_over), button("Keep them", self.reset))
        super().__init__()
        self.add_class("rk-row")
        self.reset()

    def reset(self) -> None:
        """Offer the button again, and say nothing."""
        self.said.text = ""
        self.offer(self._button)

    def offer(self, *buttons: ipywidgets.Button) -> None:
        """Show other buttons beside what is said."""
        self.children = (*buttons, self.said)

    def _ask(self) -> None:
        if not (what := self._what()):
            self.said.text = "There is nothing to forget yet."
            return
        self.said.text = f"Forget {what}?"
        self.offer(*self._sure)

    def _start_over(self) -> None:
        self.reset()
        self._forget()
