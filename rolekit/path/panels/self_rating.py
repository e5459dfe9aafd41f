"""The second part of a path: what a person can do today, skill by skill.

What the target needs is not shown here: beside it, a rating would lean on it.
"""

from html import escape
from typing import Any

import ipywidgets

from rolekit.base.ui.panel import Panel
from rolekit.base.ui.radio import Radio
from rolekit.base.ui.sentence import Sentence
from rolekit.path.framework import load_levels, load_skills
from rolekit.path.panels.path_state import PathState


class SelfRating(Panel):
    """The skills of the target, each with five levels to choose from."""

    def __init__(self, state: PathState) -> None:
        self._state = state
        self._choices: dict[str, Radio] = {}
        self._said, self._list = Sentence(), ipywidgets.VBox()
        anchors = "".join(
            f"<li><b>{escape(level.name)}</b>: {escape(level.anchor)}</li>"
            for level in load_levels()
        )
        meaning = f"<details><summary>What the levels mean</summary><ul>{anchors}</ul></details>"
        super().__init__([self._said, ipywidgets.HTML(meaning), self._list])
        state.observe(lambda _: self._lay_out(), "target")
        state.observe(lambda _: self._show(), "ratings")
        self._lay_out()

    def _lay_out(self) -> None:
        for choice in self._choices.values():
            choice.close()
        target = self._state.target
        self._choices = {skill: self._choice(skill) for skill in target.needs} if target else {}
        self._list.children = tuple(self._choices.values())
        self._show()

    def _choice(self, skill: str) -> Radio:
        choice = Radio(
            label=skill,
            help=load_skills()[skill].explanation,
            options=[[level.name, level.short] for level in load_levels()],
            value=self._state.ratings.get(skill),
        )

        def rate(change: dict[str, Any]) -> None:
            others = {name: level for name, level in self._state.ratings.items() if name != skill}
            level = change["new"]
            self._state.ratings = others if level is None else {**others, skill: level}

        choice.observe(rate, "value")
        return choice

    def _show(self) -> None:
        ratings, target = self._state.ratings, self._state.target
        for skill, choice in self._choices.items():
            choice.value = ratings.get(skill)
        rated = sum(skill in ratings for skill in self._choices)
        self._said.text = (
            f"{target.grade}: {rated} of {len(self._choices)} skills rated."
            if target
            else "Choose a role and a grade above to see its skills here."
        )
