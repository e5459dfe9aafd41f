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
LAYERS = ("domain", "figures", "widgets")  # each may import those before it
# Parts that need more than the standard library, with their pictures and their widgets; nothing
# else imports them.
HEAVY_PARTS = {
    "weather": {
        *("fastapi", "httpx", "joblib", "numpy", "prometheus_client", "pydantic", "sklearn"),
        *("starlette", "threadpoolctl", "uvicorn"),
    }
}
PLOTTING = {"plotly"}
WIDGETS = {"anywidget", "ipywidgets", "traitlets"}
MAY_IMPORT = {"domain": set(), "figures": PLOTTING, "widgets": PLOTTING | WIDGETS}
# Modules that are loaded only when what they are for is used.
MAY_IMPORT_TOO = {
    "calendar_file.py": {"icalendar"},
    "cohort/database_store.py": {"sqlalchemy"},
    "cohort/place_frame.py": {"narwhals"},
    "cohort/placement_columns.py": {"narwhals"},
    "cohort/progress.py": {"tqdm"},
    "cohort/set_up.py": {"sqlalchemy"},
    "qr.py": {"segno"},
}
CLASSES = [one for one in vars(rolekit.errors).values() if isinstance(one, type)]
ERRORS = [one for one in CLASSES if issubclass(one, Exception)]


def layer(parts):
    """The layer of a module, given the parts of its path or its name below rolekit."""
    return parts[0] if parts and parts[0] in LAYERS else "domain"


def part(parts):
    """The heavy part that a module, or a name below rolekit, belongs to, if any."""
    return next((one for one in parts if one in HEAVY_PARTS), None)


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
        (PLACING, {"anywidget", "ipywidgets", "numpy", "pandas", "plotly"}),
        # Only who wants the calendar file needs the library that writes it.
        (
            "import rolekit.path.calendar_file, rolekit.path.words, rolekit.path.plan_page",
            {"icalendar", "ipywidgets", "numpy", "plotly"},
        ),
        (
            "import rolekit.cohort, rolekit.record.qr",
            {"narwhals", "numpy", "pandas", "plotly", "psycopg", "segno", "sqlalchemy"},
        ),
        ("import rolekit.figures", {"ipywidgets", "rolekit.widgets"}),
    ],
    ids=["placing a person", "a plan", "a room of people", "figures"],
)
def test_nothing_is_loaded_that_is_not_needed(code, needless):
    loaded = loaded_by(code)
    assert "rolekit" in loaded
    assert not needless & loaded


def test_figures_are_loaded_when_they_are_first_used():
    assert "plotly" not in loaded_by("import rolekit")
    assert "plotly" in loaded_by("import rolekit\nrolekit.figures")


def test_a_module_imports_only_what_its_layer_may(module):
    own = layer(module.relative_to(PACKAGE).parts)
    outside = {name.partition(".")[0] for name in imported(module)} - {"rolekit"}
    heavy = outside - set(sys.stdlib_module_names)
    more = set(HEAVY_PARTS.get(part(module.relative_to(PACKAGE).parts), ()))
    more |= MAY_IMPORT_TOO.get(module.relative_to(PACKAGE).as_posix(), set())
    assert heavy <= MAY_IMPORT[own] | more


def test_only_a_heavy_part_its_pictures_and_its_widgets_import_it(module):
    """Else placing a person would need scikit-learn."""
    own = module.relative_to(PACKAGE).parts
    for name in imported(module):
        wanted = part(name.split(".")[1:]) if name.startswith("rolekit.") else None
        assert wanted in (None, part(own)), name


def test_imports_run_downwards(module):
    own = layer(module.relative_to(PACKAGE).parts)
    for name in imported(module):
        if name.startswith("rolekit."):
            assert LAYERS.index(layer(name.split(".")[1:])) <= LAYERS.index(own), name


def test_the_laws_about_imports_see_imports():
    assert "plotly.graph_objects" in set(imported(PACKAGE / "figures" / "spectrum.py"))
    assert len(MODULES) > 10
