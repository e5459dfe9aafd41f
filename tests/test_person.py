"""Whose result a page is about, and that every panel follows."""

from dataclasses import replace

import plotly.graph_objects as go
import pytest
from hands import refusal
from panels import ABOUT, figure_of, paste, said, sentences, skip_guess
from people import FEW, ONE, OTHER

from rolekit import CodeError, Response, place
from rolekit.base.plot.marks import invented
from rolekit.figures import spectrum
from rolekit.measure.example import EXAMPLE
from rolekit.measure.panels.person import NOBODY, About
from rolekit.measure.words import describe_resemblance
from rolekit.widgets import Person

MARK = "an invented person"
TOO_FEW = (
    "There's no result to explain yet. Answer statements on 4 kinds of analytics work and 3 more "
    "kinds of engineering work to see your result."
)

every_about = pytest.mark.parametrize("name", ABOUT)


@pytest.fixture
def person():
    return Person()


def is_marked(panel):
    notes = figure_of(panel)["layout"].get("annotations", [])
    return MARK in [note["text"] for note in notes]


def holds(panel):
    """What a panel shows and says, once a guess was skipped where one is asked."""
    skip_guess(panel)
    return said(panel), figure_of(panel)


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
    def test_starts_with_the_invented_person_and_says_so(self, person):
        assert person.response == EXAMPLE
        assert person.is_example
        assert sentences(person) == ["", NOBODY]
        assert NOBODY == (
            "This is an invented person, so there's something to look at. Paste your response code "
            "above to see yourself."
        )

    @pytest.mark.parametrize(
        ("response", "count"), [(ONE, "12 answers"), (FEW, "1 answer")], ids=["many", "one"]
    )
    def test_takes_a_pasted_code(self, person, response, count):
        paste(person, response.to_code())
        assert person.response == response
        assert not person.is_example
        assert sentences(person) == [f"Read: {count}.", "What follows is about you."]

    def test_a_code_with_a_fault_changes_nothing_and_an_emptied_field_forgets_it(self, person):
        paste(person, ONE.to_code())
        paste(person, "ROLE1-<b>")
        assert person.response == ONE
        assert sentences(person)[0] == refusal(CodeError, Response.from_code, "ROLE1-<b>")
        paste(person, "ROLE1-<b>")
        paste(person, "")
        assert sentences(person)[0] == ""
        paste(person, ONE.to_code())
        paste(person, "")
        assert sentences(person)[0] == "Read: 12 answers."

    def test_whoever_follows_is_told_now_and_at_every_change(self, person):
        seen = []
        person.follow(seen.append)
        for text in (ONE.to_code(), ONE.to_code(), "nonsense", OTHER.to_code()):
            paste(person, text)
        assert seen == [EXAMPLE, ONE, OTHER]

    def test_the_invented_person_can_come_back_and_two_people_leave_each_other_alone(self, person):
        other = Person()
        paste(person, ONE.to_code())
        assert other.is_example
        paste(person, ONE.to_code())
        paste(person, EXAMPLE.to_code())
        assert person.is_example
        assert sentences(person)[1] == NOBODY


class TestAbout:
    def test_the_invented_person_is_marked_in_picture_and_words(self, person):
        panel = Echo(person)
        assert said(panel) == "An invented person, as if it were you. At 15."
        assert is_marked(panel)

    def test_a_real_person_is_not_and_too_few_answers_are_said_in_place_of_a_picture(self, person):
        panel = Echo(person)
        for response in (ONE, FEW, ONE):
            paste(person, response.to_code())
            if response == FEW:
                assert holds(panel) == (TOO_FEW, None)
                continue
            assert said(panel) == f"At {place(ONE.answers).lean:.0f}."
            assert not is_marked(panel)
            assert MARK not in str(figure_of(panel))

    def test_a_panel_is_drawn_once_a_person(self, person):
        panel = Echo(person)
        paste(person, ONE.to_code())
        paste(person, ONE.to_code())
        assert panel.asked == [EXAMPLE, ONE]

    @every_about
    def test_every_panel_starts_with_the_invented_person_and_says_so(self, person, name):
        panel = ABOUT[name](person)
        if name == "SecondLook":
            assert figure_of(panel) is None
            return
        assert said(panel).startswith("An invented person, as if it were you. ")
        assert is_marked(panel)

    @every_about
    def test_every_panel_follows_the_person_back_and_forth(self, person, name):
        panel = ABOUT[name](person)
        first, seen = (said(panel), figure_of(panel)), {}
        # Resemblance needs no place, but a shape.
        too_few = describe_resemblance(()) if name == "Resembles" else TOO_FEW
        for response in (ONE, OTHER, FEW, ONE, EXAMPLE):
            paste(person, response.to_code())
            now = holds(panel)
            assert seen.setdefault(response.id, now) == now
            if response == FEW:
                assert now == (too_few, None)
            elif response != EXAMPLE and name != "SecondLook":
                assert "invented" not in said(panel)
                assert not is_marked(panel)
        assert now == first

    @every_about
    def test_every_panel_is_the_same_however_one_came_to_it(self, person, name):
        late = Person()
        paste(late, ONE.to_code())
        one, other = ABOUT[name](person), ABOUT[name](late)
        paste(person, ONE.to_code())
        assert holds(one) == holds(other)

    @every_about
    def test_choices_of_pairs_change_no_picture(self, person, name):
        panel = ABOUT[name](person)
        paste(person, ONE.to_code())
        before = holds(panel)
        person.response = replace(ONE, pairs=("analytics",) * 10)
        assert (said(panel), figure_of(panel)) == before


class TestInvented:
    def test_the_mark_has_a_line_of_its_own_and_the_figure_stays_as_it_was(self):
        before = go.Figure(layout={"height": 200, "margin": {"t": 10}})
        after = invented(before)
        # 26 pixels more at the top, and 26 more in all.
        assert (after.layout.height, after.layout.margin.t) == (226, 36)
        [mark] = after.layout.annotations
        assert (mark.text, mark.xref, mark.yref, mark.yanchor) == (MARK, "paper", "paper", "bottom")
        before = spectrum(place(ONE.answers))
        copy = before.to_json()
        invented(before)
        assert before.to_json() == copy
