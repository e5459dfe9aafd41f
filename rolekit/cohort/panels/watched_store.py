"""A store as a room's source, at an address that is given or asked for.

An address may hold a password, so it is never shown again.
"""

from typing import NamedTuple

import ipywidgets

from rolekit.base.ui.panel import button, row
from rolekit.base.ui.sentence import Sentence
from rolekit.cohort.panels.room_sources import NOTHING, Source
from rolekit.cohort.panels.store_watch import StoreWatch
from rolekit.cohort.room import Reveal
from rolekit.errors import StoreError
from rolekit.record.open_store import open_store
from rolekit.record.read_codes import CodesRead
from rolekit.record.stores import Kept, Store

ASK = "Say where it is, and press Enter."
ACCOUNT = (
    "Reading takes the account, or the address, with which the cohort was set up: that of "
    "participants can only hand in. The page goes on trying."
)
KEPT = "What was read before still counts."
UNWRITABLE = "But nobody can hand in there ({}): let people send you their codes, and paste them."


class StoreLook(NamedTuple):
    """What was seen in a store: its codes, its session, what was shown, why nobody can hand in."""

    found: CodesRead
    session: str
    kept: Kept
    unwritable: str


class WatchedStore(Source):
    """A store that is watched, at an address that is given or asked for."""

    def __init__(self, where: str = "", field: ipywidgets.Text | None = None) -> None:
        self._where, self._field = where, field
        self._store: Store | None = None
        self._watch: StoreWatch[StoreLook] | None = None
        self._said = Sentence()
        look = button("Look now", self.begin)
        super().__init__([row(*([field] if field else []), look, self._said)])
        if field:
            field.observe(lambda _: self.begin(), "value")

    @property
    def where(self) -> str:
        """The address of the store; "" until there is one."""
        return self._where

    def take(self, where: str) -> None:
        """Look at the store at another address."""
        if self._field:
            self._field.value = where

    def begin(self) -> None:
        """Look at the store, and go on looking."""
        self.end()
        if self._field and self._field.value.strip() != self._where:
            self._where, self._store = self._field.value.strip(), None
            self._version, self.shown, self.session = 0, Reveal(), ""
            self._find(NOTHING)
        if not self._where:
            self._said.text = ASK
            return
        try:
            self._store = store = open_store(self._where)
        except StoreError as problem:
            self._said.text = str(problem)
            return
        self._said.text = "Looking ..."
        # Whether people can hand in is asked once: it takes writing something, and taking it back.
        asked: list[str] = []

        def read() -> StoreLook:
            found, session, kept = store.read(), store.session(), store.revealed()
            asked.append(asked[0] if asked else store.unwritable())
            return StoreLook(found, session, kept, asked[0])

        self._watch = StoreWatch(store.watch, read, self._see)

    def end(self) -> None:
        """Look no more."""
        if self._watch:
            self._watch.stop()
            self._watch = None

    def _see(self, seen: StoreLook | StoreError) -> None:
        if isinstance(seen, StoreError):
            kept = [KEPT] if self.found.responses else []
            self._tell(" ".join([str(seen), ACCOUNT, *kept]))
            return
        if seen.session != self.session:  # where another one was begun, nothing was shown yet
            self.session, self._version = seen.session, -1
        self._said.text = " ".join(
            [
                f"Session: {seen.session}." if seen.session else "Read.",
                UNWRITABLE.format(seen.unwritable)
                if seen.unwritable
                else "New codes are counted within seconds.",
            ]
        )
        try:
            self._take(seen.kept)
        except StoreError as problem:
            self._tell(str(problem))
        self._find(seen.found)

    def _keep(self, reveal: Reveal) -> bool:
        assert self._store is not None  # what is shown was found in it
        return self._store.reveal(Kept(self._version + 1, reveal.to_text()))

    def _kept(self) -> Kept:
        assert self._store is not None
        return self._store.revealed()
