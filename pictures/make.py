"""Draw the committed pictures again: `make pictures`.

A notebook that runs nothing, and the README, show what a reader would otherwise miss. The pictures
come from the real thing: figures of rolekit, and a real JupyterLab in a real Chromium.
"""

from __future__ import annotations

import json
import re
import tempfile
from datetime import date
from pathlib import Path

import plotly.graph_objects as go
from playwright.sync_api import Browser, Page

import rolekit
from rolekit.base.plot.marks import invented
from rolekit.base.ui.panel import Panel
from rolekit.measure.example import EXAMPLE
from rolekit.path.gaps import gaps
from rolekit.path.panels.gap_view import GapView
from rolekit.path.panels.move_view import MoveView
from rolekit.path.panels.planner import Planner
from rolekit.path.panels.self_rating import SelfRating
from rolekit.path.panels.target_choice import Aim
from rolekit.path.plan import Plan, suggest
from rolekit.path.plan_code import to_text
from rolekit.team.panels.team_closing import TeamClosing
from rolekit.team.panels.team_entry import TeamEntry
from rolekit.team.panels.team_target import TeamTarget
from rolekit.team.panels.team_view import TeamView
from rolekit.widgets import (
    AdvertReader,
    Balanced,
    CompareAdverts,
    Facilitator,
    Flips,
    GuessAndResult,
    GuessShares,
    HowSure,
    PairsGame,
    PaperSheet,
    Person,
    Platform,
    Pulls,
    Rehearsal,
    Resembles,
    RewriteChecklist,
    RoleExplorer,
    StartUp,
    weather,
)
from tests.browser import PATIENCE, JupyterLab, chromium, jupyterlab

HERE = Path(__file__).parent
HALF_DAYS = (
    weather.Look,
    weather.Ask,
    weather.Experiment,
    weather.Tell,
    weather.Rate,
    weather.Serve,
    weather.WatchLoad,
    weather.Alarm,
    weather.Repeat,
    weather.Enjoyed,
)
TEAMS = (
    AdvertReader,
    CompareAdverts,
    RewriteChecklist,
    StartUp,
    Platform,
    Balanced,
    TeamEntry,
    TeamView,
    TeamTarget,
    TeamClosing,
)
REPLAY = (weather.FourTeams, weather.Mechanisms, weather.NextEuro)
PROJECTOR = {"width": 1280, "height": 800}


def main() -> None:
    """Draw every picture."""
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        draw_figure(browser, without_roles(), "example-spectrum.png")
        person = Person()
        for panel in (Pulls, Flips, HowSure, Resembles, GuessAndResult):
            figure, _ = panel(person).draw(person.response)
            draw_figure(browser, invented(figure), panel.picture)
        with jupyterlab(Path(folder)) as lab:
            draw_explorer(browser, lab)
            for notebook in (
                "01-two-roles.ipynb",
                "06-choose-a-path.ipynb",
                "09-how-it-works.ipynb",
            ):
                draw_pictures(browser, lab, f"{notebook}.ipynb")
            draw_panels(browser, lab, "01-two-roles.ipynb", GuessShares, RoleExplorer)
            draw_path(browser, lab)
            draw_panels(browser, lab, "03-why-you-sit-there.ipynb", Person, PairsGame)
            draw_panels(browser, lab, "04-try-the-work.ipynb", *HALF_DAYS)
            draw_panels(browser, lab, "05-why-both-matter.ipynb", *REPLAY)
            draw_panels(browser, lab, "07-teams-and-vacancies.ipynb", *TEAMS)
            draw_panels(browser, lab, "08-facilitate.ipynb", Facilitator, PaperSheet)
            draw_rehearsal(browser, lab)


def without_roles() -> go.Figure:
    """Return the example's strip without job titles, which would spoil the reader's guess."""
    figure = rolekit.figures.spectrum(rolekit.place(EXAMPLE.answers), EXAMPLE.guess)
    figure.data = [trace for trace in figure.data if not trace.name.startswith("role")]
    return figure


def draw_figure(browser: Browser, figure: go.Figure, name: str) -> None:
    """Draw a figure as a PNG with dark text on white."""
    figure.update_layout(paper_bgcolor="white", font_color="#212121")
    page = browser.new_page(viewport={"width": 820, "height": 900}, device_scale_factor=1.5)
    page.set_content(figure.to_html(config={"displayModeBar": False}))
    page.locator(".js-plotly-plot").screenshot(path=HERE / name)
    page.close()


def draw_pictures(browser: Browser, lab: JupyterLab, name: str) -> None:
    """Draw the pictures that stand alone in a notebook, under the names that it gives them."""
    sources = (cell["source"] for cell in json.loads((lab.notebooks / name).read_text())["cells"])
    files = re.findall(r"figures\.Picture\(.*\"([\w-]+\.png)\"\)", "\n".join(map("".join, sources)))
    page = browser.new_page(viewport=PROJECTOR | {"height": 9000}, device_scale_factor=1.5)
    lab.open(page, name)
    page.keyboard.press("Control+b")
    lab.run_all(page)
    shown = page.locator(".rk-picture:not(.rk-panel *)")
    for number, file in enumerate(files):
        shown.nth(number).locator(".main-svg").first.wait_for(timeout=PATIENCE)
        shown.nth(number).locator(".rk-figure").screenshot(path=HERE / file)
    page.close()


def draw_explorer(browser: Browser, lab: JupyterLab) -> None:
    """Draw the Explorer as it opens, and as it looks with the example's answers."""
    page = browser.new_page(viewport=PROJECTOR | {"height": 1500})
    lab.open(page, "02-where-you-sit.ipynb")
    lab.run_all(page)
    # The order of the statements follows the id, so a fixed id gives the same picture every time.
    resume(page, rolekit.Response(rolekit.Answers(), id=EXAMPLE.id).to_code())
    page.get_by_text("Resumed with").evaluate("said => said.textContent = ''")
    page.locator(".rk-explorer").screenshot(path=HERE / "explorer-start.png")
    resume(page, EXAMPLE.to_code())
    page.wait_for_selector(".rk-picture .js-plotly-plot", timeout=PATIENCE)
    page.set_viewport_size(PROJECTOR)
    page.keyboard.press("Control+b")  # the list of files makes way
    for theme in ("Light", "Dark"):
        lab.use_theme(page, f"JupyterLab {theme}")
        page.locator(".rk-explorer").evaluate("explorer => explorer.scrollIntoView()")
        page.wait_for_timeout(1500)
        page.screenshot(path=HERE / f"screenshot-{theme.lower()}.png")
    lab.use_theme(page, "JupyterLab Light")  # which the next page of this server gets
    page.close()


def draw_panels(browser: Browser, lab: JupyterLab, notebook: str, *panels: type[Panel]) -> None:
    """Draw panels as they open in a notebook, each by its class on the page."""
    page = browser.new_page(viewport=PROJECTOR | {"height": 4500}, device_scale_factor=1.5)
    lab.open(page, notebook)
    page.keyboard.press("Control+b")
    lab.run_all(page)
    for panel in panels:
        shown = page.locator(f".rk-panel-{panel.__name__.lower()}").first
        shown.wait_for(timeout=PATIENCE)
        page.wait_for_timeout(1500)
        shown.screenshot(path=HERE / panel.picture)
    page.close()


def draw_path(browser: Browser, lab: JupyterLab) -> None:
    """Draw the panels of notebook 06 with the plan of the invented person."""
    target = rolekit.path.framework.target("ml_engineer", "Senior machine learning engineer")
    ratings = dict(zip(target.needs, (2, 2, 1, 3, 1, 1), strict=True))
    found = gaps(target, ratings, EXAMPLE.answers)
    steps = tuple(suggest(g.skill, g.today or 0, g.needed) for g in found if g.group == "first")
    plan = Plan(target, ratings, date(2027, 1, 4), steps, EXAMPLE.id)
    page = browser.new_page(viewport=PROJECTOR | {"height": 9000}, device_scale_factor=1.5)
    lab.open(page, "06-choose-a-path.ipynb")
    page.keyboard.press("Control+b")
    lab.run_all(page)
    field = page.get_by_label("Resume from a plan")
    field.fill(to_text(plan), timeout=PATIENCE)
    field.press("Enter")
    page.get_by_text("Resumed: ").evaluate("said => said.textContent = ''")
    moves = page.locator(".rk-panel-moveview")
    for question in ("From which role?", "From which grade of it?"):
        asked = moves.get_by_role("group", name=question)
        asked.get_by_role("radio", name="Data scientist", exact=True).check()
    for panel in (Aim, SelfRating, GapView, MoveView, Planner):
        page.wait_for_timeout(1500)
        page.locator(f".rk-panel-{panel.__name__.lower()}").screenshot(path=HERE / panel.picture)
    page.close()


def draw_rehearsal(browser: Browser, lab: JupyterLab) -> None:
    """Draw a rehearsal of notebook 08 after Reveal was pressed, as far as its map."""
    page = browser.new_page(viewport=PROJECTOR | {"height": 4500})
    lab.open(page, "08-facilitate.ipynb")
    page.keyboard.press("Control+b")
    lab.run_all(page)
    panel = page.locator(".rk-panel-rehearsal")
    panel.get_by_role("button", name="Reveal", exact=True).click(timeout=PATIENCE)
    panel.locator(".js-plotly-plot .main-svg").nth(2).wait_for(timeout=PATIENCE)
    page.wait_for_timeout(3000)
    box, last = panel.bounding_box(), panel.locator(".rk-picture-and-sentence").nth(2)
    end = last.bounding_box()
    assert box
    assert end
    clip = {**box, "height": end["y"] + end["height"] - box["y"]}
    page.screenshot(path=HERE / Rehearsal.picture, clip=clip)
    page.close()


def resume(page: Page, code: str) -> None:
    """Resume from a code and wait until the page shows it."""
    page.get_by_label("Resume from a code").fill(code, timeout=PATIENCE)
    page.get_by_role("button", name="Resume").click()
    page.wait_for_function(
        "code => document.querySelector('.rk-code-box code')?.textContent === code", arg=code
    )


if __name__ == "__main__":
    main()
