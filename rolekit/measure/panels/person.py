"""Whose result a notebook is about: a pasted code, or an invented person until there is one.

Every notebook has a kernel of its own, so a person brings their answers along as a code. A `Person`
holds what the code says; panels that are made with it follow it.
"""

from collections.abc import Callable

import traitlets

from rolekit.base.plot.figure import Figure
from rolekit.base.plot.marks import invented
from rolekit.base.ui.panel import Panel
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.errors import NotEnoughAnswers
from rolekit.measure.example import EXAMPLE, is_example
from rolekit.measure.words import describe_missing
from rolekit.record.panels.code_entry import own_code
from rolekit.record.response import Response

NOBODY = (
    "This is an invented person, so there's something to look at. Paste your response code above "
    "to see yourself."
)


class Person(Panel):
    """A row for a code, and the record that it holds.

    `response` is the record: that of an invented person at first. `observe` it to follow.
    """

    response = traitlets.Instance(Response)

    def __init__(self) -> None:
        self._said = Sentence()
        self.response = EXAMPLE
        super().__init__([*own_code(self._use), self._said])
        self.follow(self._tell)

    @property
    def is_example(self) -> bool:
        """Whether nobody has given a code yet."""
        return is_example(self.response)

    def follow(self, show: Callable[[Response], None]) -> None:
        """Call `show` with the record now, and again whenever it changes."""
        self.observe(lambda change: show(change["new"]), "response")
        show(self.response)

    def _use(self, response: Response | None) -> None:
        self.response = response or EXAMPLE

    def _tell(self, response: Response) -> None:
        self._said.text = NOBODY if is_example(response) else "What follows is about you."


class About(Panel):
    """A panel with one picture and one sentence about a person, drawn anew when they change.

    Where the answers are too few for a result, it says so instead.
    """

    def __init__(self, person: Person) -> None:
        self.person = person
        self._shown, self._said = Picture(), Sentence()
        super().__init__(())
        person.follow(self._show)

    def draw(self, response: Response) -> tuple[Figure, str] | str:
        """Return the picture of a record and what it shows, or a sentence where there is none.

        It may raise `NotEnoughAnswers`.
        """
        raise NotImplementedError

    def _show(self, response: Response) -> None:
        try:
            drawn = self.draw(response)
        except NotEnoughAnswers as few:
            drawn = f"There's no result to explain yet. {describe_missing(few.missing)}"
        if isinstance(drawn, str):
            self._said.text = drawn
            self.children = (self._said,)
            return
        figure, text = drawn
        if is_example(response):
            figure, text = invented(figure), f"An invented person, as if it were you. {text}"
        self._shown.show(figure, text)
        self.children = (self._shown,)
