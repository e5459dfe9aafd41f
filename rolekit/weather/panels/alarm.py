"""Alarm: change the season, break a sensor, and see what rings."""

from __future__ import annotations

from functools import cache

from rolekit.base.ui.choice import Choice
from rolekit.base.ui.panel import Panel, row
from rolekit.base.ui.picture import Picture
from rolekit.weather.days import load_days
from rolekit.weather.figures import drift
from rolekit.weather.model import Forecaster, Recipe, train
from rolekit.weather.monitor import FAULTS, watch
from rolekit.weather.panels.controls import choice, text
from rolekit.weather.panels.stand_in import PICTURES
from rolekit.weather.words import describe_drift

TRAINED_UNTIL = "2013-12-31"
MONTHS = [f"2014-{month:02}" for month in range(1, 13)]
REFERENCES = (("all of the training days", "whole year"), ("the same season", "same season"))


@cache
def _forecaster() -> Forecaster:
    return train(load_days().between("2012-01-01", TRAINED_UNTIL), Recipe())


class Alarm(Panel):
    """A month of 2014, a fault, and a reference; the model was trained on the two years before.

    >>> Alarm()
    Alarm()
    """

    picture, picture_text = PICTURES["Alarm"]

    def __init__(self) -> None:
        """Begin with a guess; the picture is covered until it is made."""
        self._guess = choice(
            "July, nothing is broken, compared with all of the training days. Will it ring?",
            ("It will ring", "It will be quiet"),
        )
        self._month = Choice(label="Month", options=MONTHS, value="2014-07")
        self._fault = Choice(label="What breaks", options=list(FAULTS), value="nothing")
        self._reference = choice("Compare with", REFERENCES, "whole year")
        self._shown = Picture()
        super().__init__([self._guess, text("Guess first; then you see what rings.")])
        self._guess.observe(lambda _: self._open(), "value")
        for control in (self._month, self._fault, self._reference):
            control.observe(lambda _: self._show(), "value")

    def _open(self) -> None:
        self.children = (
            self._guess,
            row(self._month, self._fault),
            self._reference,
            self._shown,
        )
        self._show()

    def _show(self) -> None:
        seen = watch(
            load_days(), _forecaster(), self._month.value, self._fault.value, self._reference.value
        )
        self._shown.show(drift(seen), describe_drift(seen))
