"""A real JupyterLab and a real Chromium, for the browser tests and for `make notebooks`.

Nothing waits for a time: what is awaited is named, and PATIENCE is only how long a machine that
does something else besides may take before a test gives up.
"""

import asyncio
import json
import math
import os
import random
import re
import secrets
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Self
from urllib.error import URLError
from urllib.request import Request, urlopen

import nbformat
from playwright.sync_api import (
    Browser,
    BrowserContext,
    BrowserType,
    Page,
    Route,
    expect,
    sync_playwright,
)
from playwright.sync_api import TimeoutError as NotInTime

import rolekit
from rolekit.__main__ import settle

ROOT = Path(__file__).parents[1]
PACKAGE = Path(rolekit.__file__).parent
BARE = "http://rolekit.test"  # an address that nobody serves
IDLE = "text=/ \\| Idle/"  # as the status bar says it of the kernel
PROJECTOR: Any = {"width": 1280, "height": 800}
PATIENCE = 120_000  # milliseconds: a kernel on a busy machine takes its time
expect.set_options(timeout=PATIENCE)
# Chromium's own services look for a network that a test has no use for.
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    # Chromium heeds the last such list alone: this has what its driver switches off, and two hidden
    # pages of its own beside the field for addresses, which cost every window half a second.
    "--disable-features=AimEnabled,AvoidCorsURLLoaderRestartOnRedirect,"
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,"
    "HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,LensOverlay,MediaRouter,"
    "NetworkTimeServiceQuerying,OptimizationHints,PaintHolding,PreconnectToSearch,"
    "TcpPortRandomizationWin,ThirdPartyStoragePartitioning,"
    "WebUIOmniboxAimPopup,WebUIOmniboxPopup",
]


def chromium_path() -> str | None:
    """Return where a Chromium is installed, or None."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def launch(chromium: BrowserType, **environment: str) -> Browser:
    """Start a headless Chromium, with more in its environment than is in ours."""
    return chromium.launch(
        executable_path=chromium_path(), args=FLAGS, env={**os.environ, **environment}
    )


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a headless Chromium."""
    with sync_playwright() as playwright:
        browser = launch(playwright.chromium)
        yield browser
        browser.close()


@contextmanager
def profile(chromium: BrowserType, folder: Path) -> Iterator[BrowserContext]:
    """Run a Chromium as a person does: what it compiled once, of JupyterLab, it keeps."""
    context = chromium.launch_persistent_context(
        folder, executable_path=chromium_path(), args=FLAGS, viewport=PROJECTOR
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


def new_page(browser: Browser, width: int = 1280, height: int = 800, **more: Any) -> Page:
    """Open a page of its own, as large as a projector shows it, with our patience."""
    context = browser.new_context(viewport={"width": width, "height": height}, **more)
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def others_asked(page: Page, address: str) -> list[str]:
    """Let a page ask nobody but one host; return what it asks of others, a list that grows."""
    asked: list[str] = []
    own = f"(?:data|blob):|(?:http|ws)://{re.escape(address.rpartition('/')[2])}/"

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    # What is its own is not held up here: it goes on while a test waits for something else.
    page.route(re.compile(f"^(?!{own})"), refuse)
    page.on("websocket", lambda ws: re.match(own, ws.url) or asked.append(ws.url))
    return asked


@contextmanager
def bare_page(browser: Browser, package: Path = PACKAGE) -> Iterator[Page]:
    """Open a page that can import our modules from the disk, each by its place in the package."""

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix(BARE)
        if path == "/":
            route.fulfill(body="<!DOCTYPE html><title>rolekit</title>", content_type="text/html")
        else:
            route.fulfill(path=package / path.lstrip("/"), content_type="text/javascript")

    page = new_page(browser)
    page.route(f"{BARE}/**", serve)
    page.goto(BARE)
    yield page
    page.context.close()


@contextmanager
def jupyterlab(folder: Path) -> Iterator["JupyterLab"]:
    """Serve a copy of the notebooks and pictures, made in `folder`, with nobody's settings."""
    work = folder / "workbook"
    copy_workbook(work)
    settled = folder / "environment"
    settle(settled)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    token = secrets.token_hex(16)
    homes = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    labs = ("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
        *("--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--ServerApp.port_retries=0"),
        *(f"--ServerApp.root_dir={work}", f"--IdentityProvider.token={token}"),
    ]
    with (folder / "jupyterlab.log").open("w") as log:
        server = subprocess.Popen(
            command,
            stdout=log,
            stderr=log,
            env=os.environ
            | {name: str(folder / name.lower()) for name in homes + labs}
            | {"JUPYTER_PATH": str(settled / "share" / "jupyter")}
            | {"JUPYTER_CONFIG_PATH": str(settled / "etc" / "jupyter")},
        )
    try:
        lab = JupyterLab(f"http://127.0.0.1:{port}", token, work)
        lab.wait(server)
        yield lab
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(timeout=60)
        server.kill()


def copy_workbook(folder: Path) -> None:
    """Copy notebooks and pictures as they are committed, over what is there."""
    for name in ("notebooks", "pictures"):
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)


class JupyterLab:
    """A running JupyterLab, and the folder of it in which its notebooks are opened."""

    def __init__(self, address: str, token: str, folder: Path, inside: str = "notebooks") -> None:
        self.address, self.token, self.folder, self.inside = address, token, folder, inside

    @property
    def notebooks(self) -> Path:
        return self.folder / self.inside

    def beside(self) -> Self:
        """Return the same server with a copy of the notebooks, which get kernels of their own."""
        inside = f"notebooks-{secrets.token_hex(4)}"
        shutil.copytree(ROOT / "notebooks", self.folder / inside)
        return JupyterLab(self.address, self.token, self.folder, inside)

    def write(self, notebook: str, sources: list[str]) -> None:
        """Write a notebook of these cells beside the others."""
        written = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(source) for source in sources],
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}},
        )
        nbformat.write(written, self.notebooks / notebook)

    def wait(self, server: subprocess.Popen[bytes]) -> None:
        """Wait until the server answers; fail if it ends."""

        def answers() -> bool:
            assert server.poll() is None, "JupyterLab ended at once; see jupyterlab.log"
            try:
                with urlopen(f"{self.address}/api/status?token={self.token}", timeout=60):
                    return True
            except URLError:
                return False

        until(answers, "JupyterLab does not answer")

    def open(self, page: Page, notebook: str) -> None:
        """Open a notebook alone, without yesterday's tabs, and wait for its cells.

        Where the page has it open from the test before, its outputs are cleared instead.
        """
        if f"/{self.inside}/{notebook}" in page.url:
            self.choose(page, "Edit", "Clear Outputs of All Cells")
            return
        workspace = secrets.token_hex(4)
        path = f"/lab/workspaces/{workspace}/tree/{self.inside}/{notebook}?reset&token={self.token}"
        page.goto(self.address + path)
        page.wait_for_selector(".jp-Notebook .jp-Cell")

    def hide_files(self, page: Page) -> None:
        """Hide the list of files, for a narrow page."""
        if page.locator("#jp-left-stack").is_visible():
            page.keyboard.press("Control+b")
        expect(page.locator("#jp-left-stack")).to_be_hidden()

    def run_all(self, page: Page) -> None:
        """Choose Run, Run All Cells, as the notebooks say."""
        page.wait_for_selector(IDLE)
        self.choose(page, "Run", "Run All Cells")

    def choose(self, page: Page, menu: str, entry: str) -> None:
        """Choose an entry of a menu; open it again if it closed while the page was loading."""

        def is_chosen() -> bool:
            page.locator(".lm-MenuBar-itemLabel", has_text=menu).click()
            try:
                page.locator(".lm-Menu-itemLabel", has_text=entry).first.click(timeout=PATIENCE / 2)
            except NotInTime:
                return False
            return True

        until(is_chosen, f"{menu} does not offer {entry}")

    def sessions(self) -> list[dict[str, Any]]:
        """Return what the server says of these notebooks' kernels."""
        with urlopen(f"{self.address}/api/sessions?token={self.token}", timeout=60) as answer:
            running: list[dict[str, Any]] = json.load(answer)
        return [one for one in running if one["path"].startswith(f"{self.inside}/")]

    def stop_kernels(self) -> None:
        """Shut the kernels of these notebooks down."""
        for session in self.sessions():
            address = f"{self.address}/api/sessions/{session['id']}?token={self.token}"
            urlopen(Request(address, method="DELETE"), timeout=60)

    def run_anew(self, page: Page) -> None:
        """Restart the kernel and run all cells, from the menu."""
        self.choose(page, "Kernel", "Restart Kernel and Run All Cells")
        page.get_by_role("button", name="Confirm Kernel Restart").click()

    def shut_down(self, page: Page) -> None:
        """Shut the page's kernel down, from the menu."""
        self.choose(page, "Kernel", "Shut Down Kernel")
        page.wait_for_selector("text=/^No Kernel/")

    def use_theme(self, page: Page, name: str) -> None:
        """Choose a theme, "JupyterLab Light" or "JupyterLab Dark"."""
        page.locator(".lm-MenuBar-itemLabel", has_text="Settings").click()
        page.locator(".lm-Menu-itemLabel", has_text="Theme").first.hover()
        page.locator(".lm-Menu-itemLabel", has_text=name).first.click()
        light = "true" if name.endswith("Light") else "false"
        themed = page.locator(f'body[data-jp-theme-light="{light}"]')
        themed.wait_for(state="attached")
        page.wait_for_selector("#jupyterlab-splash", state="detached")  # it hides everything


@dataclass
class Link:
    """What a way to a server does to what takes it, either way; it may change meanwhile."""

    seconds: float = 0.0  # on the way
    rate: float = math.inf  # bytes a second
    stalled: float = 0.0  # the share of parts that are held up
    most: float = math.inf  # bytes that may come: what is beyond has to wait until it is raised
    carried: int = 0  # bytes that came
    is_cut: bool = False
    chance: random.Random = field(default_factory=lambda: random.Random(21))

    def arrival(self, left: float, size: int) -> tuple[float, float]:
        """Return when a part has left that could leave at a time, and when it arrives."""
        gone = left + size / self.rate
        held_up = self.chance.random() < self.stalled
        return gone, gone + self.seconds + held_up * self.chance.uniform(0.3, 0.9)


@contextmanager
def linked(lab: JupyterLab, link: Link) -> Iterator[JupyterLab]:
    """Give a JupyterLab at the end of a link; all its connections share what that carries."""
    port = int(lab.address.rpartition(":")[2])
    ready = threading.Event()
    made: list[tuple[int, Callable[[], object]]] = []
    free = [0.0, 0.0]  # from when on it takes more, there and back

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: int) -> None:
        """Pass on what comes, each part after its time on the way."""
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        clock = asyncio.get_running_loop().time

        async def leave() -> None:
            part = b"-"
            while part and not link.is_cut:
                part = await reader.read(16384)
                free[way], at = link.arrival(max(clock(), free[way]), len(part))
                under_way.put_nowait((at, part))
                if way:
                    link.carried += len(part)
                while way and link.carried > link.most:
                    await asyncio.sleep(0.01)

        async def arrive() -> None:
            while (come := await under_way.get())[1] and not link.is_cut:
                await asyncio.sleep(come[0] - clock())
                writer.write(come[1])
                await writer.drain()
            writer.close()

        with suppress(ConnectionError):
            await asyncio.gather(leave(), arrive())

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if link.is_cut:
            writer.close()
            return
        with suppress(asyncio.CancelledError, ConnectionError):  # at the end of the link or the lab
            there, back = await asyncio.open_connection("127.0.0.1", port)
            await asyncio.gather(carry(reader, back, 0), carry(there, writer, 1))

    async def serve() -> None:
        server, over = await asyncio.start_server(meet, "127.0.0.1", 0), asyncio.Event()
        loop = asyncio.get_running_loop()
        end = partial(loop.call_soon_threadsafe, over.set)
        made.append((server.sockets[0].getsockname()[1], end))
        ready.set()
        await over.wait()

    thread = threading.Thread(target=asyncio.run, args=(serve(),), daemon=True)
    thread.start()
    assert ready.wait(PATIENCE / 1000)
    [(own, end)] = made
    yield JupyterLab(f"http://127.0.0.1:{own}", lab.token, lab.folder, lab.inside)
    end()
    thread.join(PATIENCE / 1000)


def until(holds: Callable[[], bool], what: Callable[[], str] | str) -> None:
    """Ask again and again until something holds; say what did not when our patience ends."""
    deadline = time.monotonic() + PATIENCE / 1000
    while not holds():
        assert time.monotonic() < deadline, what if isinstance(what, str) else what()
        time.sleep(0.05)
