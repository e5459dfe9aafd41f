"""The laws of the house, as CONTRIBUTING tells them."""

import ast
import re
from collections import Counter
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import rolekit
from rolekit.base.ui.scripts import EXPORT, IMPORT, STANDARD

PACKAGE = Path(rolekit.__file__).parent
SCRIPTS = sorted(PACKAGE.rglob("*.js"))
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
# What is named later may import what is named earlier; the faces and the self-check all of it.
SUBJECTS = [
    "errors",
    "base",
    "record",
    "titles",
    "measure",
    "page",
    "weather",
    "path",
    "adverts",
    "team",
    "cohort",
    "card",
]
FACES = {"__init__.py", "__main__.py", "figures.py", "self_check.py", "widgets.py"}
LAYERS = {
    "arithmetic": {"arithmetic"},
    "words": {"arithmetic", "words"},
    "figures": {"arithmetic", "figures"},
    "panels": {"arithmetic", "words", "figures", "panels"},
}
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 350, 60
# Who is longer says why at its head, on a line that begins like this.
REASON = "Long: "
PLOTTING, MOVING = {"plotly"}, {"anywidget", "ipywidgets", "traitlets"}
# A FigureWidget is both a figure and a widget.
SHARED_SCRIPTS = {"keys.js", "copy.js"}


def subject(name):
    top = name.partition("/")[0]
    return "card" if name in FACES else top.removesuffix(".py")


def layer(name):
    parts = name.split("/")
    if parts[:2] == ["base", "plot"] or "figures" in parts[:-1]:
        return "figures"
    # The page for phones, and a program for a terminal, are panels in homes of their own.
    if parts[:2] == ["base", "ui"] or "panels" in parts[:-1] or parts[0] == "page":
        return "panels"
    if parts[-1] == "__main__.py":
        return "panels"
    # A brief is the words of an advert or a team on a page.
    return "words" if Path(name).stem in ("words", "brief") else "arithmetic"


@cache
def tree(name):
    return ast.parse(MODULES[name].read_text(encoding="utf-8"))


@cache
def imported(name):
    """The full names of all that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@cache
def needs(name):
    """The modules of rolekit that a module imports."""
    files = set()
    for one in imported(name):
        parts = one.split(".")
        if parts[0] != "rolekit":
            continue
        places = ["/".join(parts[1:])]
        places += ["/".join(parts[1:-1])]
        options = [f"{place}{end}" for place in places for end in (".py", "/__init__.py")]
        files.add(next(file.lstrip("/") for file in options if file.lstrip("/") in MODULES))
    return files - {name}


@pytest.fixture(params=MODULES)
def module(request):
    return request.param


def test_subjects_import_upwards(module):
    if module not in FACES:
        for other in needs(module):
            assert other not in FACES, other
            assert SUBJECTS.index(subject(other)) <= SUBJECTS.index(subject(module)), other


def test_panels_rest_on_figures_and_words_and_these_on_arithmetic(module):
    if module not in FACES:
        assert {layer(other) for other in needs(module)} <= LAYERS[layer(module)]


def test_only_figures_draw_and_only_panels_move(module):
    own = layer(module)
    outside = {one.partition(".")[0] for one in imported(module)}
    if own != "figures":
        assert not outside & PLOTTING
    if own != "panels":
        assert not outside & MOVING


def test_no_two_modules_need_each_other():
    try:
        order = list(TopologicalSorter({name: needs(name) for name in MODULES}).static_order())
    except CycleError as circle:
        pytest.fail(str(circle))
    assert order.index("record/codes.py") < order.index("record/answers.py")


def lines_of(node):
    return node.end_lineno - node.lineno + 1


def head(module, node):
    """The lines of a module or a function up to its first statement, its docstring included."""
    first = next((one for one in node.body if not isinstance(one, ast.Expr)), node.body[-1])
    start = getattr(node, "lineno", 1) - 1
    return MODULES[module].read_text(encoding="utf-8").splitlines()[start : first.lineno]


def test_what_is_long_says_why(module):
    def says_why(node):
        return any(line.lstrip(" #").startswith(REASON) for line in head(module, node))

    if len(MODULES[module].read_text(encoding="utf-8").splitlines()) > MOST_LINES:
        assert says_why(tree(module))
    for node in ast.walk(tree(module)):
        is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if is_function and lines_of(node) > MOST_LINES_OF_A_FUNCTION:
            assert says_why(node), node.name


def test_a_class_name_means_one_thing():
    names = Counter(
        node.name
        for name in MODULES
        for node in ast.walk(tree(name))
        if isinstance(node, ast.ClassDef)
    )
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("kind", ["js", "css"])
def test_a_script_lies_beside_the_module_of_its_name_or_serves_another(kind):
    files = sorted(PACKAGE.rglob(f"*.{kind}"))
    wanted = {other for path in SCRIPTS for other in script_imports(path)}
    assert files
    for file in files:
        assert file.with_suffix(".py").exists() or file in wanted, file


@cache
def script_imports(path):
    """The names that a script imports, by the file that they come from."""
    found = IMPORT.findall(path.read_text(encoding="utf-8"))
    return {
        (path.parent / file).resolve(): set(names.strip("{ }").split(", ")) for names, file in found
    }


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_imports_and_exports_in_a_form_that_can_be_joined(path):
    lines = re.findall(r"^.*\b(?:import|export)\b.*$", without_comments(path), re.MULTILINE)
    for line in lines:
        assert IMPORT.fullmatch(line) or EXPORT.match(line) or STANDARD.fullmatch(line), line
    for other, names in script_imports(path).items():
        assert names <= set(EXPORT.findall(other.read_text(encoding="utf-8")))


def without_comments(path):
    return re.sub("//.*", "", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_keep_the_laws_of_imports(path):
    own = path.relative_to(PACKAGE).as_posix()
    for other in script_imports(path):
        name = other.relative_to(PACKAGE).as_posix()
        assert SUBJECTS.index(subject(name)) <= SUBJECTS.index(subject(own)), name
        assert layer(name) in LAYERS[layer(own)], name


def test_no_two_scripts_need_each_other():
    TopologicalSorter({path: script_imports(path) for path in SCRIPTS}).prepare()


def test_what_scripts_share_is_written_once():
    own = [file for file in SCRIPTS if file.name not in SHARED_SCRIPTS]
    for file in own:
        text = file.read_text(encoding="utf-8")
        assert "stopPropagation" not in text
        assert "navigator.clipboard" not in text


@pytest.mark.parametrize(
    ("what", "home"),
    [("csv.writer", "base/spreadsheet.py"), ("<!DOCTYPE html>\n", "base/page.py")],
    ids=["a table that no spreadsheet runs", "a page to print"],
)
def test_it_is_made_in_one_place(what, home):
    makers = [name for name, path in MODULES.items() if what in path.read_text(encoding="utf-8")]
    assert makers == [home]


def test_the_laws_see_imports():
    assert "plotly.graph_objects" in imported("measure/figures/spectrum.py")
    assert "record/instrument.py" in needs("record/answers.py")
    assert "team/__init__.py" in MODULES
    assert len(MODULES) > 150


def test_every_place_that_contributing_names_is_there():
    root = PACKAGE.parent
    named = re.findall(r"`([a-z_]+/[\w/]+\.\w+)`", (root / "CONTRIBUTING.md").read_text("utf-8"))
    assert len(named) > 20
    assert [
        place for place in named if not any((of / place).exists() for of in (root, PACKAGE))
    ] == []
