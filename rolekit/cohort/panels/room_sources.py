"""Where a facilitator's codes come from: pasted, a store, or a rehearsal.

Each source holds what was `found` there so far. Of what is pasted only the codes are kept, and the
field is emptied at once: a chat has names beside them, and the page may be on a wall. An address
may hold a password, so it is never shown again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import ClassVar

import ipywidgets
import traitlets

from rolekit.base.ui.panel import button, row
from rolekit.base.ui.sentence import Sentence
from rolekit.cohort.invented import rehearsal
from rolekit.cohort.panels.store_watch import StoreWatch
from rolekit.errors import StoreError
from rolekit.record.open_store import open_store
from rolekit.record.read_codes import CodesRead, Damaged, DamagedRecord, collect, read_codes

NOTHING = CodesRead((), duplicates=0, conflicts=0, damaged=())
MOST_INVENTED = 2000  # people in a rehearsal: more than any room, and quick to draw
SEED = 8  # of the invented people, who are the same in every rehearsal

ASK = "Say where it is, and press Enter."
ACCOUNT = (
    "Reading takes the account, or the address, with which the cohort was set up: that of "
    "participants can only hand in. The page goes on trying."
)
KEPT = "What was read before still counts."


def together(earlier: CodesRead, later: CodesRead) -> CodesRead:
    """Return what was found in two places, of which the later one counts.

    >>> print(together(read_codes("ROLE1-40"), NOTHING))
    0 counted, 1 damaged
    """
    both = collect([*earlier.responses, *later.responses])
    return replace(
        both,
        duplicates=earlier.duplicates + later.duplicates + both.duplicates,
        conflicts=earlier.conflicts + later.conflicts + both.conflicts,
        damaged=(*earlier.damaged, *later.damaged),
    )


class Source(ipywidgets.VBox):
    """A place that codes come from; `found` is what was found there so far."""

    is_invented: ClassVar[bool] = False
    found = traitlets.Instance(CodesRead, ((), 0, 0, ()))

    def begin(self) -> None:
        """Begin to look, where it looks by itself."""

    def end(self) -> None:
        """Look no more."""


class Pasted(Source):
    """A field into which a chat, a mail or a form's table is pasted, as often as there is more."""

    def __init__(self) -> None:
        """Start with nothing pasted."""
        self._pastes = 0
        self._field = ipywidgets.Textarea(
            description="Paste here",
            placeholder="What you were sent: one code, or a whole chat, mail or table",
            rows=4,
        )
        self._said = Sentence()
        super().__init__(
            [
                self._field,
                row(
                    button("Add these codes", self._add),
                    button("Start afresh", self._start_afresh),
                    self._said,
                ),
            ]
        )

    def _add(self) -> None:
        text = self._field.value
        if not text.strip():
            self._said.text = "There is nothing in the field yet."
            return
        self._field.value = ""
        self._pastes += 1
        new = read_codes(text)
        self._said.text = f"Read: {new}. Only the codes are kept of it."
        self.found = self._together(new)

    def _start_afresh(self) -> None:
        self._pastes, self.found, self._field.value = 0, NOTHING, ""
        self._said.text = "Everything that was pasted is forgotten."

    def _together(self, new: CodesRead) -> CodesRead:
        """Return what was found before with what is new, of which the later counts."""
        # The same chat is pasted again when more has come: what was damaged then is damaged still.
        known = Counter(one.text for one in self.found.damaged)
        damaged: list[Damaged | DamagedRecord] = []
        for one in new.damaged:
            known[one.text] -= 1
            if known[one.text] < 0:
                where = one.where if self._pastes == 1 else f"paste {self._pastes}, {one.where}"
                damaged.append(DamagedRecord(where, one.text, one.problem))
        return together(self.found, replace(new, damaged=tuple(damaged)))


class WatchedStore(Source):
    """A store that is watched, at an address that is given or asked for."""

    def __init__(self, where: str = "", field: ipywidgets.Text | None = None) -> None:
        """Take the address, or the field in which it is asked for."""
        self._where, self._field = where, field
        self._watch: StoreWatch | None = None
        self._said = Sentence()
        look = button("Look now", self.begin)
        super().__init__([row(*([field] if field else []), look, self._said)])
        if field:
            field.observe(lambda _: self.begin(), "value")

    def begin(self) -> None:
        """Look at the store, and go on looking."""
        self.end()
        if self._field and self._field.value.strip() != self._where:
            self._where, self.found = self._field.value.strip(), NOTHING
        if not self._where:
            self._said.text = ASK
            return
        try:
            store = open_store(self._where)
        except StoreError as problem:
            self._said.text = str(problem)
            return
        self._said.text = "Looking ..."
        self._watch = StoreWatch(store, self._tell)

    def end(self) -> None:
        """Look no more."""
        if self._watch:
            self._watch.stop()
            self._watch = None

    def _tell(self, found: CodesRead | StoreError) -> None:
        if isinstance(found, StoreError):
            kept = [KEPT] if self.found.responses else []
            self._said.text = " ".join([str(found), ACCOUNT, *kept])
            return
        self.found = found
        self._said.text = "Read. New codes are counted within seconds."


class Rehearsed(Source):
    """Invented people, as many as one likes, to practise with."""

    is_invented = True

    def __init__(self, people: int) -> None:
        """Start with so many people."""
        self._people = ipywidgets.BoundedIntText(
            value=people,
            min=0,
            max=MOST_INVENTED,
            description="Invented people",
        )
        said = Sentence(
            text="A rehearsal: nobody gave these answers. Add one or two at a time, and see when "
            "the picture changes."
        )
        super().__init__([row(self._people, said)])
        self._people.observe(lambda _: self._invent(), "value")
        self._invent()

    def _invent(self) -> None:
        responses = rehearsal(self._people.value, SEED).responses
        self.found = replace(NOTHING, responses=responses)
