"""The door: a small server on the facilitator's computer that lets phones in.

It serves the participants' page under an address that holds a random key, and takes response codes
there, one a request, into a store. It is a letter box: anyone who knows the address can put a code
in, and nobody can list or read anything through it. A hand-in is confirmed once it is on the disk.
No address of anybody is written down. It closes with `close`, with the program, or after hours.
`python -m rolekit.cohort.door` opens one from a terminal.
"""

import asyncio
import gzip
import secrets
import time
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import date
from pathlib import Path

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, StreamingResponse
from starlette.responses import Response as Answer
from starlette.types import Receive, Scope, Send

from rolekit.base.sentences import counted
from rolekit.base.server import Server
from rolekit.cohort.door.addresses import HERE
from rolekit.cohort.door.flood import Guarded, Turns
from rolekit.cohort.room_file import RoomFile
from rolekit.errors import CodeError, StoreError
from rolekit.record.folder_store import FolderStore
from rolekit.record.open_store import open_store
from rolekit.record.response import Response
from rolekit.record.set_up import set_up
from rolekit.record.stores import Store

PORT = 8080
HOURS = 4
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: none is taken for another
KEY = 13  # of its letters, 65 bits
LONGEST = 100  # bytes of a hand-in
PATIENCE = 10  # seconds for its body
PART = 65_536  # bytes of a file that are sent at a time
SCRIPT = b'globalThis.rolekitDoor = { handIn: "hand-in" };\n'
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; connect-src 'self'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
KINDS = {
    "html": "text/html",
    "js": "text/javascript",
    "css": "text/css",
    "svg": "image/svg+xml",
    "png": "image/png",
}
VISIBLE = (
    "Once it's open, anyone with the address can open the participants' page and hand in; you can "
    "read every answer, others on this network could read what is sent, and the room sees nothing "
    "until you reveal it."
)


class Door:
    """The participants' page and the letter box, for `rolekit.base.server` or another server.

    `store` takes what is handed in, `files` are those of the page by name, `clock` gives seconds.
    `key` is what its address holds. `opened` counts how often the page was asked for, `handed_in`
    how many codes were kept.
    """

    def __init__(
        self, store: Store, files: Mapping[str, bytes], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.store, self.opened, self.handed_in = store, 0, 0
        # As small as forty phones at one access point want them.
        self._files = {
            name: {"gzip": gzip.compress(content), "": content}
            for name, content in {**files, "door.js": SCRIPT}.items()
        }
        self._clock, self._turns = clock, Turns(clock)
        self.key = "".join(secrets.choice(ALPHABET) for _ in range(KEY))
        self._server: Server | None = None
        self._port = PORT

    @property
    def is_open(self) -> bool:
        """Whether phones can come in."""
        return self._server is not None and self._server.is_running

    @property
    def address(self) -> str:
        """Where the page is, with the key; "" while the door is closed."""
        return f"{self._server.address}/{self.key}/" if self._server and self.is_open else ""

    @property
    def told(self) -> str:
        """How many came in so far, in words."""
        pages, codes = counted(self.opened, "time"), counted(self.handed_in, "hand-in")
        return f"The page was opened {pages}, with {codes} so far."

    def open(self, host: str = HERE) -> None:
        """Listen at one address of this machine for `HOURS`; key and port stay what they were.

        Raises `ServerError` if that cannot be.
        """
        self.close()
        end = self._clock() + HOURS * 3600
        self._server = Server(
            self,
            self._port,
            host,
            lambda: self._clock() >= end,
            http=Guarded,
            ws="none",
            backlog=128,  # connections that are taken in one go
            server_header=False,
            log_level="critical",  # what phones send amiss is no news, and a log would hold it
        ).start()
        self._port = self._server.port

    def close(self) -> None:
        """Let nobody in any more. Does no harm twice."""
        if self._server:
            self._server.stop()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, as ASGI servers ask for it."""
        answer = await self._answer(Request(scope, receive))
        answer.headers.update(HEADERS)
        if answer.status_code >= 400:
            answer.headers["Connection"] = "close"  # whatever else it meant to send
        await answer(scope, receive, send)

    async def _answer(self, request: Request) -> Answer:
        own = self._turns.own(request.client.host if request.client else "")
        if own is None:
            return _refused(429, "Too many requests from here. Try again in a minute.")
        await asyncio.sleep(own)
        common = self._turns.common()
        if common is None:
            return _refused(503, "Too many requests at this moment. Try again in a minute.")
        await asyncio.sleep(common)
        _, key, *rest = request.url.path.split("/", 2)
        if not secrets.compare_digest(key.lower().encode(), self.key.encode()):
            return _refused(404, "Not found.")
        if request.method == "POST" and rest == ["hand-in"]:
            return await self._hand_in(request)
        if not rest:
            return RedirectResponse(f"/{key}/")
        name = rest[0] or "index.html"
        if request.method not in ("GET", "HEAD") or name not in self._files:
            return _refused(404, "Not found.")
        self.opened += name == "index.html" and request.method == "GET"
        encoding = "gzip" if "gzip" in request.headers.get("accept-encoding", "") else ""
        content = self._files[name][encoding]
        headers = {"Content-Length": str(len(content))}
        return StreamingResponse(
            _parts(content),
            headers=headers | ({"Content-Encoding": encoding} if encoding else {}),
            media_type=KINDS.get(name.rpartition(".")[2], "application/octet-stream"),
        )

    async def _hand_in(self, request: Request) -> Answer:
        body = b""
        try:
            async with asyncio.timeout(PATIENCE):
                async for part in request.stream():
                    body += part
                    if len(body) > LONGEST:
                        return _refused(413, f"A hand-in has at most {LONGEST} bytes.")
            response = Response.from_code(body.decode(errors="replace"))
            await asyncio.to_thread(self.store.add, response)
        except (TimeoutError, ClientDisconnect):
            return _refused(408, "The code did not come in time. Hand in again.")
        except CodeError as problem:
            return _refused(400, str(problem))
        except StoreError as problem:
            return _refused(503, str(problem).partition("\n")[0])
        self.handed_in += 1
        return JSONResponse({"kept": True})


def _refused(status: int, why: str) -> PlainTextResponse:
    return PlainTextResponse(why, status)


async def _parts(content: bytes) -> AsyncIterator[bytes]:
    """Give a file part by part, so that somebody who reads slowly holds little of our memory."""
    for start in range(0, len(content), PART):
        yield content[start : start + PART]
        await asyncio.sleep(0)  # who has gone is noticed before the next part


def folder_of(session: str = "") -> Path:
    """Return the folder beside the notebook for a session's hand-ins; without a name, for today's.

    >>> folder_of("Thursday, morning").name
    'room-Thursday-morning'
    """
    return RoomFile(session or date.today().isoformat()).path.with_suffix("").absolute()


def store_at(where: str, session: str = "") -> Store:
    """Return a store into which people can hand in; a folder that is not there yet is made.

    Raises `StoreError` where nobody can hand in.
    """
    store = open_store(where)
    if isinstance(store, FolderStore) and not store.folder.exists():
        set_up(where, session)
    if problem := store.unwritable():
        raise StoreError(
            f"Nobody could hand in there ({problem}). Make it ready first, with "
            "python -m rolekit.record.set_up and its address."
        )
    return store
