"""The steps of the morning: look and ask, try what a model is worth, and tell it.

What the reader guesses is guessed before the picture that tells it.
"""

import ipywidgets
import numpy as np
import traitlets

from rolekit.base.sentences import judged
from rolekit.base.ui.choice import Choice
from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.base.ui.slider import Slider
from rolekit.weather import WeatherError, words
from rolekit.weather.days import load_days
from rolekit.weather.decision import Costs
from rolekit.weather.experiment import KEPT_BACK, MODEL, Trial, trial
from rolekit.weather.figures import calibration, dry_months, rules, shuffles, spell_lengths
from rolekit.weather.model import FEATURES, MODELS, Recipe
from rolekit.weather.panels.controls import choice, text
from rolekit.weather.patterns import Statistic, is_steadier, stability


class Look(Panel):
    """A guess, then two pictures of four years of weather."""

    def __init__(self) -> None:
        self._guess = Slider(label="How many days in July, out of 100, are dry in Seattle?")
        self._go = row(button("Show me", self._show))
        super().__init__([self._guess, self._go])

    def _show(self) -> None:
        answer = Sentence(text=f"{words.describe_july(self._guess.value)} {LOOKED}")
        months = Picture(dry_months(self._guess.value), words.describe_months())
        spells = Picture(spell_lengths(), words.describe_spells())
        self._guess.disabled = True
        self.children = (self._guess, answer, months, spells)


LOOKED = (
    "You could have guessed the season, but hardly how much single years differ. Four years aren't "
    "many. Most wet spells are over after a day or two, so today says something about tomorrow, "
    "but not much about next week."
)
STATISTICS: tuple[tuple[str, Statistic], ...] = (
    ("days are like the day before", "repeats"),
    ("more so than dryness alone explains", "repeats beyond chance"),
)
UNITS = (("whole months", "months"), ("single days", "days"))
GUESSES = ("Yes, and not just because it's dry", "Yes, but only because it's dry", "No")
ENOUGH = 1000  # shuffles, before a guess is answered
SHUFFLED = (
    "Days repeat more often in summer, and that's hardly luck. But once you allow for dryness, "
    "nothing is left of it: July isn't steadier, it's drier. Try both meanings of stable. If you "
    "shuffle single days, the heap is little more than half as wide, and the p-value promises too "
    "much."
)


class Ask(Panel):
    """A permutation test by buttons: choose what stable means and what is shuffled, and shuffle."""

    def __init__(self) -> None:
        self._guess = choice("Is the weather more stable in summer?", GUESSES)
        self._statistic = choice("Stable means", STATISTICS, "repeats")
        self._unit = choice("Shuffle", UNITS, "months")
        self._shown, self._answer = Picture(), Sentence()
        buttons = row(
            button("Shuffle once", lambda: self._shuffle(1)),
            button("Shuffle 1,000 times", lambda: self._shuffle(1000)),
        )
        self._controls = (self._guess, self._statistic, self._unit, buttons)
        super().__init__([self._guess, text("Guess first, then you can shuffle.")])
        self._guess.observe(lambda _: self._open(), "value")
        for control in (self._statistic, self._unit):
            control.observe(lambda _: self._begin(), "value")

    def _open(self) -> None:
        self._guess.disabled = True
        self.children = (*self._controls, self._answer, self._shown)
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
        if len(self._drawn) >= ENOUGH:
            more, beyond = (is_steadier(load_days(), name) for _, name in STATISTICS)
            guess, truth = self._guess.value, GUESSES[0 if beyond else 1 if more else 2]
            said = judged(f"\u201c{guess}\u201d", guess == truth, f"it's \u201c{truth}\u201d")
            self._answer.text = f"{said} {SHUFFLED}"
        self._shown.show(
            shuffles(self._asked, self._drawn), words.describe_shuffles(self._asked, self._drawn)
        )


EUROS = tuple((f"{euros} euros", euros) for euros in (10, 25, 50, 75, 100))
START = ("today's rain", "season")  # the least that is worth a try
HEADS = ("your tries", "what it knows", "model", "costs", "Brier score", "saved a year")


TRIED = (
    "If both mistakes cost the same, few choices beat \u201csame as today\u201d by more than luck "
    "would. Try some. The gain comes from mistakes with different costs: then a probability is "
    "more useful than a yes or no. And if you try many choices, one of them will look good: the "
    "more you try, the more the best one flatters itself. That's why 2015 is kept for the end."
)


class Experiment(Panel):
    """Boxes for features, a choice of model, two costs, and a list of what was `tried`."""

    tried: "traitlets.List[Trial]" = traitlets.List()

    def __init__(self) -> None:
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
            text("The model may know"),
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
                Recipe(chosen, self._model.value),
                Costs(self._soaked.value, self._missed.value),
            )
        except WeatherError as problem:
            self._reply.text = str(problem)
            return
        best = min(found.euros, key=lambda name: found.euros[name])
        guess, self._guess.disabled = self._guess.value, True
        self._reply.text = judged(guess, guess == best, f"{best} is cheapest")
        self._rules.show(rules(found), words.describe_trial(found))
        self._calibration.show(calibration(found), words.describe_calibration(found))
        self.tried = [*self.tried, found]
        self._list.value = self._table()
        pictures = (self._rules, self._calibration)
        self.children = (*self._controls, *pictures, text(TRIED), self._list)

    def _table(self) -> str:
        rows = [
            (
                f"try {number}",
                ", ".join(one.choice.features),
                one.choice.model,
                f"{one.costs.soaked:g} and {one.costs.missed:g}",
                f"{one.brier:.3f}",
                "{:,.0f} ({:,.0f} to {:,.0f})".format(*one.saving()),
            )
            for number, one in enumerate(self.tried, start=1)
        ]
        return words.html_table(HEADS, rows)


# What the owner says to each chart.
CHARTS = {
    "Euros by rule": "Now I know what it's worth. What do I do tonight?",
    "Calibration": "It looks very exact. But what's that in euros, and what do I do tonight?",
    "Dry days by month": "Pretty. I knew that July is dry. And tomorrow?",
}


class Tell(Panel):
    """Takes the last try to the owner, with figures of the year that was kept back.

    Only the first try that is shown on it was shown on a year that was kept back.
    """

    def __init__(self, experiment: Experiment) -> None:
        self._experiment, self._looked = experiment, list[object]()
        self._chart = choice("Which chart goes to the owner?", list(CHARTS))
        self._shown, self._owner, self._advice = Picture(), Sentence(), Sentence()
        super().__init__([self._chart, self._owner])
        self._chart.observe(lambda _: self._show(), "value")
        experiment.observe(lambda _: self._show(), "tried")

    def _show(self) -> None:
        chosen, name = self._experiment.trial, self._chart.value
        if chosen is None:
            self._owner.text = "There's nothing to tell yet. Try something above first."
        if chosen is None or name is None:
            return
        if (chosen.choice, chosen.costs) not in self._looked:
            self._looked.append((chosen.choice, chosen.costs))
        kept = trial(chosen.choice, chosen.costs, KEPT_BACK)
        if name == "Euros by rule":
            self._shown.show(rules(kept), words.describe_trial(kept))
        elif name == "Calibration":
            self._shown.show(calibration(kept), words.describe_calibration(kept))
        else:
            self._shown.show(dry_months(), words.describe_months())
        self._owner.text = f"The owner: {CHARTS[name]}"
        self._advice.text = f"You: {' '.join(words.describe_advice(kept, len(self._looked) - 1))}"
        self.children = (self._chart, self._shown, self._owner, self._advice)
