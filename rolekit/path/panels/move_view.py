"""The fourth part of a path: from where a person comes to where they aim, and the way back."""

import ipywidgets

from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.path.figures.move import move
from rolekit.path.figures.nearby import nearby
from rolekit.path.panels.path_state import PathState
from rolekit.path.panels.target_choice import TargetChoice
from rolekit.path.transition import transition
from rolekit.path.words import describe_move, describe_nearby


class MoveView(Panel):
    """A role and a grade to come from, the move from there to the target, and those elsewhere."""

    def __init__(self, state: PathState) -> None:
        self._state, self._is_back, self._is_open = state, False, False
        self._from = TargetChoice("Which role do you come from?", "From which grade?")
        self._picture, self._elsewhere, self._empty = Picture(), Picture(), Sentence()
        self._turn = button("Show the way back", self._turn_round)
        self._fold = button("", self._unfold)
        super().__init__([self._from, self._empty])
        self._from.observe(lambda _: self._show(), "target")
        state.observe(lambda _: self._show(), "target")
        self._show()

    def _turn_round(self) -> None:
        self._is_back = not self._is_back
        self._show()

    def _unfold(self) -> None:
        self._is_open = not self._is_open
        self._show()

    def _show(self) -> None:
        start, end = self._from.target, self._state.target
        shown: tuple[ipywidgets.Widget, ...] = (self._empty,)
        if start is None or end is None:
            self._empty.text = (
                "Choose where you come from to see the way to your target here."
                if end
                else "Choose a target further up, and then say here where you come from."
            )
        else:
            way = transition(end, start) if self._is_back else transition(start, end)
            self._turn.description = "Show the way there" if self._is_back else "Show the way back"
            self._picture.show(move(way), describe_move(way))
            shown = (row(self._turn), self._picture)
        if start is not None:
            self._fold.description = f"{'Hide' if self._is_open else 'Show'} other moves"
            shown = (*shown, row(self._fold))
        if start is not None and self._is_open:
            self._elsewhere.show(nearby(start), describe_nearby(start))
            shown = (*shown, self._elsewhere)
        self.children = (self._from, *shown)
