"""A folder as the store: one small file a record.

A record is written under another name first, forced to the disk, and only then given its own name,
in one step that either happens or does not. So a reader sees whole records or none, whenever the
power fails. Names are never used twice: `00000000ff-1-2.json` is the second version of what id ff
handed in before the discussion. Files bear no time; but where every person has a system account of
their own, the owner of a file is known to the system, and a database is the better choice.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from rolekit.record.stores import Store, Stored, StoreFailure

_NAME = re.compile(r"([0-9a-f]{10}-[12])-([1-9][0-9]{0,5})\.json")
_UNFINISHED = re.compile(r"\.([0-9a-f]{10}-[12])-[0-9a-f]{16}\.tmp")
# What systems, file managers and programs that keep folders alike leave in them.
_OF_THE_SYSTEM = re.compile(
    r"\..*|~\$.*|~.*\.tmp|.*~|(?:eh)?thumbs\.db|desktop\.ini|icon\r?|lost\+found|@eadir|#recycle"
    r"|#snapshot|\$recycle\.bin|system volume information|__macosx|network trash folder",
    re.IGNORECASE | re.DOTALL,
)
_SECONDS = 60  # after which nobody is still writing a file of 60 characters
_LONGEST = 1000  # bytes that are read of a file; a record has less than 100

_NEVER_FINISHED = "This was never finished. It has to be handed in again."


class FolderStore(Store):
    """A store in a folder that must exist already."""

    def __init__(self, folder: Path) -> None:
        """Take the folder."""
        self.folder = folder

    def __repr__(self) -> str:
        """Name the folder."""
        return f"FolderStore({str(self.folder)!r})"

    def _add(self, record: str, code: str) -> None:
        content = json.dumps({"code": code}).encode() + b"\n"
        temporary = self.folder / f".{record}-{secrets.token_hex(8)}.tmp"
        try:
            version = self._next_version(record)
            if version > 1 and self._holds(record, version - 1, content):
                return
            try:
                _write(temporary, content)
                while not _named(temporary, self._path(record, version)):
                    if self._holds(record, version, content):
                        break
                    version += 1
                _sync(self.folder)
            finally:
                with suppress(OSError):
                    os.unlink(temporary)
        except OSError as problem:
            raise StoreFailure(problem.strerror) from problem

    def _next_version(self, record: str) -> int:
        # Asked one by one: participants need not be able to list the folder.
        version = 1
        while os.path.lexists(self._path(record, version)):
            version += 1
        return version

    def _path(self, record: str, version: int) -> Path:
        return self.folder / f"{record}-{version}.json"

    def _holds(self, record: str, version: int, content: bytes) -> bool:
        return self._path(record, version).read_bytes() == content

    def _records(self) -> Iterator[Stored]:
        for entry in self._entries():
            with suppress(FileNotFoundError):  # gone since the folder was listed
                if stored := _stored(entry):
                    yield stored

    def _state(self) -> str:
        names = [entry.name for entry in self._entries() if _NAME.fullmatch(entry.name)]
        return hashlib.sha256("\n".join(names).encode()).hexdigest()

    def _entries(self) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self.folder) as entries:
                return sorted(entries, key=_order)
        except OSError as problem:
            raise StoreFailure(problem.strerror) from problem


def _order(entry: os.DirEntry[str]) -> tuple[str, int]:
    name = _NAME.fullmatch(entry.name)
    return (name[1], int(name[2])) if name else (entry.name, 0)


def _stored(entry: os.DirEntry[str]) -> Stored | None:
    """Return what a file holds, or None for one that is being written or is the system's."""
    where, name = f"file {entry.name!r}", _NAME.fullmatch(entry.name)
    unfinished = _UNFINISHED.fullmatch(entry.name)
    if not unfinished and _OF_THE_SYSTEM.fullmatch(entry.name):
        return None
    status = entry.stat(follow_symlinks=False)
    # Anything but a plain file may never end, or lead elsewhere.
    if not (name or unfinished) or not stat.S_ISREG(status.st_mode):
        return Stored(where, problem="This is none of rolekit's files. Move it elsewhere.")
    # With two names it is a record already; and one that is new is being written now.
    if unfinished and (status.st_nlink > 1 or time.time() - status.st_ctime < _SECONDS):
        return None
    try:
        with open(entry.path, "rb") as file:
            text = file.read(_LONGEST).decode(errors="replace")
    except FileNotFoundError:
        raise
    except OSError as problem:
        return Stored(where, problem=f"This file cannot be read ({problem.strerror}).")
    if name:
        return Stored(where, name[1], text)
    return Stored(where, text=text, problem=_NEVER_FINISHED)


def _write(path: Path, content: bytes) -> None:
    """Write a new file so that it is on the disk."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        while content:
            content = content[os.write(file, content) :]
        os.chmod(path, 0o644)  # whatever the umask: a facilitator with another account reads it
        os.utime(path, (0, 0))
        os.fsync(file)
    finally:
        os.close(file)


def _named(temporary: Path, path: Path) -> bool:
    """Give a file its name in one step, unless there is one of that name already."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without second names
        if os.path.lexists(path):
            return False
        os.replace(temporary, path)
    return True


def _sync(folder: Path) -> None:
    """Force the names in a folder to the disk, where the folder may be opened at all."""
    with suppress(PermissionError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
