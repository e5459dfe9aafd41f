"""The store of a cohort: where people hand in, and where the facilitator reads.

A store is a log that only grows. What is stored is the code of a response and the order of arrival
of those that share an id and a round: no time, no name. Handing in the same twice leaves one
record; handing in changed answers adds a later one, which counts, and the earlier one is counted
as a conflict. That is the same for all three kinds of store:

    folder                 one small file a record; the simplest, for a folder that all can write to
    sqlite:///room.db      a file on one machine
    postgresql://...       a database server, for hubs

A network may fail at any moment, so handing in may be tried again without harm. If it fails for
good, the person still has the code: the error holds it, with what to do.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import NamedTuple

from rolekit.base.progress import progress
from rolekit.errors import AnswerError, StoreError
from rolekit.record.read_codes import CodesRead, DamagedRecord, collect, read_codes
from rolekit.record.response import Response


class StoreFailure(Exception):
    """Why a store could not do what it should, in words for a facilitator."""


class Stored(NamedTuple):
    """What lies in a store: where, the name of its record, its text; or why there is none."""

    where: str
    record: str = ""
    text: str = ""
    problem: str = ""


class Store(ABC):
    """Where responses are handed in and read. `open_store` gives one."""

    def add(self, response: Response) -> None:
        """Hand in a response. Handing in the same again changes nothing.

        When this returns, the response is safe. Raises `StoreError`, which holds the code, if it
        could not be stored, and `AnswerError` for what is no response.
        """
        if not isinstance(response, Response):
            raise AnswerError(
                f"Only a Response can be handed in (got a {type(response).__name__}). Make one "
                "with rolekit.Response(answers)."
            )
        code = response.to_code()
        try:
            self._add(_record(response), code)
        except StoreFailure as problem:
            raise StoreError(code=code) from problem

    def read(self) -> CodesRead:
        """Return all that was handed in, in the order of ids, and what could not be read.

        Raises `StoreError` if the store cannot be reached.
        """
        responses, damaged = [], []
        try:
            for stored in progress(self._records(), "Reading", "record"):
                found = _checked(stored)
                if isinstance(found, Response):
                    responses.append(found)
                else:
                    damaged.append(found)
        except StoreFailure as problem:
            raise StoreError(_UNREADABLE.format(problem)) from problem
        # A stable order: of one id and round, the later stays the later.
        return collect(sorted(responses, key=_record), damaged)

    def responses(self) -> tuple[Response, ...]:
        """Return one response for each id and round, the later where there were several."""
        return self.read().responses

    def watch(self) -> str:
        """Return a text that is another one whenever something was handed in.

        Cheaper than reading, and made to be asked every few seconds. Raises `StoreError` at once
        if the store cannot be reached.
        """
        try:
            return self._state()
        except StoreFailure as problem:
            raise StoreError(_UNREADABLE.format(problem)) from problem

    @abstractmethod
    def _add(self, record: str, code: str) -> None:
        """Store a code unless it is the latest of its record already."""

    @abstractmethod
    def _records(self) -> Iterator[Stored]:
        """Give everything that is stored; what bears one name in the order of arrival."""

    @abstractmethod
    def _state(self) -> str:
        """Return what `watch` returns."""


_UNREADABLE = (
    "Could not read the cohort ({}). Check that it is there and was set up, or paste the codes."
)


def _record(response: Response) -> str:
    """Return what a response is filed under: its id and its round.

    >>> from rolekit import Answers
    >>> _record(Response(Answers(), id=255, round=2))
    '00000000ff-2'
    """
    return f"{response.id:010x}-{response.round}"


def _checked(stored: Stored) -> Response | DamagedRecord:
    """Return the response in a record, or what is wrong with it."""
    found = read_codes(stored.text)
    if stored.problem:
        problem = stored.problem
    elif found.damaged:
        problem = found.damaged[0].problem
    elif len(found.responses) != 1:
        problem = f"A record holds one code (this one holds {len(found.responses)})."
    elif _record(found.responses[0]) != stored.record:
        problem = "This is not the response that was stored under this name; it was altered."
    else:
        return found.responses[0]
    return DamagedRecord(stored.where, found.damaged[0].text if found.damaged else "", problem)
