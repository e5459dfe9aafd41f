"""Repeat: train twice, meet an exchanged file, and roll back."""

from collections.abc import Callable
from functools import partial

from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.sentence import Sentence
from rolekit.weather import WeatherError
from rolekit.weather.panels.stand_in import PICTURES
from rolekit.weather.workshop import TODAY, YESTERDAY, Workshop


class Repeat(Panel):
    """Four buttons on artefacts, each with what happened in a sentence."""

    picture, picture_text = PICTURES["Repeat"]

    def __init__(self, workshop: Workshop) -> None:
        self._workshop, self._said = workshop, Sentence()
        acts = {
            "Train twice": self._train_twice,
            "Publish today's model": self._publish,
            "Exchange the file": self._exchange,
            "Roll back": self._roll_back,
        }
        buttons = (button(name, partial(self._do, act)) for name, act in acts.items())
        super().__init__([row(*buttons), self._said])

    def _do(self, act: Callable[[], str]) -> None:
        try:
            self._said.text = act()
        except WeatherError as problem:
            self._said.text = f"Refused: {problem}"

    def _train_twice(self) -> str:
        one, other = (self._workshop.train(YESTERDAY).sha256 for _ in range(2))
        same = "the same" if one == other else "not the same"
        return f"First {one[:24]} ..., then {other[:24]} ...: {same} artefact."

    def _publish(self) -> str:
        made = self._workshop.train(TODAY)
        return f"Live is {made.name}, with one more day to learn from, until {made.trained_until}."

    def _exchange(self) -> str:
        self._workshop.exchange_file()
        self._workshop.store.load()
        return "The exchanged file was loaded. That must not happen."

    def _roll_back(self) -> str:
        live = self._workshop.roll_back()
        return f"Live is {live.name} again, trained until {live.trained_until}."
