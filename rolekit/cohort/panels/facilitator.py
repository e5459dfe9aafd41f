"""The facilitator's panel: collect, hide, reveal, discuss.

Codes come from one of several sources and are counted as they come, in words; beside a store the
codes of people who could not reach it can be pasted. Nothing else is shown until the facilitator
reveals it, each round by itself. From then on the pictures follow the room, but only as
`rolekit.cohort.Reveal` allows: of few people nothing, and nothing anew for one or two who came
late. What was shown is kept with the source, so hiding, running the notebook again or asking a
second facilitator tells no more.
"""

import os
from pathlib import Path

import ipywidgets

from rolekit.base.sentences import counted
from rolekit.base.ui.choice import Choice
from rolekit.base.ui.panel import Panel, button, row
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.cohort.panels.damaged_codes import damaged_html
from rolekit.cohort.panels.pasted_codes import Pasted
from rolekit.cohort.panels.phones_in import PhonesIn
from rolekit.cohort.panels.room_exports import RoomExports
from rolekit.cohort.panels.room_pictures import room_pictures
from rolekit.cohort.panels.room_sources import Rehearsed, Source, in_a_folder, together
from rolekit.cohort.panels.wall import Wall
from rolekit.cohort.panels.watched_store import WatchedStore
from rolekit.cohort.room import Reveal, Room
from rolekit.cohort.shown import Shown
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

    def __init__(self, where: str | Path | None = None) -> None:
        given = str(where or os.environ.get(VARIABLE) or "")
        self._beside = Pasted(has_file=False)
        self._sources: dict[str, Source] = {HERE: WatchedStore(given)} if given else {}
        self._sources |= {
            PASTE: Pasted(has_file=True),
            FOLDER: WatchedStore(field=_field(ipywidgets.Text, "Folder", "/shared/room")),
            DATABASE: WatchedStore(
                field=_field(ipywidgets.Password, "Address", "postgresql:// ...")
            ),
            REHEARSAL: Rehearsed(INVENTED),
        }
        self._session, self._revealed, self._drawn = "", False, Reveal()
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
        self._wall = Wall(type(self).__name__.lower())
        self._phones = PhonesIn(type(self).__name__.lower(), self._letter_box)
        self._notes = Sentence()
        self._pictures: list[Picture] = []
        self._exports = RoomExports()
        super().__init__([])
        if self._phones.address:
            self._watch(self._phones.where)
        self._choice.observe(lambda change: self._choose(change["old"]), "value")
        self._phones.observe(lambda _: self._show_way_in(), "address")
        self._show_way_in()
        for source in (*self._sources.values(), self._beside):
            source.observe(lambda _: self._count(), "turn")
        self._count()
        self._source.begin()

    def close(self) -> None:
        """Look at no store any more, and leave the page."""
        for source in self._sources.values():
            source.end()
        self._phones.shut()
        super().close()

    @property
    def counted(self) -> str:
        """What was found so far, in words."""
        return str(self._counted.text)

    @property
    def shown(self) -> Shown | None:
        """What the room sees now; None while everything is hidden."""
        return self._source.shown.picture if self._revealed else None

    def reveal(self) -> None:
        """Show the room to itself, as far as that may be: what was shown before, or the next round.

        So a round that has come meanwhile takes a reveal of its own.
        """
        is_new = self._revealed or not self._source.shown.rounds
        self._revealed = True
        self._count(is_new)

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
            return together(self._source.found, self._beside.found)
        return self._source.found

    def _letter_box(self) -> str:
        """Return where phones hand in; without a store, make a folder and go on from it."""
        if isinstance(self._source, WatchedStore) and self._source.where:
            return self._source.where
        where = in_a_folder(self._source)
        self._watch(where)
        return where

    def _watch(self, where: str) -> None:
        """Let codes come from a store."""
        here = self._sources.get(HERE)
        is_here = isinstance(here, WatchedStore) and here.where == where
        name = HERE if is_here else DATABASE if "://" in where else FOLDER
        source = self._sources[name]
        assert isinstance(source, WatchedStore)
        source.take(where)
        self._choice.value = name

    def _show_way_in(self) -> None:
        """Show on the wall how to come in, while the door is open."""
        phones = self._phones
        self._wall.door = [phones.address, phones.picture] if phones.address else []

    def _choose(self, before: str) -> None:
        self._sources[before].end()
        if self._phones.address:  # what comes in there would not be counted
            self._phones.shut()
        self._revealed = False
        self._count()
        self._source.begin()

    def _count(self, opens: bool = False) -> None:
        """Bring the page in line with what was found, and open the next round if that is asked."""
        found, source = self._found, self._source
        room = Room(found.responses, synthetic=source.is_invented)
        self._counted.text = f"{found}."
        self._rounds.text = _rounds(room)
        self._damaged.value = damaged_html(found.damaged)
        self._wall.lines = [self._counted.text, self._rounds.text]
        if source.session != self._session:  # another room
            self._session, self._revealed = source.session, False
        if self._revealed:
            reveal = source.show(room, source.shown.waiting(room)[:1] if opens else ())
            self._revealed = bool(reveal.rounds)
        if self._revealed:
            if reveal != self._drawn:
                self._draw(reveal.picture)
                self._drawn = reveal
        else:
            # A picture that left the page would come back empty: the next ones are new.
            self._exports.picture, self._pictures, self._drawn = None, [], Reveal()
            self._wall.pages = []
        shown = source.shown
        waiting, again = shown.waiting(room), shown.redrawn(room.of(shown.rounds)).rounds
        can_reveal = bool(waiting or (again and not self._revealed))
        self._state.text = self._told(room, can_reveal)
        is_second = self._revealed and waiting == [2]
        self._reveal.description = "Reveal the second round" if is_second else "Reveal"
        self._reveal.disabled = not can_reveal
        self._hide.disabled = not self._revealed
        below = [self._notes, *self._pictures, self._exports] if self._revealed else []
        self.children = (
            self._above,
            source,
            *([] if source.is_invented else [self._phones]),
            *([self._beside] if isinstance(source, WatchedStore) else []),
            self._counted,
            self._rounds,
            self._damaged,
            self._buttons,
            self._wall,
            *below,
        )

    def _told(self, room: Room, can_reveal: bool) -> str:
        """Return what is hidden or shown, and what it takes to change that."""
        if not self._revealed:
            if can_reveal:
                return "Everything is hidden until you press Reveal."
            return f"Nothing can be shown yet: it takes {_complete(Reveal(), room)}."
        shown = self._source.shown
        told = f"Revealed. The pictures change after {_complete(shown, room.of(shown.rounds))}."
        if can_reveal:
            return f"{told} The next round is hidden until you reveal it."
        second = room.of({2} - shown.rounds)
        if second.responses:
            return f"{told} The second round is hidden, and takes {_complete(Reveal(), second)}."
        return told

    def _draw(self, picture: Shown) -> None:
        """Draw what may be shown."""
        drawn = room_pictures(picture)
        kept = self._pictures[: len(drawn)]
        for place, one in zip(kept, drawn, strict=False):
            place.show(one.figure, one.text)
        made = [Picture(one.figure, one.text) for one in drawn[len(kept) :]]
        self._pictures = kept + made
        for place, one in zip(self._pictures, drawn, strict=True):
            place.name = one.name
        self._wall.show(drawn)
        self._notes.text = " ".join(picture.notes)
        self._exports.session = self._source.session
        self._exports.picture = picture


class Rehearsal(Facilitator):
    """The facilitator's panel with invented people, to practise with before a workshop."""

    def _first(self, given: str) -> str:
        return REHEARSAL


def _field(kind: type[ipywidgets.Text], label: str, example: str) -> ipywidgets.Text:
    return kind(description=label, placeholder=example, continuous_update=False)


def _complete(shown: Reveal, room: Room) -> str:
    return counted(shown.more_needed(room), "more complete response")


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
