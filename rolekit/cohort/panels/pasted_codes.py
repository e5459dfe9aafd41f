"""Codes that a facilitator pastes.

Of what is pasted only the codes are kept, and the field never shows it: a chat has names beside
them, and the page may be on a wall.
"""

from collections import Counter
from dataclasses import replace
from datetime import date

import ipywidgets

from rolekit.base.ui.panel import button, row
from rolekit.base.ui.paste_box import PasteBox
from rolekit.base.ui.start_over import StartOver
from rolekit.cohort.panels.room_sources import NOTHING, Source, together
from rolekit.cohort.room import Reveal
from rolekit.cohort.room_file import RoomFile
from rolekit.errors import StoreError
from rolekit.record.read_codes import CodesRead, Damaged, DamagedRecord, read_codes
from rolekit.record.stores import Kept

FORGOTTEN = "Forgotten. You can undo that until something new is added."


class Pasted(Source):
    """A field into which a chat, a mail or a form's table is pasted, as often as there is more.

    What is the room's own source has a file that is named after the session; what is only pasted
    beside a store has none.
    """

    def __init__(self, has_file: bool) -> None:
        self._pastes, self._file = 0, RoomFile("")
        self._forgotten = NOTHING
        self._box = PasteBox(
            label="Paste here",
            help="What you were sent: a code, a chat, an email, a table. It is read at once.",
            button="Add these codes",
            lines=2,
            at_once=True,
        )
        self._start_over = StartOver(self._pasted, self._forget)
        self._said = self._start_over.said
        self._undo = button("Undo", self._bring_back)
        self._name = ipywidgets.Text(
            value=date.today().isoformat(), description="Session", continuous_update=False
        )
        self._has_file = has_file
        super().__init__([*([row(self._name)] if has_file else []), self._box, self._start_over])
        self._box.observe(lambda _: self._add(), "sent")
        if has_file:
            self._name.observe(lambda _: self._open(), "value")
            self._open()

    def _open(self) -> None:
        """Go on from the file of the session."""
        self.session = self._name.value.strip() or date.today().isoformat()
        self._file, self._forgotten, self._version = RoomFile(self.session), NOTHING, -1
        found = NOTHING
        try:
            found = replace(NOTHING, responses=self._file.responses())
            self._take(self._file.revealed())
        except StoreError as problem:
            self._tell(str(problem))
        else:
            again = f"Read again from {self._file.path}: {found}."
            self._said.text = again if found.responses else ""
        self._find(found)

    def _add(self) -> None:
        text, is_too_long = self._box.text, self._box.is_too_long
        self._box.text = ""
        if is_too_long:
            self._said.text = f"Too long: {self._box.most:,} characters at the most."
            return
        if not text.strip():
            self._said.text = "There is nothing in the field yet."
            return
        self._pastes += 1
        new = read_codes(text)
        self._start_over.reset()
        self._said.text = f"Read: {new}. Only the codes are kept of it."
        self._hold(self._together(new))

    def _pasted(self) -> str:
        is_empty = not (self.found.responses or self.found.damaged)
        return "" if is_empty else f"what was pasted ({self.found})"

    def _forget(self) -> None:
        self._forgotten, self._said.text = self.found, FORGOTTEN
        self._start_over.offer(self._undo)
        self._hold(NOTHING)

    def _bring_back(self) -> None:
        self._start_over.reset()
        self._hold(self._forgotten)

    def _hold(self, found: CodesRead) -> None:
        """Hold what was found, in the file first."""
        if self._has_file:
            try:
                self._file.keep(found.responses)
            except StoreError as problem:
                self._tell(str(problem))
        self._find(found)

    def _keep(self, reveal: Reveal) -> bool:
        return self._file.reveal(Kept(self._version + 1, reveal.to_text()))

    def _kept(self) -> Kept:
        return self._file.revealed()

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
