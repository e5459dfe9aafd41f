"""The steps of the afternoon: serve the model, watch it under load and in use, and repeat."""

import threading
from collections.abc import Callable
from functools import cache, partial

from rolekit.base.sentences import MONTHS, judged
from rolekit.base.ui.choice import Choice
from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.weather import WeatherError
from rolekit.weather.days import load_days
from rolekit.weather.figures import drift, latency
from rolekit.weather.load import Load
from rolekit.weather.model import Forecaster, Recipe, train
from rolekit.weather.monitor import FAULTS, Watch, watch
from rolekit.weather.panels.controls import choice, text, told
from rolekit.weather.words import describe_drift, describe_false_alarms, describe_load
from rolekit.weather.workshop import REQUESTS, TODAY, YESTERDAY, Workshop, in_words


class Serve(Panel):
    """Buttons that package a model, serve it and ask it; the answers are the service's own."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._state, self._answer = Sentence(), Sentence()
        acts = {
            "Train and publish": self._train,
            "Start the service": self._start,
            "Stop the service": self._stop,
        }
        buttons = row(*(button(name, partial(self._do, act)) for name, act in acts.items()))
        requests = row(*(button(name, partial(self._ask, name)) for name in REQUESTS))
        super().__init__([buttons, self._state, requests, self._answer])
        self._state.text = "Nothing is trained yet, and nothing is served."

    def _do(self, act: Callable[[], str]) -> None:
        # What a request was told before may be true no longer.
        self._state.text, self._answer.text = told(act), ""

    def _train(self) -> str:
        made = self._workshop.train(YESTERDAY)
        return (
            f"Artefact {made.name} is published: a {made.model} trained on all days until "
            f"{made.trained_until}, with its sha256, its input schema and its Brier score, "
            f"{made.score['brier']:.3f}."
        )

    def _start(self) -> str:
        return f"The service is listening at {self._workshop.start()}, on this machine only."

    def _stop(self) -> str:
        self._workshop.stop()
        return "The service has stopped, and its port is free."

    def _ask(self, name: str) -> None:
        self._answer.text = told(lambda: f"{name}. {in_words(self._workshop.ask(name))}")


LOOK = 0.5  # seconds between two pictures


class WatchLoad(Panel):
    """Sends 400 requests, every tenth broken, and draws how long each answer took."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._load: Load | None = None
        self._shown, self._reply = Picture(), Sentence()
        buttons = (button("Send 400 requests", self._start), button("Stop", self._stop))
        super().__init__([row(*buttons, self._reply), self._shown])
        # That it does not run is true no longer.
        workshop.watchers.append(lambda: self._reply.set_trait("text", ""))

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


TRAINED_UNTIL = "2013-12-31"
MONTHS_2014 = {f"{name} 2014": f"2014-{n:02}" for n, name in enumerate(MONTHS, 1)}
REFERENCES = (("all the training days", "whole year"), ("the same season", "same season"))


@cache
def _forecaster() -> Forecaster:
    return train(load_days().between("2012-01-01", TRAINED_UNTIL), Recipe())


RANG = (
    "Compared with the whole year, summer itself is drift: the alarm rings for weather, and soon "
    "nobody listens. Compared with the same season, it stays quiet until something breaks. It also "
    "misses something: a rain gauge stuck at zero in a dry July."
)


class Alarm(Panel):
    """A month of 2014, a fault, and a reference; the model was trained on the two years before."""

    def __init__(self) -> None:
        self._guess = choice(
            "It's July and nothing is broken. Compared with all the training days, will it ring?",
            (("It will ring", "a ring"), ("It will be quiet", "quiet")),
        )
        self._month = Choice(label="Month", options=list(MONTHS_2014), value="July 2014")
        self._fault = Choice(label="What breaks", options=list(FAULTS), value="nothing")
        self._reference = choice("Compare with", REFERENCES, "whole year")
        self._shown, self._answer = Picture(), Sentence()
        super().__init__([self._guess, text("Guess first, then you'll see what rings.")])
        self._guess.observe(lambda _: self._open(), "value")
        for control in (self._month, self._fault, self._reference):
            control.observe(lambda _: self._show(), "value")

    def _open(self) -> None:
        self._guess.disabled = True
        rang = bool(self._show().ringing)
        truth = "it rang" if rang else "it stayed quiet"
        self._answer.text = judged(
            self._guess.value, (self._guess.value == "a ring") == rang, truth
        )
        controls = (self._answer, row(self._month, self._fault), self._reference)
        self.children = (self._guess, *controls, self._shown, text(RANG, describe_false_alarms()))

    def _show(self) -> Watch:
        chosen = (MONTHS_2014[self._month.value], self._fault.value, self._reference.value)
        seen = watch(_forecaster(), *chosen)
        self._shown.show(drift(seen), describe_drift(seen))
        return seen


class Repeat(Panel):
    """Four buttons on artefacts, each with what happened in a sentence."""

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
        self._said.text = told(act, "Refused: ")

    def _train_twice(self) -> str:
        one, other = (self._workshop.train(YESTERDAY).sha256 for _ in range(2))
        same = "the same" if one == other else "not the same"
        return f"First {one[:24]} ..., then {other[:24]} ...: {same} artefact."

    def _publish(self) -> str:
        made = self._workshop.train(TODAY)
        return f"{made.name} is live, with one more day to learn from, until {made.trained_until}."

    def _exchange(self) -> str:
        self._workshop.exchange_file()
        self._workshop.store.load()
        return "The exchanged file was loaded. That must not happen."

    def _roll_back(self) -> str:
        live = self._workshop.roll_back()
        return f"{live.name} is live again, trained until {live.trained_until}."
