"""The room's file: what was pasted and what was shown, kept beside the notebook.

A panel that is run again has forgotten what it showed. Given the same codes and one more, it would
draw a picture that differs from the one on the wall by one person. So what is pasted is kept, with
what the room was shown, in `room-NAME.json` in the notebook's own folder, for its owner alone. The
name is that of the session: tomorrow's room has another file.
"""

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rolekit.errors import StoreError
from rolekit.record.read_codes import read_codes
from rolekit.record.response import Response
from rolekit.record.stores import Kept


class RoomFile:
    """The file of a session. Each method raises `StoreError` where it cannot be read or written.

    >>> RoomFile("Thursday, morning").path.name
    'room-Thursday-morning.json'
    """

    def __init__(self, session: str) -> None:
        name = re.sub(r"\W+", "-", session).strip("-")[:60]
        self.path = Path(f"room-{name}.json")

    def responses(self) -> tuple[Response, ...]:
        """Return what was pasted so far."""
        return read_codes("\n".join(self._read()["codes"])).responses

    def keep(self, responses: Iterable[Response]) -> None:
        """Keep these in place of what was pasted so far."""
        self._write(codes=[response.to_code() for response in responses])

    def revealed(self) -> Kept:
        """Return what the room was shown last, as a store does."""
        return Kept(*self._read()["revealed"])

    def reveal(self, kept: Kept) -> bool:
        """Keep what is about to be shown, as a store does."""
        is_next = kept.version == self.revealed().version + 1
        if is_next:
            self._write(revealed=kept)
        return is_next

    def _read(self) -> dict[str, Any]:
        try:
            return {"codes": [], "revealed": Kept(), **json.loads(self.path.read_text("utf-8"))}
        except FileNotFoundError:
            return {"codes": [], "revealed": Kept()}
        except (OSError, ValueError, TypeError) as problem:
            raise StoreError(
                f"{self.path} cannot be read. Choose another session's name, or move the file away."
            ) from problem

    def _write(self, **new: object) -> None:
        content = json.dumps({**self._read(), **new})
        temporary = self.path.with_suffix(".tmp")
        try:
            temporary.touch(mode=0o600)
            temporary.write_text(content, "utf-8")
            os.replace(temporary, self.path)
        except OSError as problem:
            raise StoreError(
                f"{self.path} cannot be written ({problem.strerror}). Leave this notebook open: "
                "what you paste and reveal is kept nowhere else."
            ) from problem
