"""Why a person is where they are: a panel for each of the questions that notebook 03 asks."""

import ipywidgets

from rolekit.base.plot.figure import Figure
from rolekit.base.ui.choice import Choice
from rolekit.base.ui.panel import button, row
from rolekit.measure import words
from rolekit.measure.example import is_example
from rolekit.measure.explain import explain, other_weightings
from rolekit.measure.figures.flips import flips
from rolekit.measure.figures.how_sure import how_sure
from rolekit.measure.figures.pulls import pulls
from rolekit.measure.figures.resembling import resembling
from rolekit.measure.figures.spectrum import spectrum
from rolekit.measure.panels.person import About, Person
from rolekit.measure.placement import place, place_or_none
from rolekit.measure.resemblance import resemblance
from rolekit.measure.twelve_more import twelve_more
from rolekit.record.instrument import SIDES, load_instrument
from rolekit.record.response import Response


class Pulls(About):
    """What each kind of work adds to lean; a person guesses first which one adds most."""

    def __init__(self, person: Person) -> None:
        facets = (facet for side in SIDES for facet in load_instrument().facets_of(side))
        self._ids = {facet.name: facet.id for facet in facets}
        options = ["Choose one", *self._ids]
        self._choice = Choice(label="Kind of work", options=options, value="Choose one")
        question = "Before you look: which kind of work pulls you hardest, to either side?"
        guess = button("This is my guess", lambda: self._uncover(self._choice.value))
        skip = button("Skip", lambda: self._uncover(""))
        self._asked = ipywidgets.VBox(
            [ipywidgets.HTML(f"<b>{question}</b>"), row(self._choice, guess, skip)]
        )
        self._asked.add_class("rk-cover")
        self._asked_for: int | None = None  # the id of the person who is asked
        super().__init__(person)

    def draw(self, response: Response) -> tuple[Figure, str] | str:
        """Draw the sum."""
        explanation = explain(response.answers)
        text = words.describe_pulls(explanation, self._ids.get(self._guess, ""))
        return (pulls(explanation), text) if any(explanation.whole_points.values()) else text

    def _show(self, response: Response) -> None:
        if response.id != self._asked_for:
            self._asked_for, self._guess, self._covered = response.id, "", True
            self._choice.value = "Choose one"
        if self._covered and place_or_none(response.answers) and not is_example(response):
            self.children = (self._asked,)
        else:
            super()._show(response)

    def _uncover(self, guess: str) -> None:
        if guess != "Choose one":
            self._guess, self._covered = guess, False
            self._show(self.person.response)


class Flips(About):
    """Which answers would have to change, and how far, to bring lean to 0."""

    def draw(self, response: Response) -> tuple[Figure, str] | str:
        """Draw the smallest set of changes."""
        # A lean that rounds to 0 is the very middle in every other panel, and so it is here.
        middle = not round(place(response.answers).lean)
        found = () if middle else explain(response.answers).flips
        return (flips(found), words.describe_flips(found)) if found else words.describe_flips(found)


class HowSure(About):
    """How far a result could be elsewhere: by other work, other weights, more answers."""

    def draw(self, response: Response) -> tuple[Figure, str]:
        """Draw a row of dots for each."""
        answers = response.answers
        placement = place(answers)
        rows = {"if we'd asked about other tasks": placement.dots}
        rows["if the weights were different"] = other_weightings(answers)
        before = place_or_none(answers.short)
        foreseen = twelve_more(answers) if before and answers.form == "short" else None
        if foreseen:
            rows["if you answered twelve more"] = foreseen.leans
        elif before:
            rows["with your first twelve answers"] = before.dots
        share = explain(answers).kept_share
        return (
            how_sure(rows, placement.lean),
            words.describe_sureness(placement, share, foreseen, before),
        )


class Resembles(About):
    """Whose profile has the shape of the person's, with intervals."""

    def draw(self, response: Response) -> tuple[Figure, str] | str:
        """Draw the correlations, the likest first."""
        found = resemblance(response.answers)
        text = words.describe_resemblance(found)
        return (resembling(found), text) if found else text


class SecondLook(About):
    """What in the answers may be worth a second look, told kindly."""

    def draw(self, response: Response) -> str:
        """Say it; there is no picture."""
        notes = [*place(response.answers).notes, *explain(response.answers).notes]
        return " ".join(notes) or (
            "Nothing stands out: no long run of the same answer, and no two answers on one kind of "
            "work that are far apart."
        )


class GuessAndResult(About):
    """The person's own guess beside their answers, siding with neither."""

    def draw(self, response: Response) -> tuple[Figure, str]:
        """Draw both on the strip."""
        placement = place(response.answers)
        text = words.describe_guess(placement, response.guess)
        return spectrum(placement, response.guess), text
