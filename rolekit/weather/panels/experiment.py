"""Experiment: choose what the model may know, and see what that is worth to the café."""

from __future__ import annotations

import ipywidgets

from rolekit.base.ui.choice import Choice
from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.weather import WeatherError
from rolekit.weather.days import load_days
from rolekit.weather.decision import Costs
from rolekit.weather.experiment import MODEL, Trial, trial
from rolekit.weather.figures import calibration, rules
from rolekit.weather.model import FEATURES, MODELS, Recipe
from rolekit.weather.panels.controls import choice
from rolekit.weather.panels.stand_in import PICTURES
from rolekit.weather.words import describe_calibration, describe_trial, html_table

EUROS = tuple((f"{euros} euros", euros) for euros in (10, 25, 50, 75, 100))
START = ("today's rain", "season")  # the least that is worth a try
HEADS = ("try", "what it knows", "model", "costs", "Brier score", "saved a year")


class Experiment(Panel):
    """Boxes for features, a choice of model, two costs, and a list of what was tried.

    >>> Experiment().trial is None
    True
    """

    picture, picture_text = PICTURES["Experiment"]

    def __init__(self) -> None:
        """Begin with two features and nothing tried."""
        self.tried: list[Trial] = []
        self._guess = choice(
            "Which rule will be cheapest?", ("always out", "never out", "same as today", MODEL)
        )
        self._features = {
            name: ipywidgets.Checkbox(description=name, value=name in START, indent=False)
            for name in FEATURES
        }
        self._model = Choice(label="Model", options=list(MODELS), value="logistic regression")
        self._soaked = choice("Tables out on a wet day cost", EUROS, 75)
        self._missed = choice("Tables in on a dry day cost", EUROS, 25)
        self._reply, self._list = Sentence(), ipywidgets.HTML()
        self._rules, self._calibration = Picture(), Picture()
        self._controls = (
            self._guess,
            row(*self._features.values()),
            row(self._model),
            self._soaked,
            self._missed,
            row(button("Try it", self._try), self._reply),
        )
        super().__init__(self._controls)

    @property
    def trial(self) -> Trial | None:
        """What was tried last, or None."""
        return self.tried[-1] if self.tried else None

    def _try(self) -> None:
        if self._guess.value is None:
            self._reply.text = "First guess which rule will be cheapest."
            return
        chosen = [name for name, box in self._features.items() if box.value]
        self._reply.text = "Training 36 models, each on the days before its month ..."
        try:
            found = trial(
                load_days(),
                Recipe(chosen, self._model.value),
                Costs(self._soaked.value, self._missed.value),
            )
        except WeatherError as problem:
            self._reply.text = str(problem)
            return
        self.tried.append(found)
        best = min(found.euros, key=lambda name: found.euros[name])
        self._reply.text = f"You guessed {self._guess.value}; cheapest is {best}."
        self._rules.show(rules(found), describe_trial(found))
        self._calibration.show(calibration(found), describe_calibration(found))
        self._list.value = self._table()
        self.children = (*self._controls, self._rules, self._calibration, self._list)

    def _table(self) -> str:
        rows = [
            (
                str(number),
                ", ".join(one.choice.features),
                one.choice.model,
                f"{one.costs.soaked:g} and {one.costs.missed:g}",
                f"{one.brier:.3f}",
                "{:,.0f} ({:,.0f} to {:,.0f})".format(*one.saving()),
            )
            for number, one in enumerate(self.tried, start=1)
        ]
        return html_table(HEADS, rows)
