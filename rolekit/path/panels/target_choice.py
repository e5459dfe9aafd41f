"""A role and then one of its grades, each from a few radio buttons."""

import ipywidgets
import traitlets

from rolekit.base.ui.panel import Panel
from rolekit.base.ui.radio import Radio
from rolekit.base.ui.sentence import Sentence
from rolekit.path.framework import Target, load_targets
from rolekit.path.panels.path_state import PathState
from rolekit.path.words import describe_pay, describe_role

ROLES = {target.role: target.role_name for target in load_targets()}


class TargetChoice(ipywidgets.VBox):
    """A choice of a role and a grade: `target` is the two together, or None."""

    target = traitlets.Instance(Target, allow_none=True)

    def __init__(self, role_label: str, grade_label: str) -> None:
        super().__init__()
        self._role = Radio(label=role_label, options=[[name, ""] for name in ROLES.values()])
        self._grade, self._note = Radio(label=grade_label), Sentence()
        self._role.observe(lambda _: self._choose_role(), "value")
        self._grade.observe(lambda _: self._choose_grade(), "value")
        self.observe(lambda _: self._follow(), "target")
        self._choose_role()

    def _grades(self) -> list[Target]:
        if self._role.value is None:
            return []
        role = list(ROLES)[self._role.value]
        return [target for target in load_targets() if target.role == role]

    def _choose_role(self) -> None:
        grades = self._grades()
        if self.target not in grades:
            self._grade.value = None
        self._grade.options = [[target.grade, ""] for target in grades]
        self._note.text = describe_role(grades[0].role) if grades else ""
        asked = [self._grade] if grades else []
        told = [self._note] if self._note.text else []
        self.children = (self._role, *asked, *told)

    def _choose_grade(self) -> None:
        value = self._grade.value
        self.target = None if value is None else self._grades()[value]

    def _follow(self) -> None:
        if self.target is not None:
            self._role.value = list(ROLES).index(self.target.role)
            self._grade.value = self._grades().index(self.target)


class Aim(Panel):
    """A role and one of its grades to choose."""

    def __init__(self, state: PathState) -> None:
        choice = TargetChoice("Which role interests you?", "At which grade?")
        traitlets.link((state, "target"), (choice, "target"))
        kept = "You can look at another one at any time: your ratings and plans are kept."
        pay = Sentence()

        def tell(target: Target | None) -> None:
            pay.text = describe_pay(target.role) if target else ""

        choice.observe(lambda change: tell(change["new"]), "target")
        tell(choice.target)
        super().__init__([choice, pay, ipywidgets.HTML(f"<p>{kept}</p>")])
