"""The next euro: where is it better spent in your own team, and what would change that?"""

import ipywidgets

from rolekit.base.ui.panel import Panel
from rolekit.base.ui.sentence import Sentence
from rolekit.weather.budget import next_euro, what_would_change
from rolekit.weather.panels.controls import number, setting
from rolekit.weather.panels.four_teams import FourTeams
from rolekit.weather.panels.stand_in import PICTURES
from rolekit.weather.words import describe_next_euro

LABELS = ("Analysis has today", "Engineering has today")


class NextEuro(Panel):
    """Two sliders for a team's own budget, under the assumptions of the replay above."""

    picture, picture_text = PICTURES["NextEuro"]

    def __init__(self, teams: FourTeams) -> None:
        self._teams = teams
        self._sliders = [setting(label, 0, 100, 40, "% of what it could use") for label in LABELS]
        grid = ipywidgets.GridBox(self._sliders)
        grid.add_class("rk-statements")
        self._said, self._others = Sentence(), Sentence()
        super().__init__([grid, self._said, self._others])
        for slider in self._sliders:
            slider.observe(lambda _: self._show(), "value")
        teams.observe(lambda _: self._show(), "setting")
        self._show()

    def _show(self) -> None:
        shares = [number(slider) / 100 for slider in self._sliders]
        now = next_euro(self._teams.setting, *shares)
        self._said.text = describe_next_euro(now)
        others = what_would_change(self._teams.setting, *shares)
        turned = [name for name, one in others.items() if one.better != now.better]
        kept = [name for name in others if name not in turned]
        self._others.text = " ".join(
            sentence
            for sentence, names in (
                (f"It would turn round if {' or if '.join(turned)}.", turned),
                (f"It would stay if {' or if '.join(kept)}.", kept),
            )
            if names
        )
