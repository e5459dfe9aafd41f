"""Notebook 07 in a real JupyterLab: an advert is pasted and marked, a team is composed."""

from __future__ import annotations

import pytest
from adverts import ADVERTS
from browser import PATIENCE, JupyterLab
from playwright.sync_api import Locator, Page, expect
from strategies import INSTRUMENT

from rolekit import Answers, Response, read_advert
from rolekit.team import TOO_FEW

pytestmark = pytest.mark.browser

NOTEBOOK = "07-teams-and-vacancies.ipynb"
ADVERT = next(advert for advert in ADVERTS if advert.role == "ml_engineer")
NAME = "<img src=x onerror=alert(1)>"
MARKUP = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"


def start(lab: JupyterLab, page: Page) -> None:
    lab.open(page, NOTEBOOK)
    page.keyboard.press("Control+b")
    lab.run_all(page)


def panel(page: Page, name: str) -> Locator:
    found = page.locator(f".rk-panel-{name}")
    found.scroll_into_view_if_needed(timeout=PATIENCE)
    return found


def code(kind: str, id: int) -> str:
    keen = {"analytics": 20, "engineering": 20, "machine_learning": 50, kind: 80}
    facets = {facet.id: keen[facet.pole] for facet in INSTRUMENT.facets}
    return Response(Answers.from_facets(facets), id=id).to_code()


def test_an_advert_is_pasted_and_its_words_are_marked(lab: JupyterLab, page: Page) -> None:
    start(lab, page)
    reader = panel(page, "advertreader")
    text = f"{ADVERT.text}\n{MARKUP}"
    reading = read_advert(text)
    reader.get_by_role("textbox", name="The advert").fill(text)
    reader.get_by_role("button", name="Read it").click()
    expect(reader).to_contain_text(reading.verdict, timeout=PATIENCE)
    expect(reader.locator("mark")).to_have_count(len(reading.phrases))
    expect(reader.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=PATIENCE)
    assert reader.locator("script, [onerror]").count() == 0
    assert page.title() != "run"
    checklist = panel(page, "rewritechecklist")
    expect(checklist.get_by_role("checkbox").first).to_be_visible(timeout=PATIENCE)
    reader.get_by_role("textbox", name="The advert").fill("Cats sit on mats.")
    reader.get_by_role("button", name="Read it").click()
    expect(reader).to_contain_text("Too little to go on", timeout=PATIENCE)
    expect(reader.locator("mark")).to_have_count(0)


def test_a_guess_is_answered(lab: JupyterLab, page: Page) -> None:
    start(lab, page)
    story = panel(page, "startup")
    expect(story.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=PATIENCE)
    expect(story).not_to_contain_text("You guessed")
    story.get_by_role("radio", name="Data scientist").check()
    story.get_by_role("button", name="Show me").click()
    expect(story).to_contain_text("You guessed Data scientist, and it is", timeout=PATIENCE)


def test_a_team_is_composed_and_agrees(lab: JupyterLab, page: Page) -> None:
    start(lab, page)
    people, coverage = panel(page, "teamentry"), page.locator(".rk-panel-teamview")
    field = people.get_by_role("textbox", name="Who is in the team?")
    field.fill(f"{NAME} {code('analytics', 1)}\nBen {code('engineering', 2)}")
    people.get_by_role("button", name="Add them").click()
    expect(people).to_contain_text("2 added.", timeout=PATIENCE)
    expect(coverage).to_contain_text(TOO_FEW)
    field.fill(f"Cleo {code('analytics', 3)}\nDan, later")
    people.get_by_role("button", name="Add them").click()
    expect(people).to_contain_text("There is no code in this line.", timeout=PATIENCE)
    expect(field).to_have_value("Dan, later")
    expect(coverage).to_contain_text("3 people", timeout=PATIENCE)
    expect(coverage).not_to_contain_text("Ben")
    people.get_by_role("checkbox", name="All of them have agreed").check()
    expect(coverage).to_contain_text("Ben", timeout=PATIENCE)
    closing = panel(page, "teamclosing")
    expect(closing.get_by_role("listitem").first).to_contain_text("closes")
    assert page.locator(".rk-panel script, .rk-panel [onerror]").count() == 0
    assert page.title() != "run"
