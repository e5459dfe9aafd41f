"""The first part of a path: the role and the grade that a person looks at."""

from __future__ import annotations

import ipywidgets
import traitlets

from rolekit.widgets.panel import Panel
from rolekit.widgets.path_state import PathState
from rolekit.widgets.target_choice import TargetChoice


class Aim(Panel):
    """A role and one of its grades to choose."""

    picture = "06-aim.png"
    picture_text = (
        "Seven roles to choose from, Machine learning engineer chosen, and its two grades, Senior "
        "and Lead, Senior chosen. Choose Run, Run All Cells to use it."
    )

    def __init__(self, state: PathState) -> None:
        """Set the target of a state."""
        choice = TargetChoice("Which role do you look at?", "Which grade of it?")
        traitlets.link((state, "target"), (choice, "target"))
        kept = "You can look at another one at any time: what you rate and plan is kept."
        super().__init__([choice, ipywidgets.HTML(kept)])
