"""The Explorer without a page: what it holds, shows and sends follows from one response."""

import json
import re
import warnings
from html import escape
from itertools import pairwise
from pathlib import Path

import anywidget
import ipywidgets
import pytest
from hands import data_of, refusal
from panels import (
    Page,
    button,
    caption,
    code_on,
    forget,
    html_on,
    labelled,
    live_figures,
    only,
    opened,
    paste,
    press,
    replies,
    report,
    sliders,
    words_on,
)
from people import INSTRUMENT, SHORT_ITEMS
from rolekit.base.ui.live_figure import LiveFigure

import rolekit
from rolekit import AnswerError, Answers, CodeError, Response, place, widgets
from rolekit.figures import spectrum, where_you_sit
from rolekit.measure.words import describe, describe_gain
from rolekit.record.instrument import STEM
from rolekit.widgets import Explorer

# Every element of ours, wherever it is defined: asking for all widgets loads them all.
WIDGETS = [getattr(widgets, name) for name in widgets.__all__]
ELEMENTS = [
    element
    for element in anywidget.AnyWidget.__subclasses__()
    if element.__module__.startswith("rolekit.")
]
SHARED = ("keepKeys", "copy")  # functions that several scripts call
SHORT = {item: 50 + 5 * i for i, item in enumerate(SHORT_ITEMS[:10])}
ANSWERS = Answers.from_items(SHORT)
FULL = Answers.from_items({item.id: (35 * i) % 105 for i, item in enumerate(INSTRUMENT.items)})
PAIRS = ("analytics", None, "engineering", *["analytics"] * 7)
RESPONSES = [
    Response(Answers()),
    Response(ANSWERS, id=1, guess=-30),
    Response(FULL, round=2, guess=100),
    Response(FULL.short, pairs=PAIRS),
    Response(Answers.from_items({"pipelines-2": 0}), round=2, guess=0, pairs=PAIRS),
]
DAMAGED = [RESPONSES[1].to_code()[:-1], "", "ROLE1-<b>", "ROLE1-" + "0" * 24, "x" * 500]


def statements(explorer):
    """The sliders of the statements, by item, in the order in which they are shown."""
    ids = {item.statement: item.id for item in INSTRUMENT.items}
    return {ids[slider.label]: slider for slider in sliders(explorer) if slider.label in ids}


def values(explorer):
    """Where the sliders of the statements stand, by item."""
    return {item: slider.value for item, slider in statements(explorer).items()}


def picture(explorer):
    """What the one picture that is shown draws; an error if it is covered."""
    [data] = live_figures(explorer)
    return data


def all_of(explorer):
    """All that a person can see."""
    more = button(explorer, "Ask me 12 more").disabled
    place_and_code = live_figures(explorer), caption(explorer), explorer.code
    return values(explorer), more, *place_and_code, replies(explorer), html_on(explorer)


@pytest.fixture
def explorer():
    return Explorer(guess=10)


@pytest.fixture
def answered():
    return Explorer(answers=ANSWERS, guess=10)


class TestStart:
    def test_nothing_is_answered(self):
        explorer = Explorer()
        assert explorer.answers == Answers()
        assert explorer.placement is None
        assert list(values(explorer).values()) == [None] * 12

    def test_everybody_gets_an_id_of_their_own(self):
        assert Explorer().response.id != Explorer().response.id

    def test_the_picture_is_covered_by_the_question_for_a_guess(self):
        explorer = Explorer()
        assert not live_figures(explorer)
        question = sliders(explorer)[0]
        assert (question.least, question.most, question.value) == (-100, 100, None)
        assert question.sides == ["analytics", "engineering"]
        assert button(explorer, "This is my guess").disabled

    def test_a_covered_place_is_not_given_away_in_words_either(self):
        explorer = Explorer(answers=FULL)
        assert explorer.placement is not None
        assert caption(explorer) == (
            "Place yourself on the line above, or skip that; then your place is shown here."
        )
        assert not live_figures(explorer)

    @pytest.mark.parametrize(("words", "guess"), [("This is my guess", -35), ("Skip", None)])
    def test_a_guess_uncovers_the_picture_and_stands_in_it_unless_skipped(self, words, guess):
        explorer = Explorer()
        sliders(explorer)[0].value = -35
        assert not live_figures(explorer)
        press(explorer, words)
        assert explorer.response.guess == guess
        assert picture(explorer) == data_of(where_you_sit(None, guess, few(0, 0)))
        assert len(sliders(explorer)) == 12

    def test_a_guess_that_is_taken_back_cannot_be_given(self):
        explorer = Explorer()
        for value in (20, None):
            sliders(explorer)[0].value = value
            assert button(explorer, "This is my guess").disabled == (value is None)

    @pytest.mark.parametrize("guess", [-100, 0, 17, 100])
    def test_with_a_guess_the_picture_is_open(self, guess):
        explorer = Explorer(guess=guess)
        assert explorer.response.guess == guess
        assert picture(explorer) == data_of(where_you_sit(None, guess, few(0, 0)))

    @pytest.mark.parametrize("answers", [ANSWERS, FULL, Answers.from_items({"modelling-2": 0})])
    def test_answers_can_be_given(self, answers):
        explorer = Explorer(answers=answers, guess=0)
        assert explorer.answers == answers
        given = {item: value for item, value in values(explorer).items() if value is not None}
        assert given == answers.by_item
        assert len(statements(explorer)) == (24 if answers.form == "full" else 12)

    def test_the_placement_is_that_of_the_answers(self, answered):
        assert answered.placement == place(ANSWERS)

    def test_answers_between_two_steps_are_rounded_with_a_warning(self):
        with pytest.warns(UserWarning, match="steps of 5: pipelines-1 72 is written as 70"):
            explorer = Explorer(answers=Answers.from_items({"pipelines-1": 72}))
        assert explorer.answers["pipelines-1"] == 70

    @pytest.mark.parametrize(
        ("wrong", "hint"),
        [
            ({"anwsers": ANSWERS}, "'anwsers'. Did you mean 'answers'?"),
            ({"layout": 3}, "'layout'. Known are: answers, guess."),
        ],
        ids=["misspelt", "unknown"],
    )
    def test_a_wrong_argument_name_is_told_the_right_one_or_all(self, wrong, hint):
        assert refusal(TypeError, Explorer, **wrong) == f"Explorer has no argument {hint}"

    @pytest.mark.parametrize("guess", [-101, 101, 0.5, True, "left"])
    def test_a_guess_off_the_line_is_refused(self, guess):
        with pytest.raises(AnswerError, match="'guess' must be a whole number from -100 to 100"):
            Explorer(guess=guess)


def few(analytics, engineering):
    return (
        f"{analytics} of 4 needed on the analytics side<br>"
        f"{engineering} of 4 needed on the engineering side"
    )


class TestAnswering:
    def test_a_slider_changes_answers_code_sentence_and_picture(self, explorer):
        for item, value in SHORT.items():
            before = explorer.code
            statements(explorer)[item].value = value
            assert explorer.answers[item] == value
            assert Response.from_code(before) != explorer.response
        assert explorer.answers == ANSWERS
        assert explorer.placement == place(ANSWERS)
        assert caption(explorer) == describe(place(ANSWERS))
        assert picture(explorer) == data_of(where_you_sit(place(ANSWERS), 10))
        assert Response.from_code(explorer.code) == explorer.response
        assert code_on(explorer) == explorer.code

    def test_clearing_an_answer_restores_all_that_was(self, answered):
        before = all_of(answered)
        slider = statements(answered)["modelling-1"]
        slider.value = 80
        assert all_of(answered) != before
        slider.value = None
        assert all_of(answered) == before

    def test_the_middle_is_an_answer(self, explorer):
        statements(explorer)["pipelines-1"].value = 50
        assert explorer.answers.by_item == {"pipelines-1": 50}

    def test_what_is_needed_is_said_in_place_of_a_point(self, explorer):
        for facet in ("exploration", "statistics", "experimentation", "storytelling"):
            statements(explorer)[f"{facet}-1"].value = 60
        for facet in ("architecture", "pipelines", "infrastructure"):
            statements(explorer)[f"{facet}-1"].value = 60
        assert explorer.placement is None
        assert caption(explorer) == "No place yet: 3 of 4 needed on the engineering side."
        assert "3 of 4 needed on the engineering side" in picture(explorer)[6]["text"]
        statements(explorer)["deployment-1"].value = 60
        assert explorer.placement is not None

    def test_one_move_is_one_message(self, answered):
        page = Page(only(answered, LiveFigure))
        statements(answered)["pipelines-1"].value = 0
        assert len(page.messages) == 1
        assert page.data == picture(answered)

    def test_the_id_stays_for_life(self):
        explorer = Explorer()
        first = explorer.response.id
        statements(explorer)["pipelines-1"].value = 5
        press(explorer, "Ask me 12 more")
        statements(explorer)["pipelines-2"].value = 95
        press(explorer, "Skip")
        statements(explorer)["pipelines-1"].value = None
        assert explorer.response.id == first

    def test_two_explorers_do_not_disturb_each_other(self):
        one, other = Explorer(answers=ANSWERS, guess=0), Explorer(answers=FULL, guess=50)
        before = all_of(other)
        statements(one)["pipelines-1"].value = 0
        press(one, "Ask me 12 more")
        one.resume(RESPONSES[3].to_code())
        assert all_of(other) == before


class TestOrder:
    def test_the_statements_stand_in_the_order_of_the_id(self):
        explorer = Explorer(answers=FULL)
        id = explorer.response.id
        first = INSTRUMENT.shuffled(INSTRUMENT.short_items, id)
        further = INSTRUMENT.shuffled(INSTRUMENT.further_items, id)
        assert list(statements(explorer)) == [item.id for item in (*first, *further)]

    def test_the_two_sides_alternate(self, explorer):
        pole = {item.id: item.pole for item in INSTRUMENT.items}
        sides = [pole[item] for item in statements(explorer) if pole[item] != "machine_learning"]
        assert len(sides) == 10
        assert all(one != next for one, next in pairwise(sides))

    def test_two_people_see_two_orders(self):
        assert len({tuple(statements(Explorer())) for _ in range(3)}) > 1

    def test_every_slider_bears_its_statement_and_its_explanation(self, explorer):
        items = {item.id: item for item in INSTRUMENT.items}
        for id, slider in statements(explorer).items():
            assert (slider.label, slider.help) == (items[id].statement, items[id].explanation)
            assert (slider.least, slider.most, slider.sides) == (0, 100, [])

    def test_the_question_itself_is_shown(self, explorer):
        assert escape(STEM) in html_on(explorer)


class TestTwelveMore:
    def test_the_other_twelve_are_added_below(self, explorer):
        before = list(statements(explorer))
        press(explorer, "Ask me 12 more")
        after = list(statements(explorer))
        assert after[:12] == before
        assert set(after[12:]) == {item.id for item in INSTRUMENT.further_items}
        assert button(explorer, "Ask me 12 more").disabled

    def test_the_point_stays_where_it_is_until_more_is_answered(self, answered):
        before = all_of(answered)[2:5]
        press(answered, "Ask me 12 more")
        assert all_of(answered)[2:5] == before

    @pytest.mark.parametrize("value", [0, 55, 100])
    def test_the_point_is_never_taken_away(self, answered, value):
        press(answered, "Ask me 12 more")
        for item in INSTRUMENT.further_items:
            statements(answered)[item.id].value = value
            assert answered.placement is not None
            assert caption(answered) == describe(answered.placement)
        assert answered.answers.form == "full"

    def test_the_width_is_said_before_and_after_and_only_once_they_are_asked(self, answered):
        assert "your band" not in " ".join([*replies(answered), html_on(answered)]).lower()
        press(answered, "Ask me 12 more")
        assert describe_gain(place(ANSWERS), place(ANSWERS)) in replies(answered)
        statements(answered)["pipelines-2"].value = 100
        after = describe_gain(place(ANSWERS), answered.placement)
        assert after in replies(answered)
        assert f"{place(ANSWERS).width:.0f} points" in after
        assert f"{answered.placement.width:.0f} points" in after


class TestResume:
    @pytest.mark.parametrize("response", RESPONSES)
    def test_all_is_back_and_the_code_is_the_same(self, explorer, response):
        explorer.resume(response.to_code())
        assert explorer.response == response
        assert explorer.code == response.to_code()
        assert values(explorer) == {item: response.answers[item] for item in statements(explorer)}
        assert code_on(explorer) == explorer.code

    @pytest.mark.parametrize("response", RESPONSES)
    def test_it_looks_as_it_did(self, response):
        one, other = Explorer(guess=0), Explorer(answers=FULL)
        one.resume(response.to_code())
        other.resume(response.to_code())
        assert all_of(one) == all_of(other)

    def test_the_picture_is_covered_again_for_somebody_who_made_no_guess(self, explorer):
        explorer.resume(RESPONSES[3].to_code())
        assert not live_figures(explorer)
        explorer.resume(RESPONSES[1].to_code())
        assert picture(explorer) == data_of(where_you_sit(place(ANSWERS), -30))

    def test_whoever_resumes_goes_on_under_the_same_id(self, explorer):
        explorer.resume(RESPONSES[2].to_code())
        statements(explorer)["pipelines-1"].value = 0
        assert explorer.response.id == RESPONSES[2].id
        assert (explorer.response.round, explorer.response.guess) == (2, 100)
        assert explorer.answers == FULL.having("pipelines-1", 0)

    def test_a_slider_that_was_replaced_has_no_say(self, answered):
        old = statements(answered)["pipelines-1"]
        answered.resume(RESPONSES[2].to_code())
        assert old not in sliders(answered)
        assert old.comm is None

    @pytest.mark.parametrize("code", DAMAGED)
    def test_a_damaged_code_leaves_all_as_it_was(self, answered, code):
        moved, before = statements(answered), all_of(answered)
        assert refusal(CodeError, answered.resume, code)
        assert all_of(answered) == before
        assert statements(answered) == moved

    def test_a_code_in_the_box_is_resumed(self, explorer):
        field = labelled(explorer, ipywidgets.Text, "Resume from a code")
        field.value = RESPONSES[2].to_code().lower()
        assert explorer.response == RESPONSES[2]
        assert field.value == ""
        press(explorer, "Resume")
        assert explorer.response == RESPONSES[2]

    def test_what_is_wrong_with_a_code_is_said_beside_the_box(self, explorer):
        field = labelled(explorer, ipywidgets.Text, "Resume from a code")
        before = all_of(explorer)[:5]
        field.value = "ROLE1-<img>"
        assert refusal(CodeError, Response.from_code, field.value) in replies(explorer)
        # A Sentence is set as text; what is set as HTML must not hold what was pasted.
        assert "<img" not in html_on(explorer)
        assert "'<'" not in html_on(explorer)
        assert (all_of(explorer)[:5], field.value) == (before, "ROLE1-<img>")

    def test_an_old_complaint_goes_when_a_code_is_read(self, explorer):
        complaint = refusal(CodeError, Response.from_code, "nonsense")
        for text in ("nonsense", RESPONSES[1].to_code()):
            paste(explorer, text)
            assert (complaint in words_on(explorer)) == (text == "nonsense")

    def test_an_empty_box_says_nothing(self, explorer):
        before = all_of(explorer)
        press(explorer, "Resume")
        assert all_of(explorer) == before


PLACES = [
    None,
    place(ANSWERS),
    place(FULL),
    place(ANSWERS.having("modelling-1", 30).having("deep_learning-1", 90)),
    place(ANSWERS.having("exploration-1", 100)),
]
FIGURES = [where_you_sit(*each) for each in zip(PLACES, [None, 0, -40, None, 100], strict=True)]
FIGURES += [where_you_sit(None, None, "3 of 4 needed"), FIGURES[1], FIGURES[0]]


@pytest.fixture
def live():
    return LiveFigure(FIGURES[0])


class TestLiveFigure:
    def test_a_page_opens_with_the_figure_that_was_shown_last(self, live):
        assert opened(live) == data_of(FIGURES[0])
        for figure in FIGURES:
            live.follow(figure)
            assert opened(live) == data_of(figure)
            ids = [trace["uid"] for trace in live.get_state()["_widget_data"]]
            assert ids == [trace.uid for trace in live.data]

    def test_it_also_does_so_when_plotly_has_dropped_what_a_page_reported(self, live):
        for figure in FIGURES:
            live.follow(figure)
            report(live)
            assert "x" not in live.data[6].to_plotly_json(), "this no longer tests anything"
            assert opened(live) == data_of(figure)

    @pytest.mark.parametrize("dropped", [(), ("x", "y", "text", "marker")], ids=["kept", "dropped"])
    def test_an_open_page_shows_the_figure_that_was_followed_last(self, live, dropped):
        """Also when plotly has dropped what the page reported."""
        page = Page(live)
        for figure in FIGURES:
            live.follow(figure)
            assert page.data == data_of(figure)
            forget(live, *dropped)

    def test_nothing_is_sent_when_nothing_changed(self, live):
        page = Page(live)
        for figure in FIGURES:
            live.follow(figure)
            page.messages.clear()
            live.follow(figure)
            live.follow(type(figure)(json.loads(figure.to_json())))
            assert page.messages == []

    def test_only_what_changed_is_sent(self):
        live = LiveFigure(where_you_sit(PLACES[1], 0))
        page = Page(live)
        forget(live, "text")
        live.follow(where_you_sit(PLACES[1], 20))
        assert page.messages == [({"x"}, {"guess"})]

    def test_what_never_changes_is_never_sent(self, live):
        page = Page(live)
        for figure in FIGURES:
            live.follow(figure)
        sent = set().union(*(names for _, names in page.messages))
        assert sent == {"band", "guess", "you", "depth unknown"}

    def test_it_follows_only_figures_of_its_kind(self):
        assert "zip" in refusal(ValueError, LiveFigure(FIGURES[1]).follow, spectrum(PLACES[1]))

    def test_its_state_can_be_sent_to_a_page(self):
        live = LiveFigure(FIGURES[2])
        state = live.get_state()
        assert json.loads(json.dumps(state["_widget_data"])) == state["_widget_data"]
        assert set(live.get_state("_config")) == {"_config"}


def test_the_repr_says_how_many_statements_are_shown_and_answered():
    assert repr(Explorer()) == repr(Explorer()) == "Explorer(12 statements, 0 answered)"
    assert repr(Explorer(answers=FULL)) == "Explorer(24 statements, 24 answered)"


def test_the_picture_that_stands_in_is_the_same_for_every_answer():
    one, other = Explorer(), Explorer(answers=FULL, guess=3)
    assert len({each._repr_mimebundle_()["text/html"] for each in (one, other)}) == 1


@pytest.mark.parametrize("element", ELEMENTS)
def test_every_element_brings_its_script_and_what_it_calls_of_the_shared_ones(element):
    script = element().get_state()["_esm"]
    assert "export default { render }" in script
    for name in SHARED:
        assert script.count(f"function {name}(") == bool(
            re.search(rf"(?<!function ){name}\(", script)
        )


def test_every_file_beside_the_elements_is_used():
    assert len(ELEMENTS) == len(list(Path(rolekit.__file__).parent.rglob("*.js"))) - len(SHARED)
    states = [element().get_state() for element in ELEMENTS]
    contents = [state[key] for state in states for key in ("_esm", "_css") if key in state]
    package = Path(rolekit.__file__).parent
    files = [*package.rglob("*.js"), *package.rglob("*.css")]
    assert {file.suffix for file in files} == {".js", ".css"}
    for file in files:
        used = [content for content in contents if file.read_text(encoding="utf-8") in content]
        assert used, file.name


def test_no_text_of_the_instrument_is_taken_for_markup():
    for item in INSTRUMENT.items:
        assert not set("<>&") & set(item.statement + item.explanation)


def test_it_is_made_and_moved_without_a_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        statements(Explorer(answers=FULL, guess=5))["pipelines-1"].value = 0
