"""Guess, then see: questions about two titles, one at a time.

Everything that is shown follows from three things: which question it is, which questions have been
opened, and what was guessed. Nothing of a real share is computed, and so nothing can be on the
page, before its question has been opened.
"""

from dataclasses import replace

import ipywidgets

from rolekit.base.ui.panel import Panel, button, grid, row
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.base.ui.slider import Slider
from rolekit.base.ui.start_over import StartOver
from rolekit.titles import words
from rolekit.titles.figures.guesses import all_guesses, guess_and_truth
from rolekit.titles.guesses import Guess, judge, load_questions


class GuessShares(Panel):
    """Activities and tools: how many people of two titles? First guess, then see."""

    def __init__(self) -> None:
        self._question, self._answer = Sentence(at_once=True), Sentence(at_once=True)
        # The same two all the way: a page takes longer to make others than to rename these.
        self._sliders = (Slider(), Slider())
        for side, slider in enumerate(self._sliders):
            slider.observe(lambda change, side=side: self._guess(side, change["new"]), "value")
        self._pair = grid("rk-statements")
        self._go = button("Show me", self._go_on)
        self._start_over = StartOver(lambda: "all your guesses", self._begin)
        self._beside = ipywidgets.HTML()
        self._row = row(self._go, self._beside)
        self._picture = Picture()
        self._below = ipywidgets.VBox()
        self._surprises = ipywidgets.HTML()
        super().__init__([self._question, self._pair, self._row, self._below])
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
            self._ask(self._at + 1)
            self._sliders[0].focus()
        else:
            self._opened.add(self._at)
            self._show()

    def _ask(self, at: int) -> None:
        """Go to a question, or behind the last to the sum of all."""
        self._at = at
        if at < len(self._guesses):
            guess = self._guesses[at]
            for slider, asked, value in zip(
                self._sliders, guess.question.asked, guess.values, strict=True
            ):
                with slider.hold_sync():
                    slider.label, slider.value = f"Of 100 {asked}, how many?", value
                    slider.disabled = at in self._opened
        self._show()

    def _guess(self, side: int, value: int | None) -> None:
        values = list(self._guesses[self._at].values)
        values[side] = value
        self._guesses[self._at] = replace(self._guesses[self._at], values=(values[0], values[1]))
        # A click can arrive before the slider's last steps do: it waits for no reply.
        if self._at in self._opened:
            self._show()

    def _show(self) -> None:
        """Bring question, sliders, button and picture in line."""
        questions = len(self._guesses)
        if self._at == questions:
            self._question.text = f"All {questions} questions: your guesses and the answers."
            self._go.description = "Look at them again"
            self._row.children = (self._go, self._start_over)
            self._answer.text = words.describe_judgement(judge(self._guesses))
            self._picture.show(all_guesses(self._guesses), words.describe_guesses(self._guesses))
            self._surprises.value = words.describe_surprises()
            self._below.children = (self._answer, self._picture, self._surprises)
            self._pair.children = ()
            return
        opened, guess = self._at in self._opened, self._guesses[self._at]
        self._question.text = f"{self._at + 1} of {questions}. How many {guess.question.words}?"
        self._row.children = (self._go, self._beside)
        for slider in self._sliders:
            slider.disabled = opened
        self._pair.children = self._sliders
        if not opened:
            self._below.children = ()
            self._go.description = "Show me"
            self._beside.value = "You can skip a guess."
            return
        last = self._at == questions - 1
        self._go.description = f"See all {questions}" if last else "Next question"
        self._beside.value = ""
        self._answer.text = words.describe_answer(guess)
        self._picture.show(guess_and_truth(guess), words.describe_shares(guess.question))
        self._below.children = (self._answer, self._picture)
