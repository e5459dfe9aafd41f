"""The facilitator's panel: collect, hide, reveal, discuss.

Codes come from one of several sources and are counted as they come, in words; beside a store the
codes of those who could not reach it can be pasted. Nothing else is shown
until the facilitator reveals it. From then on the pictures follow the room, but only as
`rolekit.cohort.Reveal` allows: of few people nothing, and nothing anew for one or two who came
late. What was shown is remembered while it is hidden, and when the source changes, so that hiding
and revealing again tells no more.
"""

from __future__ import annotations

import os
from pathlib import Path

import ipywidgets

from rolekit.base.sentences import counted
from rolekit.base.ui.choice import Choice
from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.cohort.panels.damaged_codes import damaged_html
from rolekit.cohort.panels.room_exports import RoomExports
from rolekit.cohort.panels.room_pictures import room_pictures
from rolekit.cohort.panels.room_sources import Pasted, Rehearsed, Source, WatchedStore, together
from rolekit.cohort.room import Reveal, Room, Shown
from rolekit.record.open_store import VARIABLE
from rolekit.record.read_codes import CodesRead

PASTE, FOLDER, DATABASE, REHEARSAL = (
    "codes that I paste",
    "a folder",
    "a database",
    "a rehearsal with invented people",
)
HERE = "the cohort that is set up here"
INVENTED = 24  # people in a rehearsal, at first


class Facilitator(Panel):
    """The panel with which a facilitator collects codes and shows the room to itself.

    Parameters
    ----------
    where : str or Path, optional
        The store to begin with, as in `rolekit.cohort.open_store`; without it, the one that the
        environment variable `ROLEKIT_COHORT` names; without that, codes are pasted.

    >>> Facilitator().counted
    '0 counted.'
    """

    picture = "08-facilitator.png"
    picture_text = (
        "The facilitator's panel as it opens: a list of where the codes come from, a field for "
        "pasting them with the buttons Add these codes and Start afresh, the words 0 counted, and "
        "the buttons Reveal and Hide. Choose Run, Run All Cells to use it."
    )

    def __init__(self, where: str | Path | None = None) -> None:
        """Begin with a store, or with pasting."""
        given = str(where or os.environ.get(VARIABLE) or "")
        self._pasted = Pasted()
        self._sources: dict[str, Source] = {HERE: WatchedStore(given)} if given else {}
        self._sources |= {
            PASTE: self._pasted,
            FOLDER: WatchedStore(field=_field(ipywidgets.Text, "Folder", "/shared/room")),
            DATABASE: WatchedStore(
                field=_field(ipywidgets.Password, "Address", "postgresql:// ...")
            ),
            REHEARSAL: Rehearsed(INVENTED),
        }
        # What was shown of real people, and of invented ones.
        self._reveals = {False: Reveal(), True: Reveal()}
        self._revealed = False
        self._choice = Choice(
            label="Codes come from", options=list(self._sources), value=self._first(given)
        )
        self._counted, self._rounds, self._state = Sentence(), Sentence(), Sentence()
        self._counted.add_class("rk-counted")
        self._damaged = ipywidgets.HTML()
        self._reveal, self._hide = button("Reveal", self.reveal), button("Hide", self.hide)
        self._reveal.add_class("rk-reveal")
        # Made once: a page that is given another row draws everything below it anew.
        self._above = row(self._choice)
        self._buttons = row(self._reveal, self._hide, self._state)
        self._notes = Sentence()
        self._pictures: list[Picture] = []
        self._exports = RoomExports()
        super().__init__([])
        self._choice.observe(lambda change: self._choose(change["old"]), "value")
        for source in self._sources.values():
            source.observe(lambda _: self._count(), "found")
        self._count()
        self._source.begin()

    def close(self) -> None:
        """Look at no store any more, and leave the page."""
        for source in self._sources.values():
            source.end()
        super().close()

    @property
    def counted(self) -> str:
        """What was found so far, in words."""
        return str(self._counted.text)

    @property
    def shown(self) -> Shown | None:
        """What the room sees now; None while everything is hidden."""
        return self._reveals[self._source.is_invented].picture if self._revealed else None

    def reveal(self) -> None:
        """Show the room to itself, as far as that may be."""
        self._revealed = True
        self._count()

    def hide(self) -> None:
        """Hide everything again; counting goes on."""
        self._revealed = False
        self._count()

    def _first(self, given: str) -> str:
        return HERE if given else PASTE

    @property
    def _source(self) -> Source:
        return self._sources[self._choice.value]

    @property
    def _found(self) -> CodesRead:
        """What was found at the source, and what was pasted by those who could not reach it."""
        if isinstance(self._source, WatchedStore):
            return together(self._source.found, self._pasted.found)
        return self._source.found

    def _choose(self, before: str) -> None:
        self._sources[before].end()
        self._revealed = False
        self._count()
        self._source.begin()

    def _count(self) -> None:
        """Bring the page in line with what was found."""
        found, is_invented = self._found, self._source.is_invented
        room = Room(found.responses, synthetic=is_invented)
        self._counted.text = f"{found}."
        self._rounds.text = _rounds(room)
        self._damaged.value = damaged_html(found.damaged)
        allowed = self._reveals[is_invented].redrawn(room)
        is_something = bool(allowed.picture.before or allowed.picture.after)
        self._revealed = self._revealed and is_something
        if self._revealed:
            if allowed != self._reveals[is_invented] or not self._exports.picture:
                self._reveals[is_invented] = allowed
                self._draw(allowed.picture)
        else:
            # A picture that left the page would come back empty: the next ones are new.
            self._exports.picture, self._pictures = None, []
        self._state.text = self._told(room, is_something)
        self._reveal.disabled = self._revealed or not is_something
        self._hide.disabled = not self._revealed
        below = [self._notes, *self._pictures, self._exports] if self._revealed else []
        self.children = (
            self._above,
            self._source,
            *([self._pasted] if isinstance(self._source, WatchedStore) else []),
            self._counted,
            self._rounds,
            self._damaged,
            self._buttons,
            *below,
        )

    def _told(self, room: Room, is_something: bool) -> str:
        """Return what is hidden or shown, and what it takes to change that."""
        if self._revealed:
            more = _complete(self._reveals[room.synthetic].more_needed(room))
            return f"Revealed. The pictures change after {more}."
        if is_something:
            return "Everything is hidden until you press Reveal."
        more = _complete(Reveal().more_needed(room))
        return f"Nothing can be shown yet: it takes {more}."

    def _draw(self, picture: Shown) -> None:
        """Draw what may be shown."""
        drawn = room_pictures(picture)
        self._pictures = (self._pictures + [Picture() for _ in drawn])[: len(drawn)]
        for place, (figure, text) in zip(self._pictures, drawn, strict=True):
            place.show(figure, text)
        self._notes.text = " ".join(picture.notes)
        self._exports.picture = picture


class Rehearsal(Facilitator):
    """The facilitator's panel with invented people, to practise with before a workshop."""

    picture = "08-rehearsal.png"
    picture_text = (
        "A rehearsal after Reveal was pressed: 24 invented people, counted before the discussion "
        "and after it; then the line from analytics to engineering with a dot for each and the "
        "mean with its interval, once for each round, and the map. Every picture bears the words "
        "REHEARSAL: INVENTED PEOPLE. Choose Run, Run All Cells to use it."
    )

    def _first(self, given: str) -> str:
        return REHEARSAL


def _field(kind: type[ipywidgets.Text], label: str, example: str) -> ipywidgets.Text:
    return kind(description=label, placeholder=example, continuous_update=False)


def _complete(more: int) -> str:
    return f"{counted(more, 'more complete response')}"


def _rounds(room: Room) -> str:
    """Return how many responses of which round were counted, and who is in no picture."""
    before, after = (sum(r.round == n for r in room.responses) for n in (1, 2))
    if not before + after:
        return ""
    told = f"{before} before the discussion, {after} after it."
    if left_out := room.incomplete(1) + room.incomplete(2):
        what = "leaves" if left_out == 1 else "leave"
        are = "is" if left_out == 1 else "are"
        told += f" {left_out} of them {what} a kind of work out and {are} in no picture."
    return told
