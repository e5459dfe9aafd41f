"""The words under the picture say what the picture shows, and name no job."""

import re
from dataclasses import replace
from typing import ClassVar

from hypothesis import given
from strategies import INSTRUMENT, equal_weights, placeable, whole

from rolekit import Answers, describe, place, roles
from rolekit.describe import (
    describe_differences,
    describe_gain,
    describe_interests,
    describe_judgement,
    describe_shares,
    describe_surprises,
    describe_two_roles,
)
from rolekit.figures.two_roles import ANALYTICS, ENGINEERING, GROUND
from rolekit.guesses import Guess, Judgement, load_questions
from rolekit.shares import differences
from rolekit.titles import occupations


def answers_of(analytics, engineering, shared=()):
    scores = {}
    for pole, values in zip(INSTRUMENT.poles, (analytics, engineering, shared), strict=True):
        facets = INSTRUMENT.facets_of(pole)[: len(values)]
        scores |= {facet.id: value for facet, value in zip(facets, values, strict=True)}
    return Answers.from_facets(scores)


def words_for(*scores):
    return describe(place(answers_of(*scores)))


@equal_weights
def test_a_place_on_the_engineering_side_in_words():
    # Worked in test_placement.py: 30 points, from 16.03 to 43.97; depth 50, from 34.71 to 65.29.
    assert words_for([20, 30, 40, 50, 60], [50, 60, 70, 80, 90], [60, 40]) == (
        "You lean towards engineering, by 30 of 100 points, and the whole band, from 16 to 44, "
        "stays on that side. "
        "Your wish for machine-learning work is 50 of 100 (band 35 to 65)."
    )


@equal_weights
def test_a_place_on_the_analytics_side_in_words():
    assert words_for([50, 60, 70, 80, 90], [20, 30, 40, 50, 60], [60, 40]) == (
        "You lean towards analytics, by 30 of 100 points, and the whole band, from 16 to 44, stays "
        "on that side. "
        "Your wish for machine-learning work is 50 of 100 (band 35 to 65)."
    )


@equal_weights
def test_a_place_near_the_middle_in_words():
    # 1 point, and the least band: 1 -+ 4.42. The shared facets 40 and 60 have squares of 200,
    # df = 9: SD = max(sqrt(200/9), 5) = 5, 1.383 * 5 * sqrt(0.5) = 4.89.
    assert words_for([50] * 5, [51] * 5, [60, 40]) == (
        "You sit near the middle: you are 1 point towards engineering, and the band, from 3 "
        "towards analytics to 5 towards engineering, stays close to it. "
        "Both kinds of work attract you about equally. "
        "Your wish for machine-learning work is 50 of 100 (band 45 to 55)."
    )


@equal_weights
def test_a_place_that_is_unclear_in_words():
    # On each side the mean is 50, s^2 = 4 * 2500 / 4 = 2500 and v = 500; SE = sqrt(1000) = 31.62,
    # df = 8: 1.396815 * 31.62 = 44.17.
    sentence = words_for([0, 100, 50, 0, 100], [100, 0, 50, 100, 0], [50, 50])
    assert sentence.startswith(
        "Your answers do not settle on a side: you are in the very middle, but the band, from 44 "
        "towards analytics to 44 towards engineering, takes in both sides."
    )


@equal_weights
def test_identical_answers_in_words():
    assert words_for([50] * 5, [50] * 5, [50, 50]) == (
        "Your answers do not settle on a side: you are in the very middle, but the band, from 4 "
        "towards analytics to 4 towards engineering, takes in both sides. "
        "Your wish for machine-learning work is 50 of 100 (band 45 to 55). "
        "All your answers are the same, so they do not say which side you would rather work on."
    )


def test_what_is_not_answered_is_said():
    sentence = words_for([20, 30, 40, 50], [80] * 5, [60])
    assert sentence.endswith(
        "Decisions is not answered; the analytics score rests on the other four. "
        "Machine-learning depth is not known until Deep learning is answered."
    )
    assert "wish for machine-learning work" not in sentence


@equal_weights
def test_a_band_that_ends_at_the_middle_is_not_said_to_cross_it():
    placement = place(answers_of([20, 30, 40, 50, 60], [50, 60, 70, 80, 90]))
    sentence = describe(replace(placement, lean=12.4, low=0.4, high=24.4))
    assert sentence.startswith("You lean towards engineering, by 12 of 100 points,")
    assert "the whole band, from 0 to 24, stays on that side" in sentence


@given(placeable(whole))
def test_the_point_and_the_band_are_both_said(answers):
    placement = place(answers)
    sentence = describe(placement)
    first = sentence.split("Your wish")[0]
    numbers = {int(number) for number in re.findall(r"\d+", first)}
    if round(placement.lean):
        assert abs(round(placement.lean)) in numbers
    else:
        assert "in the very middle" in first
    assert {abs(round(placement.low)), abs(round(placement.high))} <= numbers


@given(placeable(whole))
def test_the_band_is_said_to_reach_over_the_middle_only_where_it_does(answers):
    placement = place(answers)
    sentence = describe(placement)
    both = re.search(r"from \d+ towards analytics to \d+ towards engineering", sentence)
    if placement.side in ("analytics", "engineering"):
        assert sentence.startswith(f"You lean towards {placement.side}, by ")
        assert not both
    else:
        assert not sentence.startswith("You lean")
        assert bool(both) == (placement.low <= 0 < placement.high)


@given(placeable(whole))
def test_a_person_is_never_given_a_job_title(answers):
    sentence = describe(place(answers)).lower()
    assert not any(role.name.lower() in sentence for role in roles())
    assert not re.search(r"\b(engineer|analyst|scientist|statistician)s?\b", sentence)


@given(placeable(whole))
def test_every_description_is_made_of_whole_sentences(answers):
    sentence = describe(place(answers))
    assert sentence.endswith(".")
    assert "  " not in sentence
    assert "{" not in sentence
    assert "None" not in sentence
    assert not re.search(r"-\d", sentence)


def test_a_band_that_narrowed_is_said_to_have_narrowed():
    # One more answer a facet brings the uneven engineering side closer together.
    short = answers_of([50] * 5, [20, 40, 60, 80, 100], [50, 50]).short
    more = {f"{facet.id}-2": 60 for facet in INSTRUMENT.facets_of("engineering")}
    full = Answers.from_items({**short.by_item, **more})
    before, after = place(short), place(full)
    assert after.width < before.width
    assert describe_gain(before, after) == (
        f"Your band was {before.width:.0f} points wide with the first 12, and is "
        f"{after.width:.0f} points wide with 17 answers: it narrowed."
    )


@equal_weights
def test_a_band_that_did_not_narrow_is_said_not_to():
    full = answers_of([50] * 5, [20, 40, 60, 80, 100], [50, 50])
    assert describe_gain(place(full.short), place(full)).endswith(
        "and is 44 points wide with 24 answers: it did not narrow. "
        "More answers do not always agree more."
    )


def test_nothing_is_said_of_a_band_that_is_not_there():
    full = place(answers_of([50] * 5, [60] * 5, [50, 50]))
    assert "as soon as there is one" in describe_gain(None, None)
    assert describe_gain(None, full).endswith("the first 12 statements alone give none yet.")


class TestTwoRoles:
    """The words of the notebook on the two roles."""

    questions: ClassVar = {question.short: question for question in load_questions()}

    def test_a_guess_in_words(self):
        # 4,323 of 5,717 and 1,120 of 2,277; the intervals are worked in test_shares.py.
        question = self.questions["Analysis for decisions"]
        assert describe_shares(Guess(question, (40, 60))) == (
            "Of 100 data scientists 76 do (74 to 77, n = 5,717), of 100 ML engineers 49 (47 to 51, "
            "n = 2,277), by the surveys of 2020 and 2021. So 27 more data scientists of 100 than "
            "ML engineers. You guessed 40 data scientists (36 too low) and 60 ML engineers (11 too "
            f"high). {question.note}"
        )

    def test_half_a_guess_in_words(self):
        question = self.questions["PyTorch"]
        assert describe_shares(Guess(question, (None, 48))) == (
            "Of 100 data scientists 32 do (30 to 33, n = 3,294), of 100 ML engineers 48 (45 to 51, "
            "n = 1,340), by the survey of 2021. So 16 more ML engineers of 100 than data "
            f"scientists. You guessed 48 ML engineers (right). {question.note}"
        )

    def test_no_guess_in_words(self):
        question = self.questions["Python"]
        said = describe_shares(Guess(question))
        assert "So about as many of either. You made no guess. " in said
        assert said.endswith(question.note)

    def test_the_sum_of_the_guesses_in_words(self):
        assert describe_judgement(Judgement(24, 17.6, 12, 30.4, 11.7, 3)) == (
            "You made 24 guesses, on average 18 of 100 people off. You expected the two titles to "
            "be 30 people of 100 apart, on average; they are 12 apart. You expected 18 more than "
            "there is. For 3 of 12 questions you expected the difference the other way round."
        )

    def test_other_sums_in_words(self):
        less = describe_judgement(Judgement(4, 8, 2, 5, 12, 0))
        assert less.endswith("they are 12 apart. You expected 7 less than there is.")
        just = describe_judgement(Judgement(2, 8, 1, 12.4, 11.6, 0))
        assert just.endswith("You expected just the difference that there is.")
        assert describe_judgement(Judgement(1, 7, 0, None, None, 0)) == (
            "You made 1 guess, on average 7 of 100 people off."
        )

    def test_what_is_worth_talking_about_is_what_the_counts_say(self):
        shares = {question.short: question.sign.shares for question in self.questions.values()}
        infrastructure = shares["Data infrastructure"]
        assert infrastructure["ml_engineer"].share <= infrastructure["data_scientist"].share
        assert "(35 against 38 of 100); it is data engineers who build it (58)" in (
            describe_surprises()
        )
        assert "They do less analysis for decisions (49 against 76)." in describe_surprises()
        assert "(45 against 42), and about as many try to improve models (49 against 46)" in (
            describe_surprises()
        )
        for common in ("Machine-learning service", "Improving models"):
            assert self.questions[common].finding == "about_equal"

    def test_differences_in_words_name_every_row_and_every_n(self):
        found = differences("data_scientist", "ml_engineer", search="statistics")
        assert describe_differences(found, "Data scientist", "ML engineer") == (
            "Data scientist against ML engineer, of 100 people or adverts each: Advert mentions "
            "statistics 77 against 36. Counted were (n): 168 and 161 adverts of 2020."
        )
        said = describe_differences(differences("data_scientist", "ml_engineer"), "A", "B")
        assert said.count(" against ") == 1 + 172
        assert said.endswith(
            "Counted were (n): 168 and 161 adverts of 2020; 5,717 and 2,277 people of 2020 and "
            "2021; 3,219 and 1,294 people of 2021; 3,294 and 1,340 people of 2021."
        )

    def test_the_idea_in_words_names_all_that_is_drawn(self):
        for word in (*ANALYTICS, *ENGINEERING):
            assert word in describe_two_roles()
        for word in GROUND:
            assert word.replace("<br>", " ") in describe_two_roles()

    def test_interests_in_words_hold_every_score(self):
        found = occupations("ml_engineer")
        said = describe_interests(found)
        assert "realistic 3.9, 4.3, 2.2; investigative 7.0, 5.8, 7.0;" in said
        assert all(one.name in said and one.code in said for one in found)
