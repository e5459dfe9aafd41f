"""A folder as the store: one small file a record.

A record is written under another name first, forced to the disk, and only then given its own name,
in one step that either happens or does not. So a reader sees whole records or none, whenever the
power fails. Names are never used twice: `00000000ff-1-2.json` is the second version of what id ff
handed in before the discussion. Files hold no time; but where every person has a system account of
their own, the owner of a file is known to the system, and a database is the better choice.

A session is a folder of its own inside, and `session.json` says which one is the present one. What
its room was shown is in a third folder, which only the owner may enter.
"""

import hashlib
import json
import os
import re
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from rolekit.record.stores import Kept, Store, Stored, StoreFailure

_NAME = re.compile(r"([0-9a-f]{10}-[12])-([1-9][0-9]{0,5})\.json")
_UNFINISHED = re.compile(r"\.([0-9a-f]{10}-[12])-[0-9a-f]{16}\.tmp")
# What systems, file managers and programs that keep folders alike leave in them.
_OF_THE_SYSTEM = re.compile(
    r"\..*|~\$.*|~.*\.tmp|.*~|(?:eh)?thumbs\.db|desktop\.ini|icon\r?|lost\+found|@eadir|#recycle"
    r"|#snapshot|\$recycle\.bin|system volume information|__macosx|network trash folder",
    re.IGNORECASE | re.DOTALL,
)
_POINTER, _REVEALED = "session.json", "revealed"
_SECONDS = 60  # after which nobody is still writing a file of 60 characters
_LONGEST = 1000  # bytes that are read of a file; a record has less than 100

_NEVER_FINISHED = "This was never finished. It has to be handed in again."


class FolderStore(Store):
    """A store in a folder that must exist already."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __repr__(self) -> str:
        return f"FolderStore({str(self.folder)!r})"

    def _add(self, record: str, code: str) -> None:
        content = json.dumps({"code": code}).encode() + b"\n"
        here, _ = self._now()
        version = _next_version(here, record)
        if version > 1 and _path(here, record, version - 1).read_bytes() == content:
            return
        while not _put(_path(here, record, version), content, record):
            if _path(here, record, version).read_bytes() == content:
                break
            version += 1

    def _records(self) -> Iterator[Stored]:
        for entry in self._entries():
            with suppress(FileNotFoundError):  # gone since the folder was listed
                if stored := _stored(entry):
                    yield stored

    def _state(self) -> str:
        names = [entry.name for entry in self._entries() if _NAME.fullmatch(entry.name)]
        names += [str(self._now()), str(self._revealed().version)]
        return hashlib.sha256("\n".join(names).encode()).hexdigest()

    def _session(self) -> str:
        return self._now()[1]

    def _begin(self, session: str) -> None:
        for number in count(1):
            with suppress(FileExistsError):
                (self.folder / f"session-{number}").mkdir()
                break
        inside = self.folder / f"session-{number}"
        (inside / _REVEALED).mkdir(mode=0o700)
        inside.chmod(stat.S_IMODE(self.folder.stat().st_mode))
        # Last, and in one step: until then people hand in to the session before.
        temporary = inside / _REVEALED / _POINTER
        _write(temporary, json.dumps({"session": session, "number": number}).encode())
        os.replace(temporary, self.folder / _POINTER)

    def _revealed(self) -> Kept:
        inside = self._now()[0] / _REVEALED
        names = os.listdir(inside) if inside.is_dir() else []
        last = max((int(n[:-5]) for n in names if re.fullmatch(r"[0-9]{1,9}\.json", n)), default=0)
        return Kept(last, (inside / f"{last}.json").read_text("utf-8")) if last else Kept()

    def _reveal(self, kept: Kept) -> bool:
        inside = self._now()[0] / _REVEALED
        inside.mkdir(mode=0o700, exist_ok=True)
        return _put(inside / f"{kept.version}.json", kept.text.encode(), "", 0o600)

    def _probe(self) -> None:
        probe = _temporary(self._now()[0], f"{'0' * 10}-1")
        _write(probe, b"")
        os.unlink(probe)

    def _now(self) -> tuple[Path, str]:
        """Return the folder of the session and its name: this folder until one is begun."""
        try:
            kept = json.loads((self.folder / _POINTER).read_text("utf-8"))
            return self.folder / f"session-{int(kept['number'])}", str(kept["session"])
        except FileNotFoundError:
            return self.folder, ""
        except (ValueError, LookupError, TypeError) as problem:
            raise StoreFailure(f"{_POINTER} was altered") from problem

    def _entries(self) -> list[os.DirEntry[str]]:
        with os.scandir(self._now()[0]) as entries:
            return sorted((one for one in entries if one.name != _REVEALED), key=_order)


def _next_version(folder: Path, record: str) -> int:
    # Asked one by one: participants need not be able to list the folder.
    version = 1
    while os.path.lexists(_path(folder, record, version)):
        version += 1
    return version


def _path(folder: Path, record: str, version: int) -> Path:
    return folder / f"{record}-{version}.json"


def _temporary(folder: Path, record: str) -> Path:
    return folder / f".{record}-{secrets.token_hex(8)}.tmp"


def _put(path: Path, content: bytes, record: str, mode: int = 0o644) -> bool:
    """Put a whole file under a name that is new; return whether it was."""
    temporary = _temporary(path.parent, record)
    try:
        _write(temporary, content, mode)
        is_new = _named(temporary, path)
        _sync(path.parent)
        return is_new
    finally:
        with suppress(OSError):
            os.unlink(temporary)


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


def _write(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a new file so that it is on the disk."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        while content:
            content = content[os.write(file, content) :]
        os.chmod(path, mode)  # whatever the umask: a facilitator with another account reads it
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
