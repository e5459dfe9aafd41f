"""The Explorer: sliders below, a place on the spectrum above.

Everything that is shown follows from one `Response`. A slider that moves makes a new response, and
a new response is shown; there is no other state to fall out of step with.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Any

import ipywidgets

from rolekit.base.sentences import counted
from rolekit.base.ui.code_box import CodeBox
from rolekit.base.ui.live_figure import LiveFigure
from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.sentence import Sentence
from rolekit.base.ui.slider import Slider
from rolekit.errors import NotEnoughAnswers, did_you_mean
from rolekit.measure.figures.where_you_sit import where_you_sit
from rolekit.measure.placement import Placement, place
from rolekit.measure.words import describe, describe_gain
from rolekit.record.answers import Answers
from rolekit.record.instrument import STEM, Item, load_instrument
from rolekit.record.panels.code_entry import CodeEntry
from rolekit.record.panels.hand_in import HandIn
from rolekit.record.read_codes import read_code
from rolekit.record.response import Response

COVERED = "Place yourself on the line above, or skip that; then your place is shown here."


class Explorer(Panel):
    """Twelve statements with sliders, and the place on the spectrum that follows from them.

    Parameters
    ----------
    answers : Answers, optional
        Where to start from; by default nothing is answered.
    guess : int, optional
        Where the person placed themselves before: whole points of lean, -100..100. Without it the
        picture stays covered until they have done so, or have chosen to skip it.

    Raises `TypeError` for an argument with another name and `AnswerError` for a guess that is none.

    >>> Explorer(guess=-20)
    Explorer(12 statements, 0 answered)
    """

    picture = "explorer-start.png"
    picture_text = (
        "The Explorer before the first answer: the question where you would place yourself "
        "between analytics and engineering, and below it the first statements, each with a slider "
        "that is not answered yet. Choose Run, Run All Cells to use it."
    )

    def __init__(
        self, *, answers: Answers | None = None, guess: int | None = None, **unknown: object
    ) -> None:
        """Build the sliders and the picture."""
        if unknown:
            name = next(iter(unknown))
            raise TypeError(
                f"Explorer has no argument {name!r}. {did_you_mean(name, ['answers', 'guess'])}"
            )
        # Through a code and back: from the start the answers are in the steps that sliders have.
        self._response = Response.from_code(
            Response(Answers() if answers is None else answers, guess=guess).to_code()
        )
        self._skipped = False
        self._figure = LiveFigure(where_you_sit())
        self._picture = ipywidgets.VBox()
        self._picture.add_class("rk-picture")
        self._sentence = Sentence(names_picture=True)
        self._first, self._second = ipywidgets.GridBox(), ipywidgets.GridBox()
        for grid in (self._first, self._second):
            grid.add_class("rk-statements")
        self._more = button("Ask me 12 more", self._ask_more)
        self._gain = Sentence()
        self._code, self._hand_in = CodeBox(), HandIn(self._choose_round)
        super().__init__(
            [
                self._picture,
                self._sentence,
                _text(
                    f"<b>{escape(STEM)}</b> From 0, none of it, to 100, as much as I can get. "
                    "Leave out what you cannot say."
                ),
                self._first,
                row(self._more, self._gain),
                self._second,
                self._code,
                self._hand_in,
                CodeEntry("Resume from a code", "Resume", self._resume),
            ]
        )
        self.add_class("rk-explorer")
        self._start()

    @property
    def response(self) -> Response:
        """The record as it is now: the answers, the id, the guess."""
        return self._response

    @property
    def answers(self) -> Answers:
        """The answers as they are now."""
        return self._response.answers

    @property
    def placement(self) -> Placement | None:
        """The place that follows from the answers, or None until enough is answered."""
        return _place(self.answers)

    @property
    def code(self) -> str:
        """The response code, from which the Explorer can be resumed."""
        return self._response.to_code()

    def resume(self, code: str) -> None:
        """Go on from a response code, with its id. Raises `CodeError` if it is not intact."""
        self._resume(read_code(code))

    def _resume(self, response: Response) -> str:
        self._response = response
        self._start()
        count = len(self.answers)
        return f"Resumed with {counted(count, 'answer')}."

    def __repr__(self) -> str:
        """Say how many statements are shown and answered."""
        shown = len(self._first.children) + len(self._second.children)
        return f"Explorer({shown} statements, {len(self.answers)} answered)"

    def _start(self) -> None:
        """Lay out all that depends on which response this is, then show it."""
        for slider in (*self._first.children, *self._second.children):
            slider.close()
        self._first.children = self._sliders(load_instrument().short_items)
        self._second.children = ()
        self._more.disabled = False
        self._gain.text = ""
        if self.answers.form == "full":
            self._ask_more()
        self._cover_or_uncover()
        self._show()

    def _sliders(self, items: tuple[Item, ...]) -> tuple[Slider, ...]:
        order = load_instrument().shuffled(items, self._response.id)
        return tuple(self._slider(item) for item in order)

    def _slider(self, item: Item) -> Slider:
        value = self.answers[item.id]
        slider = Slider(label=item.statement, help=item.explanation, value=value)
        slider.observe(lambda change: self._answer(item.id, change["new"]), "value")
        return slider

    def _answer(self, item: str, value: int | None) -> None:
        self._response = replace(self._response, answers=self.answers.having(item, value))
        self._show()

    def _choose_round(self, round: int) -> None:
        self._response = replace(self._response, round=round)
        self._show()

    def _ask_more(self) -> None:
        self._more.disabled = True
        self._second.children = self._sliders(load_instrument().further_items)
        self._show()

    def _show(self) -> None:
        """Bring picture, sentence, width and code in line with the response."""
        covered = self._is_covered()
        try:
            placement, missing = place(self.answers), ""
        except NotEnoughAnswers as few:
            placement, missing = None, str(few)
        self._figure.follow(
            where_you_sit(placement, self._response.guess, missing.replace(", ", "<br>"))
        )
        if covered:
            self._sentence.text = COVERED
        elif placement is None:
            self._sentence.text = f"No place yet: {missing}."
        else:
            self._sentence.text = describe(placement)
        if self._more.disabled:
            self._gain.text = describe_gain(_place(self.answers.short), placement)
        self._code.code = self.code
        self._hand_in.response = self._response

    def _is_covered(self) -> bool:
        return self._response.guess is None and not self._skipped

    def _cover_or_uncover(self) -> None:
        self._picture.children = [self._cover() if self._is_covered() else self._figure]

    def _cover(self) -> ipywidgets.VBox:
        """Return the question that covers the picture until it is answered or skipped."""
        line = Slider(
            label="Before you see anything: where on this line would you place yourself?",
            least=-100,
            most=100,
            sides=["analytics", "engineering"],
        )
        ready = ipywidgets.Button(description="This is my guess", disabled=True)
        skip = ipywidgets.Button(description="Skip")

        def uncover(guess: int | None) -> None:
            self._response = replace(self._response, guess=guess)
            self._skipped = True
            self._cover_or_uncover()
            self._show()

        def move(change: dict[str, Any]) -> None:
            ready.disabled = change["new"] is None
            # The click can arrive before the slider's last steps do: it waits for no reply.
            if self._response.guess is not None and not ready.disabled:
                uncover(change["new"])

        line.observe(move, "value")
        ready.on_click(lambda _: uncover(line.value))
        skip.on_click(lambda _: uncover(None))
        ends = _text('<div class="rk-ends"><span>analytics</span><span>engineering</span></div>')
        cover = ipywidgets.VBox([line, ends, ipywidgets.HBox([ready, skip])])
        cover.add_class("rk-cover")
        return cover


def _place(answers: Answers) -> Placement | None:
    try:
        return place(answers)
    except NotEnoughAnswers:
        return None


def _text(html: str) -> ipywidgets.HTML:
    return ipywidgets.HTML(html)
