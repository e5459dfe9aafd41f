"""The third part of a path: what is missing, crossed with what is wanted."""

from html import escape

import ipywidgets

from rolekit.base.plot.marks import invented
from rolekit.base.ui.panel import Panel
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.measure.example import is_example
from rolekit.path.figures.gap_rows import gap_rows
from rolekit.path.figures.skill_rows import TOP
from rolekit.path.framework import load_levels, load_skills
from rolekit.path.gaps import GROUPS, Gap
from rolekit.path.panels.path_state import PathState
from rolekit.path.words import describe_gaps

INVENTED = "These are an invented person's wishes, until you paste your code above."


class GapView(Panel):
    """The gap picture with its three groups, and the same skill by skill in words."""

    def __init__(self, state: PathState) -> None:
        self._state = state
        self._picture, self._words, self._empty = Picture(), ipywidgets.HTML(), Sentence()
        super().__init__([self._empty])
        state.observe(lambda _: self._show(), ["response", "target", "ratings"])
        self._show()

    def _show(self) -> None:
        gaps = self._state.gaps
        shown: tuple[ipywidgets.Widget, ...] = (self._empty,)
        if not any(gap.today is not None for gap in gaps):
            self._empty.text = (
                "Rate yourself in at least one skill above to see its gap here."
                if gaps
                else "Choose a role and a grade above, and rate yourself, to see the gaps here."
            )
        else:
            figure, text = gap_rows(gaps), describe_gaps(gaps)
            if is_example(self._state.response):
                # The mark goes above the words on top of the picture.
                figure = invented(figure).update_annotations(yshift=TOP)
                text = f"{INVENTED} {text}"
            self._picture.show(figure, text)
            self._words.value = _in_words(gaps)
            shown = (self._picture, self._words)
        self.children = shown


def _in_words(gaps: tuple[Gap, ...]) -> str:
    """Return HTML with each skill in words, group by group."""
    names = [level.name for level in load_levels()]
    parts = []
    for group, title in GROUPS.items():
        items = []
        for gap in gaps:
            if gap.group != group:
                continue
            today = "not rated" if gap.today is None else names[gap.today]
            wish = "not known" if gap.want is None else f"{gap.want:.0f} out of 100"
            average = "" if gap.average is None else f", your average {gap.average:.0f}"
            items.append(
                f"<li><b>{escape(gap.skill)}</b>: today {today}, needed {names[gap.needed]}; wish "
                f"{wish}{average}.<br>{escape(load_skills()[gap.skill].explanation)}</li>"
            )
        if items:
            parts.append(f"<p><b>{title}</b></p><ul>{''.join(items)}</ul>")
    return f"<details><summary>Skill by skill</summary>{''.join(parts)}</details>"
