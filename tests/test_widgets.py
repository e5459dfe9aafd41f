"""The Explorer without a page: the kernel holds what a page tells, and tells it what is set."""

import json
import warnings

import ipywidgets
import pytest
from hands import refusal
from panels import as_drawn, labelled, only
from people import INSTRUMENT, SHORT_ITEMS

from rolekit import AnswerError, Answers, CodeError, Response, place
from rolekit.base.plot.figure import changes
from rolekit.figures import where_you_sit
from rolekit.measure.panels.loop import Loop
from rolekit.measure.roles import Role
from rolekit.record.panels.hand_in import HandIn
from rolekit.widgets import Explorer

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
SECOND = "This is after the discussion (second round)"
DAMAGED = [RESPONSES[1].to_code()[:-1], "", "ROLE1-<b>", "ROLE1-" + "0" * 24, "x" * 500]


class PageOf:
    """A page that shows an Explorer: it opens with how things stand, tells, and hears."""

    def __init__(self, explorer):
        self.loop = only(explorer, Loop)
        self.state, self.heard = self.opened(), []
        self.loop.send = self.hear

    def opened(self):
        """How things stand for a page that opens now."""
        return json.loads(json.dumps(self.loop.get_state()["state"]))

    def hear(self, message, buffers=None):
        self.heard.append(message)
        self.state = json.loads(json.dumps(message["state"]))

    def tell(self, **changes):
        self.state = self.state | changes
        self.loop.hear({"kind": "state", "state": self.state})


@pytest.fixture
def explorer():
    return Explorer(guess=10)


class TestStart:
    def test_nothing_is_answered_and_everybody_gets_an_id_of_their_own(self):
        explorer = Explorer()
        assert (explorer.answers, explorer.placement) == (Answers(), None)
        assert PageOf(explorer).state == {"code": explorer.code, "isOpen": False, "hasMore": False}
        assert Explorer().response.id != Explorer().response.id

    @pytest.mark.parametrize("answers", [ANSWERS, FULL, Answers.from_items({"modelling-2": 0})])
    def test_answers_can_be_given(self, answers):
        explorer = Explorer(answers=answers, guess=-100)
        assert (explorer.answers, explorer.response.guess) == (answers, -100)
        state = PageOf(explorer).state
        assert Response.from_code(state["code"]) == explorer.response
        assert state["hasMore"] == (answers.form == "full")

    @pytest.mark.filterwarnings("ignore:.*steps of 5")
    def test_from_the_start_answers_are_in_the_steps_that_sliders_have(self):
        explorer = Explorer(answers=Answers.from_items({"pipelines-1": 52}))
        assert explorer.answers["pipelines-1"] == 50

    @pytest.mark.parametrize(
        ("wrong", "hint"),
        [
            ({"anwsers": ANSWERS}, "'anwsers'. Did you mean 'answers'?"),
            ({"layout": 3}, "'layout'. Choose from: answers, guess."),
        ],
        ids=["misspelt", "unknown"],
    )
    def test_a_wrong_argument_name_is_told_the_right_one_or_all(self, wrong, hint):
        assert refusal(TypeError, Explorer, **wrong) == f"Explorer has no argument {hint}"

    @pytest.mark.parametrize("guess", [-101, 101, 0.5, True, "left"])
    def test_a_guess_off_the_line_is_refused(self, guess):
        with pytest.raises(AnswerError, match="'guess' must be a whole number from -100 to 100"):
            Explorer(guess=guess)


class TestWhatThePageTells:
    @pytest.mark.parametrize("response", RESPONSES)
    def test_the_kernel_holds_what_was_told(self, explorer, response):
        PageOf(explorer).tell(code=response.to_code())
        assert (explorer.response, explorer.answers) == (response, response.answers)
        assert explorer.code == response.to_code()
        assert only(explorer, HandIn).response == response

    def test_a_placement_follows_as_soon_as_there_is_one(self, explorer):
        page = PageOf(explorer)
        for given, response in (({}, RESPONSES[4]), (ANSWERS, RESPONSES[1])):
            page.tell(code=response.to_code())
            assert explorer.placement == (place(given) if given else None)

    def test_nothing_is_said_back_and_a_page_that_opens_later_is_told_all_of_it(self, explorer):
        page = PageOf(explorer)
        page.tell(code=RESPONSES[2].to_code(), hasMore=True)
        assert page.heard == []
        page.tell(code=RESPONSES[3].to_code(), isOpen=True, hasMore=True)
        assert page.opened() == page.state
        assert repr(explorer) == "Explorer(24 statements, 12 answered)"

    def test_other_messages_and_other_explorers_change_nothing(self, explorer):
        before = explorer.response
        only(explorer, Loop).hear({"kind": "plotly", "page": "x"})
        assert explorer.response == before
        one, other = Explorer(answers=ANSWERS, guess=0), Explorer(answers=FULL, guess=50)
        before = other.response
        PageOf(one).tell(code=RESPONSES[3].to_code())
        assert other.response == before


class TestWhatTheRolesSay:
    def test_the_first_picture_does_not_wait_for_it(self, monkeypatch):
        with monkeypatch.context() as patched:
            too_soon = property(lambda role: pytest.fail(f"the interval of {role.id} is drawn"))
            patched.setattr(Role, "low", too_soon)
            loop = only(Explorer(), Loop)
        silent = loop.figure["data"]
        loop.hear({"kind": "hover"})
        whole = as_drawn(where_you_sit())["data"]
        assert loop.figure["data"] == whole
        # Nothing else is drawn anew.
        changed = changes({"data": silent, "layout": {}}, {"data": whole, "layout": {}})["data"]
        said = [set(trace) for trace in changed if trace]
        hover = {"hoverinfo", "hovertemplate"}
        assert said == [hover | {"text"}, hover | {"customdata"}, hover | {"customdata"}]

    def test_a_page_that_opens_later_has_it(self, explorer):
        loop = only(explorer, Loop)
        assert not loop.get_state()["figure"]["hover"]
        loop.hear({"kind": "hover"})
        assert loop.get_state()["figure"]["hover"]


class TestWhatTheKernelSets:
    @pytest.mark.parametrize("response", RESPONSES)
    def test_a_resumed_code_is_shown(self, explorer, response):
        page = PageOf(explorer)
        explorer.resume(response.to_code().lower())
        assert explorer.response == response
        assert page.opened() == page.state
        assert Response.from_code(page.state["code"]) == response
        assert page.state["hasMore"] == (response.answers.form == "full")

    @pytest.mark.parametrize("code", DAMAGED)
    def test_a_damaged_code_leaves_all_as_it_was(self, explorer, code):
        page, before = PageOf(explorer), explorer.response
        assert refusal(CodeError, explorer.resume, code)
        assert (explorer.response, page.heard) == (before, [])

    def test_answers_that_are_set_are_shown_under_the_same_id(self, explorer):
        page, id = PageOf(explorer), explorer.response.id
        explorer.answers = ANSWERS
        assert (explorer.answers, explorer.response.id, explorer.response.guess) == (
            ANSWERS,
            id,
            10,
        )
        assert page.state["code"] == explorer.code

    def test_the_round_that_is_ticked_is_in_the_code(self, explorer):
        page = PageOf(explorer)
        after = labelled(explorer, ipywidgets.Checkbox, SECOND)
        after.value = True
        assert explorer.response.round == 2
        assert Response.from_code(page.state["code"]).round == 2
        after.value = False
        assert Response.from_code(page.state["code"]).round == 1


def test_the_repr_counts_statements_and_what_stands_in_is_the_same_for_every_answer():
    assert repr(Explorer()) == repr(Explorer()) == "Explorer(12 statements, 0 answered)"
    assert repr(Explorer(answers=FULL)) == "Explorer(24 statements, 24 answered)"
    one, other = Explorer(), Explorer(answers=FULL, guess=3)
    assert len({each._repr_mimebundle_()["text/plain"] for each in (one, other)}) == 1


def test_it_is_moved_without_a_warning_and_no_text_is_taken_for_markup():
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        PageOf(Explorer(answers=FULL, guess=5)).tell(code=RESPONSES[1].to_code())
    for item in INSTRUMENT.items:
        assert not set("<>&") & set(item.statement + item.explanation)
