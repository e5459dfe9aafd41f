"""Notebook 06 in a real JupyterLab: from a code to a plan that arrives as a file."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from browser import JupyterLab, until
from pages import expect_picture, panel, reload, save, use_code
from paths import BUILDING, ENGINEER, ETHICS, INTEGRATION, PLAN, RATINGS, TELLING
from playwright.sync_api import Locator, Page, expect

import rolekit
from rolekit.path.framework import load_levels
from rolekit.path.gaps import gaps
from rolekit.path.plan import Plan, next_monday
from rolekit.path.plan_code import from_text, to_text
from rolekit.path.plan_page import to_markdown
from rolekit.path.words import describe_gaps, describe_plan

pytestmark = pytest.mark.browser

NOTEBOOK = "06-choose-a-path.ipynb"
LEVELS = [level.name for level in load_levels()]
ANSWERS = rolekit.Answers.from_facets({"storytelling": 20, "architecture": 90, "deployment": 70})


def start(lab: JupyterLab, page: Page) -> None:
    """Open the notebook and run it."""
    lab.open(page, NOTEBOOK)
    lab.hide_files(page)
    lab.run_all(page)
    expect(page.get_by_label("Resume from a plan")).to_be_attached()


def question(where: Page | Locator, name: str) -> Locator:
    return where.get_by_role("group", name=name, exact=True)


def option(where: Page | Locator, name: str, word: str) -> Locator:
    return question(where, name).get_by_role("radio", name=word)


def tick(page: Page, skill: str) -> Locator:
    return panel(page, "planner").get_by_role("checkbox", name=skill)


def on_page(page: Page) -> str:
    """Return the text of the page that the plan can be copied from."""
    return panel(page, "planner").get_by_label("Text of the plan").input_value()


def settled(page: Page, *skills: str) -> Plan:
    """Return the plan once the page shows these steps, and the picture says the same."""
    for number, skill in enumerate(skills, start=1):
        expect(panel(page, "planner").get_by_label("Text of the plan")).to_have_value(
            re.compile(re.escape(f"## {number}. {skill}\n"))
        )
    # JupyterLab hides what is far out of view from everybody, so its role cannot be asked for.
    picture = panel(page, "planner").locator(".rk-figure")

    def right() -> bool:
        plan = from_text(on_page(page))
        told = [step.skill for step in plan.steps], to_markdown(plan), describe_plan(plan)
        return told == (list(skills), on_page(page), picture.get_attribute("aria-label"))

    until(right, "the page and the picture do not tell the same plan")
    return from_text(on_page(page))


@pytest.mark.long
def test_ratings_and_plan_outlive_a_reload_and_a_new_kernel(lab: JupyterLab, page: Page) -> None:
    start(lab, page)
    field = page.get_by_label("Resume from a plan")
    for damaged in (to_text(PLAN)[:-9], "PLAN1-<img src=x onerror=alert(1)>-END"):
        field.fill(damaged)
        field.press("Enter")
        expect(panel(page, "planner")).to_contain_text("This plan is damaged")
    expect(panel(page, "planner").locator("img")).to_have_count(0)
    field.fill(to_markdown(PLAN))  # a field of one line swallows the line breaks
    field.press("Enter")
    expect(panel(page, "planner")).to_contain_text("Resumed: 2 of 5 steps")
    assert settled(page, INTEGRATION, BUILDING) == PLAN
    later = PLAN.start + timedelta(weeks=1)
    panel(page, "planner").get_by_label("The first day").fill(later.isoformat())
    expect(panel(page, "planner")).to_contain_text("11 January 2027")
    before = settled(page, INTEGRATION, BUILDING)

    save(page)
    reload(page)
    expect(question(page, BUILDING)).to_be_attached()
    assert settled(page, INTEGRATION, BUILDING) == before
    for skill, level in RATINGS.items():
        expect(option(page, skill, LEVELS[level])).to_be_checked()
    expect(tick(page, INTEGRATION)).to_be_checked()
    expect(tick(page, ETHICS)).not_to_be_checked()
    tick(page, INTEGRATION).click()
    kept = to_markdown(settled(page, BUILDING))

    lab.run_anew(page)
    expect(panel(page, "planner")).to_contain_text("Once you've rated some skills above")
    field.fill(kept)
    field.press("Enter")
    assert to_markdown(settled(page, BUILDING)) == kept


@pytest.mark.long
def test_from_a_code_to_a_plan_by_mouse(lab: JupyterLab, page: Page) -> None:
    start(lab, page)
    use_code(page, rolekit.Response(ANSWERS).to_code())
    expect(panel(page, "gapview").locator(".js-plotly-plot")).to_have_count(0)

    option(page, "Which role interests you?", "Machine learning engineer").click()
    option(page, "At which grade?", ENGINEER.grade).click()
    for skill, level in RATINGS.items():
        option(page, skill, LEVELS[level]).click()
    expect(panel(page, "selfrating")).to_contain_text("6 of 6 skills rated.")
    found = describe_gaps(gaps(ENGINEER, RATINGS, ANSWERS))
    expect_picture(panel(page, "gapview"), found)
    assert "Probably not you: " + TELLING in found

    tick(page, INTEGRATION).click()
    tick(page, BUILDING).click()
    plan = settled(page, INTEGRATION, BUILDING)
    assert plan.start == next_monday(date.today())
    panel(page, "planner").get_by_role("button", name=f"Earlier: {BUILDING}").click()
    panel(page, "planner").get_by_label(f"weeks: {INTEGRATION}").fill("9")
    # The click comes while the field still has the focus: neither must be lost.
    tick(page, ETHICS).click()
    plan = settled(page, BUILDING, INTEGRATION, ETHICS)
    assert plan.steps[1].weeks == 9

    keep = panel(page, "planner").get_by_role("button", name="Keep result and plan")
    expect(keep).to_be_hidden()  # so few answers give no result to keep


def test_from_a_code_to_files_by_keyboard(lab: JupyterLab, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    start(lab, page)
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    press = page.keyboard.press

    option(page, "Which role interests you?", "Data scientist").focus()
    press("Space")
    press("ArrowRight")
    grade = option(page, "At which grade?", ENGINEER.grade)
    expect(grade).to_be_attached()
    press("Tab")  # past the button that clears
    press("Tab")
    expect(grade).to_be_focused()
    press("Space")
    first = next(iter(ENGINEER.needs))
    expect(question(page, first)).to_be_attached()
    for skill, level in RATINGS.items():
        option(page, skill, LEVELS[0]).focus()
        press("Space")
        for _ in range(level):
            press("ArrowRight")
        expect(option(page, skill, LEVELS[level])).to_be_checked()
    option(page, first, LEVELS[RATINGS[first]]).focus()
    # Each is a command of JupyterLab: cells are added, cut, undone, joined, turned into text.
    for key in (*"abxzmydd", "Shift+M", "Escape"):
        press(key)
    press("Delete")
    expect(panel(page, "selfrating")).to_contain_text("5 of 6 skills rated.")

    tick(page, INTEGRATION).focus()
    press("Space")
    settled(page, INTEGRATION)
    expect(tick(page, INTEGRATION)).to_be_focused()
    press("Tab")
    expect(tick(page, BUILDING)).to_be_focused()
    press("Space")
    settled(page, INTEGRATION, BUILDING)
    keep = panel(page, "planner").get_by_role("button", name="Keep result and plan")
    expect(keep).to_be_hidden()  # it would keep an invented person's result
    hours = panel(page, "planner").get_by_label(f"hours a week: {INTEGRATION}")
    hours.focus()
    press("ArrowUp")
    press("Tab")
    expect(
        panel(page, "planner").get_by_role("button", name=f"Later: {INTEGRATION}")
    ).to_be_focused()
    press("Enter")
    plan = settled(page, BUILDING, INTEGRATION)
    assert plan.steps[1].hours == 4
    day = panel(page, "planner").get_by_label("The first day")
    day.fill("2027-03-01")
    expect(panel(page, "planner")).to_contain_text("from 1 March 2027")
    plan = settled(page, BUILDING, INTEGRATION)

    panel(page, "planner").get_by_role("link", name="Save the plan").focus()
    with page.expect_download() as download:
        press("Enter")
    assert Path(download.value.path()).read_text(encoding="utf-8") == to_markdown(plan)
    press("Tab")
    press("Enter")
    expect(panel(page, "planner").locator(".rk-handout [role=status]").nth(1)).to_have_text(
        "Copied."
    )
    assert page.evaluate("navigator.clipboard.readText()") == to_markdown(plan)
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells
