"""A host of the page for phones, for its tests and its benchmark."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from rolekit.page.build import page_files

DOOR = b'globalThis.rolekitDoor = { handIn: "hand-in" };'
KINDS = {"html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8"}
# As strict as a server may be with it.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; connect-src 'self'"
)


@dataclass
class Host:
    """Who serves the page; with a door it takes codes, and answers as it is told to."""

    address: str
    has_door: bool = False
    status: int = 200
    kept: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@contextmanager
def served(has_door: bool = False) -> Iterator[Host]:
    """Serve the page from a folder of a server of its own, compressed."""
    files = page_files() | ({"door.js": DOOR} if has_door else {})
    packed = {name: gzip.compress(content) for name, content in files.items()}
    host = Host("", has_door)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self, status: int, content: bytes, kind: str, **more: str) -> None:
            self.send_response(status)
            headers = {"Content-Type": kind, "Content-Security-Policy": POLICY, **more}
            for name, value in {**headers, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def do_GET(self) -> None:
            name = self.path.rpartition("/")[2] or "index.html"
            host.asked.append(name)
            if name not in packed:
                self.answer(404, b"", KINDS["html"])
                return
            kind = KINDS[name.rpartition(".")[2]]
            self.answer(200, packed[name], kind, **{"Content-Encoding": "gzip"})

        def do_POST(self) -> None:
            code = self.rfile.read(int(self.headers["Content-Length"])).decode()
            if host.status == 200:
                host.kept.append(code)
            text = {200: b'{"kept": true}', 400: b"That is no code."}.get(host.status, b"")
            self.answer(host.status, text, "application/json")

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host.address = f"http://127.0.0.1:{server.server_port}/page/"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield host
    server.shutdown()
    thread.join()
    server.server_close()
