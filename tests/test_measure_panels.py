"""The panels of notebook 03 say what rolekit computes, and spoil no guess."""

import ipywidgets
import pytest
from panels import (
    all_states,
    as_drawn,
    choose,
    figure_of,
    html_on,
    paste,
    press,
    said,
    shown,
    skip_guess,
)
from people import FACETS, INSTRUMENT, ONE, OTHER, SHORT_ITEMS, scores_of, varied

from rolekit import Answers, Response, explain, place, resemblance
from rolekit.base.ui.choice import Choice
from rolekit.figures import flips, how_sure, pulls, resembling, spectrum
from rolekit.measure import words
from rolekit.measure.example import EXAMPLE
from rolekit.measure.explain import other_weightings
from rolekit.measure.twelve_more import twelve_more
from rolekit.widgets import Flips, GuessAndResult, HowSure, Person, Pulls, Resembles, SecondLook

FULL = Response(varied(40, 60), id=10, guess=20)
SECOND_ONLY = Response(
    Answers.from_items({i: v for i, v in FULL.answers.by_item.items() if i.endswith("-2")}), id=11
)
SAME = Response(Answers.from_items(dict.fromkeys(SHORT_ITEMS, 50)), id=12)
# Every step is as a slider gives it, and lean is 0.045: the middle, as far as anyone can tell.
NEARLY_THE_MIDDLE = scores_of([10, 45, 15, 45, 70], [5, 50, 50, 85, 45])
NEARLY = Response(
    Answers.from_items({f"{facet}-1": score for facet, score in NEARLY_THE_MIDDLE.items()}), id=13
)


def about(panel, response):
    """A panel about a person, with what covers it skipped."""
    person = Person()
    made = panel(person)
    paste(person, response.to_code())
    skip_guess(made)
    return made


def hardest(response):
    return FACETS[explain(response.answers).contributions[0].facet].name


class Sum:
    """The panel of pulls as a person meets it."""

    def __init__(self, *pasted):
        self.person = Person()
        self.panel = Pulls(self.person)
        for response in pasted:
            self.paste(response)

    def paste(self, response):
        paste(self.person, response.to_code())

    @property
    def text(self):
        return said(self.panel)

    @property
    def is_covered(self):
        asked = "which kind of work pulls you hardest" in html_on(self.panel)
        assert asked == (figure_of(self.panel) is None)
        return asked

    @property
    def choice(self):
        [choice] = shown(self.panel, Choice)
        return choice

    def guess(self, name):
        choose(self.panel, name)
        press(self.panel, "This is my guess")


people = pytest.mark.parametrize("response", [ONE, OTHER, FULL], ids=["one", "other", "full"])


class TestPulls:
    def test_the_invented_person_is_shown_openly(self):
        assert not Sum().is_covered

    def test_a_real_person_guesses_first(self):
        panel = Sum(ONE)
        assert panel.is_covered
        names = [f.name for f in INSTRUMENT.facets if f.pole != "machine_learning"]
        assert panel.choice.options == ["Choose one", *names]
        assert panel.choice.value == "Choose one"

    @people
    @pytest.mark.parametrize("hits", [True, False], ids=["hits", "misses"])
    def test_a_guess_that_hits_is_told_so_and_one_that_misses_what_it_was(self, response, hits):
        panel, right = Sum(response), hardest(response)
        ties = [FACETS[id].name for id in explain(response.answers).hardest]
        wrong = next(name for name in panel.choice.options[1:] if name not in ties)
        panel.guess(right if hits else wrong)
        assert not panel.is_covered
        explanation = explain(response.answers)
        guess = next(f.id for f in INSTRUMENT.facets if f.name == (right if hits else wrong))
        assert (guess in explanation.hardest) == hits
        assert panel.text == words.describe_pulls(explanation, guess)
        assert figure_of(panel.panel) == as_drawn(pulls(explain(response.answers)))

    def test_a_guess_can_be_skipped_and_nothing_is_uncovered_by_none(self):
        panel = Sum(ONE)
        press(panel.panel, "This is my guess")
        assert panel.is_covered
        choose(panel.panel, "Statistics")
        press(panel.panel, "Skip")
        assert not panel.is_covered
        assert panel.text == words.describe_pulls(explain(ONE.answers))

    def test_no_widget_holds_anything_of_the_pull_while_it_is_covered(self):
        """Neither in words nor as data of a picture, for a page can ask for any widget's state."""
        ipywidgets.Widget.close_all()
        explanation = explain(OTHER.answers)
        # The invented person, who was shown before, has some of it in common with everybody.
        open_already = words.describe_pulls(explain(EXAMPLE.answers))
        told = [p for p in words.describe_pulls(explanation).split(". ") if p not in open_already]
        assert told
        numbers = [f"{part.points:.6g}" for part in explanation.contributions]
        panel = Sum(OTHER)
        covered = all_states()
        assert not [part for part in (*told, *numbers) if part in covered]
        press(panel.panel, "Skip")
        opened = all_states()
        assert all(part in opened for part in (*told, *numbers))

    def test_another_person_is_asked_anew(self):
        panel = Sum(ONE)
        panel.guess("Statistics")
        panel.paste(OTHER)
        assert panel.is_covered
        assert panel.choice.value == "Choose one"
        press(panel.panel, "Skip")
        assert panel.text == words.describe_pulls(explain(OTHER.answers))

    def test_the_same_person_with_another_answer_is_not_asked_again(self):
        panel = Sum(ONE)
        panel.guess("Statistics")
        changed = Response(ONE.answers.having("statistics-1", 100), id=ONE.id, guess=ONE.guess)
        panel.paste(changed)
        assert not panel.is_covered
        assert panel.text == words.describe_pulls(explain(changed.answers), "statistics")
        assert panel.text.startswith("You guessed statistics, and that's right: statistics pulls ")

    def test_back_to_the_invented_person_it_is_open_without_a_guess(self):
        panel = Sum(ONE, EXAMPLE)
        assert not panel.is_covered
        assert panel.text.startswith("An invented person, as if it were you. Storytelling pulls")

    def test_nobody_is_asked_to_guess_what_cannot_be_shown(self):
        panel = Sum(Response(Answers(), id=20))
        assert panel.text.startswith("There's no result to explain yet. Answer statements on ")
        assert not shown(panel.panel, Choice)

    def test_answers_that_are_all_the_same_have_no_picture(self):
        panel = about(Pulls, SAME)
        assert said(panel) == (
            "Nothing pulls you to either side: you gave about the same to every kind of work."
        )
        assert figure_of(panel) is None


class TestFlips:
    @people
    def test_it_shows_and_says_the_smallest_change(self, response):
        panel, found = about(Flips, response), explain(response.answers).flips
        assert said(panel) == words.describe_flips(found)
        assert figure_of(panel) == as_drawn(flips(found))

    @pytest.mark.parametrize("response", [SAME, NEARLY], ids=["the same", "nearly the middle"])
    def test_who_is_in_the_middle_is_asked_for_no_change(self, response):
        panel = about(Flips, response)
        assert (said(panel), figure_of(panel)) == (words.describe_flips(()), None)

    def test_the_middle_is_the_same_here_as_in_the_sum(self):
        # 0.045 points of lean: "experiments 15 instead of 15" would be no change to imagine.
        assert place(NEARLY.answers).lean == pytest.approx(0.045)
        assert "cancel out: you're right in the middle." in said(about(Pulls, NEARLY))
        assert explain(NEARLY.answers).flips


class TestHowSure:
    @pytest.mark.parametrize(
        ("response", "third_row", "told"),
        [
            (ONE, "if you answered twelve more", "With twelve more answers, there's an even"),
            (
                FULL,
                "with your first twelve answers",
                "With your first 12 answers,",
            ),
        ],
        ids=["short", "full"],
    )
    def test_a_short_form_foresees_twelve_more_and_a_full_one_looks_back(
        self, response, third_row, told
    ):
        answers, placement = response.answers, place(response.answers)
        before, foreseen = place(answers.short), None if response == FULL else twelve_more(answers)
        rows = {
            "if we'd asked about other tasks": placement.dots,
            "if the weights were different": other_weightings(answers),
            third_row: foreseen.leans if foreseen else before.dots,
        }
        panel, share = about(HowSure, response), explain(answers).kept_share
        assert figure_of(panel) == as_drawn(how_sure(rows, placement.lean))
        assert said(panel) == words.describe_sureness(placement, share, foreseen, before)
        assert told in said(panel)

    def test_where_the_first_twelve_give_no_place_two_rows_are_left(self):
        panel = about(HowSure, SECOND_ONLY)
        rows = [trace for trace in figure_of(panel)["data"] if len(trace["x"]) == 20]
        assert len(rows) == 2
        assert said(panel) == words.describe_sureness(
            place(SECOND_ONLY.answers), explain(SECOND_ONLY.answers).kept_share, None, None
        )
        assert "nswers" not in said(panel)

    def test_answers_that_are_all_the_same_keep_no_side(self):
        answers, placement = SAME.answers, place(SAME.answers)
        told = words.describe_sureness(placement, None, twelve_more(answers), placement)
        assert said(about(HowSure, SAME)) == told


class TestResembles:
    @pytest.mark.parametrize("response", [ONE, FULL], ids=["one", "full"])
    def test_it_shows_and_says_the_correlations_with_what_is_not_known(self, response):
        found = resemblance(response.answers)
        panel = about(Resembles, response)
        assert figure_of(panel) == as_drawn(resembling(found))
        assert said(panel) == words.describe_resemblance(found)
        told = said(panel).split(". ")[-1]
        for one in found:
            assert (one.role.name in told) == bool(one.note)
            assert told.endswith(
                ": There's no evidence on experiments, so only the rest is compared."
            )

    def test_answers_that_are_all_the_same_resemble_nothing(self):
        panel = about(Resembles, SAME)
        assert (said(panel), figure_of(panel)) == (words.describe_resemblance(()), None)


class TestSecondLook:
    def test_ordinary_answers_are_told_so_without_a_picture(self):
        panel = about(SecondLook, FULL)
        assert said(panel) == (
            "Nothing stands out: no long run of the same answer, and no two answers on one kind of "
            "work that are far apart."
        )
        assert figure_of(panel) is None

    def test_what_may_be_worth_a_look_is_told_with_what_limits_the_place(self):
        answers = FULL.answers.having("statistics-1", 0).having("statistics-2", 90)
        answers = answers.having("decisions-1", None).having("decisions-2", None)
        panel = about(SecondLook, Response(answers, id=30))
        assert said(panel) == " ".join((*place(answers).notes, *explain(answers).notes))
        assert "no answer on decisions yet" in said(panel)
        assert "(0 and 90)" in said(panel)


class TestGuessAndResult:
    @pytest.mark.parametrize("response", [ONE, FULL, OTHER], ids=["far", "near", "none"])
    def test_it_shows_both_and_sides_with_neither(self, response):
        placement = place(response.answers)
        panel = about(GuessAndResult, response)
        assert figure_of(panel) == as_drawn(spectrum(placement, response.guess))
        assert said(panel) == words.describe_guess(placement, response.guess)


def test_the_texts_of_the_committed_pictures_are_true_of_the_invented_person():
    explanation, placement = explain(EXAMPLE.answers), place(EXAMPLE.answers)
    points = {FACETS[c.facet].name.lower(): c.points for c in explanation.contributions}
    right, left = Pulls.picture_text.lower().split("pull towards engineering")
    for name, pull in points.items():
        if name in right:
            assert pull > 0
        elif name in left.partition("add up")[0]:
            assert pull < 0
    assert f"{placement.lean:.0f} points towards engineering" in Pulls.picture_text
    assert len(points) == 10

    [flip] = explanation.flips
    assert f"an arrow for {flip.facet} from {flip.score:.0f}" in Flips.picture_text
    assert f"the score now, to {flip.wanted:.0f}." in Flips.picture_text

    clear = [one.role.name for one in resemblance(EXAMPLE.answers) if one.is_clear]
    assert clear == ["ML engineer", "AI engineer"]
    wholly = "Only those of the ML engineer and the AI engineer are wholly above 0"
    assert wholly in Resembles.picture_text

    dots = placement.dots
    assert abs(dots[0]) < 5
    assert "from about 0 to about 35 towards engineering" in HowSure.picture_text
    assert dots[-1] == pytest.approx(35, abs=3)
    spread = dots[-1] - dots[0]
    for others in (other_weightings(EXAMPLE.answers), twelve_more(EXAMPLE.answers).leans):
        ordered = sorted(others)
        ends = [ordered[round(q * len(ordered))] for q in (0.025, 0.975)]
        assert (ends[1] - ends[0]) / spread == pytest.approx(0.5, abs=0.15)

    assert f"guessed {-EXAMPLE.guess} points towards analytics" in GuessAndResult.picture_text
    assert f"out {placement.lean:.0f} points towards engineering" in GuessAndResult.picture_text
