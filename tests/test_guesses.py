"""The questions are about what was counted, their notes are true, guesses are added up right."""

import re

import pytest
from hands import refusal
from hypothesis import given
from hypothesis import strategies as st

from rolekit import AnswerError, DataError
from rolekit.titles import guesses
from rolekit.titles.guesses import TITLES, Guess, judge, load_questions
from rolekit.titles.shares import signs
from rolekit.titles.sources import advert_overlap

QUESTIONS = load_questions()
BY_SHORT = {question.short: question for question in QUESTIONS}
every_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.short)
values = st.none() | st.integers(0, 100)
some_guesses = st.lists(
    st.builds(Guess, st.sampled_from(QUESTIONS), st.tuples(values, values)), max_size=12
)


def share(short, role):
    return BY_SHORT[short].sign.shares[role].share


class TestQuestions:
    def test_there_are_eight(self):
        assert len({question.sign.id for question in QUESTIONS}) == len(QUESTIONS) == 8

    def test_they_are_about_activities_and_about_tools(self):
        activities = [question.sign.category == "activity" for question in QUESTIONS]
        assert 3 <= sum(activities) <= 5

    @every_question
    def test_it_is_about_people_of_seven_titles_or_about_adverts_and_says_so(self, question):
        adverts = question.sign.unit == "adverts"
        assert len(question.sign.shares) == 7
        assert question.short.startswith("Adverts: ") == adverts
        assert question.words.startswith("adverts ") == adverts
        kind = "adverts for " if adverts else ""
        assert question.asked == (f"{kind}data scientists", f"{kind}ML engineers")

    def test_two_are_about_adverts_as_the_notebook_says(self):
        assert sum(question.sign.unit == "adverts" for question in QUESTIONS) == 2

    @every_question
    def test_it_reads_as_a_sentence_and_gives_no_number_away(self, question):
        verbs = "regularly use|analyse|build|experiment|adverts mention|adverts name"
        assert re.fullmatch(rf"(?:{verbs}) .*[^.?]", question.words)
        assert len(question.short) <= 24
        assert question.note.endswith(".")
        assert not re.search(r"\d", question.words + question.short + question.note)

    @every_question
    def test_an_activity_is_asked_about_as_the_survey_did(self, question):
        important = question.words.endswith(", as an important part of their work")
        assert important == (question.sign.category == "activity")

    def test_neither_title_has_more_of_all(self):
        found = [question.finding for question in QUESTIONS]
        assert found.count("about_equal") >= 2
        assert min(map(found.count, ("more_data_scientists", "more_ml_engineers"))) >= 3

    def test_a_question_about_what_was_not_counted_is_refused(self, monkeypatch):
        row = dict.fromkeys(("short", "question", "claim", "most", "note"), "")
        monkeypatch.setattr(guesses, "load_table", lambda _: ({"sign": "act_analyze", **row},))
        assert refusal(DataError, load_questions.__wrapped__) == (
            "guesses.csv: 'act_analyze' was not counted. Did you mean 'act_analyse'?"
        )


class TestNotes:
    """What a note says in words is held to the counts."""

    @every_question
    def test_what_it_claims_is_what_the_counts_say(self, question):
        assert question.claim == question.finding
        if question.finding != "about_equal":
            assert question.difference.at_least > 0.05

    @every_question
    def test_who_is_said_to_have_most_has_most_for_sure(self, question):
        if question.most is None:
            return
        low = question.sign.shares[question.most].interval[0]
        for role, other in question.sign.shares.items():
            assert role == question.most or other.interval[1] < low

    def test_the_titles_that_a_note_calls_first_are_in_the_table(self):
        for question in QUESTIONS:
            if re.search(r"\bmost\b(?! ML engineers| people)", question.note):
                assert question.most

    def test_analysis_sets_the_two_furthest_apart_of_all_activities(self):
        gaps = {
            sign.id: abs(sign.shares[TITLES[0]].share - sign.shares[TITLES[1]].share)
            for sign in signs()
            if sign.category == "activity"
        }
        assert max(gaps, key=gaps.get) == "act_analyse"
        assert len(gaps) == 5

    def test_what_the_rest_of_the_page_tells_is_not_asked(self):
        """It names the words that tell most, and shows who mentions language models."""
        asked = {question.sign.id for question in QUESTIONS}
        assert not asked & {"ad_llm", advert_overlap(*TITLES).best.sign.id}

    def test_ml_engineers_build_no_more_infrastructure_and_data_engineers_do(self):
        infrastructure = BY_SHORT["Data infrastructure"].sign.shares
        assert infrastructure["ml_engineer"].share <= infrastructure["data_scientist"].share
        assert infrastructure["data_engineer"].share > 1.4 * infrastructure["ml_engineer"].share

    def test_what_is_called_a_minority_or_a_majority_is_one(self):
        # "most ML engineers", "more than half of the adverts for data scientists"
        assert share("Adverts: deploying", "ml_engineer") > 0.75
        assert share("Adverts: deploying", "data_scientist") > 0.5
        assert share("R", "ml_engineer") < 0.15  # "few of those who build services"


class TestGuess:
    def test_how_far_it_is_off_has_a_direction(self):
        analysis = BY_SHORT["Analysis for decisions"]  # 76 and 49 of 100
        assert Guess(analysis, (80, 45)).off == (4, -4)
        assert Guess(analysis, (None, 49)).off == (None, 0)
        assert Guess(analysis).off == (None, None)

    def test_a_gap_needs_both(self):
        assert Guess(QUESTIONS[0], (30, 70)).gap == -40
        assert Guess(QUESTIONS[0], (30, None)).gap is None

    @pytest.mark.parametrize("value", [-5, 105, 50.0, True, "50"])
    def test_what_is_no_number_of_people_is_refused(self, value):
        said = refusal(AnswerError, Guess, QUESTIONS[0], (value, None))
        assert said == f"A guess must be a whole number from 0 to 100 or None (got {value!r})."


class TestJudgement:
    def test_a_worked_example(self):
        # Analysis 76 and 49 of 100: guessed 40 and 60, off by 36 and 11, 20 apart and the other way
        # round. PyTorch 32 and 48: guessed 34, off by 2. Mean of three: (36 + 11 + 2) / 3 = 16.33.
        # Really 0.756166 - 0.491875 = 26.43 of 100 apart.
        given = {"Analysis for decisions": (40, 60), "PyTorch": (34, None), "SQL": (None, None)}
        result = judge([Guess(BY_SHORT[short], values) for short, values in given.items()])
        assert (result.made, result.gaps, result.reversed) == (3, 1, 1)
        assert result.off == pytest.approx(49 / 3)
        assert result.expected == 20
        assert result.real == pytest.approx(26.4291, abs=1e-4)

    def test_who_guesses_everything_right_is_not_off(self):
        right = [Guess(q, tuple(share.of_100 for share in q.shares)) for q in QUESTIONS]
        result = judge(right)
        assert (result.made, result.off, result.reversed) == (16, 0, 0)
        assert result.expected == pytest.approx(result.real, abs=0.5)

    def test_where_there_is_no_difference_none_can_be_the_wrong_way_round(self):
        result = judge([Guess(BY_SHORT["Data infrastructure"], (0, 100))])
        assert result.reversed == 0
        assert result.expected == 100

    def test_without_a_pair_there_is_no_difference_to_judge(self):
        result = judge([Guess(QUESTIONS[0], (10, None)), Guess(QUESTIONS[1], (None, 10))])
        assert (result.expected, result.real, result.gaps) == (None, None, 0)

    @given(some_guesses)
    def test_it_counts_what_was_guessed(self, some):
        made = [value for guess in some for value in guess.values if value is not None]
        result = judge(some)
        if not made:
            assert result is None
            return
        assert result.made == len(made)
        assert 0 <= result.off <= 100
        assert 0 <= result.reversed <= result.gaps <= len(some)
        assert (result.expected is None) == (result.gaps == 0)
