"""Gaps: never negative, each skill in one group, and the rule of the groups as it is stated."""

import re

import pytest
from hands import ROOT, refusal
from hypothesis import given
from paths import (
    BUILDING,
    ENGINEER,
    ETHICS,
    INNOVATION,
    INTEGRATION,
    MATHS,
    RATINGS,
    TELLING,
    any_ratings,
    group_of,
    targets,
)
from strategies import any_answers

from rolekit import Answers, PlanError
from rolekit.measure.example import EXAMPLE
from rolekit.path.gaps import FAR_BELOW, GROUPS, LARGE, Gap, gaps

NOBODY = Answers()


class TestLaws:
    @given(targets, any_ratings, any_answers())
    def test_no_gap_is_negative_and_groups_share_out_the_skills_by_size(
        self, aim, ratings, answers
    ):
        for gap in gaps(aim, ratings, answers):
            assert gap.size == max(0, gap.needed - ratings.get(gap.skill, gap.needed))
        found = gaps(aim, ratings, answers)
        assert sorted(gap.skill for gap in found) == sorted(aim.needs)
        assert {gap.group for gap in found} <= set(GROUPS)
        for gap in found:
            assert (gap.group in ("first", "later", "not you")) == (gap.size > 0)
            assert (gap.group == "unrated") == (gap.skill not in ratings)
        order = list(GROUPS)
        keys = [(order.index(g.group), -g.size) for g in gaps(aim, ratings, answers)]
        assert keys == sorted(keys)

    @given(targets, any_ratings, any_answers())
    def test_a_habit_of_answering_high_changes_no_group(self, aim, ratings, answers):
        """Unless an answer hits the end of the scale."""
        if any(value > 90 for value in answers.by_item.values()):
            return
        higher = Answers.from_items({i: v + 10 for i, v in answers.by_item.items()})
        before, after = (gaps(aim, ratings, each) for each in (answers, higher))
        assert {g.skill: g.group for g in before} == {g.skill: g.group for g in after}


def gap_of(want, size):
    return Gap("Testing", needed=3, today=3 - size, want=want, average=50)


class TestRule:
    @pytest.mark.parametrize(
        ("want", "group"),
        [(100, "first"), (50, "first"), (49.9, "later"), (35, "later"), (34.9, "not you")],
    )
    def test_the_wish_decides_the_group(self, want, group):
        assert {gap_of(want, size).group for size in (1, 2, 3)} == {group}

    @pytest.mark.parametrize(("size", "group"), [(1, "later"), (2, "first"), (3, "first")])
    def test_where_no_wish_is_known_the_size_does(self, size, group):
        assert gap_of(None, size).group == group

    def test_what_one_has_is_there_however_little_one_wants_it_and_unrated_is_not_none_yet(self):
        assert Gap("Testing", needed=2, today=4, want=0, average=50).group == "there"
        assert Gap("Testing", needed=2).group == "unrated"
        assert Gap("Testing", needed=2, today=0).group == "first"

    def test_the_notebook_states_the_rule_that_is_used(self):
        said = (ROOT / "notebooks" / "06-choose-a-path.ipynb").read_text(encoding="utf-8")
        assert re.findall(r"more than (\d+) points less", said) == [str(FAR_BELOW)]
        assert (LARGE, "two missing steps come first" in said) == (2, True)


class TestExample:
    """The invented person: mean of the twelve scores 635 / 12 = 52.9."""

    def test_is_grouped_as_by_hand_and_without_answers_nothing_is_probably_not_you(self):
        # integration and building: (architecture 60 + deployment 80) / 2 = 70 >= 52.9
        # ethics: nothing is asked about it, two steps
        # maths: (statistics 45 + experimentation 50) / 2 = 47.5, between 37.9 and 52.9
        # telling: storytelling 25 < 37.9
        groups = [(gap.skill, gap.group) for gap in gaps(ENGINEER, RATINGS, EXAMPLE.answers)]
        assert groups == [
            (INTEGRATION, "first"),
            (BUILDING, "first"),
            (ETHICS, "first"),
            (MATHS, "later"),
            (TELLING, "not you"),
            (INNOVATION, "there"),
        ]
        assert group_of(NOBODY, TELLING, RATINGS) == "later"
        assert group_of(NOBODY, INTEGRATION, RATINGS) == "first"


class TestRefused:
    def test_an_unknown_skill(self):
        said = refusal(PlanError, gaps, ENGINEER, {"Tasting": 1}, NOBODY)
        assert said == "There is no skill 'Tasting'. Did you mean 'Testing'?"

    @pytest.mark.parametrize("level", [-1, 5, 1.0, "2", None, True])
    def test_a_level_that_is_none(self, level):
        said = refusal(PlanError, gaps, ENGINEER, {"Testing": level}, NOBODY)
        assert (
            said == f"The rating of 'Testing' must be a whole number from 0 to 4 (got {level!r})."
        )
