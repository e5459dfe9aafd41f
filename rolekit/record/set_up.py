"""Making a store ready for a room of people.

    python -m rolekit.record.set_up FOLDER
    python -m rolekit.record.set_up sqlite:///room.db
    python -m rolekit.record.set_up postgresql://owner:password@host/database

prints what to put into the participants' environment, which is right from any folder. It may be run
again; what was handed in stays. Two options may follow:

    --session "Thursday, morning"    begins a session of this name: nothing is handed in to it yet
    --new-password                   gives the participants of a PostgreSQL server another password

Without a name, the first session is named after the day, and a later run begins none. A folder is
made a letter box: everybody can put something in, but only its owner can see what is there. In
PostgreSQL, participants get a role of their own that may insert a row and do nothing else: neither
read, nor change, nor delete. The owner's account must be allowed to make roles.
"""

from __future__ import annotations

import argparse
import re
import secrets
import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from rolekit.errors import RolekitError, StoreError
from rolekit.record.folder_store import FolderStore
from rolekit.record.open_store import VARIABLE, open_store
from rolekit.record.stores import Store

if TYPE_CHECKING:
    from sqlalchemy import Engine

LETTER_BOX = 0o1733  # others may put files in and reach them by name, but neither list nor remove
_SQLITE = """
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS rolekit_hand_ins (
    arrival INTEGER PRIMARY KEY AUTOINCREMENT,
    record TEXT NOT NULL CHECK (length(record) <= 20),
    code TEXT NOT NULL CHECK (length(code) <= 100)
);
CREATE INDEX IF NOT EXISTS rolekit_of_one_record ON rolekit_hand_ins (record, arrival);
CREATE TABLE IF NOT EXISTS rolekit_sessions (
    number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, since INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS rolekit_reveals (
    session INTEGER, version INTEGER, content TEXT NOT NULL, PRIMARY KEY (session, version)
);
DROP TRIGGER IF EXISTS rolekit_no_repeat;
CREATE TRIGGER rolekit_no_repeat BEFORE INSERT ON rolekit_hand_ins
WHEN NEW.code = (
    SELECT code FROM rolekit_hand_ins
    WHERE record = NEW.record AND arrival > (SELECT coalesce(max(since), 0) FROM rolekit_sessions)
    ORDER BY arrival DESC LIMIT 1
)
BEGIN SELECT RAISE(IGNORE); END;
COMMIT;
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
CREATE TABLE IF NOT EXISTS rolekit.sessions (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL,
    since bigint NOT NULL
);
CREATE TABLE IF NOT EXISTS rolekit.reveals (
    session bigint, version bigint, content text NOT NULL, PRIMARY KEY (session, version)
);
-- What is in every participant's environment, so that setting up again can print it again.
CREATE TABLE IF NOT EXISTS rolekit.participants (password text NOT NULL);
CREATE OR REPLACE FUNCTION rolekit.no_repeat() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.record, 0));
    IF NEW.code = (
        SELECT code FROM rolekit.hand_ins
        WHERE record = NEW.record
            AND arrival > (SELECT coalesce(max(since), 0) FROM rolekit.sessions)
        ORDER BY arrival DESC LIMIT 1
    ) THEN
        RETURN NULL;
    END IF;
    NEW.arrival := nextval('rolekit.arrivals');
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER no_repeat BEFORE INSERT ON rolekit.hand_ins
FOR EACH ROW EXECUTE FUNCTION rolekit.no_repeat();
"""
# What one can do about a reason for which a store cannot be set up.
_MENDS = {
    "not a database|malformed": "Another file has this name: name a new one",
    "unable to open": "Make the folder for the file, or name another",
    "locked": "Close the program that has it open, and try again",
    "exists|not a directory": "A file has this name: name a folder",
    "permission|read-?only": "Name a folder where you may write",
    "password|authentication": "Put the owner's name and password into the address",
    "connection|resolve": "Check that the server runs and the address is right",
}
_KNOWN = "SELECT 1 FROM pg_roles WHERE rolname = %s"
_ROLE = """
ALTER ROLE {role} LOGIN PASSWORD '{password}';
ALTER ROLE {role} SET statement_timeout = '5s';
REVOKE ALL ON rolekit.hand_ins FROM PUBLIC, {role};
GRANT CONNECT ON DATABASE {database} TO {role};
GRANT USAGE ON SCHEMA rolekit TO {role};
GRANT INSERT (record, code) ON rolekit.hand_ins TO {role};
"""


def set_up(where: str, session: str = "", *, new_password: bool = False) -> str:
    """Make the store at `where` ready and return the address for participants, right anywhere.

    A `session` begins one of this name, unless the present one has it. Raises `StoreError` if that
    is not possible, with the reason.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     set_up(f"{folder}/room", "Thursday") == f"{folder}/room"
    True
    """
    store = open_store(where) if where.strip() else None
    if store is None:
        raise StoreError("Name a folder or a database, such as sqlite:///room.db.")
    if isinstance(store, FolderStore):
        store = FolderStore(store.folder.expanduser().absolute())
        _letter_box(store.folder)
        address = str(store.folder)
    else:
        address, store = _database(store, new_password)
    name = session.strip() or store.session() or date.today().isoformat()
    if name != store.session():
        store.begin(name)
    return address


def _database(store: Store, new_password: bool) -> tuple[str, Store]:
    """Make a database ready and return the address for participants, and the owner's store."""
    from sqlalchemy.exc import SQLAlchemyError

    from rolekit.record.database_store import DatabaseStore, reason

    assert isinstance(store, DatabaseStore)  # there are three kinds
    owner = store.engine
    try:
        if owner.dialect.name == "postgresql":
            return _postgresql(owner, new_password), store
        file = Path(str(owner.url.database)).expanduser().absolute()
        with closing(sqlite3.connect(file)) as connection:
            connection.executescript(_SQLITE)
    except (sqlite3.Error, SQLAlchemyError) as problem:
        raise _refused(reason(problem)) from problem
    address = owner.url.set(database=str(file)).render_as_string(hide_password=False)
    return address, DatabaseStore(address)


def _postgresql(owner: Engine, new_password: bool) -> str:
    """Make tables, trigger and role, and return the address of that role."""
    database = str(owner.url.database)
    role, password = f"rolekit_participant_{database}"[:63], secrets.token_urlsafe(16)
    quoted = owner.dialect.identifier_preparer.quote_identifier
    names = {"role": quoted(role), "database": quoted(database)}
    with owner.begin() as connection:
        do = connection.exec_driver_sql
        do(_POSTGRESQL)
        if not do(_KNOWN, (role,)).first():
            do("CREATE ROLE {role}".format(**names))
        kept = do("SELECT password FROM rolekit.participants").first()
        if kept and not new_password:
            password = kept[0]
        else:
            do("DELETE FROM rolekit.participants")
            do("INSERT INTO rolekit.participants VALUES (%s)", (password,))
        do(_ROLE.format(**names, password=password))
    url = owner.url.set(username=role, password=password)
    return url.render_as_string(hide_password=False)


def _letter_box(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if folder.stat().st_mode & 0o7777 != LETTER_BOX and any(folder.iterdir()):
            raise StoreError(f"{folder} is in use for something else. Name a new or empty folder.")
        folder.chmod(LETTER_BOX)
    except OSError as problem:
        raise _refused(str(problem.strerror)) from problem


def _refused(why: str) -> StoreError:
    mends = (mend for sign, mend in _MENDS.items() if re.search(sign, why, re.IGNORECASE))
    mend = next(mends, "Put that right, and try again")
    return StoreError(f"The cohort could not be set up ({why}). {mend}.")


class _Options(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise SystemExit(__doc__)


def main(arguments: list[str]) -> str:
    """Return what to tell the person who ran this, or raise SystemExit with what is wrong."""
    options = _Options(add_help=False)
    options.add_argument("where")
    options.add_argument("--session", default="")
    options.add_argument("--new-password", action="store_true")
    asked = options.parse_args(arguments)
    try:
        address = set_up(asked.where, asked.session, new_password=asked.new_password)
    except RolekitError as problem:
        raise SystemExit(str(problem)) from None
    return f"Ready. Put this into the environment of the participants:\n{VARIABLE}={address}"


if __name__ == "__main__":
    print(main(sys.argv[1:]))
