"""Look: first guess how dry a July is, then see the year and its spells."""

from __future__ import annotations

from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.slider import Slider
from rolekit.weather.days import load_days
from rolekit.weather.figures import dry_months, spell_lengths
from rolekit.weather.panels.stand_in import PICTURES
from rolekit.weather.words import describe_months, describe_spells


class Look(Panel):
    """A guess, then two pictures of four years of weather.

    >>> Look()
    Look()
    """

    picture, picture_text = PICTURES["Look"]

    def __init__(self) -> None:
        """Begin with the question."""
        self._guess = Slider(label="Of 100 days in July, how many are dry in Seattle?")
        self._shown, self._spells = Picture(), Picture()
        self._go = button("Show me", self._show)
        super().__init__([self._guess, row(self._go)])

    def _show(self) -> None:
        days, guess = load_days(), self._guess.value
        self._shown.show(dry_months(days, guess), describe_months(days, guess))
        self._spells.show(spell_lengths(days), describe_spells(days))
        self.children = (self._guess, row(self._go), self._shown, self._spells)
