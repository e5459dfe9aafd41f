"""Making a store ready for a room of people.

    python -m rolekit.record.set_up FOLDER
    python -m rolekit.record.set_up sqlite:///room.db
    python -m rolekit.record.set_up postgresql://owner:password@host/database

prints what to put into the participants' environment. It may be run again; what was handed in
stays. A folder is made a letter box: everybody can put something in, but only its owner can see
what is there. In PostgreSQL, participants get a role of their own that may insert a row and do
nothing else: neither read, nor change, nor delete. The owner's account must be allowed to make
roles. Running it again gives that role a new password.
"""

from __future__ import annotations

import secrets
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from rolekit.errors import RolekitError, StoreError
from rolekit.record.folder_store import FolderStore
from rolekit.record.open_store import VARIABLE, open_store

if TYPE_CHECKING:
    from sqlalchemy import Engine

LETTER_BOX = 0o1733  # others may put files in and reach them by name, but neither list nor remove
_SQLITE = """
CREATE TABLE IF NOT EXISTS rolekit_hand_ins (
    arrival INTEGER PRIMARY KEY AUTOINCREMENT,
    record TEXT NOT NULL CHECK (length(record) <= 20),
    code TEXT NOT NULL CHECK (length(code) <= 100)
);
CREATE INDEX IF NOT EXISTS rolekit_of_one_record ON rolekit_hand_ins (record, arrival);
CREATE TRIGGER IF NOT EXISTS rolekit_no_repeat BEFORE INSERT ON rolekit_hand_ins
WHEN NEW.code = (
    SELECT code FROM rolekit_hand_ins WHERE record = NEW.record ORDER BY arrival DESC LIMIT 1
)
BEGIN SELECT RAISE(IGNORE); END;
"""
# The function runs as its owner, since those who insert may not look. The lock makes two
# simultaneous hand-ins of one record wait for each other, and only who has it gets a number: so the
# order of the numbers is the order in which they were compared.
_POSTGRESQL = """
CREATE SCHEMA IF NOT EXISTS rolekit;
CREATE SEQUENCE IF NOT EXISTS rolekit.arrivals;
CREATE TABLE IF NOT EXISTS rolekit.hand_ins (
    arrival bigint PRIMARY KEY,
    record text NOT NULL CHECK (length(record) <= 20),
    code text NOT NULL CHECK (length(code) <= 100)
);
CREATE INDEX IF NOT EXISTS of_one_record ON rolekit.hand_ins (record, arrival);
CREATE OR REPLACE FUNCTION rolekit.no_repeat() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.record, 0));
    IF NEW.code = (
        SELECT code FROM rolekit.hand_ins
        WHERE record = NEW.record ORDER BY arrival DESC LIMIT 1
    ) THEN
        RETURN NULL;
    END IF;
    NEW.arrival := nextval('rolekit.arrivals');
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER no_repeat BEFORE INSERT ON rolekit.hand_ins
FOR EACH ROW EXECUTE FUNCTION rolekit.no_repeat();
"""
_KNOWN = "SELECT 1 FROM pg_roles WHERE rolname = %s"
_ROLE = """
ALTER ROLE {role} LOGIN PASSWORD '{password}';
ALTER ROLE {role} SET statement_timeout = '5s';
REVOKE ALL ON rolekit.hand_ins FROM PUBLIC, {role};
GRANT CONNECT ON DATABASE {database} TO {role};
GRANT USAGE ON SCHEMA rolekit TO {role};
GRANT INSERT (record, code) ON rolekit.hand_ins TO {role};
"""


def set_up(where: str) -> str:
    """Make the store at `where` ready and return the address for participants.

    Raises `StoreError` if that is not possible, with the reason.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     set_up(f"{folder}/room") == f"{folder}/room"
    True
    """
    store = open_store(where)
    if isinstance(store, FolderStore):
        _letter_box(store.folder)
        return where
    from sqlalchemy.exc import SQLAlchemyError

    from rolekit.record.database_store import engine, reason

    owner = engine(where)
    try:
        if owner.dialect.name == "sqlite":
            with closing(sqlite3.connect(str(owner.url.database))) as connection:
                connection.executescript(_SQLITE)
            return where
        return _postgresql(owner)
    except (sqlite3.Error, SQLAlchemyError) as problem:
        raise StoreError(f"The cohort could not be set up ({reason(problem)}).") from problem


def _postgresql(owner: Engine) -> str:
    """Make table, trigger and role, and return the address of that role."""
    database = str(owner.url.database)
    role, password = f"rolekit_participant_{database}"[:63], secrets.token_urlsafe(16)
    quoted = owner.dialect.identifier_preparer.quote_identifier
    names = {"role": quoted(role), "database": quoted(database)}
    with owner.begin() as connection:
        connection.exec_driver_sql(_POSTGRESQL)
        if not connection.exec_driver_sql(_KNOWN, (role,)).first():
            connection.exec_driver_sql("CREATE ROLE {role}".format(**names))
        connection.exec_driver_sql(_ROLE.format(**names, password=password))
    url = owner.url.set(username=role, password=password)
    return url.render_as_string(hide_password=False)


def _letter_box(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if folder.stat().st_mode & 0o7777 != LETTER_BOX and any(folder.iterdir()):
            raise StoreError(f"{folder} is in use for something else. Name a new or empty folder.")
        folder.chmod(LETTER_BOX)
    except OSError as problem:
        raise StoreError(f"The cohort could not be set up ({problem.strerror}).") from problem


def main(arguments: list[str]) -> str:
    """Return what to tell the person who ran this, or raise SystemExit with what is wrong."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        raise SystemExit(__doc__)
    try:
        address = set_up(arguments[0])
    except RolekitError as problem:
        raise SystemExit(str(problem)) from None
    return f"Ready. Put this into the environment of the participants:\n{VARIABLE}={address}"


if __name__ == "__main__":
    print(main(sys.argv[1:]))
