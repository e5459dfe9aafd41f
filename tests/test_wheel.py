"""A person can be placed from the wheel alone, with nothing else installed."""

import os
import subprocess
import sys
import zipfile

import pytest
from hands import ROOT, ran

# What the notebooks load and the domain must do without.
HEAVY = ["anywidget", "ipywidgets", "numpy", "pandas", "plotly"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from this clone without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    built = ran("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    assert built.returncode == 0, built.stdout + built.stderr
    [path] = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def run(wheel, tmp_path_factory):
    """Run a line of Python outside the clone, where the wheel is all there is."""
    folder = tmp_path_factory.mktemp("elsewhere")
    python = folder / "env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    create = [sys.executable, "-m", "venv", "--without-pip", str(folder / "env")]
    subprocess.run(create, check=True, capture_output=True)
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    install = [*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)

    def run(code):
        # -I: neither the current folder nor PYTHONPATH may lend a hand.
        line = [str(python), "-I", "-c", code]
        done = subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{code}\n{done.stderr}"
        return done.stdout.strip()

    return run


def test_wheel_holds_all_that_the_clone_reads(wheel):
    """Every table, its description and the widgets' own scripts and styles are inside."""
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    tables = sorted((ROOT / "data").glob("*.csv"))
    static = [p for p in (ROOT / "rolekit").rglob("*") if p.suffix in {".js", ".css"}]
    assert tables, "data/ holds no table"
    assert {path.suffix for path in static} == {".js", ".css"}, "a widget's script or style is gone"
    wanted = {f"rolekit/{p.relative_to(ROOT)}" for p in [*tables, ROOT / "data/datapackage.json"]}
    wanted |= {str(path.relative_to(ROOT)) for path in static}
    assert wanted <= inside, f"not in the wheel: {sorted(wanted - inside)}"


def test_environment_is_truly_empty(run):
    """Else the tests below would prove nothing."""
    found = run(
        "from importlib.util import find_spec\n"
        f"print([name for name in {HEAVY} if find_spec(name)])\n"
        "import rolekit; print(rolekit.__file__)"
    ).splitlines()
    assert found[0] == "[]"
    assert "site-packages" in found[1], f"rolekit comes from {found[1]}, not from the wheel"


def test_a_person_is_placed_among_the_ten_roles_on_the_standard_library_alone(run):
    placed = run(
        "import rolekit\n"
        "facets = rolekit.load_instrument().facets\n"
        "answers = rolekit.Answers.from_facets({facet.id: 50 for facet in facets})\n"
        "print(rolekit.place(answers).lean, len(rolekit.roles()))"
    )
    assert placed == "0.0 10"
