"""What panels share: a stand-in where nothing runs, a small state, a field that trusts no text."""

import json
import re

import ipywidgets
import nbformat
import pytest
from hands import ROOT, refusal
from hypothesis import given
from hypothesis import strategies as st
from panels import ABOUT, labelled, parts, paste, press, said
from strategies import examples

from rolekit import CodeError, Response
from rolekit.base.ui.panel import button, row
from rolekit.base.ui.sentence import Sentence
from rolekit.measure.example import EXAMPLE
from rolekit.record.panels.code_entry import code_entry
from rolekit.widgets import (
    Explorer,
    GuessShares,
    KeepThis,
    PairsGame,
    Person,
    RoleExplorer,
    ThenAndNow,
)

NOTEBOOK = ROOT / "notebooks" / "03-why-you-sit-there.ipynb"
OF_03 = ["Person", *ABOUT, "PairsGame"]
ALONE = {panel.__name__: panel for panel in (Person, Explorer, GuessShares, RoleExplorer)}
REPRS = {
    "Explorer": "Explorer(12 statements, 0 answered)",
    "GuessShares": "GuessShares(8 questions)",
    "RoleExplorer": "RoleExplorer(Data analyst, Data engineer)",
}
MARKUP = "<img src=x onerror=alert(1)>"


def made(name):
    return ALONE[name]() if name in ALONE else (ABOUT | {"PairsGame": PairsGame})[name](Person())


every_panel = pytest.mark.parametrize("name", [*OF_03, *REPRS])


def state_of(widget, scripts=False):
    """The state with which a page opens a widget and all in it, as JSON, by its number."""
    found = {}
    for part in all_parts(widget):
        state = part.get_state()
        if not scripts:
            state = {key: value for key, value in state.items() if key not in ("_esm", "_css")}
        found[part.model_id] = json.dumps(state, default=lambda each: f"model {each.model_id}")
    return found


def all_parts(widget):
    """A widget with its children, and their layouts and styles."""
    for part in parts(widget):
        yield part
        for name in ("layout", "style"):
            if isinstance(getattr(part, name, None), ipywidgets.Widget):
                yield getattr(part, name)


class TestPanel:
    @every_panel
    def test_the_text_of_a_picture_says_what_it_shows_and_whom(self, name):
        text = type(made(name)).picture_text
        assert len(text) > 50
        assert text.endswith(".")
        if name in (*REPRS, "PairsGame"):
            assert "Choose Run, Run All Cells" in text
        else:
            assert name == "SecondLook" or "invented person" in text
        # A number that is true could spoil a guess; that the shares are of 100 is no such number.
        assert name not in REPRS or not re.search(r"\d", text.replace("100", ""))

    @every_panel
    def test_the_picture_gives_way_to_a_widget_that_looks_like_a_panel(self, name):
        panel = made(name)
        bundle = panel._repr_mimebundle_()
        assert bundle["application/vnd.jupyter.widget-view+json"]["model_id"] == panel.model_id
        assert bundle["text/plain"] == panel.picture_text
        assert repr(panel) == repr(made(name)) == REPRS.get(name, f"{name}()")
        classes = made(name)._dom_classes
        assert {"rk-panel", f"rk-panel-{name.lower()}"} <= set(classes)

    @pytest.mark.parametrize("name", [*OF_03, "GuessShares", "RoleExplorer"])
    def test_opens_with_little(self, name):
        """A FigureWidget alone would bring five megabytes; here it is scripts and a picture."""
        panel = made(name)
        assert sum(map(len, state_of(panel).values())) < 100_000
        assert sum(map(len, state_of(panel, scripts=True).values())) < 200_000

    def test_all_of_the_notebook_opens_with_little(self):
        person = Person()
        several = [person, PairsGame(person), *(panel(person) for panel in ABOUT.values())]
        sizes = {id: len(state) for panel in several for id, state in state_of(panel).items()}
        assert sum(sizes.values()) < 100_000

    def test_the_notebook_shows_every_panel_once_with_its_words(self):
        notebook = nbformat.read(NOTEBOOK, as_version=4)
        outputs = [o for cell in notebook.cells if cell.cell_type == "code" for o in cell.outputs]
        panels = [*(type(made(name)) for name in OF_03), KeepThis, ThenAndNow]
        texts = [output.data["text/plain"] for output in outputs]
        assert sorted(texts) == sorted(panel.picture_text for panel in panels)


class Desk:
    """A row for a code, with all that was done with it."""

    def __init__(self, *pasted):
        self.used = []
        self.entry = code_entry("Code", "Use", self.use)
        self.field = labelled(self.entry, ipywidgets.Text, "Code")
        for text in pasted:
            paste(self.entry, text)

    def use(self, response):
        self.used.append(response)
        return f"Used {len(self.used)}."

    @property
    def holds(self):
        """The reply, what is left in the field, and what was used."""
        return said(self.entry), self.field.value, self.used


class TestCodeField:
    def test_an_intact_code_is_used_once_as_people_write_it_and_the_field_emptied(self):
        desk = Desk(EXAMPLE.to_code())
        assert desk.holds == ("Used 1.", "", [EXAMPLE])
        press(desk.entry, "Use")
        assert desk.holds == ("Used 1.", "", [EXAMPLE])
        assert Desk(f"  {EXAMPLE.to_code().lower().replace('-', ' ')}\t").used == [EXAMPLE]
        desk = Desk()
        press(desk.entry, "Use")
        assert desk.holds == ("", "", [])

    @pytest.mark.parametrize("text", ["hello", " ", EXAMPLE.to_code()[:-1]])
    def test_what_is_wrong_is_said_and_the_text_stays_to_be_mended(self, text):
        desk, reply = Desk(text), refusal(CodeError, Response.from_code, text)
        assert desk.holds == (reply, text, [])
        press(desk.entry, "Use")
        assert desk.holds == (reply, text, [])
        paste(desk.entry, EXAMPLE.to_code())
        assert desk.holds == ("Used 1.", "", [EXAMPLE])

    @pytest.mark.parametrize(
        "text", [MARKUP, f"ROLE1-{MARKUP}", "ROLE1-00AAA<b>", "javascript:alert(1)", "\\(x\\)"]
    )
    def test_hostile_text_goes_nowhere_but_into_a_sentence(self, text):
        desk = Desk(text)
        assert desk.holds == (refusal(CodeError, Response.from_code, text), text, [])
        # The page sets a Sentence as text, and the field as its value. Nothing is set as HTML.
        for part in parts(desk.entry):
            assert not isinstance(part, ipywidgets.HTML | ipywidgets.HTMLMath | ipywidgets.Output)
            if part is not desk.field:
                assert text not in json.dumps(part.get_state(), default=str)
        assert not desk.field.get_state().get("description_allow_html")

    @given(st.text(max_size=250))
    @examples(80)
    def test_no_text_at_all_breaks_it(self, text):
        desk = Desk(text)
        assert desk.used == []
        assert bool(said(desk.entry)) == bool(text)
        assert MARKUP not in said(desk.entry)

    def test_the_script_of_a_sentence_sets_text_and_never_markup(self):
        script = Sentence().get_state()["_esm"]
        assert "textContent" in script
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", script)


def test_a_row_breaks_where_the_page_is_narrow_and_a_button_is_as_wide_as_its_words():
    one, other = ipywidgets.Label(), ipywidgets.Label()
    assert row(one, other).children == (one, other)
    assert "rk-row" in row(one)._dom_classes
    done = []
    ready = button("Do it", lambda: done.append(1))
    # Its own layout would go before the style sheet of the panels, which says how wide it is.
    assert (ready.description, ready.layout.width) == ("Do it", None)
    style = Sentence().get_state()["_css"]
    assert re.search(r"\.rk-panel [^{]*\.jupyter-button[^{]*\{ *width: auto;", style)
    ready.click()
    assert done == [1]
