"""An earlier response code beside today's: position, kinds of work, and what has changed."""

import ipywidgets

from rolekit.base.page import table
from rolekit.base.sentences import rounded
from rolekit.base.ui.panel import Panel
from rolekit.base.ui.sentence import Sentence
from rolekit.errors import NotEnoughAnswers
from rolekit.measure.panels.person import Person
from rolekit.measure.placement import place
from rolekit.measure.words import describe_change, describe_missing
from rolekit.record.answers import Answers
from rolekit.record.instrument import load_instrument
from rolekit.record.panels.code_entry import code_entry
from rolekit.record.response import Response

FIRST = "Paste your response code at the top of this notebook, and then an earlier one here."
HEADS = ("", "then", "now", "change")


class ThenAndNow(Panel):
    """A field for an earlier code, and a table of what it and the person's own say."""

    def __init__(self, person: Person) -> None:
        self._person, self._earlier = person, Answers()
        self._said, self._table = Sentence(), ipywidgets.HTML()
        entry = code_entry("An earlier response code", "Compare", self._take)
        super().__init__([entry, self._said, self._table])
        person.follow(lambda _: self._show())

    def _take(self, response: Response) -> str:
        self._earlier = response.answers
        self._show()
        return ""

    def _show(self) -> None:
        self._table.value, self._said.text = "", FIRST if self._person.is_example else ""
        now = self._person.response.answers
        if self._person.is_example or not len(self._earlier):
            return
        try:
            self._said.text = describe_change(place(self._earlier), place(now))
        except NotEnoughAnswers as few:
            self._said.text = f"One of the two has no result yet. {describe_missing(few.missing)}"
        else:
            self._table.value = table(HEADS, _rows(self._earlier, now))


def _rows(then: Answers, now: Answers) -> list[tuple[str, ...]]:
    """Return the rows of the table: the kinds of work, what has changed most first."""
    rows = []
    for facet in load_instrument().facets:
        scores = [answers.by_facet.get(facet.id) for answers in (then, now)]
        known = [rounded(score) for score in scores if score is not None]
        gap = known[1] - known[0] if len(known) == len(scores) else 0
        shown = ["not answered" if score is None else str(rounded(score)) for score in scores]
        change = f"{gap:+}".replace("-", "\N{MINUS SIGN}") if gap else ""
        rows.append((abs(gap), (facet.name, *shown, change)))
    return [row for _, row in sorted(rows, key=lambda row: -row[0])]
