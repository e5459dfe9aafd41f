"""The guessing game and the role explorer: what they show, and what they do not show yet."""

import json
import re

import ipywidgets
import pytest
from hands import ROOT
from panels import (
    all_states,
    as_drawn,
    button,
    choose,
    figure_of,
    labelled,
    parts,
    paste,
    pictures,
    press,
    replies,
    said,
    sliders,
    words_on,
)

from rolekit import roles
from rolekit.base.ui.choice import Choice
from rolekit.figures import all_guesses, guess_and_truth, role_differences
from rolekit.titles.guesses import Guess, judge, load_questions
from rolekit.titles.shares import CATEGORIES, differences
from rolekit.titles.words import (
    describe_answer,
    describe_differences,
    describe_guesses,
    describe_judgement,
    describe_shares,
    describe_surprises,
)
from rolekit.widgets import GuessShares, RoleExplorer

QUESTIONS = load_questions()
COUNT = len(QUESTIONS)
LAST = f"See all {COUNT}"
NOTEBOOK = ROOT / "notebooks" / "01-two-roles.ipynb"
NAMES = {role.id: role.name for role in roles()}


@pytest.fixture
def game():
    return GuessShares()


@pytest.fixture
def finished(game):
    """A game at its end, with the same guess at every question."""
    play(game, *[(20, 80)] * COUNT)
    press(game, LAST)
    return game


@pytest.fixture
def explorer():
    return RoleExplorer()


def picture(panel):
    """What the one picture that is shown draws, and what it says."""
    [text] = pictures(panel)
    return figure_of(panel), text


def play(game, *guesses):
    """Guess and open one question after another; stay at the last."""
    for i, values in enumerate(guesses):
        for slider, value in zip(sliders(game), values, strict=True):
            slider.value = value
        press(game, "Show me")
        if i + 1 < len(guesses):
            press(game, "Next question")


class TestGuessing:
    def test_it_begins_with_the_first_question_and_two_open_sliders(self, game):
        assert said(game) == f"1 of {COUNT}. How many {QUESTIONS[0].words}?"
        assert [(slider.label, slider.value) for slider in sliders(game)] == [
            ("Of 100 data scientists, how many?", None),
            ("Of 100 ML engineers, how many?", None),
        ]
        assert game.guesses == tuple(Guess(question) for question in QUESTIONS)

    def test_nothing_is_given_away_before_a_question_is_opened(self):
        """The words say no number that is true, and there is no picture, hidden or not."""
        ipywidgets.Widget.close_all()
        game = GuessShares()
        for i, asked in enumerate(QUESTIONS):
            words = words_on(game).replace(f"{i + 1} of {COUNT}", "").replace("Of 100", "")
            assert not re.search(r"\d", words), words
            assert not pictures(game)
            # Nor in what a page could look up of a widget that it does not show.
            assert asked.note not in all_states()
            press(game, "Show me")
            assert asked.note in all_states()
            press(game, LAST if i == COUNT - 1 else "Next question")

    def test_a_question_that_was_opened_shows_truth_and_guess(self, game):
        play(game, (40, 70))
        guess = Guess(QUESTIONS[0], (40, 70))
        assert game.guesses[0] == guess
        assert picture(game) == (as_drawn(guess_and_truth(guess)), describe_shares(guess.question))
        assert replies(game)[1] == describe_answer(guess)
        assert [(one.value, one.disabled) for one in sliders(game)] == [(40, True), (70, True)]

    @pytest.mark.parametrize("values", [(None, None), (40, None), (None, 0)])
    def test_a_guess_can_be_left_out(self, game, values):
        assert "You can skip a guess." in words_on(game)
        play(game, values)
        assert replies(game)[1] == describe_answer(Guess(QUESTIONS[0], values))

    def test_a_guess_can_be_taken_back(self, game):
        first = sliders(game)[0]
        first.value = 30
        first.value = None
        press(game, "Show me")
        assert game.guesses[0].values == (None, None)

    def test_the_next_question_is_closed_again(self, game):
        play(game, (40, 70))
        press(game, "Next question")
        assert said(game) == f"2 of {COUNT}. How many {QUESTIONS[1].words}?"
        states = [(slider.value, slider.disabled) for slider in sliders(game)]
        assert states == [(None, False), (None, False)]
        assert not pictures(game)

    def test_the_last_steps_of_a_slider_may_come_after_the_click(self, game):
        slow = sliders(game)[0]
        slow.value = 40
        press(game, "Show me")
        slow.value = 45
        assert game.guesses[0].values == (45, None)
        assert replies(game)[1] == describe_answer(Guess(QUESTIONS[0], (45, None)))

    def test_the_button_stays_the_same_all_the_way(self, game):
        """So that the keyboard's focus does."""
        first = button(game, "Show me")
        for text in ["Show me", "Next question"] * (COUNT - 1) + ["Show me", LAST]:
            assert first.description == text
            press(game, text)
        assert first.description == "Look at them again"

    def test_at_the_end_stands_the_sum_of_all(self, finished):
        guesses = [Guess(asked, (20, 80)) for asked in QUESTIONS]
        assert finished.guesses == tuple(guesses)
        assert picture(finished) == (as_drawn(all_guesses(guesses)), describe_guesses(guesses))
        assert describe_judgement(judge(guesses)) in replies(finished)
        assert describe_surprises() in words_on(finished)
        assert not sliders(finished)

    def test_who_guessed_nothing_is_told_so_at_the_end(self, game):
        play(game, *[(None, None)] * COUNT)
        press(game, LAST)
        assert describe_judgement(None) in replies(game)

    def test_all_can_be_looked_at_again_and_nothing_can_be_changed(self, finished):
        press(finished, "Look at them again")
        for i in range(COUNT):
            assert said(finished).startswith(f"{i + 1} of {COUNT}.")
            states = [(one.value, one.disabled) for one in sliders(finished)]
            assert states == [(20, True), (80, True)]
            assert replies(finished)[1] == describe_answer(finished.guesses[i])
            press(finished, LAST if i == COUNT - 1 else "Next question")
        assert describe_surprises() in words_on(finished)

    def test_starting_over_asks_first_and_forgets_everything(self, finished):
        press(finished, "Start over")
        assert "Forget all your guesses?" in said(finished)
        press(finished, "Keep them")
        assert finished.guesses[0].values == (20, 80)
        press(finished, "Start over")
        press(finished, "Forget them")
        assert finished.guesses == GuessShares().guesses
        assert words_on(finished) == words_on(GuessShares())
        assert not pictures(finished)

    def test_two_games_do_not_disturb_each_other(self, game):
        play(GuessShares(), (20, 80), (0, 100))
        assert game.guesses == GuessShares().guesses


def compare(explorer, **chosen):
    """Choose titles and a category by their ids, or search."""
    labels = {"one": "Compare", "other": "with", "category": "Category"}
    names = NAMES | CATEGORIES | {"": "Everything"}
    for name, value in chosen.items():
        if name == "search":
            paste(explorer, value, "Search")
        else:
            choose(explorer, names[value], labels[name])


def reply(explorer):
    [found] = replies(explorer)
    return found


class TestExploring:
    def test_it_begins_with_two_titles_that_nobody_guesses_at(self, explorer):
        found = differences("data_analyst", "data_engineer")[:12]
        told = describe_differences(found, "data_analyst", "data_engineer")
        drawn = as_drawn(role_differences(found, "data_analyst", "data_engineer"))
        assert picture(explorer) == (drawn, told)
        assert "Data scientist" not in told
        assert "ML engineer" not in told

    @pytest.mark.parametrize("control", ["Compare", "with"])
    def test_all_seven_titles_can_be_chosen(self, explorer, control):
        assert labelled(explorer, Choice, control).options == list(NAMES.values())

    def test_every_category_can_be_chosen(self, explorer):
        options = labelled(explorer, Choice, "Category").options
        assert options == ["Everything", *CATEGORIES.values()]
        for category in CATEGORIES:
            compare(explorer, category=category)
            found = differences("data_analyst", "data_engineer", category)[:12]
            told = describe_differences(found, "data_analyst", "data_engineer")
            assert picture(explorer)[1] == told

    def test_never_more_than_twelve_rows_and_none_is_left_out(self, explorer):
        found = differences("data_analyst", "data_engineer")
        seen = []
        for first in range(0, len(found), 12):
            last = min(first + 12, len(found))
            assert reply(explorer).startswith(f"Rows {first + 1} to {last} of {len(found)}.")
            rows = figure_of(explorer)["data"][1]["x"]
            assert len(rows) == last - first
            seen += rows
            press(explorer, "More rows")
        assert seen == pytest.approx([100 * d.one.share for d in found], abs=1e-3)
        assert reply(explorer).startswith("Rows 1 to 12 of ")

    def test_a_choice_begins_with_the_first_rows(self, explorer):
        press(explorer, "More rows")
        compare(explorer, one="ml_engineer")
        assert reply(explorer).startswith("Rows 1 to 12 of ")

    def test_a_search_narrows_the_rows(self, explorer):
        compare(explorer, one="data_scientist", other="ml_engineer", search="  MATLAB ")
        assert reply(explorer).startswith("Rows 1 to 2 of 2.")
        assert button(explorer, "More rows").disabled
        compare(explorer, category="language")
        assert reply(explorer).startswith("Rows 1 to 1 of 1.")
        compare(explorer, search="")
        assert reply(explorer).startswith("Rows 1 to 10 of 10.")

    @pytest.mark.parametrize("search", ["cobol", "<script>alert(1)</script>", "{}", "(cobol"])
    def test_what_is_not_found_is_said_and_not_drawn(self, explorer, search):
        compare(explorer, category="cloud", search=search)
        assert reply(explorer) == (
            f"Nothing in Cloud platforms matches “{search}”. Try a shorter word, or choose "
            "Everything."
        )
        assert not pictures(explorer)
        compare(explorer, search="")
        assert pictures(explorer)

    def test_a_category_that_was_not_counted_for_both_is_said(self, explorer):
        compare(explorer, one="statistician", category="advert")
        assert reply(explorer) == (
            "Nothing in Words in adverts was counted for both titles. Choose another title, or "
            "Everything."
        )

    def test_one_title_twice_is_refused(self, explorer):
        compare(explorer, other="data_analyst")
        assert reply(explorer) == "Choose two different titles."
        assert not pictures(explorer)

    def test_it_says_what_it_compares(self, explorer):
        compare(explorer, one="statistician")
        assert repr(explorer) == "RoleExplorer(Statistician, Data engineer)"


def test_no_widget_brings_a_figure_widget(finished, explorer):
    """One of those is five megabytes of JavaScript."""
    for panel in (finished, explorer):
        sizes = {
            type(part).__name__: len(json.dumps(part.get_state(), default=str))
            for part in parts(panel)
        }
        assert "FigureWidget" not in sizes
        assert max(sizes.values()) < 30_000, sizes


def test_the_notebook_shows_both_and_types_no_number():
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = " ".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    assert "widgets.GuessShares()" in code
    assert "widgets.RoleExplorer()" in code
    for cell in cells:
        if cell["cell_type"] == "markdown":
            text = re.sub(r"\[[^]]*\]\([^)]*\)|\d+ minutes", "", "".join(cell["source"]))
            assert not re.search(r"\d", text), text


def test_the_notebook_gives_no_guess_away():
    """Neither a note nor a share of the two titles stands in it, before anybody has guessed."""
    text = NOTEBOOK.read_text(encoding="utf-8")
    for asked in QUESTIONS:
        assert asked.note not in text
        assert describe_shares(asked).split(",")[0] not in text
    assert describe_surprises()[:60] not in text
