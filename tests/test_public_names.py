"""What `rolekit` offers, and which way its imports run."""

import ast
import inspect
import re
import sys
from pathlib import Path

import pytest
from hands import ROOT, in_a_fresh_python, refusal

import rolekit

PACKAGE = Path(rolekit.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
# Who needs more than the standard library; what draws and what moves is held by test_house.py.
WEATHER = {
    *("fastapi", "httpx", "joblib", "numpy", "prometheus_client", "pydantic", "sklearn"),
    *("starlette", "threadpoolctl", "uvicorn"),
}
INTERFACE = {"anywidget", "ipywidgets", "plotly", "traitlets"}
# Modules that are loaded only when what they are for is used.
MAY_IMPORT_TOO = {
    "__main__.py": {"jupyterlab"},
    "base/progress.py": {"tqdm"},
    "base/server.py": {"starlette", "uvicorn"},
    "cohort/door/__init__.py": {"starlette"},
    "cohort/door/addresses.py": {"psutil"},
    "cohort/door/flood.py": {"uvicorn"},
    "cohort/frame_checks.py": {"narwhals"},
    "cohort/place_frame.py": {"narwhals"},
    "cohort/placement_columns.py": {"narwhals"},
    "path/calendar_file.py": {"icalendar"},
    "record/database_store.py": {"sqlalchemy"},
    "record/qr.py": {"segno"},
    "record/set_up.py": {"sqlalchemy"},
}
CLASSES = [one for one in vars(rolekit.errors).values() if isinstance(one, type)]
ERRORS = [one for one in CLASSES if issubclass(one, Exception)]


def imported(path):
    """The full names of all that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def loaded_by(code):
    """The modules that are there once this ran in a Python that had imported nothing."""
    return set(in_a_fresh_python(f"import json, sys\n{code}\nprint(json.dumps(list(sys.modules)))"))


@pytest.fixture(params=MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def module(request):
    return request.param


@pytest.mark.parametrize("name", rolekit.__all__)
def test_every_public_name_is_there(name):
    assert getattr(rolekit, name) is not None


def test_public_names_are_listed_once_and_in_order():
    assert len(set(rolekit.__all__)) == len(rolekit.__all__)
    assert rolekit.__all__ == sorted(rolekit.__all__)


@pytest.mark.parametrize(
    "name",
    [
        name
        for module in (rolekit, rolekit.cohort)
        for name in module.__all__
        if inspect.isfunction(getattr(module, name))
    ],
)
def test_every_public_function_is_shown_in_the_readme_or_a_notebook(name):
    pages = [ROOT / "README.md", *(ROOT / "notebooks").glob("*.ipynb")]
    assert any(re.search(rf"\b{name}\b", page.read_text(encoding="utf-8")) for page in pages)


def test_a_name_that_is_not_there_is_named():
    said = refusal(AttributeError, getattr, rolekit, "nothing")
    assert said == "module 'rolekit' has no attribute 'nothing'"


@pytest.mark.parametrize("error", ERRORS)
def test_every_error_is_public_and_a_value_error(error):
    assert getattr(rolekit, error.__name__) is error
    assert issubclass(error, rolekit.RolekitError)
    assert issubclass(error, ValueError)


PLACING = """
import rolekit
facets = rolekit.load_instrument().facets
answers = rolekit.Answers.from_facets({facet.id: 50 for facet in facets})
rolekit.describe(rolekit.place(answers)), rolekit.roles(), answers.to_code()
"""


@pytest.mark.parametrize(
    ("code", "needless"),
    [
        (
            PLACING,
            {"anywidget", "ipywidgets", "numpy", "pandas", "plotly", "rolekit.adverts"}
            | {"rolekit.team", "rolekit.card"},
        ),
        # Only who wants the calendar file needs the library that writes it.
        (
            "import rolekit.path.calendar_file, rolekit.path.words, rolekit.path.plan_page",
            {"icalendar", "ipywidgets", "numpy", "plotly"},
        ),
        (
            "import rolekit.cohort, rolekit.record.qr",
            {"narwhals", "numpy", "pandas", "plotly", "psycopg", "segno", "sqlalchemy"},
        ),
        ("import rolekit\nrolekit.figures.spectrum", {"ipywidgets", "rolekit.widgets"}),
    ],
    ids=["placing a person", "a plan", "a room of people", "figures"],
)
def test_nothing_is_loaded_that_is_not_needed(code, needless):
    loaded = loaded_by(code)
    assert "rolekit" in loaded
    assert not needless & loaded


def test_figures_are_loaded_when_they_are_first_used():
    assert "plotly" not in loaded_by("import rolekit")
    assert "plotly" in loaded_by("import rolekit\nrolekit.figures.spectrum")


def test_a_module_needs_only_the_packages_that_it_may(module):
    name = module.relative_to(PACKAGE).as_posix()
    outside = {one.partition(".")[0] for one in imported(module)} - {"rolekit"}
    more = WEATHER if name.startswith("weather/") else set()
    assert outside - set(sys.stdlib_module_names) <= (
        INTERFACE | more | MAY_IMPORT_TOO.get(name, set())
    )


@pytest.mark.parametrize("face", [rolekit.figures, rolekit.widgets], ids=lambda one: one.__name__)
def test_a_face_hands_on_each_of_its_names_and_lists_them(face):
    for name in face.__all__:
        assert getattr(face, name).__name__.rpartition(".")[2] in (name, "figures", "panels")
        assert name in dir(face)


def test_a_face_loads_the_subject_of_a_name_alone():
    loaded = loaded_by("import rolekit.widgets\nrolekit.widgets.Explorer")
    assert "rolekit.measure.panels.explorer" in loaded
    for other in ("adverts", "team", "cohort", "card", "path", "weather", "titles"):
        assert f"rolekit.{other}" not in loaded, other


def test_the_explorer_loads_at_most_45_modules_of_ours():
    loaded = loaded_by("import rolekit.widgets\nrolekit.widgets.Explorer()")
    ours = {name for name in loaded if name.partition(".")[0] == "rolekit"}
    assert "rolekit.measure.panels.explorer" in ours
    assert len(ours) <= 45, sorted(ours)


def test_importing_rolekit_loads_no_subject():
    loaded = {name for name in loaded_by("import rolekit") if name.startswith("rolekit")}
    assert loaded == {
        *("rolekit", "rolekit.base", "rolekit.base.face", "rolekit.errors", "rolekit.self_check"),
    }
