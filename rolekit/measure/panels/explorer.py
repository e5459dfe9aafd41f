"""The Explorer: sliders below, a result on the spectrum above.

The page does it all by itself (`loop.js`). The kernel is told what was answered, and hands it in.
"""

from dataclasses import replace

from rolekit.base.ui.panel import Panel
from rolekit.errors import did_you_mean
from rolekit.measure.panels.loop import Loop
from rolekit.measure.placement import Placement, place_or_none
from rolekit.record.answers import Answers
from rolekit.record.panels.hand_in import HandIn
from rolekit.record.response import Response


class Explorer(Panel):
    """Twelve statements with sliders, and the result on the spectrum that follows from them.

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

    picture_text = (
        "The Explorer before the first answer: the question where you would place yourself "
        "between analytics and engineering, and below it the first statements, each with a slider "
        "that is not answered yet. Choose Run, Run All Cells to use it."
    )

    def __init__(
        self, *, answers: Answers | None = None, guess: int | None = None, **unknown: object
    ) -> None:
        if unknown:
            name = next(iter(unknown))
            raise TypeError(
                f"Explorer has no argument {name!r}. {did_you_mean(name, ['answers', 'guess'])}"
            )
        start = Response(Answers() if answers is None else answers, guess=guess)
        self._loop, self._hand_in = Loop(_in_steps(start)), HandIn(self._choose_round)
        super().__init__([self._loop, self._hand_in])
        self._loop.observe(lambda change: self._hand_over(change["new"]), "response")
        self._hand_over(self.response)

    @property
    def response(self) -> Response:
        """The record as it is now: the answers, the id, the guess."""
        return self._loop.response

    @property
    def answers(self) -> Answers:
        """The answers as they are now; set them to show others, of the same person."""
        return self.response.answers

    @answers.setter
    def answers(self, answers: Answers) -> None:
        self._loop.take(_in_steps(replace(self.response, answers=answers)))

    @property
    def placement(self) -> Placement | None:
        """The placement that follows from the answers, or None until enough is answered."""
        return place_or_none(self.answers)

    @property
    def code(self) -> str:
        """The response code, from which the Explorer can be resumed."""
        return self.response.to_code()

    def resume(self, code: str) -> None:
        """Go on from a response code, with its id. Raises `CodeError` if it is not intact."""
        # The page reads codes by itself: this reader is for those who call it.
        from rolekit.record.read_codes import read_code

        self._loop.take(read_code(code))

    def __repr__(self) -> str:
        shown = 24 if self._loop.has_more else 12
        return f"Explorer({shown} statements, {len(self.answers)} answered)"

    def _choose_round(self, round: int) -> None:
        if round != self.response.round:
            self._loop.take(replace(self.response, round=round))

    def _hand_over(self, response: Response) -> None:
        self._hand_in.response = response


def _in_steps(response: Response) -> Response:
    """Return a record with its answers in the steps that sliders have: through a code and back."""
    return Response.from_code(response.to_code())
