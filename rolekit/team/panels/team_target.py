"""The third part of a team: what it should give, by a role, a mix, an advert or one's own word."""

import ipywidgets

from rolekit.adverts.panels.advert_entry import AdvertEntry
from rolekit.base.sentences import counted
from rolekit.base.ui.choice import Choice
from rolekit.base.ui.panel import Panel, grid, row
from rolekit.base.ui.sentence import Sentence
from rolekit.base.ui.slider import Slider
from rolekit.errors import TeamError
from rolekit.measure.roles import roles
from rolekit.record.instrument import load_instrument
from rolekit.team.hires import mix, target_of
from rolekit.team.panels.team_state import TeamState
from rolekit.titles.sides import pair

MIX, ROLE, ADVERT, OWN = "a mix of roles", "one role", "an advert", "my own sliders"
START = dict.fromkeys(pair(), 50)


class TeamTarget(Panel):
    """A target: four ways to say what a team should give."""

    def __init__(self, state: TeamState) -> None:
        """Set the target of a state."""
        self._state = state
        self._way = Choice(label="The target is", options=[MIX, ROLE, ADVERT, OWN], value=MIX)
        self._roles = {role.name: role for role in roles()}
        first = next(name for name, role in self._roles.items() if role.id in START)
        self._role = Choice(label="Role", options=list(self._roles), value=first)
        self._shares = {
            role.id: Slider(
                label=role.name, unit="parts", clearable=False, value=START.get(role.id, 0)
            )
            for role in roles()
            if role.core
        }
        self._advert = AdvertEntry("The target advert", lines=5)
        self._points = {
            facet.id: Slider(label=facet.name, help=facet.description)
            for facet in load_instrument().facets
        }
        self._said = Sentence()
        super().__init__([])
        self._way.observe(lambda _: self._turn(), "value")
        for control in (self._role, *self._shares.values(), *self._points.values()):
            control.observe(lambda _: self._aim(), "value")
        self._advert.observe(lambda _: self._aim(), "reading")
        self._turn()

    def _turn(self) -> None:
        """Show the controls of the chosen way."""
        way = self._way.value
        if way == OWN:
            # Begins where the last target was.
            start = self._state.target
            for facet, slider in self._points.items():
                slider.value = 5 * round(start[facet] / 5) if facet in start else None
        below: ipywidgets.Widget = {MIX: None, ROLE: row(self._role), ADVERT: self._advert}.get(way)
        if below is None:
            chosen = self._shares if way == MIX else self._points
            below = grid("rk-statements", chosen.values())
        self.children = (row(self._way), below, self._said)
        self._aim()

    def _aim(self) -> None:
        """Take the target, or say why it is none and keep the last one."""
        try:
            self._set(self._way.value)
        except TeamError as problem:
            self._said.text = f"{problem} Until then the target stays: {self._state.wanted}."
        else:
            self._said.text = f"The target: {self._state.wanted}."

    def _set(self, way: str) -> None:
        if way == MIX:
            shares = {id: int(slider.value or 0) for id, slider in self._shares.items()}
            target, total = mix(shares), sum(shares.values())
            names = {role.id: role.name for role in roles()}
            parts = [f"{names[id]} {100 * n / total:.0f}%" for id, n in shares.items() if n]
            self._state.aim(target, ", ".join(parts))
        elif way == ROLE:
            role = self._roles[self._role.value]
            self._state.aim(target_of(role), f"one {role.said}")
        elif way == ADVERT:
            reading = self._advert.reading
            if reading is None:
                raise TeamError("Read an advert first.")
            self._state.aim(target_of(reading), reading.title or "the advert", reading)
        else:
            own = {f: float(s.value) for f, s in self._points.items() if s.value is not None}
            if not own:
                raise TeamError("Set at least one slider.")
            self._state.aim(target_of(own), f"my own, for {counted(len(own), 'kind')} of work")
