"""The Explorer without a page: what it holds, shows and sends follows from one response."""

import json
import warnings
from html import escape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import anywidget
import ipywidgets
import pytest
from plotly.basedatatypes import Undefined
from strategies import INSTRUMENT

import rolekit
from rolekit import AnswerError, Answers, CodeError, Response, place
from rolekit.describe import describe, describe_gain
from rolekit.figures import spectrum, where_you_sit
from rolekit.widgets import Explorer, elements
from rolekit.widgets.elements import CodeBox, Sentence, Slider
from rolekit.widgets.live_figure import LiveFigure

# Every element of ours, wherever in rolekit.widgets it is defined.
ELEMENTS = [
    element
    for element in anywidget.AnyWidget.__subclasses__()
    if element.__module__.startswith("rolekit.widgets.")
]
ROOT = Path(__file__).resolve().parents[1]
SHORT = {item.id: 50 + 5 * i for i, item in enumerate(INSTRUMENT.short_items[:10])}
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


def parts(widget):
    """A widget and all that it contains."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from parts(child)


def shown(explorer, kind):
    return [part for part in parts(explorer) if isinstance(part, kind)]


def statements(explorer):
    """The sliders of the statements, by item, in the order in which they are shown."""
    ids = {item.statement: item.id for item in INSTRUMENT.items}
    sliders = shown(explorer, Slider)
    return {ids[slider.label]: slider for slider in sliders if slider.label in ids}


def described(explorer, kind, text):
    [found] = [part for part in shown(explorer, kind) if part.description == text]
    return found


def press(explorer, text):
    described(explorer, ipywidgets.Button, text).click()


def texts(explorer):
    """The words beside the controls: replies, and what is set as HTML."""
    replies = [part.text for part in shown(explorer, Sentence) if not part.names_picture]
    return replies + [part.value for part in shown(explorer, ipywidgets.HTML)]


def sentence(explorer):
    [found] = [part for part in shown(explorer, Sentence) if part.names_picture]
    return found.text


def picture(explorer):
    """The data of the one picture that is shown; an error if it is covered."""
    [live] = shown(explorer, LiveFigure)
    return opened(live)


def opened(live):
    """The data with which a page opens a live figure, but for the ids of its traces."""
    data = live.get_state()["_widget_data"]
    return [{key: value for key, value in trace.items() if key != "uid"} for trace in data]


def data_of(figure):
    return [trace.to_plotly_json() for trace in figure.data]


def all_of(explorer):
    """All that a person can see."""
    values = {item: slider.value for item, slider in statements(explorer).items()}
    more = described(explorer, ipywidgets.Button, "Ask me 12 more").disabled
    live = [opened(live) for live in shown(explorer, LiveFigure)]
    return values, more, live, sentence(explorer), explorer.code, texts(explorer)


@pytest.fixture
def explorer():
    return Explorer(guess=10)


class TestStart:
    def test_nothing_is_answered(self):
        explorer = Explorer()
        assert explorer.answers == Answers()
        assert explorer.placement is None
        assert [slider.value for slider in statements(explorer).values()] == [None] * 12

    def test_everybody_gets_an_id_of_their_own(self):
        assert Explorer().response.id != Explorer().response.id

    def test_the_picture_is_covered_by_the_question_for_a_guess(self):
        explorer = Explorer()
        assert not shown(explorer, LiveFigure)
        question = shown(explorer, Slider)[0]
        assert (question.least, question.most, question.value) == (-100, 100, None)
        assert question.sides == ["analytics", "engineering"]
        assert described(explorer, ipywidgets.Button, "This is my guess").disabled

    def test_a_covered_place_is_not_given_away_in_words_either(self):
        explorer = Explorer(answers=FULL)
        assert explorer.placement is not None
        assert sentence(explorer) == (
            "Place yourself on the line above, or skip that; then your place is shown here."
        )
        assert not shown(explorer, LiveFigure)

    def test_a_guess_uncovers_the_picture_and_stands_in_it(self):
        explorer = Explorer()
        shown(explorer, Slider)[0].value = -35
        assert not shown(explorer, LiveFigure)
        press(explorer, "This is my guess")
        assert explorer.response.guess == -35
        assert picture(explorer) == data_of(where_you_sit(None, -35, few(0, 0)))
        assert len(shown(explorer, Slider)) == 12

    def test_a_guess_that_is_taken_back_cannot_be_given(self):
        explorer = Explorer()
        question = shown(explorer, Slider)[0]
        question.value = 20
        assert not described(explorer, ipywidgets.Button, "This is my guess").disabled
        question.value = None
        assert described(explorer, ipywidgets.Button, "This is my guess").disabled

    def test_a_guess_can_be_skipped(self):
        explorer = Explorer()
        shown(explorer, Slider)[0].value = -35
        press(explorer, "Skip")
        assert explorer.response.guess is None
        assert picture(explorer) == data_of(where_you_sit(None, None, few(0, 0)))

    @pytest.mark.parametrize("guess", [-100, 0, 17, 100])
    def test_with_a_guess_the_picture_is_open(self, guess):
        explorer = Explorer(guess=guess)
        assert explorer.response.guess == guess
        assert picture(explorer) == data_of(where_you_sit(None, guess, few(0, 0)))

    @pytest.mark.parametrize("answers", [ANSWERS, FULL, Answers.from_items({"modelling-2": 0})])
    def test_answers_can_be_given(self, answers):
        explorer = Explorer(answers=answers, guess=0)
        assert explorer.answers == answers
        assert {i: s.value for i, s in statements(explorer).items() if s.value is not None} == (
            answers.by_item
        )
        assert len(statements(explorer)) == (24 if answers.form == "full" else 12)

    def test_the_placement_is_that_of_the_answers(self):
        assert Explorer(answers=ANSWERS).placement == place(ANSWERS)

    def test_answers_between_two_steps_are_rounded_with_a_warning(self):
        with pytest.warns(UserWarning, match="steps of 5: pipelines-1 72 is written as 70"):
            explorer = Explorer(answers=Answers.from_items({"pipelines-1": 72}))
        assert explorer.answers["pipelines-1"] == 70

    def test_a_wrong_argument_name_is_told_the_right_one(self):
        with pytest.raises(TypeError) as caught:
            Explorer(anwsers=ANSWERS)
        assert str(caught.value) == "Explorer has no argument 'anwsers'. Did you mean 'answers'?"

    def test_an_argument_name_like_none_is_told_them_all(self):
        with pytest.raises(TypeError) as caught:
            Explorer(layout=3)
        assert str(caught.value) == "Explorer has no argument 'layout'. Known are: answers, guess."

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
        assert sentence(explorer) == describe(place(ANSWERS))
        assert picture(explorer) == data_of(where_you_sit(place(ANSWERS), 10))
        assert Response.from_code(explorer.code) == explorer.response
        assert [box.code for box in shown(explorer, CodeBox)] == [explorer.code]

    def test_clearing_an_answer_restores_all_that_was(self):
        explorer = Explorer(answers=ANSWERS, guess=10)
        before = all_of(explorer)
        slider = statements(explorer)["modelling-1"]
        slider.value = 80
        assert all_of(explorer) != before
        slider.value = None
        assert all_of(explorer) == before

    def test_the_middle_is_an_answer(self, explorer):
        statements(explorer)["pipelines-1"].value = 50
        assert explorer.answers.by_item == {"pipelines-1": 50}

    def test_what_is_needed_is_said_in_place_of_a_point(self, explorer):
        for item in ["exploration-1", "statistics-1", "experimentation-1", "storytelling-1"]:
            statements(explorer)[item].value = 60
        for item in ["architecture-1", "pipelines-1", "infrastructure-1"]:
            statements(explorer)[item].value = 60
        assert explorer.placement is None
        assert sentence(explorer) == "No place yet: 3 of 4 needed on the engineering side."
        assert "3 of 4 needed on the engineering side" in picture(explorer)[6]["text"]
        statements(explorer)["deployment-1"].value = 60
        assert explorer.placement is not None

    def test_one_move_is_one_message(self):
        explorer = Explorer(answers=ANSWERS, guess=10)
        [live] = shown(explorer, LiveFigure)
        page = Page(live)
        statements(explorer)["pipelines-1"].value = 0
        assert len(page.messages) == 1
        assert page.data == picture(explorer)

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
        expected = [
            *INSTRUMENT.shuffled(INSTRUMENT.short_items, id),
            *INSTRUMENT.shuffled(INSTRUMENT.further_items, id),
        ]
        assert list(statements(explorer)) == [item.id for item in expected]

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
        assert any(escape(rolekit.instrument.STEM) in text for text in texts(explorer))


class TestTwelveMore:
    def test_the_other_twelve_are_added_below(self, explorer):
        before = list(statements(explorer))
        press(explorer, "Ask me 12 more")
        after = list(statements(explorer))
        assert after[:12] == before
        assert set(after[12:]) == {item.id for item in INSTRUMENT.further_items}
        assert described(explorer, ipywidgets.Button, "Ask me 12 more").disabled

    def test_the_point_stays_where_it_is_until_more_is_answered(self):
        explorer = Explorer(answers=ANSWERS, guess=10)
        before = all_of(explorer)[2:5]
        press(explorer, "Ask me 12 more")
        assert all_of(explorer)[2:5] == before

    @pytest.mark.parametrize("value", [0, 55, 100])
    def test_the_point_is_never_taken_away(self, value):
        explorer = Explorer(answers=ANSWERS, guess=10)
        press(explorer, "Ask me 12 more")
        for item in INSTRUMENT.further_items:
            statements(explorer)[item.id].value = value
            assert explorer.placement is not None
            assert sentence(explorer) == describe(explorer.placement)
        assert explorer.answers.form == "full"

    def test_the_width_before_and_after_is_said(self):
        explorer = Explorer(answers=ANSWERS, guess=10)
        press(explorer, "Ask me 12 more")
        assert describe_gain(place(ANSWERS), place(ANSWERS)) in texts(explorer)
        statements(explorer)["pipelines-2"].value = 100
        after = describe_gain(place(ANSWERS), explorer.placement)
        assert after in texts(explorer)
        assert f"{place(ANSWERS).width:.0f} points" in after
        assert f"{explorer.placement.width:.0f} points" in after

    def test_no_width_is_said_before_they_are_asked(self):
        explorer = Explorer(answers=ANSWERS, guess=10)
        assert not any("your band" in text.lower() for text in texts(explorer))


class TestResume:
    @pytest.mark.parametrize("response", RESPONSES)
    def test_all_is_back_and_the_code_is_the_same(self, explorer, response):
        explorer.resume(response.to_code())
        assert explorer.response == response
        assert explorer.code == response.to_code()
        values = {item: slider.value for item, slider in statements(explorer).items()}
        assert values == {item: response.answers[item] for item in values}
        assert [box.code for box in shown(explorer, CodeBox)] == [explorer.code]

    @pytest.mark.parametrize("response", RESPONSES)
    def test_it_looks_as_it_did(self, response):
        one, other = Explorer(guess=0), Explorer(answers=FULL)
        one.resume(response.to_code())
        other.resume(response.to_code())
        assert all_of(one) == all_of(other)

    def test_the_picture_is_covered_again_for_somebody_who_made_no_guess(self, explorer):
        explorer.resume(RESPONSES[3].to_code())
        assert not shown(explorer, LiveFigure)
        explorer.resume(RESPONSES[1].to_code())
        assert picture(explorer) == data_of(where_you_sit(place(ANSWERS), -30))

    def test_whoever_resumes_goes_on_under_the_same_id(self, explorer):
        explorer.resume(RESPONSES[2].to_code())
        statements(explorer)["pipelines-1"].value = 0
        assert explorer.response.id == RESPONSES[2].id
        assert (explorer.response.round, explorer.response.guess) == (2, 100)
        assert explorer.answers == FULL.having("pipelines-1", 0)

    def test_a_slider_that_was_replaced_has_no_say(self):
        explorer = Explorer(answers=ANSWERS, guess=10)
        old = statements(explorer)["pipelines-1"]
        explorer.resume(RESPONSES[2].to_code())
        assert old not in shown(explorer, Slider)
        assert old.comm is None

    @pytest.mark.parametrize("code", DAMAGED)
    def test_a_damaged_code_leaves_all_as_it_was(self, code):
        explorer = Explorer(answers=ANSWERS, guess=10)
        sliders, before = statements(explorer), all_of(explorer)
        with pytest.raises(CodeError):
            explorer.resume(code)
        assert all_of(explorer) == before
        assert statements(explorer) == sliders

    def test_a_code_in_the_box_is_resumed(self, explorer):
        field = described(explorer, ipywidgets.Text, "Resume from a code")
        field.value = RESPONSES[2].to_code().lower()
        assert explorer.response == RESPONSES[2]
        assert field.value == ""
        press(explorer, "Resume")
        assert explorer.response == RESPONSES[2]

    def test_what_is_wrong_with_a_code_is_said_beside_the_box(self, explorer):
        field = described(explorer, ipywidgets.Text, "Resume from a code")
        before = all_of(explorer)[:5]
        field.value = "ROLE1-<img>"
        with pytest.raises(CodeError) as caught:
            Response.from_code(field.value)
        assert str(caught.value) in texts(explorer)
        # A Sentence is set as text; what is set as HTML must not hold what was pasted.
        html = [part.value for part in shown(explorer, ipywidgets.HTML)]
        assert not any("<img" in text or "'<'" in text for text in html)
        assert (all_of(explorer)[:5], field.value) == (before, "ROLE1-<img>")

    def test_an_old_complaint_goes_when_a_code_is_read(self, explorer):
        field = described(explorer, ipywidgets.Text, "Resume from a code")
        field.value = "nonsense"
        assert any("not a response code" in text for text in texts(explorer))
        field.value = RESPONSES[1].to_code()
        assert not any("not a response code" in text for text in texts(explorer))

    def test_an_empty_box_says_nothing(self, explorer):
        before = texts(explorer)
        press(explorer, "Resume")
        assert texts(explorer) == before


class Page:
    """A page that shows a live figure: it starts with its data and obeys its messages."""

    def __init__(self, live):
        self.live, self.data, self.messages = live, opened(live), []
        live._send_restyle_msg = self.restyle
        live._send_update_msg = self.update
        for name in ("relayout", "addTraces", "deleteTraces", "moveTraces", "animate"):
            setattr(live, f"_send_{name}_msg", self.refuse)

    def update(self, restyle_data, relayout_data, trace_indexes=None):
        assert not relayout_data
        self.restyle(restyle_data, trace_indexes)

    def restyle(self, restyle_data, trace_indexes=None):
        self.messages.append((set(restyle_data), {self.live.data[i].name for i in trace_indexes}))
        for name, values in restyle_data.items():
            for index, value in zip(trace_indexes, values, strict=True):
                # On its way to a page that is not open yet, Undefined would become a text.
                assert value is not Undefined
                self.data[index] = {k: v for k, v in self.data[index].items() if k != name}
                if value is not None:
                    self.data[index][name] = value

    def refuse(self, *arguments, **keywords):
        raise AssertionError("a live figure changes its traces and nothing else")


PLACES = [
    None,
    place(ANSWERS),
    place(FULL),
    place(ANSWERS.having("modelling-1", 30).having("deep_learning-1", 90)),
    place(ANSWERS.having("exploration-1", 100)),
]
FIGURES = [where_you_sit(*each) for each in zip(PLACES, [None, 0, -40, None, 100], strict=True)]
FIGURES += [where_you_sit(None, None, "3 of 4 needed"), FIGURES[1], FIGURES[0]]


class TestLiveFigure:
    def test_a_page_opens_with_the_figure_that_was_shown_last(self):
        live = LiveFigure(FIGURES[0])
        assert opened(live) == data_of(FIGURES[0])
        for figure in FIGURES:
            live.follow(figure)
            assert opened(live) == data_of(figure)
            assert [trace["uid"] for trace in live.get_state()["_widget_data"]] == [
                trace.uid for trace in live.data
            ]

    def test_it_also_does_so_when_plotly_has_dropped_what_a_page_reported(self):
        """The page reports what it made of a trace, and plotly forgets those properties."""
        live = LiveFigure(FIGURES[0])
        for figure in FIGURES:
            live.follow(figure)
            deltas = [
                {
                    "uid": trace.uid,
                    **{key: trace.to_plotly_json().get(key, 0) for key in ("x", "y", "hoverinfo")},
                    "marker": {"size": 1, "line": {"width": 1}},
                    "error_x": {"array": [0]},
                }
                for trace in live.data
            ]
            live._js2py_traceDeltas = {
                "trace_deltas": deltas,
                "trace_edit_id": live._last_trace_edit_id,
            }
            assert "x" not in live.data[6].to_plotly_json(), "this no longer tests anything"
            assert opened(live) == data_of(figure)

    def test_an_open_page_shows_the_figure_that_was_followed_last(self):
        live = LiveFigure(FIGURES[0])
        page = Page(live)
        for figure in FIGURES:
            live.follow(figure)
            assert page.data == data_of(figure)

    def test_an_open_page_also_does_so_when_plotly_has_dropped_what_it_reported(self):
        live = LiveFigure(FIGURES[0])
        page = Page(live)
        for figure in FIGURES:
            live.follow(figure)
            assert page.data == data_of(figure)
            for trace in live.data:
                for name in ("x", "y", "text", "marker"):
                    trace._props.pop(name, None)

    def test_nothing_is_sent_when_nothing_changed(self):
        live = LiveFigure(FIGURES[0])
        page = Page(live)
        for figure in FIGURES:
            live.follow(figure)
            page.messages.clear()
            live.follow(figure)
            live.follow(made_anew(figure))
            assert page.messages == []

    def test_only_what_changed_is_sent(self):
        live = LiveFigure(where_you_sit(PLACES[1], 0))
        page = Page(live)
        for trace in live.data:
            trace._props.pop("text", None)
        live.follow(where_you_sit(PLACES[1], 20))
        assert page.messages == [({"x"}, {"guess"})]

    def test_what_never_changes_is_never_sent(self):
        live = LiveFigure(FIGURES[0])
        page = Page(live)
        for figure in FIGURES:
            live.follow(figure)
        sent = set().union(*(names for _, names in page.messages))
        assert sent == {"band", "guess", "you", "depth unknown"}

    def test_it_follows_only_figures_of_its_kind(self):
        live = LiveFigure(FIGURES[1])
        with pytest.raises(ValueError, match="zip"):
            live.follow(spectrum(PLACES[1]))

    def test_its_state_can_be_sent_to_a_page(self):
        live = LiveFigure(FIGURES[2])
        state = live.get_state()
        assert json.loads(json.dumps(state["_widget_data"])) == state["_widget_data"]
        assert set(live.get_state("_config")) == {"_config"}


def made_anew(figure):
    return type(figure)(json.loads(figure.to_json()))


class TestOnAPage:
    def test_the_repr_says_how_many_statements_are_shown_and_answered(self):
        assert repr(Explorer()) == repr(Explorer()) == "Explorer(12 statements, 0 answered)"
        assert repr(Explorer(answers=FULL)) == "Explorer(24 statements, 24 answered)"

    def test_a_page_that_runs_nothing_shows_a_committed_picture(self):
        images = []
        parser = HTMLParser()
        parser.handle_starttag = lambda tag, attributes: images.append((tag, dict(attributes)))
        parser.feed(Explorer()._repr_mimebundle_()["text/html"])
        [(tag, attributes)] = images
        assert tag == "img"
        assert len(attributes["alt"]) > 50
        assert "Run All Cells" in attributes["alt"]
        file = (ROOT / "notebooks" / attributes["src"]).resolve()
        assert file.parent == ROOT / "pictures"
        assert file.is_file()

    def test_the_picture_gives_way_to_the_widget(self):
        explorer = Explorer()
        bundle = explorer._repr_mimebundle_()
        view = bundle["application/vnd.jupyter.widget-view+json"]
        assert view["model_id"] == explorer.model_id
        assert bundle["text/plain"] == repr(explorer)

    def test_the_picture_is_the_same_for_every_answer(self):
        one, other = Explorer(), Explorer(answers=FULL, guess=3)
        htmls = {each._repr_mimebundle_()["text/html"] for each in (one, other)}
        assert len(htmls) == 1

    @pytest.mark.parametrize("element", ELEMENTS)
    def test_every_element_brings_its_script(self, element):
        state = element().get_state()
        assert "export default { render }" in state["_esm"]

    def test_every_file_beside_the_elements_is_used(self):
        contents = [
            text
            for element in ELEMENTS
            for key, text in element().get_state().items()
            if key in ("_esm", "_css")
        ]
        files = [file for file in elements.STATIC.iterdir() if file.is_file()]
        assert {file.suffix for file in files} == {".js", ".css"}
        for file in files:
            assert file.read_text(encoding="utf-8") in contents, file.name

    def test_no_text_of_the_instrument_is_taken_for_markup(self):
        for item in INSTRUMENT.items:
            assert not set("<>&") & set(item.statement + item.explanation)

    def test_it_is_made_and_moved_without_a_warning(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)
            explorer = Explorer(answers=FULL, guess=5)
            statements(explorer)["pipelines-1"].value = 0
