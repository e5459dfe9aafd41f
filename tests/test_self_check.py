"""The first cell of the workbook says that all is there, or what is missing and how to mend it."""

import importlib
import platform
import re
from importlib.metadata import PackageNotFoundError, version

import pytest

import rolekit

# `rolekit.self_check` is the function, which hides the module of that name.
MODULE = importlib.import_module("rolekit.self_check")
NEEDED = {"anywidget": "0.11", "ipywidgets": "8.1.9", "plotly": "7.1"}


@pytest.fixture
def said(capsys):
    def run():
        rolekit.self_check()
        return capsys.readouterr().out.splitlines()

    return run


@pytest.fixture
def pretend(monkeypatch):
    """Pretend that packages are there in other versions, or, with None, not at all."""

    def found(**versions):
        def look_up(name):
            if versions.get(name, "") is None:
                raise PackageNotFoundError(name)
            return versions.get(name) or version(name)

        monkeypatch.setattr(MODULE, "version", look_up)

    return found


def test_all_is_ready_here_with_versions_and_contents_named_and_no_more(said):
    lines = said()
    assert lines[0] == f"Python {platform.python_version()}, rolekit {rolekit.__version__}"
    assert lines[1:-2] == [f"{name} {version(name)}" for name in NEEDED]
    assert lines[-2] == "24 statements, 10 roles"
    assert said()[-1] == "Ready."
    assert not re.search("jupyterlab|pytest", "\n".join(said()))


OLD = {"anywidget": "0.9.21", "ipywidgets": "8.1.8", "plotly": "6.99.0"}


@pytest.mark.parametrize(("name", "found"), [*dict.fromkeys(NEEDED).items(), *OLD.items()])
def test_a_package_missing_or_too_old_is_named_with_what_brings_it(said, pretend, name, found):
    pretend(**{name: found})
    lines = said()
    assert f"{name} {found or 'missing'}" in lines
    assert lines[-2:] == [
        f'Not ready. In a new cell, run: %pip install "{name}>={NEEDED[name]}"',
        "Then choose Kernel, Restart Kernel and Run All Cells.",
    ]


@pytest.mark.parametrize(
    ("name", "new"), [("anywidget", "0.11.0"), ("ipywidgets", "8.10.0"), ("plotly", "10.0.1")]
)
def test_a_newer_package_will_do(said, pretend, name, new):
    pretend(**{name: new})
    assert said()[-1] == "Ready."


def test_one_command_brings_all_that_is_missing(said, pretend):
    pretend(anywidget=None, plotly="5.0")
    assert said()[-2].endswith('%pip install "anywidget>=0.11" "plotly>=7.1"')
