"""Below a response code: the round it belongs to, its QR picture, and a button to hand it in.

The button is there only where a store is set up. A store may be slow or out of reach, so it is
asked in a thread while the sliders stay free; whatever happens, the code is on the page.
"""

import asyncio
import os
from collections.abc import Callable
from typing import Any

import ipywidgets
import traitlets

from rolekit.base.ui.panel import button, row
from rolekit.base.ui.sentence import Sentence
from rolekit.errors import HAND_OVER, StoreError
from rolekit.record.answers import Answers
from rolekit.record.open_store import VARIABLE, open_store
from rolekit.record.response import Response

SHOW, HIDE = "Show as QR", "Hide the QR"
EMPTY = "There is nothing to hand in yet: answer first."
SENT = "Handing in ..."
DONE = "Handed in. Handing in again changes nothing; if you change an answer, the later one counts."
CHANGED = "Changed since you handed in. Hand in again, and the later one counts."


class HandIn(ipywidgets.VBox):
    """The ways in which a response leaves the page.

    `response` is what is handed in; set it when it changes. `choose` is called with the round, 1
    before the discussion or 2 after it, when the person says which it is.

    >>> HandIn(lambda round: None).response.round
    1
    """

    response = traitlets.Instance(Response, args=(Answers(),), kw={"id": 0})

    def __init__(self, choose: Callable[[int], None]) -> None:
        self._round = ipywidgets.Checkbox(
            description="This is after the discussion (second round)",
            indent=False,
        )
        self._round.observe(lambda change: choose(2 if change["new"] else 1), "value")
        self._qr, self._reply = ipywidgets.HTML(layout={"display": "none"}), Sentence()
        self._toggle = button(SHOW, self._show_or_hide)
        self._submit = button("Hand in", self._hand_in)
        self._handed_in: Response | None = None
        self._sending: asyncio.Task[None] | None = None
        send = [self._submit] if os.environ.get(VARIABLE) else []
        super().__init__([row(self._toggle, *send, self._round, self._reply), self._qr])
        self.add_class("rk-hand-in")

    @traitlets.observe("response")
    def _changed(self, _: Any) -> None:
        self._round.value = self.response.round == 2
        self._draw()
        if self._handed_in is not None:
            self._reply.text = DONE if self.response == self._handed_in else CHANGED
        elif self._sending is None:
            self._reply.text = ""

    @property
    def _is_shown(self) -> bool:
        return bool(self._toggle.description == HIDE)

    def _show_or_hide(self) -> None:
        self._toggle.description = SHOW if self._is_shown else HIDE
        self._qr.layout.display = "" if self._is_shown else "none"
        self._draw()

    def _draw(self) -> None:
        if not self._is_shown:
            self._qr.value = ""
            return
        from rolekit.record.qr import qr_svg  # few people ask for it

        self._qr.value = qr_svg(self.response)

    def _hand_in(self) -> None:
        if not len(self.response.answers):
            self._reply.text = EMPTY
            return
        self._submit.disabled, self._reply.text = True, SENT
        sent = self.response
        try:
            self._sending = asyncio.get_running_loop().create_task(self._wait(sent))
        except RuntimeError:  # no loop is running, as in a plain program
            self._tell(sent, _problem(sent))

    async def _wait(self, sent: Response) -> None:
        problem = HAND_OVER.format("something is wrong with this notebook")
        try:
            problem = await asyncio.to_thread(_problem, sent)
        finally:
            self._sending = None
            self._tell(sent, problem)

    def _tell(self, sent: Response, problem: str) -> None:
        self._submit.disabled = False
        if problem:
            self._handed_in, self._reply.text = None, problem
            return
        self._handed_in = sent
        self._reply.text = DONE if sent == self.response else CHANGED


def _problem(response: Response) -> str:
    """Hand in a response, and return what went wrong, and what to do; "" once it is safe."""
    try:
        store = open_store()
    except StoreError as problem:
        return HAND_OVER.format(str(problem).removesuffix("."))
    if store is None:
        return HAND_OVER.format("no cohort is set up here")
    try:
        store.add(response)
    except StoreError as problem:
        return str(problem).partition("\n")[0]
    return ""
