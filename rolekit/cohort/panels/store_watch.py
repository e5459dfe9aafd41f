"""Looking at a store again and again, while the page stays free.

A store may be slow, or not answer for seconds. So it is asked in a thread, and never more often
than every few seconds; what it says arrives in the kernel's own loop, where widgets may be changed.
Where no loop runs, as in a plain program, it is asked once and whenever somebody wants to know.
"""

import asyncio
from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeVar

from rolekit.errors import StoreError

PACE = 3.0  # seconds between two looks

T = TypeVar("T")


class StoreWatch(Generic[T]):
    """Tell `told` what `read` gives, at first and whenever `watch` gives another text.

    That goes on until `stop`. It is told a `StoreError` where the store cannot be read, and what is
    there once it can again. A notebook that is run again makes its panels anew, so a new watch ends
    the one before it.
    """

    _latest: ClassVar["StoreWatch[Any] | None"] = None

    def __init__(
        self,
        watch: Callable[[], str],
        read: Callable[[], T],
        told: Callable[[T | StoreError], None],
    ) -> None:
        self._watch, self._read, self._told = watch, read, told
        self._state: str | None = None  # of the store, when it was last read
        self._task: asyncio.Task[None] | None = None
        if StoreWatch._latest is not None:
            StoreWatch._latest.stop()
        StoreWatch._latest = self
        self.look()

    @property
    def is_running(self) -> bool:
        """Whether it looks by itself."""
        return self._task is not None and not self._task.done()

    def look(self) -> None:
        """Look now, whatever was seen before, and go on from there."""
        self.stop()
        self._state = None
        try:
            self._task = asyncio.get_running_loop().create_task(self._go_on())
        except RuntimeError:  # no loop is running
            self._tell(self._look())

    def stop(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _go_on(self) -> None:
        while True:
            self._tell(await asyncio.to_thread(self._look))
            await asyncio.sleep(PACE)

    def _look(self) -> T | StoreError | None:
        """Return what is new: what the store holds, or that it cannot be read."""
        try:
            state = self._watch()
            if state == self._state:
                return None
            found = self._read()
        except StoreError as problem:
            self._state = None
            return problem
        # Asked before reading: what came in between is read once more rather than missed.
        self._state = state
        return found

    def _tell(self, found: T | StoreError | None) -> None:
        if found is not None:
            self._told(found)
