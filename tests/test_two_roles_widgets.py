"""The guessing game and the role explorer: what they show, and what they do not show yet."""

import json
import re
from pathlib import Path

import ipywidgets
import pytest
from test_widgets import described, parts, shown

from rolekit import roles
from rolekit.describe import (
    describe_differences,
    describe_judgement,
    describe_shares,
    describe_surprises,
)
from rolekit.figures import all_guesses, guess_and_truth, role_differences
from rolekit.guesses import Guess, judge, load_questions
from rolekit.shares import CATEGORIES, differences
from rolekit.widgets import GuessShares, RoleExplorer
from rolekit.widgets.elements import Choice, Sentence, Slider
from rolekit.widgets.panel import Picture

QUESTIONS = load_questions()
NOTEBOOK = Path(__file__).resolve().parents[1] / "notebooks" / "01-two-roles.ipynb"
NAMES = {role.id: role.name for role in roles()}


def picture(panel):
    """What the one picture that is shown draws, and what it says."""
    [found] = shown(panel, Picture)
    [output] = [part for part in parts(found) if isinstance(part, ipywidgets.Output)]
    [drawn] = output.outputs
    return drawn["data"]["application/vnd.plotly.v1+json"]["data"], found.text


def drawn(figure):
    """A figure's data as a page gets it, in the six digits that are sent."""
    return json.loads(figure.to_json(), parse_float=lambda x: float(f"{float(x):.6g}"))["data"]


def words(panel):
    """Everything in words that the panel shows."""
    said = [part.text for part in shown(panel, Sentence)]
    said += [part.value for part in shown(panel, ipywidgets.HTML)]
    said += [part.label for part in shown(panel, Slider)]
    said += [part.description for part in shown(panel, ipywidgets.Button)]
    return " ".join(said)


def question(game):
    return next(part.text for part in shown(game, Sentence))


def press(game, text):
    described(game, ipywidgets.Button, text).click()


def play(game, *guesses):
    """Guess and open one question after another; stay at the last."""
    for i, values in enumerate(guesses):
        for slider, value in zip(shown(game, Slider), values, strict=True):
            slider.value = value
        press(game, "Show me")
        if i + 1 < len(guesses):
            press(game, "Next question")


class TestGuessing:
    def test_it_begins_with_the_first_question_and_two_open_sliders(self):
        game = GuessShares()
        assert question(game) == f"1 of 12. How many {QUESTIONS[0].words}?"
        assert [slider.value for slider in shown(game, Slider)] == [None, None]
        assert [slider.label for slider in shown(game, Slider)] == [
            "Of 100 data scientists, how many?",
            "Of 100 ML engineers, how many?",
        ]
        assert game.guesses == tuple(Guess(question) for question in QUESTIONS)

    def test_nothing_is_given_away_before_a_question_is_opened(self):
        """The words say no number that is true, and there is no picture, hidden or not."""
        game = GuessShares()
        for i, asked in enumerate(QUESTIONS):
            said = words(game).replace(f"{i + 1} of 12", "").replace("Of 100", "")
            assert not re.search(r"\d", said), said
            assert asked.note not in said
            assert not shown(game, Picture)
            # Nor in what a page could look up of a widget that it does not show.
            assert not game._picture.text or asked.note not in game._picture.text
            press(game, "Show me")
            press(game, "See all 12" if i == 11 else "Next question")

    def test_a_question_that_was_opened_shows_truth_and_guess(self):
        game = GuessShares()
        play(game, (40, 70))
        guess = Guess(QUESTIONS[0], (40, 70))
        assert game.guesses[0] == guess
        assert picture(game) == (drawn(guess_and_truth(guess)), describe_shares(guess))
        assert [slider.disabled for slider in shown(game, Slider)] == [True, True]
        assert [slider.value for slider in shown(game, Slider)] == [40, 70]

    @pytest.mark.parametrize("values", [(None, None), (40, None), (None, 0)])
    def test_a_guess_can_be_left_out(self, values):
        game = GuessShares()
        assert "A guess can be left out." in words(game)
        play(game, values)
        assert picture(game)[1] == describe_shares(Guess(QUESTIONS[0], values))

    def test_a_guess_can_be_taken_back(self):
        game = GuessShares()
        first = shown(game, Slider)[0]
        first.value = 30
        first.value = None
        press(game, "Show me")
        assert game.guesses[0].values == (None, None)

    def test_the_next_question_is_closed_again_and_takes_the_focus(self):
        game = GuessShares()
        assert not any(slider.focused for slider in shown(game, Slider))
        play(game, (40, 70))
        press(game, "Next question")
        assert question(game) == f"2 of 12. How many {QUESTIONS[1].words}?"
        assert [slider.value for slider in shown(game, Slider)] == [None, None]
        assert [slider.disabled for slider in shown(game, Slider)] == [False, False]
        assert [slider.focused for slider in shown(game, Slider)] == [True, False]
        assert not shown(game, Picture)

    def test_the_last_steps_of_a_slider_may_come_after_the_click(self):
        game = GuessShares()
        slow = shown(game, Slider)[0]
        slow.value = 40
        press(game, "Show me")
        slow.value = 45
        assert game.guesses[0].values == (45, None)
        assert picture(game)[1] == describe_shares(Guess(QUESTIONS[0], (45, None)))

    def test_the_button_stays_the_same_all_the_way(self):
        """So that the keyboard's focus does."""
        game = GuessShares()
        first = described(game, ipywidgets.Button, "Show me")
        for text in ["Show me", "Next question"] * 11 + ["Show me", "See all 12"]:
            assert first.description == text
            assert not first.disabled
            first.click()
        assert first.description == "Look at them again"

    def test_at_the_end_stands_the_sum_of_all(self):
        game = GuessShares()
        play(game, *[(20, 80)] * 12)
        press(game, "See all 12")
        guesses = [Guess(asked, (20, 80)) for asked in QUESTIONS]
        assert game.guesses == tuple(guesses)
        assert picture(game) == (drawn(all_guesses(guesses)), describe_judgement(judge(guesses)))
        assert describe_surprises() in words(game)
        assert not shown(game, Slider)

    def test_who_guessed_nothing_is_told_so_at_the_end(self):
        game = GuessShares()
        play(game, *[(None, None)] * 12)
        press(game, "See all 12")
        assert picture(game)[1] == describe_judgement(None)

    def test_all_can_be_looked_at_again_and_nothing_can_be_changed(self):
        game = GuessShares()
        play(game, *[(20, 80)] * 12)
        press(game, "See all 12")
        press(game, "Look at them again")
        for i in range(12):
            assert question(game).startswith(f"{i + 1} of 12.")
            assert [(s.value, s.disabled) for s in shown(game, Slider)] == [(20, True), (80, True)]
            assert not any(slider.focused for slider in shown(game, Slider))
            assert picture(game)[1] == describe_shares(game.guesses[i])
            press(game, "See all 12" if i == 11 else "Next question")
        assert describe_surprises() in words(game)

    def test_beginning_afresh_forgets_everything(self):
        game = GuessShares()
        play(game, *[(20, 80)] * 12)
        press(game, "See all 12")
        press(game, "Begin afresh")
        assert game.guesses == GuessShares().guesses
        assert words(game) == words(GuessShares())
        assert not shown(game, Picture)

    def test_two_games_do_not_disturb_each_other(self):
        one, other = GuessShares(), GuessShares()
        play(one, (20, 80), (0, 100))
        assert other.guesses == GuessShares().guesses


def choice(explorer, label):
    [found] = [part for part in shown(explorer, Choice) if part.label == label]
    return found


class TestExploring:
    def choose(self, explorer, **chosen):
        labels = {"one": "Compare", "other": "with", "category": "Category"}
        for name, value in chosen.items():
            if name == "search":
                described(explorer, ipywidgets.Text, "Search").value = value
            else:
                names = NAMES | CATEGORIES | {"": "Everything"}
                choice(explorer, labels[name]).value = names[value]

    def reply(self, explorer):
        return next(s.text for s in shown(explorer, Sentence) if not s.names_picture)

    def test_it_begins_with_two_titles_that_nobody_guesses_at(self):
        explorer = RoleExplorer()
        found = differences("data_analyst", "data_engineer")[:12]
        data, said = picture(explorer)
        assert data == drawn(role_differences(found, "data_analyst", "data_engineer"))
        assert said == describe_differences(found, "Data analyst", "Data engineer")
        assert "Data scientist" not in said
        assert "ML engineer" not in said

    @pytest.mark.parametrize("control", ["Compare", "with"])
    def test_all_seven_titles_can_be_chosen(self, control):
        assert choice(RoleExplorer(), control).options == list(NAMES.values())

    def test_every_category_can_be_chosen(self):
        explorer = RoleExplorer()
        assert choice(explorer, "Category").options == ["Everything", *CATEGORIES.values()]
        for category in CATEGORIES:
            self.choose(explorer, category=category)
            found = differences("data_analyst", "data_engineer", category)
            assert picture(explorer)[1] == describe_differences(
                found[:12], "Data analyst", "Data engineer"
            )

    def test_never_more_than_twelve_rows_and_none_is_left_out(self):
        explorer = RoleExplorer()
        more = described(explorer, ipywidgets.Button, "More rows")
        found = differences("data_analyst", "data_engineer")
        seen = []
        for first in range(0, len(found), 12):
            rows = found[first : first + 12]
            assert self.reply(explorer).startswith(
                f"Rows {first + 1} to {first + len(rows)} of {len(found)}."
            )
            seen += picture(explorer)[0][1]["x"]
            assert len(picture(explorer)[0][1]["x"]) == len(rows)
            more.click()
        assert seen == pytest.approx([100 * d.one.share for d in found], abs=1e-3)
        assert self.reply(explorer).startswith("Rows 1 to 12 of ")

    def test_a_choice_begins_with_the_first_rows(self):
        explorer = RoleExplorer()
        press(explorer, "More rows")
        self.choose(explorer, one="ml_engineer")
        assert self.reply(explorer).startswith("Rows 1 to 12 of ")

    def test_a_search_narrows_the_rows(self):
        explorer = RoleExplorer()
        self.choose(explorer, one="data_scientist", other="ml_engineer", search="  MATLAB ")
        assert self.reply(explorer).startswith("Rows 1 to 2 of 2.")
        assert described(explorer, ipywidgets.Button, "More rows").disabled
        self.choose(explorer, category="language")
        assert self.reply(explorer).startswith("Rows 1 to 1 of 1.")
        self.choose(explorer, search="")
        assert self.reply(explorer).startswith("Rows 1 to 10 of 10.")

    @pytest.mark.parametrize("search", ["cobol", "<script>alert(1)</script>", "{}", "("])
    def test_what_is_not_found_is_said_and_not_drawn(self, search):
        explorer = RoleExplorer()
        self.choose(explorer, category="cloud", search=search if search != "(" else "(cobol")
        assert self.reply(explorer) == (
            "Nothing that was counted for both titles bears the name "
            f"“{search if search != '(' else '(cobol'}” in Cloud platforms. Try a part of a name, "
            "or Everything."
        )
        assert not shown(explorer, Picture)
        self.choose(explorer, search="")
        assert shown(explorer, Picture)

    def test_a_category_that_was_not_counted_for_both_is_said(self):
        explorer = RoleExplorer()
        self.choose(explorer, one="statistician", category="advert")
        assert self.reply(explorer) == (
            "Nothing that was counted for both titles is there in Words in adverts. Try a part of "
            "a name, or Everything."
        )

    def test_one_title_twice_is_refused(self):
        explorer = RoleExplorer()
        self.choose(explorer, other="data_analyst")
        assert self.reply(explorer) == "Choose two different titles."
        assert not shown(explorer, Picture)

    def test_it_says_what_it_compares(self):
        explorer = RoleExplorer()
        self.choose(explorer, one="statistician")
        assert repr(explorer) == "RoleExplorer(Statistician, Data engineer)"


class TestOnAPage:
    @pytest.mark.parametrize("panel", [GuessShares, RoleExplorer])
    def test_a_committed_picture_stands_in_for_it(self, panel):
        html = panel()._repr_mimebundle_()["text/html"]
        assert f'src="../pictures/{panel.picture}"' in html
        assert (NOTEBOOK.parents[1] / "pictures" / panel.picture).exists()
        assert "Run, Run All Cells" in html
        assert not re.search(r"\d", panel.picture_text.replace("100", ""))

    def test_no_widget_brings_a_figure_widget(self):
        """One of those is five megabytes of JavaScript."""
        game, explorer = GuessShares(), RoleExplorer()
        play(game, *[(20, 80)] * 12)
        press(game, "See all 12")
        for panel in (game, explorer):
            sizes = {
                type(part).__name__: len(json.dumps(part.get_state(), default=str))
                for part in parts(panel)
            }
            assert "FigureWidget" not in sizes
            assert max(sizes.values()) < 25_000, sizes

    def test_the_notebook_shows_both_and_types_no_number(self):
        cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
        code = " ".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
        assert "widgets.GuessShares()" in code
        assert "widgets.RoleExplorer()" in code
        for cell in cells:
            if cell["cell_type"] == "markdown":
                text = re.sub(r"\[[^]]*\]\([^)]*\)", "", "".join(cell["source"]))
                assert not re.search(r"\d", text), text

    def test_the_notebook_gives_no_guess_away(self):
        """Neither a note nor a share of the two titles stands in it, before anybody has guessed."""
        text = NOTEBOOK.read_text(encoding="utf-8")
        for asked in QUESTIONS:
            assert asked.note not in text
            assert describe_shares(Guess(asked)).split(",")[0] not in text
        assert describe_surprises()[:60] not in text
