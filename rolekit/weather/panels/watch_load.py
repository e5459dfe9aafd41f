"""Watch: percentiles and refusals, live, while a bounded load runs."""

from __future__ import annotations

import threading

from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.weather import WeatherError
from rolekit.weather.figures import latency
from rolekit.weather.load import Load
from rolekit.weather.panels.stand_in import PICTURES
from rolekit.weather.words import describe_load
from rolekit.weather.workshop import Workshop

LOOK = 0.5  # seconds between two pictures


class WatchLoad(Panel):
    """Sends 400 requests, every tenth broken, and draws how long each answer took.

    >>> WatchLoad(Workshop())
    WatchLoad()
    """

    picture, picture_text = PICTURES["WatchLoad"]

    def __init__(self, workshop: Workshop) -> None:
        """Take the workshop whose service is loaded."""
        self._workshop = workshop
        self._load: Load | None = None
        self._shown, self._reply = Picture(), Sentence()
        super().__init__(
            [
                row(
                    button("Send 400 requests", self._start),
                    button("Stop", self._stop),
                    self._reply,
                ),
                self._shown,
            ]
        )
        self._shown.show(latency([]), describe_load([]))

    def _start(self) -> None:
        if self._load and self._load.is_running:
            return
        try:
            self._load = self._workshop.load()
        except WeatherError as problem:
            self._reply.text = str(problem)
            return
        self._reply.text = ""
        threading.Thread(target=self._follow, args=(self._load,), daemon=True).start()

    def _stop(self) -> None:
        if self._load:
            self._load.stop()

    def _follow(self, load: Load) -> None:
        """Draw until the load has ended, and once more then."""
        running = True
        while running:
            running = load.wait_for(LOOK)
            answers = load.answers
            self._shown.show(latency(answers), describe_load(answers))
