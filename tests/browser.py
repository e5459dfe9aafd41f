"""A real JupyterLab and a real Chromium, for the browser tests and for `make pictures`."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
PATIENCE = 90_000  # milliseconds: a kernel on a busy machine takes its time
# Chromium's own services look for a network that a test has no use for.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str | None:
    """Return where a Chromium is installed, or None."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def jupyterlab(folder: Path) -> Iterator[JupyterLab]:
    """Serve a copy of the notebooks and pictures, made in `folder`, with nobody's settings."""
    work = folder / "workbook"
    copy_workbook(work)
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
            env=os.environ | {name: str(folder / name.lower()) for name in homes + labs},
        )
    try:
        lab = JupyterLab(f"http://127.0.0.1:{port}", token, work)
        lab.wait(server)
        yield lab
    finally:
        server.terminate()
        server.wait(timeout=30)


def copy_workbook(folder: Path) -> None:
    """Copy notebooks and pictures as they are committed, over what is there."""
    for name in ("notebooks", "pictures"):
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)


class JupyterLab:
    """A running JupyterLab."""

    def __init__(self, address: str, token: str, folder: Path) -> None:
        self.address, self.token, self.folder = address, token, folder

    def wait(self, server: subprocess.Popen[bytes]) -> None:
        """Wait until the server answers; fail if it ends, or after a minute."""
        for _ in range(240):
            assert server.poll() is None, "JupyterLab ended at once; see jupyterlab.log"
            try:
                with urlopen(f"{self.address}/api/status?token={self.token}", timeout=5):
                    return
            except URLError:
                time.sleep(0.25)
        raise AssertionError("JupyterLab did not answer within a minute")

    def open(self, page: Page, notebook: str) -> None:
        """Open a notebook alone, without yesterday's tabs, and wait for its cells."""
        workspace = secrets.token_hex(4)
        path = f"/lab/workspaces/{workspace}/tree/notebooks/{notebook}?reset&token={self.token}"
        page.goto(self.address + path)
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=PATIENCE)

    def run_all(self, page: Page) -> None:
        """Choose Run, Run All Cells, as the notebooks say."""
        page.wait_for_selector("text=/ \\| Idle/", timeout=PATIENCE)
        self.choose(page, "Run", "Run All Cells")

    def choose(self, page: Page, menu: str, entry: str) -> None:
        """Choose an entry of a menu."""
        page.locator(".lm-MenuBar-itemLabel", has_text=menu).click()
        page.locator(".lm-Menu-itemLabel", has_text=entry).first.click()

    def stop_kernels(self) -> None:
        """Shut every kernel down."""
        sessions, key = f"{self.address}/api/sessions", f"?token={self.token}"
        with urlopen(sessions + key, timeout=30) as answer:
            running = json.load(answer)
        for session in running:
            urlopen(Request(f"{sessions}/{session['id']}{key}", method="DELETE"), timeout=30)

    def tidy(self) -> None:
        """Leave no kernel and no changed notebook to the next test."""
        self.stop_kernels()
        copy_workbook(self.folder)

    def use_theme(self, page: Page, name: str) -> None:
        """Choose a theme, "JupyterLab Light" or "JupyterLab Dark"."""
        page.locator(".lm-MenuBar-itemLabel", has_text="Settings").click()
        page.locator(".lm-Menu-itemLabel", has_text="Theme").first.hover()
        page.locator(".lm-Menu-itemLabel", has_text=name).first.click()
        light = "true" if name.endswith("Light") else "false"
        themed = page.locator(f'body[data-jp-theme-light="{light}"]')
        themed.wait_for(state="attached", timeout=PATIENCE)
