"""The second part of a team: what it gives, who it depends on, and, where agreed, who is where."""

from html import escape

import ipywidgets

from rolekit.base.plot.marks import TEAM, invented
from rolekit.base.ui.panel import Panel
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.record.instrument import load_instrument
from rolekit.team.figures.team_coverage import team_coverage
from rolekit.team.figures.team_map import team_map
from rolekit.team.panels.team_state import TeamState
from rolekit.team.team import GIVES, TOO_FEW, Team
from rolekit.team.words import describe_team

HIDDEN = "Nobody is named or drawn on the map, because not everybody has agreed to it."


class TeamView(Panel):
    """The coverage of a team as a strip and, where all have agreed, its people on the map."""

    def __init__(self, state: TeamState) -> None:
        """Show the team of a state."""
        self._state = state
        self._strip, self._map, self._said = Picture(), Picture(), Sentence()
        self._given = ipywidgets.HTML()
        super().__init__([])
        state.observe(lambda _: self._show(), ["own", "advert"])
        self._show()

    def _show(self) -> None:
        team, is_invented = self._state.team, self._state.is_invented
        self._said.text, shown = TOO_FEW, list[ipywidgets.Widget]([self._said])
        if team.shows_highest:
            strip, text = team_coverage(team), describe_team(team)
            if is_invented:
                strip, text = invented(strip, TEAM), f"An invented team. {text}"
            self._strip.show(strip, text)
            self._said.text, shown = HIDDEN, [self._strip, self._said]
            if team.agreed:
                drawn = team_map(team, self._state.advert)
                self._map.show(invented(drawn, TEAM) if is_invented else drawn, self._placed())
                self._given.value = _who(team)
                shown = [self._strip, self._given, self._map]
        self.children = shown

    def _placed(self) -> str:
        """Return the numbers on the map with their names."""
        placed = [
            name
            for name, place in self._state.team.placements.items()
            if place and place.depth is not None
        ]
        numbers = ", ".join(f"{i} {name}" for i, name in enumerate(placed, start=1))
        ring = " The ring is the target advert." if self._state.advert else ""
        return f"On the map: {numbers or 'nobody'}.{ring}"


def _who(team: Team) -> str:
    """Return as HTML who gives what."""
    names = {facet.id: facet.name for facet in load_instrument().facets}
    items = "".join(
        f"<li><b>{names[one.facet]}</b>: {escape(', '.join(one.names)) or 'nobody'}</li>"
        for one in team.coverage
    )
    return f'<p>Who would give {GIVES} or more</p><ul class="rk-columns">{items}</ul>'
