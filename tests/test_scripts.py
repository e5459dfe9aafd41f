"""Modules of JavaScript are joined into one script that imports nothing."""

import re
from pathlib import Path

import anywidget
import pytest
from pages import check_readable

import rolekit
from rolekit import Answers, Response, widgets
from rolekit.base.ui.scripts import classic_script, script
from rolekit.measure.panels.loop import Loop
from rolekit.page.build import page_files
from rolekit.record.panels.hand_over import HandOver

PACKAGE = Path(rolekit.__file__).parent
# Every element of ours, wherever it is defined: asking for all widgets loads them all.
WIDGETS = [getattr(widgets, name) for name in widgets.__all__]
ELEMENTS = [
    element
    for element in anywidget.AnyWidget.__subclasses__()
    if element.__module__.startswith("rolekit.")
]
OURS = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.js")}


NEEDS = {HandOver: [lambda _: None], Loop: [Response(Answers())]}


def state_of(element):
    return element(*NEEDS.get(element, [])).get_state()


def joined(element):
    return state_of(element)["_esm"]


def modules_in(text):
    """The modules that a joined script holds, in order."""
    return re.findall(r"^const \$(\w+) = \(\(\) => \{$", text, re.MULTILINE)


def name(path):
    return re.sub(r"\W", "_", path.relative_to(PACKAGE).with_suffix("").as_posix())


@pytest.mark.parametrize("element", ELEMENTS)
def test_an_element_brings_each_module_it_needs_once_and_before_it_is_needed(element):
    text = joined(element)
    found = modules_in(text)
    assert len(set(found)) == len(found)
    for used in re.finditer(r"\} = \$(\w+);", text):
        assert text.index(f"const ${used[1]} = ") < used.start()
    assert not re.search("^import ", text, re.MULTILINE)
    assert re.findall("^export .*", text, re.MULTILINE) == [
        f"export default ${found[-1]}.standard;"
    ]


def test_every_script_and_style_of_an_element_or_of_the_page_is_used():
    states = [state_of(element) for element in ELEMENTS]
    files = {name: content.decode() for name, content in page_files().items()}
    scripts = [files["page.js"], *(state["_esm"] for state in states)]
    found = {name for script in scripts for name in modules_in(script)}
    assert {name(path) for path in OURS if {"ui", "panels", "page"} & set(path.parts)} <= found
    styles = [files["index.html"], *(state["_css"] for state in states if "_css" in state)]
    for path in PACKAGE.rglob("*.css"):
        assert any(path.read_text(encoding="utf-8") in style for style in styles), path.name


def test_a_joined_script_keeps_every_line_but_imports_and_exports():
    path = PACKAGE / "base/ui/handout.py"
    text = script(str(path))
    for line in (path.with_suffix(".js")).read_text(encoding="utf-8").splitlines():
        assert line in text or line.startswith(("import ", "export "))


def test_no_script_ends_a_page_that_holds_it():
    assert not [path for path, text in OURS.items() if "</script" in text]


@pytest.fixture(scope="module")
def blank(chromium):
    page = chromium.new_page()
    yield page
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("element", ELEMENTS)
def test_a_browser_takes_it_as_one_module(blank, element):
    found = blank.evaluate(
        """async (text) => {
          const blob = new Blob([text], { type: "text/javascript" });
          const found = await import(URL.createObjectURL(blob));
          return Object.entries(found).map(([name, { render }]) => [name, typeof render]);
        }""",
        joined(element),
    )
    assert found == [["default", "function"]]


@pytest.mark.browser
def test_a_page_from_a_disk_runs_it_as_a_classic_script(chromium, tmp_path):
    names = ["record/codes.py", "measure/words.py", "measure/placement.py"]
    scripts = [f"<script>{classic_script(str(PACKAGE / name))}</script>" for name in names]
    file = tmp_path / "page.html"
    file.write_text(f"<!DOCTYPE html><meta charset=utf-8>{''.join(scripts)}", encoding="utf-8")
    page, problems = chromium.new_page(), []
    page.on("pageerror", lambda problem: problems.append(problem.message))
    page.goto(file.as_uri())
    assert page.locator("script").count() == len(names)
    page.close()
    assert not problems


# The colours that VS Code gives a notebook in its dark theme, where Jupyter's are missing.
VS_CODE = {
    "editor-background": "#1f1f1f",
    "editor-foreground": "#cccccc",
    "descriptionForeground": "#9d9d9d",
    "editorWidget-background": "#202020",
    "editorWidget-border": "#454545",
    "input-background": "#313131",
    "focusBorder": "#0078d4",
}
LABELS = {"label": "A label", "help": "A help", "text": "A text", "button": "Press"}
RENDER = """async ([states, colours]) => {
  for (const name in colours) {
    document.documentElement.style.setProperty(`--vscode-${name}`, colours[name]);
  }
  document.body.style.background = "var(--vscode-editor-background, #fff)";
  for (const state of states) {
    const style = document.head.appendChild(document.createElement("style"));
    style.textContent = state._css;
    const blob = new Blob([state._esm], { type: "text/javascript" });
    const { default: { initialize, render } } = await import(URL.createObjectURL(blob));
    const deaf = ["set", "save_changes", "on", "off", "send"].map((name) => [name, () => {}]);
    const model = { get: (name) => state[name], ...Object.fromEntries(deaf) };
    const panel = document.body.appendChild(document.createElement("div"));
    panel.className = "rk-panel";
    initialize?.({ model });
    render({ model, el: panel.appendChild(document.createElement("div")) });
  }
}"""


@pytest.mark.browser
def test_without_jupyters_colours_it_is_readable_in_vs_code_too(chromium):
    # The cards are nothing without their pairs.
    states = [state_of(element) for element in ELEMENTS if element.__name__ != "PairCards"]
    states = [state | {n: LABELS[n] for n in LABELS if n in state} for state in states]
    states = [state for state in states if "_css" in state]
    for colours, paper in ((VS_CODE, 0x1F), ({}, 0xFF)):
        page = chromium.new_page()
        page.evaluate(RENDER, [states, colours])
        papers = check_readable(page.locator("body"), 40)
        assert (paper, paper, paper, 1) in papers
        page.close()


def test_every_colour_of_jupyters_that_is_used_has_another_in_its_place():
    name = re.compile(r"--jp-[a-z0-9-]+")
    theme = (PACKAGE / "base/ui/scripts.css").read_text(encoding="utf-8")
    used = {found for path in PACKAGE.rglob("*.css") for found in name.findall(path.read_text())}
    assert used <= set(re.findall(r"^  (--jp-[a-z0-9-]+): .+;$", theme, re.MULTILINE))
