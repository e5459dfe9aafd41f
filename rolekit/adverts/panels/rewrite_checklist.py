"""What to change if an advert is to describe the role that is really meant: a list to tick."""

from html import escape

import ipywidgets

from rolekit.adverts.brief import advert_brief
from rolekit.adverts.panels.advert_reader import AdvertReader
from rolekit.adverts.rewrite import KINDS, Point, checklist, to_markdown
from rolekit.base.sentences import counted
from rolekit.base.ui.choice import Choice
from rolekit.base.ui.handout import Handout
from rolekit.base.ui.panel import Panel, row
from rolekit.base.ui.sentence import Sentence
from rolekit.measure.roles import roles

NOTHING = "Nothing that we can count needs a change: the advert mentions what this role does."
WAITING = "Read an advert above to see the list here."


class RewriteChecklist(Panel):
    """A role to choose, and what the advert of a reader would have to say to describe it."""

    def __init__(self, reader: AdvertReader) -> None:
        """Follow the advert of a reader."""
        self._reader = reader
        names = [role.name for role in roles()]
        self._role = Choice(label="Which role do you really mean?", options=names, value=names[0])
        self._said, self._list = Sentence(), ipywidgets.HTML()
        self._page = Handout(name="advert-checklist.md", kind="text/markdown", label="the list")
        self._brief = Handout(name="advert-brief.html", kind="text/html", label="the brief")
        super().__init__([])
        reader.observe(lambda _: self._show(), "reading")
        self._role.observe(lambda _: self._show(), "value")
        self._show()

    def _show(self) -> None:
        reading = self._reader.reading
        role = next(one for one in roles() if one.name == self._role.value)
        points = checklist(reading, role) if reading else ()
        shown: list[ipywidgets.Widget] = [row(self._role), self._said]
        if reading is None:
            self._said.text = WAITING
        elif not points:
            self._said.text = NOTHING
        else:
            counted_too = "adverts" in role.counted
            known = "" if counted_too else " No adverts were counted for this role."
            many = f"{counted(len(points), 'point')} to look at."
            self._said.text = f"{many} Keep what's true of the job.{known}"
            self._list.value = _as_html(points)
            self._page.content = to_markdown(points, role)
            self._brief.content = advert_brief(reading, points)
            shown += [self._list, self._page, self._brief]
        self.children = tuple(shown)


def _as_html(points: tuple[Point, ...]) -> str:
    parts = []
    for kind, heading in KINDS.items():
        mine = [point for point in points if point.kind == kind]
        items = "".join(
            f'<li><label><input type="checkbox"> {escape(point.text)}</label></li>'
            for point in mine
        )
        if items:
            parts.append(f"<p><b>{heading}</b></p><ul>{items}</ul>")
    return f'<div class="rk-boxes">{"".join(parts)}</div>'
