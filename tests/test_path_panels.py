"""The panels of notebook 06 without a page: all that they show follows from one state."""

import sys
from dataclasses import asdict
from datetime import UTC, date, datetime

import ipywidgets
import pytest
import traitlets
from hands import refusal
from icalendar import Calendar
from panels import choose, figure_of, html_on, only, paste, pictures, press, said, sentences, shown
from paths import (
    BUILDING,
    ENGINEER,
    ETHICS,
    INTEGRATION,
    MATHS,
    PLAN,
    RATINGS,
    SCIENTIST,
    STEPS,
    TELLING,
)

from rolekit import Answers, PlanError, Response
from rolekit.base.ui.handout import Handout
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.radio import Radio
from rolekit.measure.example import EXAMPLE
from rolekit.measure.panels.keep_this import KeptPage
from rolekit.path.framework import load_targets, target
from rolekit.path.gaps import gaps
from rolekit.path.panels.plan_table import PlanTable
from rolekit.path.plan import Plan, Step, next_monday
from rolekit.path.plan_code import from_text, to_text
from rolekit.path.plan_page import plan_html, to_html, to_markdown
from rolekit.path.transition import transition
from rolekit.path.words import (
    describe_gaps,
    describe_move,
    describe_nearby,
    describe_pay,
    describe_plan,
)
from rolekit.widgets import ChoosePath, Person

ANALYST = Response(Answers.from_facets({"storytelling": 100, "architecture": 0, "deployment": 20}))
ROLE = "Which role interests you?"
DATA_ANALYST = target("data_analyst", "Data analyst")


def aim_at(panel, target):
    """Choose a role, and then its grade."""
    for at, words in enumerate((target.role_name, target.grade)):
        choose(panel, words, shown(panel, Radio)[at].label)


def rate(path, ratings):
    for choice in shown(path.rating, Radio):
        if choice.label in ratings:
            choice.value = ratings[choice.label]


def tick(path, *skills):
    table = only(path.plan, PlanTable)
    rows = {row["skill"]: row for row in table.rows}
    table.steps = [
        {key: rows[skill][key] for key in ("skill", "weeks", "hours")} for skill in skills
    ]


def resume(path, text):
    """What is replied to a kept plan."""
    paste(path.plan, text)
    return sentences(path.plan)[-1]


def ratings_on(path):
    """The skills that are asked about, each with the rating that it shows."""
    return {choice.label: choice.value for choice in shown(path.rating, Radio)}


def planned(path):
    return [step.skill for step in path.state.plan.steps]


def panels_of(path):
    return (path.aim, path.rating, path.gaps, path.moves, path.plan)


@pytest.fixture
def person():
    return Person()


@pytest.fixture
def path(person):
    return ChoosePath(person)


@pytest.fixture
def rated(path):
    aim_at(path.aim, ENGINEER)
    rate(path, RATINGS)
    return path


class TestPay:
    @pytest.mark.parametrize("aim", [ENGINEER, DATA_ANALYST], ids=["engineer", "analyst"])
    def test_what_the_title_is_paid_stands_beside_the_target(self, path, aim):
        assert "dollars" not in " ".join(sentences(path.aim))
        aim_at(path.aim, aim)
        assert describe_pay(aim.role) in sentences(path.aim)


class TestStart:
    def test_nothing_is_chosen_or_drawn_and_every_part_says_what_to_do(self, path):
        assert (path.state.target, path.state.start) == (None, None)
        assert only(path.aim, Radio).value is None
        for panel in panels_of(path):
            assert not shown(panel, Picture, PlanTable, Handout)
        assert sentences(path.rating) == ["Choose a role and a grade above to see its skills here."]
        assert sentences(path.gaps) == [
            "Choose a role and a grade above, and rate yourself, to see the gaps here."
        ]
        assert "Choose a target further up, and then say here where you come from." in said(
            path.moves
        )
        assert sentences(path.plan)[0] == (
            "Once you've rated some skills above, you can choose their gaps here."
        )

    def test_its_words_are_the_same_in_every_run(self, path):
        words = " ".join(map(repr, panels_of(path)))
        assert words == "Aim() SelfRating() GapView() MoveView() Planner()"


class TestAim:
    def test_a_role_offers_its_grades(self, path):
        choose(path.aim, ENGINEER.role_name)
        assert [word for word, _ in shown(path.aim, Radio)[1].options] == [
            "Senior machine learning engineer",
            "Lead machine learning engineer",
        ]
        assert path.state.target is None
        assert "it has no entry grade." in said(path.aim)

    @pytest.mark.parametrize("aim", load_targets(), ids=lambda aim: aim.grade)
    def test_every_target_can_be_chosen(self, path, aim):
        aim_at(path.aim, aim)
        assert path.state.target == aim

    def test_another_role_asks_for_its_grade_anew(self, rated):
        choose(rated.aim, SCIENTIST.role_name, ROLE)
        assert rated.state.target is None
        assert shown(rated.aim, Radio)[1].value is None

    def test_a_grade_taken_back_takes_the_target_back(self, rated):
        shown(rated.aim, Radio)[1].value = None
        assert rated.state.target is None


class TestRating:
    def test_every_skill_of_the_target_is_asked_and_none_is_answered(self, path):
        aim_at(path.aim, ENGINEER)
        assert list(ratings_on(path).items()) == [(skill, None) for skill in ENGINEER.needs]
        assert sentences(path.rating)[0] == "Senior machine learning engineer: 0 of 6 skills rated."

    def test_what_the_target_needs_is_not_given_away(self, path):
        """Else a rating would lean on it: two grades of one role ask in the same words."""
        asked = []
        for aim in (ENGINEER, target("ml_engineer", "Lead machine learning engineer")):
            aim_at(path.aim, aim)
            asked.append([(c.label, c.help, c.options) for c in shown(path.rating, Radio)])
        assert asked[0] == asked[1]

    def test_a_rating_is_given_and_taken_back(self, rated):
        assert rated.state.ratings == RATINGS
        rate(rated, {BUILDING: None})
        assert BUILDING not in rated.state.ratings
        assert sentences(rated.rating)[0].endswith("5 of 6 skills rated.")

    def test_a_skill_of_two_targets_is_rated_once(self, rated):
        aim_at(rated.aim, SCIENTIST)
        assert ratings_on(rated)[ETHICS] == RATINGS[ETHICS]
        assert ratings_on(rated)["Data engineering"] is None


class TestGaps:
    def test_the_first_rating_shows_the_picture(self, path):
        aim_at(path.aim, ENGINEER)
        assert sentences(path.gaps) == [
            "Rate yourself in at least one skill above to see its gap here."
        ]
        rate(path, {BUILDING: 0})
        assert len(shown(path.gaps, Picture)) == 1
        rate(path, {BUILDING: None})
        assert not shown(path.gaps, Picture)

    def test_the_invented_person_is_said_to_be_one_and_gives_way(self, rated, person):
        picture = only(rated.gaps, Picture)
        assert picture.text == (
            "These are an invented person's wishes, until you paste your code above. "
            + describe_gaps(gaps(ENGINEER, RATINGS, EXAMPLE.answers))
        )
        assert "an invented person" in str(figure_of(picture))
        person.response = ANALYST
        assert picture.text == describe_gaps(gaps(ENGINEER, RATINGS, ANALYST.answers))
        assert "an invented person" not in str(figure_of(picture))
        assert f"Probably not you: {INTEGRATION}" in picture.text

    def test_the_same_is_there_in_words(self, rated):
        assert (
            "<b>Systems integration</b>: today none yet, needed practitioner; wish 70 out of "
            "100, your average 53."
        ) in html_on(rated.gaps)


class TestMoves:
    def test_there_and_back_and_to_another_target(self, rated):
        aim_at(rated.moves, SCIENTIST)
        there = describe_move(transition(SCIENTIST, ENGINEER))
        assert pictures(rated.moves) == [there]
        press(rated.moves, "Show the way back")
        assert pictures(rated.moves) == [describe_move(transition(ENGINEER, SCIENTIST))]
        press(rated.moves, "Show the way there")
        assert pictures(rated.moves) == [there]
        aim_at(rated.aim, DATA_ANALYST)
        assert pictures(rated.moves) == [describe_move(transition(SCIENTIST, DATA_ANALYST))]

    def test_the_ways_elsewhere_are_folded(self, rated):
        aim_at(rated.moves, SCIENTIST)
        assert describe_nearby(SCIENTIST) not in pictures(rated.moves)
        press(rated.moves, "Show other moves")
        assert pictures(rated.moves)[1:] == [describe_nearby(SCIENTIST)]
        press(rated.moves, "Hide other moves")
        assert len(pictures(rated.moves)) == 1


class TestPlan:
    def test_gaps_are_offered_group_by_group_with_time_enough(self, rated):
        table = only(rated.plan, PlanTable)
        assert [(row["group"], row["skill"]) for row in table.rows] == [
            ("Do first", INTEGRATION),
            ("Do first", BUILDING),
            ("Do first", ETHICS),
            ("Later", MATHS),
            ("Probably not you", TELLING),
        ]
        assert table.rows[0]["gap"] == "from none yet to practitioner, about 21 hours of practice"
        assert (table.rows[0]["weeks"], table.rows[0]["hours"]) == (7, 3)
        assert (table.steps, table.start) == ([], "")
        assert not shown(rated.plan, Handout)

    def test_the_first_tick_starts_the_plan_next_monday_and_the_last_leaves_none(self, rated):
        tick(rated, INTEGRATION)
        start = rated.state.plan.start
        assert start == next_monday(date.today())
        assert only(rated.plan, PlanTable).start == start.isoformat()
        assert planned(rated) == [INTEGRATION]
        tick(rated)
        assert rated.state.plan is None
        assert not shown(rated.plan, Handout, Picture)

    def test_picture_page_and_calendar_are_those_of_the_plan(self, rated):
        begun = datetime.now(UTC).replace(microsecond=0)  # a calendar counts whole seconds
        tick(rated, BUILDING, INTEGRATION)
        only(rated.plan, PlanTable).start = "2027-01-04"
        plan = rated.state.plan
        assert plan.start == date(2027, 1, 4)
        assert pictures(rated.plan) == [describe_plan(plan)]
        assert only(rated.plan, KeptPage).more == plan_html(plan)
        printed, text, calendar = shown(rated.plan, Handout)
        assert (printed.name, printed.content) == ("my-plan.html", to_html(plan))
        assert (text.name, text.content) == ("my-plan.md", to_markdown(plan))
        entries = Calendar.from_ical(calendar.content).walk("VEVENT")
        names = [str(entry["SUMMARY"]).partition(" (3")[0] for entry in entries]
        assert (calendar.name, names) == ("my-plan.ics", [BUILDING, INTEGRATION])
        assert begun <= entries[0]["DTSTAMP"].dt <= datetime.now(UTC)

    def test_order_weeks_and_hours_are_taken_over(self, rated):
        tick(rated, BUILDING, INTEGRATION)
        only(rated.plan, PlanTable).steps = [asdict(step) for step in STEPS]
        assert rated.state.plan.steps == STEPS

    def test_the_tasks_are_there_to_read(self, rated):
        tick(rated, INTEGRATION)
        html = html_on(rated.plan)
        for task in rated.state.plan.schedule[0].tasks:
            assert all(words in html for words in (task.result, "Done when"))

    def test_a_gap_that_closes_leaves_the_plan_and_may_come_back(self, rated):
        tick(rated, INTEGRATION, BUILDING)
        rate(rated, {INTEGRATION: 4})
        assert planned(rated) == [BUILDING]
        rate(rated, {INTEGRATION: 1})
        assert planned(rated) == [INTEGRATION, BUILDING]

    def test_a_look_at_another_target_costs_no_plan(self, rated):
        tick(rated, INTEGRATION)
        before = rated.state.plan
        aim_at(rated.aim, SCIENTIST)
        assert rated.state.plan is None
        aim_at(rated.aim, ENGINEER)
        assert rated.state.plan == before

    def test_where_nothing_is_missing_it_says_so(self, rated):
        rate(rated, dict.fromkeys(ENGINEER.needs, 4))
        assert sentences(rated.plan)[0] == (
            "Nothing is missing for this target: by your own rating, you're there."
        )
        assert not shown(rated.plan, PlanTable)

    def test_without_the_library_the_page_is_there_and_words_for_the_calendar(
        self, rated, monkeypatch
    ):
        monkeypatch.setitem(sys.modules, "icalendar", None)
        tick(rated, INTEGRATION)
        assert [handout.name for handout in shown(rated.plan, Handout)] == [
            "my-plan.html",
            "my-plan.md",
        ]
        assert "needs the package icalendar" in said(rated.plan)


class TestResume:
    @pytest.mark.parametrize("write", [to_text, to_markdown, to_html])
    def test_a_kept_plan_brings_all_back(self, path, write):
        reply = resume(path, write(PLAN).replace("\n", " "))
        assert reply == "Resumed: 2 of 5 steps, Senior machine learning engineer."
        assert path.state.plan == PLAN
        assert ratings_on(path) == RATINGS
        assert [choice.value for choice in shown(path.aim, Radio)] == [1, 0]
        assert shown(path.plan, Handout)[1].content == to_markdown(PLAN)
        assert only(path.plan, ipywidgets.Text).value == ""

    def test_what_it_writes_it_reads(self, rated, person):
        tick(rated, ETHICS, INTEGRATION)
        other = ChoosePath(person)
        resume(other, shown(rated.plan, Handout)[0].content)
        assert other.state.plan == rated.state.plan

    @pytest.mark.parametrize("text", ["hello", to_text(PLAN)[:-9], "PLAN1-<img src=x>-END"])
    def test_a_damaged_plan_changes_nothing_and_is_told_why(self, rated, text):
        tick(rated, ETHICS)
        before = rated.state.plan
        assert resume(rated, text) == refusal(PlanError, from_text, text)
        assert rated.state.plan == before

    def test_a_plan_of_another_target_keeps_the_first(self, rated):
        tick(rated, ETHICS)
        first = rated.state.chosen
        skill, *_ = DATA_ANALYST.needs
        ratings = dict.fromkeys(DATA_ANALYST.needs, 1)
        plan = Plan(DATA_ANALYST, ratings, date(2027, 5, 3), (Step(skill, 2, 2),))
        resume(rated, to_text(plan))
        assert rated.state.plan == plan
        assert first.items() <= rated.state.chosen.items()


def test_two_paths_do_not_disturb_each_other(person):
    one, other = ChoosePath(person), ChoosePath(person)
    aim_at(one.aim, ENGINEER)
    rate(one, RATINGS)
    assert other.state.target is None
    assert other.state.ratings == {}
    assert one.state.plan_id != other.state.plan_id


def test_the_limits_of_the_table_are_those_of_a_plan():
    table = PlanTable()
    assert table.most == {"steps": 5, "weeks": 26, "hours": 20}
    with pytest.raises(traitlets.TraitError):
        table.most = {}
