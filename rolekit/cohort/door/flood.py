"""What keeps a small server up, whatever is sent to it: limits on requests, connections and waits.

All of it is counted in memory, of bounded size, and gone with the server. Nothing is written down.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

EACH_A_MINUTE, ALL_A_SECOND = 600, 100  # requests of an address, and of all together
AT_ONCE = 60  # requests of an address that need not wait for each other
MOST_ADDRESSES = 5000  # that are counted at a time
LONGEST_WAIT = 10.0  # seconds that a request waits for its turn
MOST_OF_ONE, MOST = 50, 400  # open connections of an address, and of all together
HEAD, ANSWER, NEXT = 10, 300, 30  # seconds for a request's head, its answer, the next one's head


class Turns:
    """When a request gets its turn: at once, after a wait, or not at all.

    Waiting spreads what comes at once, such as a room that opens the page together, and keeps one
    address from taking the turns of all. `clock` gives seconds.

    >>> turns = Turns(lambda: 0.0)
    >>> turns.common(), turns.common(), turns.own("10.0.0.7")
    (0.0, 0.01, 0.0)
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._next = 0.0  # when the next turn of all is free
        self._until: dict[str, float] = {}  # address -> when what it asked is worked off

    def own(self, address: str) -> float | None:
        """Return the seconds that a request waits for others of its address; None refuses it."""
        now, a_second = self._clock(), (EACH_A_MINUTE - AT_ONCE) / 60
        if address not in self._until and len(self._until) >= MOST_ADDRESSES:
            self._until = {one: until for one, until in self._until.items() if until > now}
            if len(self._until) >= MOST_ADDRESSES:
                return None
        until = max(now, self._until.get(address, now)) + 1 / a_second
        wait = max(0.0, until - now - AT_ONCE / a_second)
        if wait > LONGEST_WAIT:
            return None
        self._until[address] = until
        return wait

    def common(self) -> float | None:
        """Return the seconds until the next turn of all; None where too many wait for one."""
        now = self._clock()
        turn = max(now, self._next)
        if turn - now > LONGEST_WAIT:
            return None
        self._next = turn + 1 / ALL_A_SECOND
        return turn - now


class Guarded(H11Protocol):
    """A connection that is cut where there are too many, or where it keeps us waiting."""

    peer = ""
    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Take a connection, or cut it at once."""
        self.peer, self.transport = transport.get_extra_info("peername")[0], transport
        mine = sum(getattr(other, "peer", "") == self.peer for other in self.connections)
        if mine >= MOST_OF_ONE or len(self.connections) >= MOST:
            transport.abort()
            return
        super().connection_made(transport)
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
