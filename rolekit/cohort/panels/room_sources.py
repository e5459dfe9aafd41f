"""Where a facilitator's codes come from: pasted, a store, or a rehearsal.

Each source holds what was `found` there so far, and what its room was `shown`.
"""

from collections.abc import Collection
from dataclasses import replace
from typing import ClassVar

import ipywidgets
import traitlets

from rolekit.base.ui.panel import row
from rolekit.base.ui.sentence import Sentence
from rolekit.cohort.invented import rehearsal
from rolekit.cohort.room import Reveal, Room
from rolekit.errors import StoreError
from rolekit.record.read_codes import CodesRead, collect
from rolekit.record.stores import Kept

NOTHING = CodesRead((), duplicates=0, conflicts=0, damaged=())
MOST_INVENTED = 2000  # people in a rehearsal: more than any room, and quick to draw
SEED = 8  # of the invented people, who are the same in every rehearsal


def together(earlier: CodesRead, later: CodesRead) -> CodesRead:
    """Return what was found in two places, of which the later one counts.

    >>> print(together(replace(NOTHING, conflicts=1), replace(NOTHING, conflicts=2)))
    0 counted, 3 conflicts
    """
    both = collect([*earlier.responses, *later.responses])
    return replace(
        both,
        duplicates=earlier.duplicates + later.duplicates + both.duplicates,
        conflicts=earlier.conflicts + later.conflicts + both.conflicts,
        damaged=(*earlier.damaged, *later.damaged),
    )


class Source(ipywidgets.VBox):
    """One source of codes.

    `found` is what was found there so far, `shown` what the room was shown of it, `session` the
    name of the session; `turn` counts how often one of them has changed.
    """

    is_invented: ClassVar[bool] = False
    turn = traitlets.Int()
    found, session, shown = NOTHING, "", Reveal()
    _said: Sentence  # beside its controls
    _version = 0  # of what was shown, where it is kept

    def begin(self) -> None:
        """Begin to look, where it looks by itself."""

    def end(self) -> None:
        """Look no more."""

    def show(self, room: Room, rounds: Collection[int]) -> Reveal:
        """Return what may be shown of a room in these rounds and those shown before.

        It is kept with the source first. Where another panel was faster, it is gone on from there:
        else the two could differ by one person.
        """
        while True:
            allowed = self.shown.redrawn(room.of(self.shown.rounds | {*rounds}))
            if allowed == self.shown or not allowed.rounds:
                return allowed
            try:
                if not self._keep(allowed):
                    self._take(self._kept())
                    continue
            except StoreError as problem:
                self._tell(str(problem))
            self._version, self.shown = self._version + 1, allowed
            return allowed

    def _take(self, kept: Kept) -> None:
        """Go on from what was shown before, here or elsewhere."""
        if kept.version != self._version:
            self._version, self.shown = kept.version, Reveal.from_text(kept.text)

    def _find(self, found: CodesRead) -> None:
        self.found = found
        self.turn += 1

    def _keep(self, reveal: Reveal) -> bool:
        """Keep what is about to be shown; return False where another panel was faster."""
        return True

    def _kept(self) -> Kept:
        return Kept()

    def _tell(self, problem: str) -> None:
        """Say what is wrong."""
        self._said.text = problem


class Rehearsed(Source):
    """Invented people, as many as one likes, to practise with."""

    is_invented = True

    def __init__(self, people: int) -> None:
        self._people = ipywidgets.BoundedIntText(
            value=people,
            min=0,
            max=MOST_INVENTED,
            description="Invented people",
        )
        self._said = Sentence(
            text="A rehearsal: nobody gave these answers. Add one or two at a time, and see when "
            "the picture changes."
        )
        super().__init__([row(self._people, self._said)])
        self._people.observe(lambda _: self._invent(), "value")
        self._invent()

    def _invent(self) -> None:
        responses = rehearsal(self._people.value, SEED).responses
        self._find(replace(NOTHING, responses=responses))


def in_a_folder(source: Source) -> str:
    """Put what was found, and what was shown of it, into a folder store; return its address.

    The folder is beside the notebook, named after the session, and may be there already. Raises
    `StoreError` where that cannot be.
    """
    from rolekit.cohort.door import folder_of, store_at

    where = str(folder_of(source.session))
    store = store_at(where, source.session)
    known = {(one.id, one.round) for one in store.responses()}
    for response in source.found.responses:
        if (response.id, response.round) not in known:
            store.add(response)
    if source.shown.rounds and not store.revealed().version:
        store.reveal(Kept(1, source.shown.to_text()))
    return where
