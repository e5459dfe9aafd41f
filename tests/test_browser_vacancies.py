"""Notebook 07 in a real JupyterLab: an advert is pasted and marked, a team is composed."""

import pytest
from adverts import ADVERTS
from browser import JupyterLab
from pages import click, panel
from people import codes, keen_on
from playwright.sync_api import Page, expect

from rolekit import read_advert
from rolekit.team.team import TOO_FEW

pytestmark = pytest.mark.browser

NOTEBOOK = "07-teams-and-vacancies.ipynb"
ADVERT = next(advert for advert in ADVERTS if advert.role == "ml_engineer")
NAME = "<img src=x onerror=alert(1)>"
MARKUP = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"


def start(lab: JupyterLab, page: Page) -> None:
    lab.open(page, NOTEBOOK)
    lab.hide_files(page)
    lab.run_all(page)


def test_an_advert_is_pasted_and_its_words_are_marked(lab: JupyterLab, page: Page) -> None:
    start(lab, page)
    reader = panel(page, "advertreader")
    text = f"{ADVERT.text}\n{MARKUP}"
    reading = read_advert(text)
    reader.get_by_role("textbox", name="The advert").fill(text)
    click(reader, "Read it")
    expect(reader).to_contain_text(reading.verdict)
    expect(reader.locator("mark")).to_have_count(len(reading.phrases))
    expect(reader.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    assert reader.locator("script, [onerror]").count() == 0
    assert page.title() != "run"
    checklist = panel(page, "rewritechecklist")
    expect(checklist.get_by_role("checkbox").first).to_be_visible()
    reader.get_by_role("textbox", name="The advert").fill("Cats sit on mats.")
    click(reader, "Read it")
    expect(reader).to_contain_text("Too little to go on")
    expect(reader.locator("mark")).to_have_count(0)


def test_a_team_is_composed_and_agrees(lab: JupyterLab, page: Page) -> None:
    start(lab, page)
    people, coverage = panel(page, "teamentry"), page.locator(".rk-panel-teamview")
    field = people.get_by_role("textbox", name="Who is in the team?")
    of_poles = [keen_on("analytics", 1), keen_on("engineering", 2), keen_on("analytics", 3)]
    ada, ben, cleo = codes(of_poles)
    people.get_by_label("Names", exact=True).select_option("as pasted")
    field.fill(f"{NAME} {ada}\nBen {ben}")
    click(people, "Add them")
    expect(people).to_contain_text("2 added.")
    expect(coverage).to_contain_text(TOO_FEW)
    field.fill(f"Cleo {cleo}\nDan, later")
    click(people, "Add them")
    expect(people).to_contain_text("There is no code in this line.")
    expect(field).to_have_value("Dan, later")
    expect(coverage).to_contain_text("3 people")
    expect(coverage).not_to_contain_text("Ben")
    people.get_by_role("checkbox", name="Everybody has agreed").check()
    expect(coverage).to_contain_text("Ben")
    closing = panel(page, "teamclosing")
    expect(closing.get_by_role("listitem").first).to_contain_text("closes")
    assert page.locator(".rk-panel script, .rk-panel [onerror]").count() == 0
    assert page.title() != "run"
