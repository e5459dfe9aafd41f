"""What `rolekit` offers, and which way its imports run."""

import ast
import inspect
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import rolekit

PACKAGE = Path(rolekit.__file__).parent
ROOT = PACKAGE.parent
MODULES = sorted(PACKAGE.rglob("*.py"))
LAYERS = ("domain", "figures", "widgets")  # each may import those before it
# Parts that need more than the standard library, with their pictures and their widgets; nothing
# else imports them.
HEAVY_PARTS = {
    "weather": {
        "fastapi",
        "httpx",
        "joblib",
        "numpy",
        "prometheus_client",
        "pydantic",
        "sklearn",
        "starlette",
        "threadpoolctl",
        "uvicorn",
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
ERRORS = [
    rolekit.AdvertError,
    rolekit.AnswerError,
    rolekit.CodeError,
    rolekit.DataError,
    rolekit.NotEnoughAnswers,
    rolekit.PlanError,
    rolekit.StoreError,
    rolekit.TeamError,
]


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


def in_a_fresh_python(code):
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)


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
    with pytest.raises(AttributeError) as caught:
        rolekit.nothing  # noqa: B018
    assert str(caught.value) == "module 'rolekit' has no attribute 'nothing'"


@pytest.mark.parametrize("error", ERRORS)
def test_every_error_is_a_value_error(error):
    assert issubclass(error, rolekit.RolekitError)
    assert issubclass(rolekit.RolekitError, ValueError)


def test_every_error_is_public():
    defined = {
        thing
        for thing in vars(rolekit.errors).values()
        if isinstance(thing, type) and issubclass(thing, Exception)
    }
    assert defined == {rolekit.RolekitError, *ERRORS}


def test_placing_a_person_loads_neither_plotly_nor_ipywidgets():
    loaded = in_a_fresh_python(
        "import json, sys, rolekit\n"
        "facets = rolekit.load_instrument().facets\n"
        "answers = rolekit.Answers.from_facets({facet.id: 50 for facet in facets})\n"
        "rolekit.describe(rolekit.place(answers)), rolekit.roles(), answers.to_code()\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    assert "rolekit" in loaded
    assert not {"anywidget", "ipywidgets", "numpy", "pandas", "plotly"}.intersection(loaded)


def test_a_plan_needs_the_standard_library_alone():
    """Only who wants the calendar file needs the library that writes it."""
    loaded = in_a_fresh_python(
        "import json, sys\n"
        "import rolekit.calendar_file, rolekit.describe_path, rolekit.plan_page\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    assert "rolekit" in loaded
    assert not {"icalendar", "ipywidgets", "numpy", "plotly"}.intersection(loaded)


def test_a_room_of_people_loads_no_database_and_no_data_frames():
    loaded = in_a_fresh_python(
        "import json, sys, rolekit.cohort, rolekit.qr\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    heavy = {"narwhals", "numpy", "pandas", "plotly", "psycopg", "segno", "sqlalchemy"}
    assert not heavy.intersection(loaded)


def test_figures_are_loaded_when_they_are_first_used():
    before, after = in_a_fresh_python(
        "import json, sys, rolekit\n"
        "before = 'plotly' in sys.modules\n"
        "rolekit.figures\n"
        "print(json.dumps([before, 'plotly' in sys.modules]))"
    )
    assert (before, after) == (False, True)


def test_figures_need_no_widgets():
    loaded = in_a_fresh_python(
        "import json, sys, rolekit.figures\n"
        "print(json.dumps(['ipywidgets' in sys.modules, 'rolekit.widgets' in sys.modules]))"
    )
    assert loaded == [False, False]


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
