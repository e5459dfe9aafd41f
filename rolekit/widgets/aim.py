"""The first part of a path: what a person wants, from their response code, and where they aim."""

from __future__ import annotations

import ipywidgets
import traitlets

from rolekit.codes import Response
from rolekit.example import EXAMPLE
from rolekit.instrument import load_instrument
from rolekit.widgets.elements import Sentence
from rolekit.widgets.panel import CodeEntry, Panel, button, row
from rolekit.widgets.path_state import PathState
from rolekit.widgets.target_choice import TargetChoice


class Aim(Panel):
    """A field for a response code, or an example person; then a role and a grade."""

    picture = "06-aim.png"
    picture_text = (
        "Above, a field for a response code and a button that takes an invented person instead. "
        "Below, seven roles to choose from, Machine learning engineer chosen, and its two grades, "
        "Senior and Lead, Senior chosen. Choose Run, Run All Cells to use it."
    )

    def __init__(self, state: PathState) -> None:
        """Set the answers and the target of a state."""
        self._state = state
        self._wishes = Sentence(text="Nothing is known of your wishes yet.")
        target = TargetChoice("Which role do you look at?", "Which grade of it?")
        traitlets.link((state, "target"), (target, "target"))
        super().__init__(
            [
                CodeEntry("Your response code from 02", "Use it", self._use),
                row(button("Take an invented person", self._invent), self._wishes),
                target,
                ipywidgets.HTML(
                    "You can look at another target at any time: what you rate and plan is kept."
                ),
            ]
        )

    def _use(self, response: Response) -> str:
        self._state.answers = response.answers
        known, all_facets = len(response.answers.by_facet), len(load_instrument().facets)
        self._wishes.text = f"Your wishes: {known} of {all_facets} kinds of work are answered."
        return "Read." if known else "Read. It holds no answers."

    def _invent(self) -> None:
        self._state.answers = EXAMPLE.answers
        self._wishes.text = (
            "The wishes are those of an invented person now, who leans to engineering. Nobody gave "
            "these answers."
        )
