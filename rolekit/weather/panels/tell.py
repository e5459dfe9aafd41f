"""Tell: one chart and two sentences that the owner of the café would act on."""

from __future__ import annotations

from rolekit.base.ui.panel import Panel
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.weather.days import load_days
from rolekit.weather.experiment import KEPT_BACK, trial
from rolekit.weather.figures import calibration, dry_months, rules
from rolekit.weather.panels.controls import choice
from rolekit.weather.panels.experiment import Experiment
from rolekit.weather.panels.stand_in import PICTURES
from rolekit.weather.words import (
    describe_advice,
    describe_calibration,
    describe_months,
    describe_trial,
)

# What the owner says to each chart.
CHARTS = {
    "Euros by rule": "Now I know what it is worth. What do I do tonight?",
    "Calibration": "It looks very exact. But what is it in euros, and what do I do tonight?",
    "Dry days by month": "Pretty. I knew that July is dry. And tomorrow?",
}


class Tell(Panel):
    """Takes the last try to the owner, with figures of the year that was kept back.

    >>> Tell(Experiment())
    Tell()
    """

    picture, picture_text = PICTURES["Tell"]

    def __init__(self, experiment: Experiment) -> None:
        """Follow an experiment."""
        self._experiment = experiment
        self._chart = choice("Which chart goes to the owner?", list(CHARTS))
        self._shown, self._owner, self._advice = Picture(), Sentence(), Sentence()
        super().__init__([self._chart, self._owner])
        self._chart.observe(lambda _: self._show(), "value")

    def _show(self) -> None:
        chosen = self._experiment.trial
        if chosen is None:
            self._owner.text = "There is nothing to tell yet: try something above first."
            return
        name = self._chart.value
        kept = trial(load_days(), chosen.choice, chosen.costs, KEPT_BACK)
        if name == "Euros by rule":
            self._shown.show(rules(kept), describe_trial(kept))
        elif name == "Calibration":
            self._shown.show(calibration(kept), describe_calibration(kept))
        else:
            days = load_days()
            self._shown.show(dry_months(days), describe_months(days))
        self._owner.text = f"The owner: {CHARTS[name]}"
        self._advice.text = f"You: {' '.join(describe_advice(kept))}"
        self.children = (self._chart, self._shown, self._owner, self._advice)
