"""A plan: what it refuses, and what follows from it."""

from dataclasses import FrozenInstanceError, replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hands import refusal
from hypothesis import given
from hypothesis import strategies as st
from paths import BUILDING, ENGINEER, ETHICS, INNOVATION, INTEGRATION, PLAN, RATINGS, STEPS, plans

from rolekit import PlanError
from rolekit.path.framework import load_levels, load_skills, target
from rolekit.path.plan import (
    MOST_STEPS,
    MOST_WEEKS,
    Scheduled,
    Step,
    next_monday,
    practice,
    suggest,
    task_hours,
)

levels = st.integers(0, 4)
skills = st.sampled_from(sorted(load_skills()))


class TestSchedule:
    def test_a_plan_worked_by_hand_and_unchangeable(self):
        # 4 weeks from 4 January are over on 31 January, 3 more on 21 February 2027.
        first, second = PLAN.schedule
        assert (first.first, first.last) == (date(2027, 1, 4), date(2027, 1, 31))
        assert (second.first, second.last) == (date(2027, 2, 1), date(2027, 2, 21))
        assert (first.today, first.needed, first.levels) == (0, 3, "from none yet to practitioner")
        assert (PLAN.weeks, PLAN.hours) == (7, 4 * 5 + 3 * 2)
        with pytest.raises(FrozenInstanceError):
            PLAN.start = date(2028, 1, 1)

    @given(plans())
    def test_steps_follow_each_other_with_something_to_do_and_a_way_to_tell(self, plan):
        steps = plan.schedule
        assert [one.step for one in steps] == list(plan.steps)
        assert steps[0].first == plan.start
        for one, following in pairwise(steps):
            assert following.first == one.last + timedelta(days=1)
        assert steps[-1].last == plan.start + timedelta(weeks=plan.weeks, days=-1)
        for one in plan.schedule:
            assert 1 <= len(one.tasks) <= 2
            assert one.tasks[-1].reaches == one.needed or one.signs


class TestPractice:
    @pytest.mark.parametrize(
        ("today", "needed", "reached"),
        [(0, 1, [2]), (0, 2, [2]), (1, 2, [2]), (0, 3, [2, 3]), (2, 3, [3]), (3, 4, [3])],
    )
    def test_the_tasks_lie_on_the_way(self, today, needed, reached):
        assert [task.reaches for task in practice("Testing", today, needed)] == reached

    def test_to_awareness_a_task_is_begun_and_to_expert_somebody_is_helped(self):
        def step(today, needed):
            week = date(2027, 1, 4), date(2027, 1, 10)
            return Scheduled(Step("Testing", 1, 1), *week, today, needed)

        begun, helped, usual, far = step(0, 1), step(3, 4), step(1, 3), step(1, 4)
        assert begun.preface == "Begin with this task, and go as far as it takes to explain it:"
        assert begun.signs == (load_levels()[1].sign,)
        assert helped.preface == "Help somebody else through this task:"
        assert helped.signs == far.signs == (load_levels()[4].sign,)
        assert (usual.preface, usual.signs, far.preface) == ("", (), "")

    @given(skills, levels, levels)
    def test_a_suggestion_leaves_time_for_the_tasks_and_no_idle_week(self, skill, today, needed):
        if today >= needed:
            return
        step = suggest(skill, today, needed)
        hours = task_hours(practice(skill, today, needed))
        assert 0 <= step.weeks * step.hours - hours < step.hours
        assert step.weeks <= MOST_WEEKS


class TestNextMonday:
    @given(st.dates(date(2000, 1, 1), date(2099, 1, 1)))
    def test_is_a_monday_within_the_week_to_come(self, day):
        assert next_monday(day).weekday() == 0
        assert 1 <= (next_monday(day) - day).days <= 7


class TestRefused:
    @pytest.mark.parametrize(
        ("steps", "message"),
        [
            ((), "A plan must have 1 to 5 steps (got 0)."),
            ((Step(BUILDING, 1, 1),) * (MOST_STEPS + 1), "A plan must have 1 to 5 steps (got 6)."),
            (STEPS * 2, "A plan may have each skill only once (got 'Systems integration' twice)."),
            ((Step("Testing", 1, 1),), f"{ENGINEER.grade} does not need 'Testing'."),
        ],
        ids=["none", "too many", "a skill twice", "a skill that the target does not need"],
    )
    def test_steps_that_make_no_plan(self, steps, message):
        assert refusal(PlanError, replace, PLAN, steps=steps) == message

    @pytest.mark.parametrize("ratings", [RATINGS | {ETHICS: 3}, {INTEGRATION: 1}])
    def test_a_skill_without_a_gap_or_without_a_rating(self, ratings):
        assert refusal(PlanError, replace, PLAN, steps=(Step(ETHICS, 1, 1),), ratings=ratings) == (
            "'Data ethics and privacy' must be rated below the level that Senior machine "
            "learning engineer needs."
        )

    @pytest.mark.parametrize("start", [date(1999, 12, 31), date(2101, 1, 1)])
    def test_a_day_out_of_reach(self, start):
        said = refusal(PlanError, replace, PLAN, start=start)
        assert said == f"A plan must start between 2000 and 2100 (got {start.isoformat()})."

    @pytest.mark.parametrize("id", [-1, 2**40, "7", True])
    def test_an_id_that_is_none(self, id):
        said = refusal(PlanError, replace, PLAN, id=id)
        assert said.startswith("The id of a plan must be a whole number from 0 to")

    @pytest.mark.parametrize("weeks", [0, 27, 1.5, "3", True, None])
    def test_weeks_that_are_none(self, weeks):
        said = refusal(PlanError, Step, "Testing", weeks, 3)
        assert said == (
            f"The weeks for 'Testing' must be a whole number from 1 to 26 (got {weeks!r})."
        )

    @pytest.mark.parametrize("hours", [0, 21, -3])
    def test_hours_that_are_none(self, hours):
        said = refusal(PlanError, Step, "Testing", 3, hours)
        assert said == (
            f"The hours a week for 'Testing' must be a whole number from 1 to 20 (got {hours})."
        )

    def test_a_skill_that_is_none(self):
        said = refusal(PlanError, Step, "Tasting", 1, 1)
        assert said == "There is no skill 'Tasting'. Did you mean 'Testing'?"

    def test_a_rated_skill_under_another_target_does_no_harm(self):
        lead = target("ml_engineer", "Lead machine learning engineer")
        assert replace(PLAN, target=lead).schedule[0].needed == 4
        assert ENGINEER.needs[INNOVATION] == RATINGS[INNOVATION]
