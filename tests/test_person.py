"""Whose result a page is about, and that every panel follows."""

from dataclasses import replace

import ipywidgets
import plotly.graph_objects as go
import pytest
from strategies import INSTRUMENT
from test_panel import PANELS, PLOTLY
from test_widgets import described, shown

from rolekit import Answers, Response, place
from rolekit.example import EXAMPLE
from rolekit.figures import spectrum
from rolekit.widgets import Person
from rolekit.widgets.elements import Sentence
from rolekit.widgets.person import NOBODY, About, invented

ANSWERS = Answers.from_items({item.id: 20 + 5 * i for i, item in enumerate(INSTRUMENT.short_items)})
ONE = Response(ANSWERS, id=7, guess=-40)
OTHER = Response(
    Answers.from_items({item.id: 80 - 5 * i for i, item in enumerate(INSTRUMENT.short_items)}), id=8
)
FEW = Response(Answers.from_items({"pipelines-1": 50}), id=9)
ABOUT = {name: panel for name, panel in PANELS.items() if name != "PairsGame"}
MARK = "an invented person"
TOO_FEW = {
    "place": (
        "There is no place to explain yet: 0 of 4 needed on the analytics side, "
        "1 of 4 needed on the engineering side."
    ),
    # It needs no place, but a shape.
    "Resembles": (
        "Your answers have no shape yet that could resemble one: they are too few, or all the same."
    ),
}

every_about = pytest.mark.parametrize("name", ABOUT)


def paste(person, code):
    described(person, ipywidgets.Text, "Your response code").value = code


def replies(person):
    return [sentence.text for sentence in shown(person, Sentence)]


def figure_of(panel):
    """The picture that a panel shows; None where there is none."""
    outputs = [output for out in shown(panel, ipywidgets.Output) for output in out.outputs]
    if not outputs:
        return None
    [output] = outputs
    return output["data"][PLOTLY]


def is_marked(panel):
    figure = figure_of(panel)
    notes = figure["layout"].get("annotations", [])
    return MARK in [note["text"] for note in notes]


def uncovered(panel):
    """The panel, once a guess was skipped where one is asked."""
    for each in shown(panel, ipywidgets.Button):
        if each.description == "Skip":
            each.click()
    return panel


class Echo(About):
    """A panel that counts how often it is asked."""

    picture_text = "Nothing."

    def __init__(self, person):
        self.asked = []
        super().__init__(person)

    def draw(self, response):
        self.asked.append(response)
        placement = place(response.answers)
        return spectrum(placement), f"At {placement.lean:.0f}."


class TestPerson:
    def test_starts_with_the_invented_person_and_says_so(self):
        person = Person()
        assert person.response == EXAMPLE
        assert person.is_example
        assert replies(person) == ["", NOBODY]
        assert NOBODY == (
            "This is an invented person, so that there is something to see. Paste your code above."
        )

    def test_takes_a_pasted_code(self):
        person = Person()
        paste(person, ONE.to_code())
        assert person.response == ONE
        assert not person.is_example
        assert replies(person) == ["Read, with 12 answers.", "What follows is about you."]

    def test_counts_a_single_answer_as_one(self):
        person = Person()
        paste(person, FEW.to_code())
        assert replies(person)[0] == "Read, with 1 answer."

    def test_a_code_with_a_fault_changes_nothing(self):
        person = Person()
        paste(person, ONE.to_code())
        paste(person, "ROLE1-<b>")
        assert person.response == ONE
        assert replies(person)[0].startswith("Character 7 of this code, '<', never occurs")

    def test_the_invented_person_can_come_back(self):
        person = Person()
        paste(person, ONE.to_code())
        paste(person, EXAMPLE.to_code())
        assert person.is_example
        assert replies(person)[1] == NOBODY

    def test_whoever_follows_is_told_now_and_at_every_change(self):
        person, seen = Person(), []
        person.follow(seen.append)
        paste(person, ONE.to_code())
        paste(person, ONE.to_code())
        paste(person, "nonsense")
        paste(person, OTHER.to_code())
        assert seen == [EXAMPLE, ONE, OTHER]

    def test_two_people_leave_each_other_alone(self):
        one, other = Person(), Person()
        paste(one, ONE.to_code())
        assert other.is_example


class TestAbout:
    def test_the_invented_person_is_marked_in_picture_and_words(self):
        panel = Echo(Person())
        assert panel.text == "An invented person, as if it were you. At 17."
        assert is_marked(panel)

    def test_a_real_person_is_not(self):
        person = Person()
        panel = Echo(person)
        paste(person, ONE.to_code())
        assert panel.text == f"At {place(ANSWERS).lean:.0f}."
        assert not is_marked(panel)
        assert MARK not in str(figure_of(panel))

    def test_too_few_answers_are_said_in_place_of_a_picture(self):
        person = Person()
        panel = Echo(person)
        paste(person, FEW.to_code())
        assert panel.text == TOO_FEW["place"]
        assert figure_of(panel) is None
        paste(person, ONE.to_code())
        assert panel.text == f"At {place(ANSWERS).lean:.0f}."
        assert figure_of(panel) is not None

    def test_a_panel_is_drawn_once_a_person(self):
        person = Person()
        panel = Echo(person)
        paste(person, ONE.to_code())
        paste(person, ONE.to_code())
        assert panel.asked == [EXAMPLE, ONE]

    @every_about
    def test_every_panel_starts_with_the_invented_person_and_says_so(self, name):
        panel = ABOUT[name](Person())
        if name == "SecondLook":
            assert figure_of(panel) is None
            return
        assert panel.text.startswith("An invented person, as if it were you. ")
        assert is_marked(panel)

    @every_about
    def test_every_panel_follows_the_person_back_and_forth(self, name):
        person = Person()
        panel = ABOUT[name](person)
        first = (panel.text, figure_of(panel))
        seen = {}
        for response in (ONE, OTHER, FEW, ONE, EXAMPLE):
            paste(person, response.to_code())
            uncovered(panel)
            now = (panel.text, figure_of(panel))
            assert seen.setdefault(response.id, now) == now
            if response == FEW:
                assert panel.text == TOO_FEW.get(name, TOO_FEW["place"])
                assert now[1] is None
            elif response != EXAMPLE and name != "SecondLook":
                assert "invented" not in panel.text
                assert not is_marked(panel)
        assert now == first

    @every_about
    def test_every_panel_is_the_same_however_one_came_to_it(self, name):
        early, late = Person(), Person()
        paste(late, ONE.to_code())
        one, other = ABOUT[name](early), ABOUT[name](late)
        paste(early, ONE.to_code())
        for panel in (one, other):
            uncovered(panel)
        assert (one.text, figure_of(one)) == (other.text, figure_of(other))

    @every_about
    def test_choices_of_pairs_change_no_picture(self, name):
        person = Person()
        panel = ABOUT[name](person)
        paste(person, ONE.to_code())
        uncovered(panel)
        before = (panel.text, figure_of(panel))
        person.response = replace(ONE, pairs=("analytics",) * 10)
        assert (panel.text, figure_of(panel)) == before


class TestInvented:
    def test_the_mark_has_a_line_of_its_own(self):
        before = go.Figure(layout={"height": 200, "margin": {"t": 10}})
        after = invented(before)
        # 26 pixels more at the top, and 26 more in all.
        assert (after.layout.height, after.layout.margin.t) == (226, 36)
        [mark] = after.layout.annotations
        assert (mark.text, mark.xref, mark.yref, mark.yanchor) == (MARK, "paper", "paper", "bottom")

    def test_the_figure_itself_stays_as_it_was(self):
        before = spectrum(place(ANSWERS))
        copy = before.to_json()
        invented(before)
        assert before.to_json() == copy
