"""What `rolekit` offers, and which way its imports run."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import rolekit

PACKAGE = Path(rolekit.__file__).parent
ROOT = PACKAGE.parent
MODULES = sorted(PACKAGE.rglob("*.py"))
LAYERS = ("domain", "figures", "widgets")  # each may import those before it
PLOTTING = {"plotly"}
WIDGETS = {"anywidget", "ipywidgets", "traitlets"}
MAY_IMPORT = {"domain": set(), "figures": PLOTTING, "widgets": PLOTTING | WIDGETS}
ERRORS = [
    rolekit.AdvertError,
    rolekit.AnswerError,
    rolekit.CodeError,
    rolekit.DataError,
    rolekit.NotEnoughAnswers,
    rolekit.TeamError,
]


def layer(parts):
    """The layer of a module, given the parts of its path or its name below rolekit."""
    return parts[0] if parts and parts[0] in LAYERS else "domain"


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
    assert heavy <= MAY_IMPORT[own]


def test_imports_run_downwards(module):
    own = layer(module.relative_to(PACKAGE).parts)
    for name in imported(module):
        if name.startswith("rolekit."):
            assert LAYERS.index(layer(name.split(".")[1:])) <= LAYERS.index(own), name


def test_the_laws_about_imports_see_imports():
    assert "plotly.graph_objects" in set(imported(PACKAGE / "figures" / "spectrum.py"))
    assert len(MODULES) > 10
