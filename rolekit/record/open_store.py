"""Opening a store by its address."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, overload

from rolekit.errors import StoreError

if TYPE_CHECKING:  # most people have no store, and need none of this
    from rolekit.record.stores import Store

VARIABLE = "ROLEKIT_COHORT"
KINDS = ("sqlite", "postgresql")
_KIND = re.compile(r"(?P<kind>sqlite|postgres|postgresql|[^/]*(?=://))(?P<mark>://|:)")
_DATABASES = (".db", ".sqlite", ".sqlite3", ".db3")  # how files of SQLite are named


@overload
def open_store(where: str | Path) -> Store: ...
@overload
def open_store(where: None = None) -> Store | None: ...
def open_store(where: str | Path | None = None) -> Store | None:
    """Return the store at `where`: a folder, `sqlite:///room.db` or `postgresql://user@host/name`.

    Without an argument, the environment variable `ROLEKIT_COHORT` says where; if it is not set
    there is no store, the answer is None, and people give their codes to the facilitator. Opening
    touches nothing: whether the store can be reached shows when it is used.

    `python -m rolekit.record.set_up WHERE` makes a store ready for a room. Raises `StoreError` for
    an address that is none of the three. Spaces and quotation marks around it are no part of it, ~
    is the home folder, and postgres:// is another way to write postgresql://.

    >>> import tempfile
    >>> from rolekit import Answers, Response
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     store = open_store(folder)
    ...     store.add(Response(Answers(), id=7))
    ...     len(store.responses())
    1
    """
    where = where or os.environ.get(VARIABLE) or None
    if isinstance(where, str):
        where = _tidied(where) or None
    if where is None:
        return None
    if not isinstance(where, str | Path):
        raise StoreError(
            f"The address of the cohort must be a text or a Path (got a {type(where).__name__})."
        )
    if "\0" in str(where):
        raise StoreError("The address of the cohort has a character that none can have.")
    if isinstance(where, str) and (found := _KIND.match(where)):
        if found["kind"] not in KINDS or found["mark"] != "://":
            raise StoreError(
                f"The cohort must be a folder, sqlite:///file or postgresql://user@host/name (got "
                f"one that starts with {found[0]})."
            )
        try:
            from rolekit.record.database_store import DatabaseStore
        except ModuleNotFoundError as missing:
            raise StoreError(
                f"A cohort in a database needs {missing.name}. In a new cell, run: "
                '%pip install "rolekit[all]"'
            ) from None
        return DatabaseStore(where)
    folder = Path(where)
    if folder.suffix.casefold() in _DATABASES:
        raise StoreError(
            f"{folder} is named like a database. Write sqlite:///{folder} if it is to be one, or "
            "name a folder."
        )
    from rolekit.record.folder_store import FolderStore

    return FolderStore(_at_home(folder))


def _tidied(where: str) -> str:
    """Return an address without what came with it when it was copied, its kind as we call it."""
    where = where.strip().strip("\"'").strip()
    kind, mark, rest = where.partition("://")
    kind = kind.casefold() if mark else kind
    if kind == "sqlite" and rest.startswith("/~"):
        rest = f"/{_at_home(Path(rest[1:]))}"
    return f"{'postgresql' if kind == 'postgres' else kind}{mark}{rest}"


def _at_home(path: Path) -> Path:
    """Return a path with the home folder in place of ~."""
    try:
        return path.expanduser()
    except RuntimeError:
        raise StoreError(f"There is no home folder for {path}. Write the whole path.") from None
