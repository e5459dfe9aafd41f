"""WebKit, the engine of every browser on an iPhone, as Debian has it: driven over plain HTTP.

Its window needs a screen, which Xvfb pretends to be.
"""

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from browser import until

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the standard's key of an element
PATIENCE = 120  # seconds


def absent() -> str:
    """Return what is missing of the programs, or nothing."""
    wanted = [name for name in ("WebKitWebDriver", "Xvfb") if shutil.which(name) is None]
    return ", ".join(wanted if browser() else [*wanted, "MiniBrowser"])


def browser() -> Path | None:
    """Return where Debian puts the browser that the driver starts."""
    return next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"), None)


class Page:
    """The window of a running WebKit."""

    def __init__(self, address: str) -> None:
        self._address = address

    def call(self, path: str, **body: Any) -> Any:
        """Ask the driver for something, and return what it answers."""
        data = json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        request = Request(f"{self._address}{path}", data=data, headers=headers)
        with urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)["value"]

    def run(self, script: str, *arguments: Any) -> Any:
        """Run a script in the page, and return what it returns."""
        return self.call("/execute/sync", script=script, args=arguments)

    def all(self, selector: str) -> list[dict[str, str]]:
        """Return the elements that a selector finds."""
        return list(self.call("/elements", using="css selector", value=selector))

    def text(self, selector: str) -> str:
        """Return the text of the first element that a selector finds."""
        return str(self.run("return document.querySelector(arguments[0]).textContent", selector))

    def press(self, element: dict[str, str], share: float = 0.5) -> None:
        """Press at a share of an element's width."""
        self.run("arguments[0].scrollIntoView({ block: 'end' })", element)
        width = self.run("return arguments[0].getBoundingClientRect().width", element)
        moved = {
            "type": "pointerMove",
            "origin": element,
            "x": round((share - 0.5) * width),
            "y": 0,
        }
        steps = [moved, *({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))]
        self.call("/actions", actions=[{"type": "pointer", "id": "hand", "actions": steps}])

    def button(self, name: str) -> dict[str, str]:
        """Return the button with this name."""
        [found] = [one for one in self.all("button") if self.run(NAME, one) == name]
        return found


NAME = "return arguments[0].checkVisibility() && arguments[0].textContent"


@contextmanager
def page(folder: Path, width: int, height: int) -> Iterator[Page]:
    """Open a window of this size, with nothing of yesterday's."""
    with ExitStack() as stack:
        read, write = os.pipe()
        screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24"]
        start(stack, [*screen, "-nolisten", "tcp"], pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        env = {**os.environ, "DISPLAY": display, "HOME": str(folder)}
        start(stack, ["WebKitWebDriver", f"--port={port}"], env=env)
        driver = Page(f"http://127.0.0.1:{port}")
        until(lambda: answers(port), "WebKit's driver does not answer")
        options = {"binary": str(browser()), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        session = driver.call("/session", capabilities=wanted)["sessionId"]
        window = Page(f"http://127.0.0.1:{port}/session/{session}")
        window.call("/window/rect", width=width, height=height)
        yield window


def answers(port: int) -> bool:
    """Return whether the driver is ready."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/status", timeout=PATIENCE) as answer:
            return bool(json.load(answer)["value"]["ready"])
    except URLError:
        return False


def start(stack: ExitStack, command: list[str], **more: Any) -> None:
    """Start a program that ends with the stack."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    program = subprocess.Popen(command, **quiet, **more)
    stack.callback(program.wait, timeout=PATIENCE)
    stack.callback(program.terminate)
