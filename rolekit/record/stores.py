"""The store of a cohort: where people hand in, and where the facilitator reads.

A store is a log that only grows. What is stored is the code of a response and the order of arrival
of those that share an id and a round: no time, no name. Handing in the same twice leaves one
record; handing in changed answers adds a later one, which counts, and the earlier one is counted
as a conflict. That is the same for all three kinds of store:

    folder                 one small file a record; the simplest, for a folder that all can write to
    sqlite:///room.db      a file on one machine
    postgresql://...       a database server, for hubs

A store has a session's name, such as the day or the team. `begin` begins a new session: what was
handed in before stays where it is, and is read no more. What a session's room was shown is kept
beside its responses, for the panel that reads it next.

A network may fail at any moment, so handing in may be tried again without harm. If it fails for
good, the person still has the code: the error holds it, with the cause and what to do.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from rolekit.base.progress import progress
from rolekit.errors import HAND_OVER, AnswerError, StoreError
from rolekit.record.read_codes import CodesRead, DamagedRecord, collect, read_codes
from rolekit.record.response import Response

LONGEST_NAME = 60  # characters of a session's name


class StoreFailure(Exception):
    """Why a store could not do what it should, in words for a facilitator."""


FAILURES = (StoreFailure, OSError)


class Stored(NamedTuple):
    """What is in a store: where, the name of its record, its text; or why there is none."""

    where: str
    record: str = ""
    text: str = ""
    problem: str = ""


class Kept(NamedTuple):
    """What a room was shown last: how many times something was kept by then, and its text."""

    version: int = 0
    text: str = ""


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
        except FAILURES as problem:
            raise StoreError(HAND_OVER.format(_cause(_said(problem))), code) from problem

    def read(self) -> CodesRead:
        """Return all of this session, in the order of ids, and what could not be read.

        Raises `StoreError` if the store cannot be reached.
        """
        responses, damaged = [], []
        with _telling(_UNREADABLE):
            for stored in progress(self._records(), "Reading", "record"):
                found = _checked(stored)
                if isinstance(found, Response):
                    responses.append(found)
                else:
                    damaged.append(found)
        # A stable order: of one id and round, the later stays the later.
        return collect(sorted(responses, key=_record), damaged)

    def responses(self) -> tuple[Response, ...]:
        """Return one response for each id and round, the later where there were several."""
        return self.read().responses

    def watch(self) -> str:
        """Return a text that is another one whenever something was handed in, begun or revealed.

        Cheaper than reading, and made to be asked every few seconds. Raises `StoreError` at once
        if the store cannot be reached.
        """
        with _telling(_UNREADABLE):
            return self._state()

    def session(self) -> str:
        """Return the name of the session; "" where none was begun. Raises as `watch` does."""
        with _telling(_UNREADABLE):
            return self._session()

    def begin(self, session: str) -> None:
        """Begin a session of this name, in which nothing was handed in yet.

        Participants need no other address. Raises `StoreError` if the name is none, or this
        account may not.
        """
        if not session.isprintable() or not 0 < len(session.strip()) <= LONGEST_NAME:
            raise StoreError(
                f"A session's name must have 1 to {LONGEST_NAME} printable characters (got "
                f"{session!r})."
            )
        with _telling("The session could not be begun ({})."):
            self._begin(session.strip())

    def revealed(self) -> Kept:
        """Return what the room of this session was shown last. Raises as `watch` does."""
        with _telling(_UNREADABLE):
            return self._revealed()

    def reveal(self, kept: Kept) -> bool:
        """Keep what is about to be shown; False if another panel kept something meanwhile.

        `kept` follows the one that `revealed` gave, and has the next version. Raises `StoreError`
        if nothing can be kept here.
        """
        with _telling("What you reveal cannot be kept here ({}). Look at it in this panel alone."):
            return self._reveal(kept)

    def unwritable(self) -> str:
        """Return why nobody can hand in here, as far as can be tried; "" if people can."""
        try:
            self._probe()
        except FAILURES as problem:
            return _said(problem)
        return ""

    @abstractmethod
    def _add(self, record: str, code: str) -> None:
        """Store a code unless it is the latest of its record already."""

    @abstractmethod
    def _records(self) -> Iterator[Stored]:
        """Give what is stored in this session; what has one name in the order of arrival."""

    @abstractmethod
    def _state(self) -> str: ...

    @abstractmethod
    def _session(self) -> str: ...

    @abstractmethod
    def _begin(self, session: str) -> None: ...

    @abstractmethod
    def _revealed(self) -> Kept: ...

    @abstractmethod
    def _reveal(self, kept: Kept) -> bool: ...

    @abstractmethod
    def _probe(self) -> None:
        """Store something, and take it back before anybody can see it."""


@contextmanager
def _telling(sentence: str) -> Iterator[None]:
    try:
        yield
    except FAILURES as problem:
        raise StoreError(sentence.format(_said(problem))) from problem


def _said(problem: Exception) -> str:
    return str(getattr(problem, "strerror", None) or problem)


def _cause(said: str) -> str:
    """Return in plain words why a hand-in failed, as far as that can be told from what was said.

    >>> _cause("connection failed: Connection refused"), _cause("No space left on device")
    ('the cohort does not answer', "the cohort's disk is full")
    """
    known = (cause for pattern, cause in _CAUSES.items() if re.search(pattern, said, re.IGNORECASE))
    return next(known, said.partition("\n")[0].rstrip("."))


_CAUSES = {
    "password|authentication|role .* (does not exist|not permitted)": (
        "the cohort's address or password is not the right one"
    ),
    "no space|full|disk I/O": "the cohort's disk is full",
    "read-?only": "the cohort can only be read",
    "permission denied|not permitted": "this account may not write there",
    "no (such )?column": "the cohort was set up for something else, or by another version",
    "malformed": "the cohort's file is damaged",
    "no such|does not exist|not a directory|unable to open|not a database": (
        "the cohort is not there, or was not set up"
    ),
    "refused|time.?out|timed out|resolve|translate|unreachable|closed|shutting|starting up": (
        "the cohort does not answer"
    ),
    "locked|busy|too many|slots": "too many people hand in at this moment; try once more",
}
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
