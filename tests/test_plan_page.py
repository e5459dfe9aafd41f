"""The page of a plan says all that a mentor would ask."""

import re
from dataclasses import replace
from html import escape, unescape

from hypothesis import given
from paths import BUILDING, ENGINEER, INTEGRATION, PLAN, plans

from rolekit.path.plan import Step, practice
from rolekit.path.plan_page import estimate, to_html, to_markdown

PAGE = to_markdown(PLAN)


def test_it_names_target_days_weeks_and_hours():
    assert PAGE.startswith(
        "# My plan: towards Senior machine learning engineer\n\n"
        "Machine learning engineer. From 4 January 2027 to 21 February 2027: 7 weeks, 26 hours in "
        "total.\n"
    )
    assert (
        "From none yet to practitioner. 4 January 2027 to 31 January 2027: 4 weeks, 5 hours a "
        "week. The tasks take about 21 hours, 1 more than you set aside.\n"
    ) in PAGE


@given(plans())
def test_every_step_has_its_tasks_results_and_signs(plan):
    page = to_markdown(plan)
    assert re.findall(r"^## \d\. (.+)$", page, re.M) == [step.skill for step in plan.steps]
    for one in plan.schedule:
        for task in one.tasks:
            assert page.count(f"**Do (about {task.hours} hours):** {task.task}\n") == 1
            assert page.count(f"**To show:** {task.result}\n") == 1
            assert page.count(f"**Done when:** {task.sign}\n") == 1
        for sign in one.signs:
            assert f"**And in the end:** {sign}\n" in page


@given(plans())
def test_the_page_to_print_says_the_same_and_needs_nothing_else(plan):
    page = to_html(plan)
    parts = to_markdown(plan).split("\n\n")
    told = [re.sub(r"^#+ |^```|```$|[*]", "", part).strip() for part in parts]
    text = unescape(re.sub(r"<[^>]+>", "", page.partition("<body>")[2]))
    assert [part.strip() for part in text.strip().split("\n")] == "\n".join(told).split("\n")
    headings = [f"{i}. {escape(step.skill)}" for i, step in enumerate(plan.steps, start=1)]
    assert re.findall(r"<h2>(.+)</h2>", page)[:-1] == headings
    assert not re.search(r"<(?:script|link|img)|src=|url\(", page)


def test_only_the_tasks_on_the_way_are_there():
    one_up = replace(PLAN, ratings={BUILDING: 2}, steps=(Step(BUILDING, 1, 1),))
    first, second = practice(BUILDING, 0, 3)
    assert second.task in to_markdown(one_up)
    assert first.task not in to_markdown(one_up)


def test_enough_time_is_not_commented():
    longer = replace(PLAN, steps=(Step(INTEGRATION, 7, 3),))
    assert estimate(longer.schedule[0]) == "The tasks take about 21 hours."


def test_one_week_is_one_week():
    short = to_markdown(replace(PLAN, steps=(Step(INTEGRATION, 1, 1),)))
    assert "1 week, 1 hour in total." in short
    assert "1 week, 1 hour a week." in short


def test_it_says_whose_the_levels_are():
    assert "Crown copyright, Open Government Licence v3.0" in PAGE
    assert ENGINEER.role_name in PAGE
