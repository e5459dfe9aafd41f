"""The fourth part of a team: what is missing, which vacancies close it, and a page to take away."""

from __future__ import annotations

from html import escape

import ipywidgets

from rolekit.adverts.panels.advert_entry import AdvertEntry
from rolekit.adverts.reading import AdvertReading
from rolekit.base.plot.marks import TEAM, invented
from rolekit.base.ui.handout import Handout
from rolekit.base.ui.panel import Panel
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.measure.roles import Role, roles
from rolekit.team.brief import coverage_csv, team_brief
from rolekit.team.figures.gap_bars import gap_bars
from rolekit.team.hires import Hire
from rolekit.team.panels.team_state import TeamState
from rolekit.team.team import TOO_FEW
from rolekit.team.words import describe_closing


class TeamClosing(Panel):
    """Vacancies to choose from, the gap before and after the first hire, and the steps."""

    picture = "07-closing.png"
    picture_text = (
        "Seven roles to tick as vacancies and a field for an advert; below, for an invented team, "
        "bars of what is missing in twelve kinds of work, before and after the hire that closes "
        "most, the further steps in words, and links that save a brief and a table."
    )

    def __init__(self, state: TeamState) -> None:
        """Follow the team and the target of a state, and set its vacancies."""
        self._state = state
        self._heading = ipywidgets.HTML("<b>Which vacancies could you have?</b>")
        self._boxes = ipywidgets.GridBox()
        self._boxes.add_class("rk-checks")
        self._advert = AdvertEntry("The advert of another vacancy", "Add it", example=1, lines=3)
        self._picture, self._said, self._steps = Picture(), Sentence(), ipywidgets.HTML()
        self._brief = Handout(name="team-brief.html", kind="text/html", label="the brief")
        self._table = Handout(name="team-coverage.csv", kind="text/csv", label="the table")
        self._offered: dict[str, Role | AdvertReading] = {role.name: role for role in roles()}
        super().__init__([])
        self._offer()
        self._advert.observe(lambda _: self._add(), "reading")
        state.observe(lambda _: self._show(), ["own", "target", "vacancies"])
        self._show()

    @property
    def text(self) -> str:
        """What the panel says at present."""
        return str(self._said.text or self._picture.text)

    def _offer(self) -> None:
        """Show a box to tick for each vacancy on offer."""
        chosen = self._state.vacancies
        boxes = []
        for name in self._offered:
            box = ipywidgets.Checkbox(description=name, value=name in chosen, indent=False)
            box.observe(lambda _: self._choose(), "value")
            boxes.append(box)
        for old in self._boxes.children:
            old.close()
        self._boxes.children = tuple(boxes)

    def _choose(self) -> None:
        ticked = [box.description for box in self._boxes.children if box.value]
        self._state.vacancies = {name: self._offered[name] for name in ticked}

    def _add(self) -> None:
        reading = self._advert.reading
        if reading is not None and reading not in self._offered.values():
            number = len(self._offered) - len(roles()) + 1
            name = f"Advert {number}: {reading.title or 'no title'}"
            self._offered[name] = reading
            self._state.vacancies = {**self._state.vacancies, name: reading}
            self._offer()

    def _show(self) -> None:
        state, team = self._state, self._state.team
        if not team.shows_highest:
            self._said.text = TOO_FEW
            self._put(self._said)
            return
        gap, steps = state.gap, state.steps
        first = steps[0] if steps else None
        figure = gap_bars(gap, first.gap, first.vacancy) if first else gap_bars(gap)
        text = describe_closing(gap, steps)
        if state.is_invented:
            figure, text = invented(figure, TEAM), f"An invented team. {text}"
        self._said.text = ""
        self._picture.show(figure, text)
        self._steps.value = _as_html(steps)
        self._brief.content = team_brief(team, state.wanted, gap, steps, state.is_invented)
        self._table.content = coverage_csv(team, gap)
        self._put(self._picture, self._steps, self._brief, self._table)

    def _put(self, *below: ipywidgets.Widget) -> None:
        self.children = (self._heading, self._boxes, self._advert, *below)


def _as_html(steps: tuple[Hire, ...]) -> str:
    items = "".join(
        f"<li><b>{escape(step.vacancy)}</b> closes {step.gain:.0f} points, "
        f"{step.gap.total:.0f} are left</li>"
        for step in steps
    )
    if not items:
        return ""
    told = "<b>Step by step</b>, each time the hire that closes most of what is left"
    return f"<p>{told}</p><ol>{items}</ol>"
