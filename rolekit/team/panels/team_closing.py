"""The fourth part of a team: what is missing, which vacancies close it, and a page to take away."""

from html import escape

import ipywidgets

from rolekit.adverts.panels.advert_entry import AdvertEntry
from rolekit.adverts.reading import AdvertReading
from rolekit.base.page import table
from rolekit.base.plot.marks import TEAM, saying_invented
from rolekit.base.ui.handout import Handout
from rolekit.base.ui.panel import Panel, grid
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.measure.roles import Role, roles
from rolekit.record.instrument import load_instrument
from rolekit.team.brief import alone_table, coverage_csv, team_brief
from rolekit.team.figures.gap_bars import gap_spec
from rolekit.team.hires import Hire, Shortfall
from rolekit.team.panels.team_state import TeamState
from rolekit.team.team import GIVES, TOO_FEW, Team
from rolekit.team.words import describe_closing, describe_hanging


class TeamClosing(Panel):
    """Vacancies to choose from, the gap before and after the first hire, and the steps."""

    def __init__(self, state: TeamState) -> None:
        """Follow the team and the target of a state, and set its vacancies."""
        self._state = state
        self._heading = ipywidgets.HTML("<p><b>Which vacancies could you have?</b></p>")
        self._boxes = grid("rk-checks")
        self._advert = AdvertEntry("An advert for another vacancy", "Add it", example=1, lines=3)
        self._picture, self._said, self._steps = Picture(), Sentence(), ipywidgets.HTML()
        self._brief = Handout(name="team-brief.html", kind="text/html", label="the brief")
        self._table = Handout(name="team-coverage.csv", kind="text/csv", label="the table")
        # What would close most is compared in points: only roles of which people told.
        self._roles = {role.name: role for role in roles() if not role.adverts_only}
        self._offered: dict[str, Role | AdvertReading] = dict(self._roles)
        super().__init__([])
        self._offer()
        self._advert.observe(lambda _: self._add(), "reading")
        state.observe(lambda _: self._show(), ["own", "target", "vacancies"])
        self._show()

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
            number = len(self._offered) - len(self._roles) + 1
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
        figure = gap_spec(gap, first.gap, first.vacancy) if first else gap_spec(gap)
        text = f"{describe_closing(gap, steps)} {describe_hanging(team, gap.short)}"
        if state.is_invented:
            figure["layout"] |= saying_invented(figure["layout"], TEAM)
            text = f"An invented team. {text}"
        self._picture.show(figure, text)
        self._steps.value = _counted(team, gap) + alone_table(state.each) + _as_html(steps)
        brief = team_brief(team, state.wanted, gap, steps, state.each, state.is_invented)
        self._brief.content = brief
        self._table.content = coverage_csv(team, gap)
        self._put(self._picture, self._steps, self._brief, self._table)

    def _put(self, *below: ipywidgets.Widget) -> None:
        self.children = (self._heading, self._boxes, self._advert, *below)


def _counted(team: Team, gap: Shortfall) -> str:
    """Return as HTML how many want each kind of work of a target, and where it depends on one."""
    names = {facet.id: facet.name for facet in load_instrument().facets}
    rows = [
        (
            names[one.facet],
            f"{one.givers} of {len(team.people)}" + ", depends on one" * (one.givers == 1),
            f"{gap.short[one.facet]:.0f}",
        )
        for one in team.coverage
        if one.facet in gap.short
    ]
    heads = ("kind of work", f"would give {GIVES} or more", "points short")
    return f"<p><b>How many people want each kind of work</b></p>{table(heads, rows)}"


def _as_html(steps: tuple[Hire, ...]) -> str:
    items = "".join(
        f"<li><b>{escape(step.vacancy)}</b> closes {step.gain:.0f} points "
        f"and leaves {step.gap.total:.0f}</li>"
        for step in steps
    )
    if not items:
        return ""
    told = "<b>Step by step</b>: each time, the hire that closes most of what's left"
    return f"<p>{told}</p><ol>{items}</ol>"
