"""What keeps a small server up, whatever is sent to it: limits on requests, connections and waits.

All of it is counted in memory, of bounded size, and gone with the server. Nothing is written down.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

EACH_A_MINUTE, ALL_A_SECOND = 600, 100  # requests of an address, and of all together
MOST_ADDRESSES = 5000  # that are counted in a minute
LONGEST_QUEUE = 10.0  # seconds that a request waits for its turn
MOST_OF_ONE, MOST = 50, 400  # open connections of an address, and of all together
HEAD, ANSWER, NEXT = 10, 300, 30  # seconds for a request's head, its answer, the next one's head


class Turns:
    """When a request gets its turn: at once, after a wait, or not at all.

    `clock` gives seconds.

    >>> turns = Turns(lambda: 0.0)
    >>> turns.wait("10.0.0.7"), turns.wait("10.0.0.8")
    (0.0, 0.01)
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._minute, self._asked = 0.0, Counter[str]()
        self._next = 0.0  # when the next turn is free

    def wait(self, address: str) -> float | None:
        """Return the seconds until the turn of a request from an address; None refuses it."""
        now = self._clock()
        if now // 60 != self._minute:
            self._minute, self._asked = now // 60, Counter()
        is_unknown = address not in self._asked
        if self._asked[address] >= EACH_A_MINUTE:
            return None
        if is_unknown and len(self._asked) >= MOST_ADDRESSES:
            return None
        self._asked[address] += 1
        turn = max(now, self._next)
        if turn - now > LONGEST_QUEUE:
            return None
        self._next = turn + 1 / ALL_A_SECOND
        return turn - now


class Guarded(H11Protocol):
    """A connection that is cut where there are too many, or where it keeps us waiting."""

    peer = ""
    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Take a connection, or cut it at once."""
        super().connection_made(transport)
        self.peer = self.client[0] if self.client else ""
        mine = sum(getattr(other, "peer", "") == self.peer for other in self.connections)
        if mine > MOST_OF_ONE or len(self.connections) > MOST:
            transport.abort()
        self._within(HEAD)

    def handle_events(self) -> None:
        """Look at what came; a request that has begun with it has its time from now on."""
        before = self.cycle
        super().handle_events()
        if self.cycle is not before:
            self._within(ANSWER)

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        self._within(NEXT)
        super().on_response_complete()

    def connection_lost(self, problem: Exception | None) -> None:
        """Forget the connection."""
        super().connection_lost(problem)
        self._forget()

    def _within(self, seconds: float) -> None:
        self._forget()
        self._late = self.loop.call_later(seconds, self.transport.abort)

    def _forget(self) -> None:
        if self._late:
            self._late.cancel()
