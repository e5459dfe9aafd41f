"""A phone in Chromium, and who serves it the page: hands and eyes for tests and benchmark."""

import gzip
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from browser import new_page
from playwright.sync_api import Browser, Locator, Page, expect

import rolekit
from rolekit.page.build import page_files

QUESTION = "Before you see anything: where on this line would you place yourself?"
DOOR = b'globalThis.rolekitDoor = { handIn: "hand-in" };'
KINDS = {"html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8"}
# As strict as a server may be with it.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; connect-src 'self'"
)
FILES = page_files()


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
    files = FILES | ({"door.js": DOOR} if has_door else {})
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
            name = self.path.removeprefix("/page/") or "index.html"
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


def phone(browser: Browser, width: int = 360, height: int = 740, **more: Any) -> Page:
    """Return a page of a phone, driven by touch."""
    return new_page(browser, width, height, has_touch=True, is_mobile=True, **more)


def tap(page: Page | Locator, name: str) -> None:
    """Tap the button with exactly this name."""
    page.get_by_role("button", name=name, exact=True).tap()


def tap_line(slider: Locator, share: float) -> None:
    """Tap a slider's line at a share of its width."""
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box
    slider.tap(position={"x": share * box["width"], "y": box["height"] / 2})


def guess(page: Page, share: float = 0.3) -> None:
    """Make a guess."""
    tap_line(page.get_by_role("slider", name=QUESTION), share)
    tap(page, "This is my guess")


def sliders(page: Page) -> Locator:
    """Return the sliders of the statements."""
    return page.locator(".rk-statements input")


def answer_all(page: Page, first: int = 0) -> None:
    """Answer all statements from one on, each in a way of its own."""
    for n in range(first, sliders(page).count()):
        tap_line(sliders(page).nth(n), 0.05 + 0.9 * (n * 5 % 12) / 12)


def response_of(page: Page) -> rolekit.Response:
    """Return what the code on the page holds."""
    return rolekit.Response.from_code(page.locator(".rk-code-box code").first.inner_text())


def expect_answered(page: Page, answered: int) -> rolekit.Response:
    """Check that so many are answered, on the page and in its code."""
    told = rf"^{answered} of \d+ answered$|^Done: here's your result\.$"
    expect(page.locator(".rk-progress")).to_have_text(re.compile(told))
    response = response_of(page)
    assert len(response.answers) == answered
    return response
