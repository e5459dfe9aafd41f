"""`python -m rolekit lab` serves the workbook on any system, from wherever it was unpacked."""

import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from browser import until
from hands import ran

import rolekit
from rolekit.__main__ import QUIET, ROOT, options, settle

PARTS = ("rolekit", "data", "homes", "notebooks")


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """Give a copy as a ZIP leaves it, in a folder with a space and an umlaut in its name."""
    folder = tmp_path_factory.mktemp("home") / "Rolle für mich"
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part)
    return folder


def test_a_folder_with_a_space_and_an_umlaut_in_its_name_is_served(unpacked):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    served = f"http://127.0.0.1:{port}"
    settings = [f"--ServerApp.port={port}", "--ServerApp.ip=127.0.0.1", "--IdentityProvider.token="]
    with (unpacked / "log.txt").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "rolekit", "lab", "--no-browser", *settings],
            cwd=unpacked,
            stdout=log,
            stderr=log,
        )
    try:

        def opened():
            assert server.poll() is None, (unpacked / "log.txt").read_text("utf-8")[-2000:]
            try:
                with urlopen(served, timeout=60) as page:
                    return page.url
            except URLError:
                return None

        until(opened, "JupyterLab does not answer")
        assert opened() == f"{served}/lab/tree/notebooks/00-start-here.ipynb"
        with urlopen(f"{served}/api/contents/notebooks?content=1", timeout=60) as listed:
            names = {entry["name"] for entry in json.load(listed)["content"]}
        assert names >= {path.name for path in (ROOT / "notebooks").glob("*.ipynb")}
    finally:
        server.terminate()
        server.wait(timeout=60)


def test_without_its_notebooks_it_says_where_to_run(unpacked):
    (unpacked / "notebooks").rename(unpacked / "elsewhere")
    said = ran("-m", "rolekit", "lab", folder=unpacked)
    assert said.returncode == 1
    assert "Run this in the folder of the project." in said.stderr


@pytest.mark.parametrize("words", [[], ["labs"], ["settings", "now"]])
def test_other_words_are_answered_with_what_there_is(words):
    said = ran("-m", "rolekit", *words)
    assert said.returncode == 1
    assert "python -m rolekit lab" in said.stderr


def test_only_root_is_told_to_serve_as_root(monkeypatch):
    for user, allowed in ((0, True), (1000, False)):
        monkeypatch.setattr("os.geteuid", lambda user=user: user)
        assert ("--allow-root" in options()) is allowed
    monkeypatch.delattr("os.geteuid")  # as on Windows
    assert "--allow-root" not in options()


def test_the_question_about_news_is_answered_in_jupyterlabs_own_words_on_binder_too(tmp_path):
    """A setting that it does not know would be ignored in silence."""
    settle(tmp_path)
    settle(tmp_path)  # each start writes it anew
    [written] = tmp_path.rglob("overrides.json")
    assert written.relative_to(tmp_path).parent == Path("share/jupyter/lab/settings")
    assert json.loads(written.read_text(encoding="utf-8")) == QUIET
    [(plugin, settings)] = QUIET.items()
    schemas = Path(sys.prefix) / "share/jupyter/lab/schemas"
    schema = json.loads((schemas / f"{plugin.replace(':', '/')}.json").read_text(encoding="utf-8"))
    assert settings.keys() <= schema["properties"].keys()
    assert settings["fetchNews"] in [
        way["const"] for way in schema["properties"]["fetchNews"]["oneOf"]
    ]
    assert (tmp_path / "share/jupyter/labextensions/rolekit/package.json").is_file()
    assert "python -m rolekit settings" in (ROOT / "postBuild").read_text("utf-8")
    assert Path(rolekit.__file__).parents[1] == ROOT
