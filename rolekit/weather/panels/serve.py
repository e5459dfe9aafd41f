"""Serve: train, start the service, and send it real requests and broken ones."""

from collections.abc import Callable
from functools import partial

from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.sentence import Sentence
from rolekit.weather import WeatherError
from rolekit.weather.panels.stand_in import PICTURES
from rolekit.weather.workshop import REQUESTS, YESTERDAY, Workshop, in_words

__all__ = ["Serve", "Workshop"]


class Serve(Panel):
    """Buttons that package a model, serve it and ask it; the answers are the service's own."""

    picture, picture_text = PICTURES["Serve"]

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._state, self._answer = Sentence(), Sentence()
        super().__init__(
            [
                row(
                    button("Train and publish", partial(self._do, self._train)),
                    button("Start the service", partial(self._do, self._start)),
                    button("Stop the service", partial(self._do, self._stop)),
                ),
                self._state,
                row(*(button(name, partial(self._ask, name)) for name in REQUESTS)),
                self._answer,
            ]
        )
        self._state.text = "Nothing is trained yet, and nothing is served."

    def _do(self, act: Callable[[], str]) -> None:
        try:
            self._state.text = act()
        except WeatherError as problem:
            self._state.text = str(problem)

    def _train(self) -> str:
        made = self._workshop.train(YESTERDAY)
        return (
            f"Artefact {made.name}: a {made.model} of all days until {made.trained_until}, with "
            f"its sha256, its input schema and its Brier score, {made.score['brier']:.3f}."
        )

    def _start(self) -> str:
        return f"The service listens at {self._workshop.start()}, on this machine alone."

    def _stop(self) -> str:
        self._workshop.stop()
        return "The service has stopped, and its port is free."

    def _ask(self, name: str) -> None:
        try:
            reply = self._workshop.ask(name)
        except WeatherError as problem:
            self._answer.text = str(problem)
        else:
            self._answer.text = f"{name}. {in_words(reply)}"
