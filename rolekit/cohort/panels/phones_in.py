"""Letting phones in: a door that the facilitator opens, shows and closes.

Before it opens, it says what becomes visible to whom, and asks at which of this computer's
addresses it is to be. While it is open, its address is there as a picture for cameras and in
letters, and when nobody comes within a minute, what may be in the way. A notebook that is run again
makes its panels anew: the new one takes over the door that is open, for phones have its address.
"""

import asyncio
import sys
import time
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, ClassVar

import ipywidgets
import traitlets

from rolekit.base.ui.choice import Choice
from rolekit.base.ui.panel import button, row
from rolekit.base.ui.sentence import Sentence
from rolekit.cohort.panels.phones_help import NOBODY, OTHER_WAYS
from rolekit.errors import RolekitError
from rolekit.record.qr import qr_of

if TYPE_CHECKING:  # what it needs is not everywhere
    from rolekit.cohort.door import Door
    from rolekit.cohort.door.addresses import Address

QUIET = 60  # seconds without a phone, after which something may be in the way
ALT = "A QR picture of the address, for the phones' cameras."
IN_A_BROWSER = "This notebook runs in your browser, which can't let phones in. See the ways below."
MISSING = 'Letting phones in needs {}. In a new cell, run: %pip install "rolekit[all]"'
ALONE = "Only this computer can open it. To let phones in, close it and choose another address."
HOURS = "It closes by itself after four hours."
CLOSED = "The door is closed: nobody comes in any more."
ENDED = "The door closed by itself after four hours."


class PhonesIn(ipywidgets.VBox):
    """The button that lets phones in, and what it takes.

    `name` tells the panels of a page apart, `ready` gives the address of the store that phones hand
    in to, `clock` seconds. `address` is where the page is, "" while the door is closed; `picture`
    is its QR picture, and `where` that of the store.
    """

    address = traitlets.Unicode()
    where, picture = "", ""
    _latest: ClassVar[dict[str, "PhonesIn"]] = {}

    def __init__(
        self, name: str, ready: Callable[[], str], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._ready, self._clock, self._since = ready, clock, 0.0
        self._door: Door | None = None
        self._task: asyncio.Task[None] | None = None
        self._said, self._visible = Sentence(), Sentence()
        self._seen, self._help = ipywidgets.HTML(), ipywidgets.HTML()
        self._ask, self._shut = (
            button("Let phones in", self.ask),
            button("Close the door", self.shut),
        )
        self._not_now = button("Not now", self.shut)
        self._closed, self._other_ways = row(self._ask, self._said), ipywidgets.HTML(OTHER_WAYS)
        super().__init__([self._closed])
        self.add_class("rk-phones")
        before, self._latest[name] = self._latest.get(name), self
        if before and before.address:
            self._door, self.where, self._since = before._door, before.where, before._since
            before._stop()
            self._show_door()

    def ask(self) -> None:
        """Say what becomes visible to whom, and ask where the door is to be."""
        if sys.platform == "emscripten":
            self._said.text = IN_A_BROWSER
            self._show(self._closed, self._other_ways)
            return
        try:
            from rolekit.cohort.door import VISIBLE
            from rolekit.cohort.door.addresses import addresses
        except ModuleNotFoundError as missing:
            self._said.text = MISSING.format(missing.name)
            return
        self._places = {one.label: one for one in addresses()}
        first, *_ = self._places
        self._choice = Choice(
            label="Phones reach this computer at", options=list(self._places), value=first
        )
        self._choice.observe(lambda _: self._warn(), "value")
        self._open = button("Open the door", self.let_in)
        self._visible.text, self._said.text = VISIBLE, ""
        asked = row(self._choice, self._open, self._not_now, self._said)
        self._show(self._visible, asked, self._other_ways)

    def let_in(self) -> None:
        """Open the door at the address that is chosen."""
        from rolekit.cohort.door import Door, store_at
        from rolekit.page.build import page_files

        try:
            where = self._ready()
            if self._door is None or where != self.where:
                self._door, self.where = Door(store_at(where), page_files(), self._clock), where
            self._door.open(self._place.host)
        except RolekitError as problem:
            self._said.text = str(problem)
            return
        self._since = self._clock()
        self._show_door()

    def shut(self) -> None:
        """Close the door, or leave it closed."""
        self._said.text = CLOSED if self.address else ""
        self._stop()
        if self._door:
            self._door.close()
        self.address = self.picture = self._help.value = ""
        self._show(self._closed)

    def look(self) -> None:
        """Say how many came, and what may keep the others away."""
        assert self._door is not None
        if not self._door.is_open:
            self.shut()
            self._said.text = ENDED
            return
        ends = ALONE if self.address.startswith("http://127.0.0.1:") else HOURS
        self._said.text = f"{self._door.told} {ends}"
        is_quiet = not self._door.opened and self._clock() - self._since >= QUIET
        self._help.value = NOBODY if is_quiet else ""

    @property
    def _place(self) -> "Address":
        return self._places[self._choice.value]

    def _warn(self) -> None:
        """Say what to know before the door is opened at the address that is chosen."""
        self._said.text = self._place.warning
        self._open.description = "Open it all the same" if self._said.text else "Open the door"

    def _show_door(self) -> None:
        assert self._door is not None
        address = self._door.address
        self.picture = qr_of(address, ALT)
        kept = "the database" if "://" in self.where else f"<code>{escape(self.where)}</code>"
        self._seen.value = (
            f"{self.picture}<p class='rk-address'><code>{escape(address)}</code></p>"
            f"<p>Hand-ins are kept in {kept}. Delete them when you're done.</p>"
        )
        self.address = address
        self._show(row(self._shut, self._said), self._help, self._seen, self._other_ways)
        self.look()
        try:
            self._task = asyncio.get_running_loop().create_task(self._go_on())
        except RuntimeError:  # no loop is running, as in a plain program
            self._task = None

    async def _go_on(self) -> None:
        while self.address:
            await asyncio.sleep(1)
            self.look()

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
            self._task = None

    def _show(self, *parts: ipywidgets.Widget) -> None:
        self.children = parts
