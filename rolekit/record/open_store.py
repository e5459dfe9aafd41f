"""Opening a store by its address."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, overload

from rolekit.errors import StoreError

if TYPE_CHECKING:  # most people have no store, and need none of this
    from rolekit.record.stores import Store

VARIABLE = "ROLEKIT_COHORT"
KINDS = ("sqlite", "postgresql")


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
    an address that is none of the three.

    >>> import tempfile
    >>> from rolekit import Answers, Response
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     store = open_store(folder)
    ...     store.add(Response(Answers(), id=7))
    ...     len(store.responses())
    1
    """
    where = where or os.environ.get(VARIABLE) or None
    if where is None:
        return None
    if isinstance(where, str) and "://" in where:
        if where.partition("://")[0] not in KINDS:
            raise StoreError(
                f"The cohort must be a folder, sqlite:///file or postgresql://user@host/name (got "
                f"one that starts with {where.partition('://')[0]}://)."
            )
        try:
            from rolekit.record.database_store import DatabaseStore
        except ModuleNotFoundError as missing:
            raise StoreError(
                f"A cohort in a database needs {missing.name}. In a new cell, run: "
                '%pip install "rolekit[all]"'
            ) from None
        return DatabaseStore(where)
    from rolekit.record.folder_store import FolderStore

    return FolderStore(Path(where))
