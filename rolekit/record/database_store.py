"""A database as the store: SQLite on one machine, PostgreSQL for a hub.

One table has three columns: the order of arrival, the record (id and round) and the code. That a
repeat leaves no second record is a rule of the database itself, a trigger: participants of a hub
may insert and do nothing else, so that their programs could not look. `rolekit.record.set_up` makes
both.

Every hand-in opens a connection of its own and closes it, because 300 that stay open are more than
a server takes. A server that is busy or just being restarted is asked again for a few seconds,
after waits that are drawn by chance, so that a room full of people does not knock all at once.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from typing import TypeVar
from urllib.parse import quote

import sqlalchemy
from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError, SQLAlchemyError

from rolekit.errors import StoreError
from rolekit.record.stores import Store, Stored, StoreFailure

TABLES = {"sqlite": "rolekit_hand_ins", "postgresql": "rolekit.hand_ins"}
PATIENCE = 8.0  # seconds until a person is told to copy the code
_CONNECT = 3  # seconds for one attempt to connect
_LOCKED = 30  # seconds to wait for other writers of a SQLite file

T = TypeVar("T")


class DatabaseStore(Store):
    """A store in a database that was set up."""

    def __init__(self, where: str) -> None:
        """Take `sqlite:///file` or `postgresql://...`; nothing is connected yet."""
        self.engine = engine(where)
        self.table = TABLES[self.engine.dialect.name]

    def __repr__(self) -> str:
        """Name the database, without a password."""
        return f"DatabaseStore({str(self.engine.url)!r})"

    def _add(self, record: str, code: str) -> None:
        insert = sqlalchemy.text(f"INSERT INTO {self.table} (record, code) VALUES (:record, :code)")

        def add() -> None:
            with self.engine.begin() as connection:
                connection.execute(insert, {"record": record, "code": code})

        self._patiently(add)

    def _records(self) -> Iterator[Stored]:
        for arrival, record, code in self._patiently(
            lambda: self._all(f"SELECT arrival, record, code FROM {self.table} ORDER BY arrival")
        ):
            yield Stored(f"row {arrival}", str(record), str(code))

    def _state(self) -> str:
        try:
            [[count, last]] = self._all(f"SELECT count(*), max(arrival) FROM {self.table}")
        except SQLAlchemyError as problem:
            raise StoreFailure(reason(problem)) from problem
        return f"{count} {last}"

    def _all(self, query: str) -> list[tuple[object, ...]]:
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(sqlalchemy.text(query))]

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
        url = sqlalchemy.make_url(where)
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


def reason(problem: Exception) -> str:
    """Return the first line of what the database itself said."""
    return str(getattr(problem, "orig", problem)).partition("\n")[0]
