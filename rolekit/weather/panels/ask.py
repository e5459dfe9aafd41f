"""Ask: is the weather more stable in summer, or would chance do as much?"""

from __future__ import annotations

import numpy as np

from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.picture import Picture
from rolekit.weather.days import load_days
from rolekit.weather.figures import shuffles
from rolekit.weather.panels.controls import choice, text
from rolekit.weather.panels.stand_in import PICTURES
from rolekit.weather.patterns import stability
from rolekit.weather.words import describe_shuffles

STATISTICS = (
    ("days like the day before", "repeats"),
    ("beyond what dryness alone gives", "repeats beyond chance"),
)
UNITS = (("whole months", "months"), ("single days", "days"))
GUESSES = ("Yes, and it is more than dryness", "Yes, but only because it is dry", "No")


class Ask(Panel):
    """A permutation test by buttons: choose what stable means and what is shuffled, and shuffle.

    >>> Ask()
    Ask()
    """

    picture, picture_text = PICTURES["Ask"]

    def __init__(self) -> None:
        """Begin with nothing shuffled, and with the picture covered by a guess."""
        self._guess = choice("Is the weather more stable in summer?", GUESSES)
        self._statistic = choice("Stable means", STATISTICS, "repeats")
        self._unit = choice("Shuffle", UNITS, "months")
        self._shown = Picture()
        self._buttons = row(
            button("Shuffle once", lambda: self._shuffle(1)),
            button("Shuffle 1,000 times", lambda: self._shuffle(1000)),
            button("Begin afresh", self._begin),
        )
        super().__init__([self._guess, text("Guess first; then you can shuffle.")])
        self._guess.observe(lambda _: self._open(), "value")
        for control in (self._statistic, self._unit):
            control.observe(lambda _: self._begin(), "value")

    def _open(self) -> None:
        self.children = (self._guess, self._statistic, self._unit, self._buttons, self._shown)
        self._begin()

    def _begin(self) -> None:
        self._asked = stability(load_days(), self._statistic.value)
        self._drawn = np.array([])
        self._show()

    def _shuffle(self, n: int) -> None:
        # The count so far is the seed: another shuffle each time, and the same for everybody.
        more = self._asked.shuffle(n, seed=len(self._drawn), unit=self._unit.value)
        self._drawn = np.concatenate([self._drawn, more])
        self._show()

    def _show(self) -> None:
        self._shown.show(
            shuffles(self._asked, self._drawn), describe_shuffles(self._asked, self._drawn)
        )
