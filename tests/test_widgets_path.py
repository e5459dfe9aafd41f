"""The panels of notebook 06 without a page: all that they show follows from one state."""

from datetime import UTC, date, datetime

import ipywidgets
import pytest
import traitlets
from icalendar import Calendar
from paths import BUILDING, ENGINEER, ETHICS, INTEGRATION, PLAN, RATINGS, SCIENTIST, STEPS, TELLING

from rolekit import Answers, Response
from rolekit.describe_path import describe_gaps, describe_move, describe_plan
from rolekit.example import EXAMPLE
from rolekit.framework import load_targets, target
from rolekit.gaps import gaps
from rolekit.plan import next_monday
from rolekit.plan_page import to_markdown
from rolekit.plan_text import from_text, to_text
from rolekit.transition import transition
from rolekit.widgets import ChoosePath, Person
from rolekit.widgets.elements import Sentence
from rolekit.widgets.handout import Handout
from rolekit.widgets.panel import Picture
from rolekit.widgets.plan_table import PlanTable
from rolekit.widgets.radio import Radio

ANALYST = Response(Answers.from_facets({"storytelling": 100, "architecture": 0, "deployment": 20}))


def parts(widget):
    yield widget
    for child in getattr(widget, "children", ()):
        yield from parts(child)


def shown(widget, kind):
    return [part for part in parts(widget) if isinstance(part, kind)]


def texts(widget):
    return [part.text for part in shown(widget, Sentence)]


def choose(panel, role, grade=None):
    """Choose a role and a grade as the radio buttons do."""
    roles = list(dict.fromkeys(one.role for one in load_targets()))
    shown(panel, Radio)[0].value = roles.index(role)
    if grade is not None:
        shown(panel, Radio)[1].value = [word for word, _ in shown(panel, Radio)[1].options].index(
            grade
        )


def rate(path, ratings):
    for choice in shown(path.rating, Radio):
        if choice.label in ratings:
            choice.value = ratings[choice.label]


def tick(path, *skills):
    [table] = shown(path.plan, PlanTable)
    rows = {row["skill"]: row for row in table.rows}
    table.steps = [
        {key: rows[skill][key] for key in ("skill", "weeks", "hours")} for skill in skills
    ]


def paste(path, text):
    [field] = shown(path.plan, ipywidgets.Text)
    field.value = text
    return texts(path.plan)[-1]


@pytest.fixture
def person():
    return Person()


@pytest.fixture
def path(person):
    return ChoosePath(person)


@pytest.fixture
def rated(path):
    choose(path.aim, ENGINEER.role, ENGINEER.grade)
    rate(path, RATINGS)
    return path


class TestStart:
    def test_nothing_is_chosen_and_every_part_says_what_to_do(self, path):
        assert path.state.target is None
        assert texts(path.rating) == [
            "Choose a role and a grade above; then its skills are listed here."
        ]
        assert texts(path.gaps) == [
            "Choose a role and a grade above, and rate yourself; then the gaps are here."
        ]
        assert "Choose a target further above, and here where you come from." in texts(path.moves)
        assert texts(path.plan)[0] == (
            "As soon as you have rated skills above, their gaps can be chosen here."
        )

    def test_no_empty_picture_and_no_date_is_shown(self, path):
        for panel in (path.aim, path.rating, path.gaps, path.moves, path.plan):
            assert not shown(panel, Picture)
            assert not shown(panel, PlanTable)
            assert not shown(panel, Handout)
        assert path.state.start is None

    def test_its_words_are_the_same_in_every_run(self, path):
        panels = (path.aim, path.rating, path.gaps, path.moves, path.plan)
        assert list(map(repr, panels)) == [
            "Aim()",
            "SelfRating()",
            "GapView()",
            "MoveView()",
            "Planner()",
        ]


class TestAim:
    def test_a_role_offers_its_grades(self, path):
        choose(path.aim, "ml_engineer")
        assert [word for word, _ in shown(path.aim, Radio)[1].options] == [
            "Senior machine learning engineer",
            "Lead machine learning engineer",
        ]
        assert path.state.target is None
        assert any("has no grade for those who enter it" in text for text in texts(path.aim))

    @pytest.mark.parametrize("aim", load_targets(), ids=lambda aim: aim.grade)
    def test_every_target_can_be_chosen(self, path, aim):
        choose(path.aim, aim.role, aim.grade)
        assert path.state.target == aim

    def test_another_role_asks_for_its_grade_anew(self, rated):
        choose(rated.aim, "data_scientist")
        assert rated.state.target is None
        assert shown(rated.aim, Radio)[1].value is None

    def test_a_grade_taken_back_takes_the_target_back(self, rated):
        shown(rated.aim, Radio)[1].value = None
        assert rated.state.target is None


class TestRating:
    def test_every_skill_of_the_target_is_asked_and_none_is_answered(self, path):
        choose(path.aim, ENGINEER.role, ENGINEER.grade)
        choices = shown(path.rating, Radio)
        assert [choice.label for choice in choices] == list(ENGINEER.needs)
        assert [choice.value for choice in choices] == [None] * len(choices)
        assert texts(path.rating)[0] == "Senior machine learning engineer: 0 of 6 skills rated."

    def test_what_the_target_needs_is_not_given_away(self, path):
        """Else a rating would lean on it: two grades of one role ask in the same words."""
        asked = []
        for grade in ("Senior machine learning engineer", "Lead machine learning engineer"):
            choose(path.aim, "ml_engineer", grade)
            asked.append([(c.label, c.help, c.options) for c in shown(path.rating, Radio)])
        assert asked[0] == asked[1]

    def test_a_rating_is_given_and_taken_back(self, rated):
        assert rated.state.ratings == RATINGS
        rate(rated, {BUILDING: None})
        assert BUILDING not in rated.state.ratings
        assert texts(rated.rating)[0].endswith("5 of 6 skills rated.")

    def test_a_skill_of_two_targets_is_rated_once(self, rated):
        choose(rated.aim, "data_scientist", "Data scientist")
        values = {choice.label: choice.value for choice in shown(rated.rating, Radio)}
        assert values[ETHICS] == RATINGS[ETHICS]
        assert values["Data engineering"] is None


class TestGaps:
    def test_the_first_rating_shows_the_picture(self, path):
        choose(path.aim, ENGINEER.role, ENGINEER.grade)
        assert texts(path.gaps) == [
            "Rate yourself in at least one skill above; then its gap is shown here."
        ]
        rate(path, {BUILDING: 0})
        assert len(shown(path.gaps, Picture)) == 1
        rate(path, {BUILDING: None})
        assert not shown(path.gaps, Picture)

    def test_the_invented_person_is_said_to_be_one_and_gives_way(self, rated, person):
        [picture] = shown(rated.gaps, Picture)
        assert picture.text == (
            "The wishes are those of an invented person, until you paste your code above. "
            + describe_gaps(gaps(ENGINEER, RATINGS, EXAMPLE.answers))
        )
        assert "an invented person" in str(shown(picture, ipywidgets.Output)[0].outputs)
        person.response = ANALYST
        assert picture.text == describe_gaps(gaps(ENGINEER, RATINGS, ANALYST.answers))
        assert "an invented person" not in str(shown(picture, ipywidgets.Output)[0].outputs)
        assert f"Probably not you: {INTEGRATION}" in picture.text

    def test_the_same_is_there_in_words(self, rated):
        [html] = shown(rated.gaps, ipywidgets.HTML)
        assert (
            "<b>Systems integration</b>: today none yet, needed practitioner; wish 70 of 100, "
            "your average 53."
        ) in html.value


class TestMoves:
    def test_there_and_back(self, rated):
        choose(rated.moves, SCIENTIST.role, SCIENTIST.grade)
        [picture] = shown(rated.moves, Picture)
        assert picture.text == describe_move(transition(SCIENTIST, ENGINEER))
        [turn] = [b for b in shown(rated.moves, ipywidgets.Button) if "back" in b.description]
        turn.click()
        assert picture.text == describe_move(transition(ENGINEER, SCIENTIST))
        assert turn.description == "Show the way there"
        turn.click()
        assert picture.text == describe_move(transition(SCIENTIST, ENGINEER))

    def test_it_follows_the_target(self, rated):
        choose(rated.moves, SCIENTIST.role, SCIENTIST.grade)
        analyst = target("data_analyst", "Data analyst")
        choose(rated.aim, analyst.role, analyst.grade)
        assert shown(rated.moves, Picture)[0].text == describe_move(transition(SCIENTIST, analyst))


class TestPlan:
    def test_gaps_are_offered_group_by_group_with_time_enough(self, rated):
        [table] = shown(rated.plan, PlanTable)
        assert [(row["group"], row["skill"]) for row in table.rows] == [
            ("Do first", INTEGRATION),
            ("Do first", BUILDING),
            ("Do first", ETHICS),
            ("Later", "Applied maths, statistics and scientific practices"),
            ("Probably not you", TELLING),
        ]
        assert table.rows[0]["gap"] == "from none yet to practitioner, about 21 hours of practice"
        assert (table.rows[0]["weeks"], table.rows[0]["hours"]) == (7, 3)
        assert (table.steps, table.start) == ([], "")
        assert not shown(rated.plan, Handout)

    def test_the_first_tick_starts_the_plan_next_monday(self, rated):
        tick(rated, INTEGRATION)
        plan = rated.state.plan
        assert plan.start == next_monday(date.today())
        assert shown(rated.plan, PlanTable)[0].start == plan.start.isoformat()
        assert [step.skill for step in plan.steps] == [INTEGRATION]

    def test_picture_page_and_calendar_are_those_of_the_plan(self, rated):
        tick(rated, BUILDING, INTEGRATION)
        shown(rated.plan, PlanTable)[0].start = "2027-01-04"
        plan = rated.state.plan
        assert plan.start == date(2027, 1, 4)
        assert shown(rated.plan, Picture)[0].text == describe_plan(plan)
        page, calendar = shown(rated.plan, Handout)
        assert page.content == to_markdown(plan)
        entries = Calendar.from_ical(calendar.content).walk("VEVENT")
        assert [str(entry["SUMMARY"]).partition(" (3")[0] for entry in entries] == [
            BUILDING,
            INTEGRATION,
        ]
        assert abs(entries[0]["DTSTAMP"].dt - datetime.now(UTC)).total_seconds() < 600

    def test_order_weeks_and_hours_are_taken_over(self, rated):
        tick(rated, BUILDING, INTEGRATION)
        shown(rated.plan, PlanTable)[0].steps = [
            {"skill": step.skill, "weeks": step.weeks, "hours": step.hours} for step in STEPS
        ]
        assert rated.state.plan.steps == STEPS

    def test_the_tasks_are_there_to_read(self, rated):
        tick(rated, INTEGRATION)
        [html] = shown(rated.plan, ipywidgets.HTML)
        for task in rated.state.plan.schedule[0].tasks:
            assert all(words in html.value for words in (task.result, "Reached when"))

    def test_taking_the_last_tick_back_leaves_no_plan(self, rated):
        tick(rated, INTEGRATION)
        tick(rated)
        assert rated.state.plan is None
        assert not shown(rated.plan, Handout)
        assert not shown(rated.plan, Picture)

    def test_a_gap_that_closes_leaves_the_plan_and_may_come_back(self, rated):
        tick(rated, INTEGRATION, BUILDING)
        rate(rated, {INTEGRATION: 4})
        assert [step.skill for step in rated.state.plan.steps] == [BUILDING]
        rate(rated, {INTEGRATION: 1})
        assert [step.skill for step in rated.state.plan.steps] == [INTEGRATION, BUILDING]

    def test_a_look_at_another_target_costs_no_plan(self, rated):
        tick(rated, INTEGRATION)
        before = rated.state.plan
        choose(rated.aim, "data_scientist", "Data scientist")
        assert rated.state.plan is None
        choose(rated.aim, ENGINEER.role, ENGINEER.grade)
        assert rated.state.plan == before

    def test_where_nothing_is_missing_it_says_so(self, rated):
        rate(rated, dict.fromkeys(ENGINEER.needs, 4))
        assert texts(rated.plan)[0] == (
            "Nothing is missing for this target: by your own rating you are there."
        )
        assert not shown(rated.plan, PlanTable)

    def test_without_the_library_the_page_is_there_and_words_for_the_calendar(
        self, rated, monkeypatch
    ):
        monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
        tick(rated, INTEGRATION)
        assert [handout.name for handout in shown(rated.plan, Handout)] == ["my-plan.md"]
        assert any("needs the package icalendar" in text for text in texts(rated.plan))


class TestResume:
    @pytest.mark.parametrize("write", [to_text, to_markdown])
    def test_a_kept_plan_brings_all_back(self, path, write):
        reply = paste(path, write(PLAN).replace("\n", " "))
        assert reply == "Resumed: 2 of 5 steps, Senior machine learning engineer."
        assert path.state.plan == PLAN
        values = {choice.label: choice.value for choice in shown(path.rating, Radio)}
        assert values == RATINGS
        assert [choice.value for choice in shown(path.aim, Radio)] == [1, 0]
        assert shown(path.plan, Handout)[0].content == to_markdown(PLAN)
        assert shown(path.plan, ipywidgets.Text)[0].value == ""

    def test_what_it_writes_it_reads(self, rated, person):
        tick(rated, ETHICS, INTEGRATION)
        other = ChoosePath(person)
        paste(other, shown(rated.plan, Handout)[0].content)
        assert other.state.plan == rated.state.plan

    @pytest.mark.parametrize("text", ["hello", to_text(PLAN)[:-9], "PLAN1-<img src=x>-END"])
    def test_a_damaged_plan_changes_nothing_and_is_told_why(self, rated, text):
        tick(rated, ETHICS)
        before = rated.state.plan
        reply = paste(rated, text)
        assert reply.startswith(("There is no plan in this text", "This plan is damaged"))
        assert rated.state.plan == before

    def test_a_plan_of_another_target_keeps_the_first(self, rated):
        tick(rated, ETHICS)
        first = rated.state.chosen
        analyst = target("data_analyst", "Data analyst")
        ratings = dict.fromkeys(analyst.needs, 1)
        skill = next(iter(analyst.needs))
        plan = from_text(
            to_text(
                PLAN.__class__(
                    analyst, ratings, date(2027, 5, 3), (STEPS[0].__class__(skill, 2, 2),)
                )
            )
        )
        paste(rated, to_text(plan))
        assert rated.state.plan == plan
        assert first.items() <= rated.state.chosen.items()


def test_a_choice_may_be_left_alone():
    assert Radio(label="x", options=[["a", ""], ["b", ""]]).value is None


def test_two_paths_do_not_disturb_each_other(person):
    one, other = ChoosePath(person), ChoosePath(person)
    choose(one.aim, ENGINEER.role, ENGINEER.grade)
    rate(one, RATINGS)
    assert other.state.target is None
    assert other.state.ratings == {}
    assert one.state.plan_id != other.state.plan_id


def test_the_limits_of_the_table_are_those_of_a_plan():
    table = PlanTable()
    assert table.most == {"steps": 5, "weeks": 26, "hours": 20}
    with pytest.raises(traitlets.TraitError):
        table.most = {}
