"""Enjoyed: what you said you like, beside what you liked doing."""

from __future__ import annotations

from rolekit.base.ui.panel import Panel
from rolekit.base.ui.picture import Picture
from rolekit.record.answers import Answers
from rolekit.record.panels.code_entry import code_entry
from rolekit.record.panels.hand_over import HandOver
from rolekit.record.response import Response
from rolekit.weather.enjoyment import compare
from rolekit.weather.figures import enjoyed
from rolekit.weather.panels.rate import Rate
from rolekit.weather.panels.stand_in import PICTURES
from rolekit.weather.words import describe_enjoyed


class Enjoyed(Panel):
    """Follows the ratings of both half-days, and takes a code with the answers of before.

    >>> Enjoyed(Rate("morning"), Rate("afternoon"))
    Enjoyed()
    """

    picture, picture_text = PICTURES["Enjoyed"]

    def __init__(self, *rates: Rate) -> None:
        """Take the ratings to follow."""
        self._rates, self._answers = rates, Answers()
        self._shown = Picture()
        self._kept = HandOver(self._use)
        entry = code_entry("Your response code", "Use my code", self._take)
        super().__init__([self._kept, entry, self._shown])
        for rate in rates:
            rate.observe(lambda _: self._show(), "ratings")
        self._show()

    def _use(self, response: Response | None) -> None:
        self._answers = response.answers if response else Answers()
        self._show()

    def _take(self, response: Response) -> str:
        self._kept.choice = "pasted"
        self._use(response)
        return f"Read, with {len(response.answers)} answers."

    def _show(self) -> None:
        ratings = {name: value for rate in self._rates for name, value in rate.ratings.items()}
        found = compare(ratings, self._answers)
        self._shown.show(enjoyed(found), describe_enjoyed(found))
