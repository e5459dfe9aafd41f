"""A database as the store: SQLite on one machine, PostgreSQL for a hub.

One table has three columns: the order of arrival, the record (id and round) and the code. That a
repeat leaves no second record is a rule of the database itself, a trigger: participants of a hub
may insert and do nothing else, so their programs could not look. A second table holds from
which arrival on a session counts, a third what its room was shown. `rolekit.record.set_up` makes
all of it.

Every hand-in opens a connection of its own and closes it, because 300 that stay open are more than
a server takes. A server that is busy or just being restarted is asked again for a few seconds,
after waits that are drawn by chance, so a room full of people does not knock all at once.
"""

import random
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from typing import TypeVar
from urllib.parse import quote

import sqlalchemy
from sqlalchemy.exc import (
    ArgumentError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    SQLAlchemyError,
)

from rolekit.errors import StoreError
from rolekit.record.stores import Kept, Store, Stored, StoreFailure

PREFIX = {"sqlite": "rolekit_", "postgresql": "rolekit."}  # of every table of ours
PATIENCE = 8.0  # seconds until a person is told to copy the code
_CONNECT = 3  # seconds for one attempt to connect
_LOCKED = 30  # seconds to wait for other writers of a SQLite file

T = TypeVar("T")


class DatabaseStore(Store):
    """A store in a database that was set up."""

    def __init__(self, where: str) -> None:
        self.engine = engine(where)
        prefix = PREFIX[self.engine.dialect.name]
        self.table, self._sessions, self._reveals = (
            f"{prefix}{name}" for name in ("hand_ins", "sessions", "reveals")
        )
        self._of_session = f"arrival > (SELECT coalesce(max(since), 0) FROM {self._sessions})"

    def __repr__(self) -> str:
        return f"DatabaseStore({str(self.engine.url)!r})"

    def _add(self, record: str, code: str) -> None:
        self._patiently(lambda: self._insert(record, code))

    def _insert(self, record: str, code: str, is_meant: bool = True) -> None:
        insert = sqlalchemy.text(f"INSERT INTO {self.table} (record, code) VALUES (:record, :code)")
        with self.engine.connect() as connection:
            connection.execute(insert, {"record": record, "code": code})
            if is_meant:
                connection.commit()

    def _records(self) -> Iterator[Stored]:
        query = f"SELECT arrival, record, code FROM {self.table} WHERE {self._of_session}"
        for arrival, record, code in self._patiently(
            lambda: self._all(f"{query} ORDER BY arrival")
        ):
            yield Stored(f"row {arrival}", str(record), str(code))

    def _state(self) -> str:
        [state] = self._once(
            f"SELECT count(*), max(arrival), (SELECT count(*) FROM {self._sessions}), "
            f"(SELECT count(*) FROM {self._reveals}) FROM {self.table} WHERE {self._of_session}"
        )
        return " ".join(map(str, state))

    def _session(self) -> str:
        found = self._once(f"SELECT name FROM {self._sessions} ORDER BY number DESC LIMIT 1")
        return str(found[0][0]) if found else ""

    def _begin(self, session: str) -> None:
        self._once(
            f"INSERT INTO {self._sessions} (name, since) "
            f"SELECT :name, coalesce(max(arrival), 0) FROM {self.table}",
            name=session,
        )

    def _revealed(self) -> Kept:
        found = self._once(
            f"SELECT version, content FROM {self._reveals} WHERE session = "
            f"(SELECT coalesce(max(number), 0) FROM {self._sessions}) ORDER BY version DESC LIMIT 1"
        )
        return Kept(int(str(found[0][0])), str(found[0][1])) if found else Kept()

    def _reveal(self, kept: Kept) -> bool:
        try:
            self._once(
                f"INSERT INTO {self._reveals} (session, version, content) "
                f"SELECT coalesce(max(number), 0), :version, :text FROM {self._sessions}",
                **kept._asdict(),
            )
        except StoreFailure as problem:
            if isinstance(problem.__cause__, IntegrityError):  # this version is there already
                return False
            raise
        return True

    def _probe(self) -> None:
        try:
            self._insert("probe", "", is_meant=False)
        except SQLAlchemyError as problem:
            raise StoreFailure(reason(problem)) from problem

    def _once(self, statement: str, **values: object) -> list[tuple[object, ...]]:
        """Do what a statement says and return what it gives, without trying again."""
        try:
            return self._all(statement, **values)
        except SQLAlchemyError as problem:
            raise StoreFailure(reason(problem)) from problem

    def _all(self, statement: str, **values: object) -> list[tuple[object, ...]]:
        with self.engine.begin() as connection:
            done = connection.execute(sqlalchemy.text(statement), values)
            return [tuple(row) for row in done] if done.returns_rows else []

    def _patiently(self, work: Callable[[], T]) -> T:
        """Do the work, again if a server does not answer, and give up after a few seconds."""
        end, wait = time.monotonic() + PATIENCE, 0.1
        while True:
            try:
                return work()
            except SQLAlchemyError as problem:
                left = end - time.monotonic()
                # A SQLite file has no server; its own wait for other writers is over.
                again = isinstance(problem, InterfaceError | OperationalError)
                if left <= 0 or not again or self.engine.dialect.name == "sqlite":
                    raise StoreFailure(reason(problem)) from problem
            time.sleep(min(random.uniform(0, wait), left))
            wait = min(2 * wait, 2.0)


def engine(where: str) -> sqlalchemy.Engine:
    """Return the engine of an address, which connects when it is first used.

    Raises `StoreError` for an address that is none.
    """
    try:
        url = sqlalchemy.make_url(_with_any_password(where))
    except (ArgumentError, ValueError):  # a port that is no number is a ValueError
        raise StoreError(
            "The address of the cohort cannot be read. It must look like sqlite:///file or "
            "postgresql://user:password@host/name."
        ) from None
    if url.drivername == "postgresql":
        return sqlalchemy.create_engine(
            url,
            poolclass=sqlalchemy.NullPool,
            hide_parameters=True,
            connect_args={"connect_timeout": _CONNECT},
        )
    if url.database in (None, "", ":memory:"):
        raise StoreError(f"The address must name a file: sqlite:///room.db (got {where}).")
    # Without mode=rw a slip in the name would make a new, empty file.
    file = f"file:{quote(str(url.database))}?mode=rw"
    return sqlalchemy.create_engine(
        url,
        poolclass=sqlalchemy.NullPool,
        hide_parameters=True,
        creator=lambda: sqlite3.connect(file, timeout=_LOCKED, uri=True),
    )


def _with_any_password(where: str) -> str:
    """Return an address in which only the last @ is one: its password may hold others.

    Else what follows the first would be taken for the host, and be told in an error.

    >>> _with_any_password("postgresql://anna:p@ss@host/room")
    'postgresql://anna:p%40ss@host/room'
    """
    query = re.search(r"(?<=@).*(\?\w+=.*)$", where)
    address, rest = (where[: query.start(1)], query[1]) if query else (where, "")
    found = re.fullmatch(r"([^:]+://[^:/@]*:)(.*)(@[^@]*)", address, re.DOTALL)
    return f"{found[1]}{found[2].replace('@', '%40')}{found[3]}{rest}" if found else where


def reason(problem: Exception) -> str:
    """Return the first line of what the database itself said."""
    return str(getattr(problem, "orig", problem)).partition("\n")[0]
