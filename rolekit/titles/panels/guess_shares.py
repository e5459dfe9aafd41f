"""Guess, then see: a dozen questions about two titles, one at a time.

Everything that is shown follows from three things: which question it is, which questions have been
opened, and what was guessed. Nothing of a real share is computed, and so nothing can be on the
page, before its question has been opened.
"""

from dataclasses import replace

import ipywidgets

from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.base.ui.slider import Slider
from rolekit.titles.figures.guesses import all_guesses, guess_and_truth
from rolekit.titles.guesses import Guess, judge, load_questions
from rolekit.titles.words import describe_judgement, describe_shares, describe_surprises


class GuessShares(Panel):
    """A dozen activities and tools: how many of two titles? First guess, then see."""

    def __init__(self) -> None:
        self._question = Sentence()
        self._sliders = ipywidgets.GridBox()
        self._sliders.add_class("rk-statements")
        self._go = button("Show me", self._go_on)
        self._afresh = button("Begin afresh", self._begin)
        self._beside = ipywidgets.HTML()
        self._row = row(self._go, self._beside)
        self._picture = Picture()
        self._below = ipywidgets.VBox()
        self._surprises = ipywidgets.HTML()
        super().__init__([self._question, self._sliders, self._row, self._below])
        self._begin()

    @property
    def guesses(self) -> tuple[Guess, ...]:
        """What has been guessed, question by question."""
        return tuple(self._guesses)

    def __repr__(self) -> str:
        return f"GuessShares({len(self._guesses)} questions)"

    def _begin(self) -> None:
        self._guesses = [Guess(question) for question in load_questions()]
        self._opened: set[int] = set()
        self._ask(0)

    def _go_on(self) -> None:
        """Open the question; or go to the next, from the last to the sum, from the sum round."""
        if self._at == len(self._guesses):
            self._ask(0)
        elif self._at in self._opened:
            self._ask(self._at + 1, focused=True)
        else:
            self._opened.add(self._at)
            self._show()

    def _ask(self, at: int, focused: bool = False) -> None:
        """Go to a question, or behind the last to the sum of all."""
        self._at = at
        for slider in self._sliders.children:
            slider.close()
        fresh = focused and at not in self._opened
        self._sliders.children = (
            ()
            if at == len(self._guesses)
            else tuple(self._slider(i, focused=fresh and i == 0) for i in range(2))
        )
        self._show()

    def _slider(self, i: int, focused: bool) -> Slider:
        at = self._at
        value = self._guesses[at].values[i]
        label = f"Of 100 {self._guesses[at].question.asked[i]}, how many?"
        slider = Slider(label=label, value=value, focused=focused)

        def guess(value: int | None) -> None:
            values = list(self._guesses[at].values)
            values[i] = value
            self._guesses[at] = replace(self._guesses[at], values=(values[0], values[1]))
            # A click can arrive before the slider's last steps do: it waits for no reply.
            if at in self._opened:
                self._show()

        slider.observe(lambda change: guess(change["new"]), "value")
        return slider

    def _show(self) -> None:
        """Bring question, sliders, button and picture in line."""
        questions = len(self._guesses)
        if self._at == questions:
            self._question.text = f"All {questions}: what you guessed, and what is true."
            self._go.description = "Look at them again"
            self._beside.value = ""
            self._row.children = (self._go, self._afresh)
            self._picture.show(all_guesses(self._guesses), describe_judgement(judge(self._guesses)))
            self._surprises.value = describe_surprises()
            self._below.children = (self._picture, self._surprises)
            return
        opened, guess = self._at in self._opened, self._guesses[self._at]
        self._row.children = (self._go, self._beside)
        self._question.text = f"{self._at + 1} of {questions}. How many {guess.question.words}?"
        for slider in self._sliders.children:
            slider.disabled = opened
        if not opened:
            self._go.description = "Show me"
            self._beside.value = "A guess can be left out."
            self._below.children = ()
            return
        last = self._at == questions - 1
        self._go.description = f"See all {questions}" if last else "Next question"
        self._beside.value = ""
        self._picture.show(guess_and_truth(guess), describe_shares(guess))
        self._below.children = (self._picture,)
