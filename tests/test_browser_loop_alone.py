"""What the Explorer does without its kernel, and without JupyterLab: its script alone on a page.

That it runs in JupyterLab is seen in `test_browser.py`.
"""

from collections.abc import Iterator

import pytest
from alone import forget, page_for_one, show_alone
from conftest import watched
from explorers import (
    ENGINEER,
    FURTHER,
    QUESTION,
    SHORT,
    answer_by_click,
    answer_by_keys,
    lean_shown,
    make_guess,
    place_now,
    settled,
    slider,
)
from pages import click, press
from playwright.sync_api import Browser, Locator, Page, expect

import rolekit
from rolekit.measure.panels.loop import Loop
from rolekit.measure.words import describe_gain

pytestmark = pytest.mark.browser

HEAR_FIRST = """() => {
  window.told = [];
  document.addEventListener("keydown", ({ key, target }) => {
    window.told.push([key, target.hasAttribute("data-lm-suppress-shortcuts")]);
  }, true);
}"""


@pytest.fixture(scope="module")
def shared(chromium: Browser) -> Iterator[Page]:
    with page_for_one(chromium) as page:
        yield page


@pytest.fixture
def page(shared: Page) -> Iterator[Page]:
    """Give a page on which nothing was answered before."""
    with watched(shared):
        yield shared
        forget(shared)


def start(page: Page, code: str = "") -> Locator:
    """Show an Explorer, which goes on from a code if there is one."""
    response = rolekit.Response.from_code(code) if code else rolekit.Response(rolekit.Answers())
    loop = Loop(response)
    loop.hear({"kind": "hover"})  # what the page would ask the kernel for
    show_alone(page, loop)
    explorer = page.locator("#panel")
    expect(explorer.locator(".rk-slider").last).to_be_attached()
    if code:
        expect(explorer.locator(".js-plotly-plot text").first).to_be_visible()
    return explorer


def test_only_a_touch_answers_and_an_answer_can_be_taken_back(page: Page) -> None:
    explorer = start(page)
    explorer.get_by_role("button", name="Skip").click()
    expect(explorer.locator(".js-plotly-plot text").first).to_be_visible()
    poles = [item for item in SHORT if item.pole != "machine_learning"]
    first, *others = [slider(explorer, item.id) for item in poles]

    page.keyboard.press("Tab")
    first.hover()
    assert settled(explorer, answered=0).guess is None
    answer_by_click(first, 0.5)
    assert settled(explorer, answered=1).answers["exploration-1"] == 50
    answer_by_keys(first, "Delete")
    settled(explorer, answered=0)
    answer_by_keys(first, "Enter")
    assert settled(explorer, answered=1).answers["exploration-1"] == 50
    expect(first).to_have_attribute("aria-valuetext", "50 of 100")

    for other in others:
        answer_by_keys(other, "Enter")
    assert place_now(settled(explorer, answered=10)).side == "unclear"
    assert lean_shown(explorer) == 0
    clear = explorer.get_by_role("button", name="Clear: ")
    clear.first.click()
    settled(explorer, answered=9)
    for _ in range(4):
        clear.last.click()
    settled(explorer, answered=5)
    assert lean_shown(explorer) is None
    expect(explorer.locator(".rk-said")).to_contain_text("to see your result")


def test_the_result_the_count_and_what_to_do_next_are_said(page: Page) -> None:
    explorer = start(page)
    click(explorer, "Skip")
    for item in SHORT:
        answer_by_keys(slider(explorer, item.id), "ArrowRight")
    settled(explorer, answered=12)
    expect(explorer.locator(".rk-next")).to_contain_text("open notebook 03")
    expect(explorer.locator(".rk-spoken")).to_contain_text("Done: here's your result.")
    answer_by_keys(slider(explorer, SHORT[4].id), "Delete")
    settled(explorer, answered=11)
    expect(explorer.locator(".rk-next")).to_be_empty()
    # Point, sentence and count are in sight together, beside a slider far below.
    explorer.locator(".rk-statements input").last.focus()
    for part in (".rk-said", ".rk-progress", ".rk-over .point"):
        expect(explorer.locator(part).first).to_be_in_viewport()


def test_a_skipped_guess_can_be_made_until_the_first_answer(page: Page) -> None:
    explorer = start(page)
    click(explorer, "Skip")
    expect(explorer.get_by_role("slider", name=QUESTION)).to_be_hidden()
    click(explorer, "Make a guess after all")
    make_guess(explorer, steps=3)
    assert settled(explorer, answered=0, guess=15).guess == 15
    again = explorer.get_by_role("button", name="Make a guess after all")
    expect(again).to_be_hidden()

    explorer = start(page)
    click(explorer, "Skip")
    expect(again).to_be_visible()
    answer_by_keys(slider(explorer, SHORT[0].id), "Enter")
    expect(again).to_be_hidden()


def test_tab_after_the_guess_lands_on_a_button_that_is_ready(page: Page) -> None:
    explorer = start(page)
    explorer.get_by_role("slider", name=QUESTION).focus()
    press(page, "ArrowLeft", "Tab", "Tab")
    ready = explorer.get_by_role("button", name="This is my guess")
    expect(ready).to_be_focused()
    page.keyboard.press("Enter")
    assert settled(explorer, answered=0, guess=-5).guess == -5


def test_twelve_more_say_what_became_of_the_band(page: Page) -> None:
    explorer = start(page, ENGINEER)
    first = place_now(settled(explorer, answered=12))
    explorer.get_by_role("button", name="Ask me 12 more").click()
    expect(explorer.locator(".rk-statements input")).to_have_count(24)
    gain = explorer.locator(".rk-row").filter(has_text="Ask me 12 more")
    expect(gain).to_contain_text(describe_gain(first, first))
    assert lean_shown(explorer) == pytest.approx(first.lean)
    for i, item in enumerate(FURTHER):
        # At one end and the other in turn: such answers agree so little that the band gets wider.
        answer_by_keys(slider(explorer, item.id), "Home" if i % 2 else "End")
        assert lean_shown(explorer) is not None
    wider = place_now(settled(explorer, answered=24))
    assert wider.width > first.width
    expect(gain).to_contain_text(describe_gain(first, wider))
    expect(gain).to_contain_text("It didn't narrow")


def test_the_code_is_copied_in_every_browser(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    explorer = start(page, ENGINEER)
    copy = explorer.get_by_role("button", name="Copy")
    said = explorer.locator(".rk-code-box [role=status]")
    copied = "navigator.clipboard.readText()"
    copy.click()
    expect(said).to_have_text("Copied.")
    assert page.evaluate(copied) == ENGINEER

    answer_by_keys(slider(explorer, "statistics-1"), "Home")
    code = settled(explorer, answered=12).to_code()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error('no')); }")
    expect(said).to_have_text("")
    copy.click()
    expect(said).to_have_text("Copied.")
    assert page.evaluate(copied) == code != ENGINEER


def test_a_link_that_comes_back_undoes_no_answer(page: Page) -> None:
    """JupyterLab then brings what the kernel knew, which was not told of the last answer."""
    explorer = start(page, ENGINEER)
    answer_by_keys(slider(explorer, "pipelines-1"), "Home")
    after = settled(explorer, answered=12)
    page.evaluate("code => model.set('state', { ...model.get('state'), code })", ENGINEER)
    assert settled(explorer, answered=12) == after


def test_a_home_that_hears_keys_first_is_told_to_leave_them(page: Page) -> None:
    """As Notebook 7 does, which moves on to another cell by the arrow keys."""
    explorer = start(page)
    click(explorer, "Skip")
    page.evaluate(HEAR_FIRST)
    explorer.locator(".rk-statements input").first.focus()
    press(page, "ArrowRight", "Control+s")
    told = [["ArrowRight", True], ["Control", False], ["s", False]]
    assert page.evaluate("window.told") == told


def test_kinds_of_work_are_named_after_the_last_answer(page: Page) -> None:
    explorer = start(page)
    click(explorer, "Skip")
    names = explorer.locator(".rk-kind")
    for item in SHORT:
        expect(names.first).to_be_hidden()
        answer_by_keys(slider(explorer, item.id), "ArrowRight")
    settled(explorer, answered=12)
    named = {facet.id: facet.name for facet in rolekit.load_instrument().facets}
    for item in SHORT:
        card = explorer.locator(".rk-slider").filter(has_text=item.statement)
        expect(card.locator(".rk-kind")).to_have_text(named[item.facet])
        expect(card.locator(".rk-kind")).to_be_visible()
    # They stay while a change is tried out.
    answer_by_keys(slider(explorer, SHORT[0].id), "Delete")
    settled(explorer, answered=11)
    expect(names.first).to_be_visible()
    click(explorer, "Ask me 12 more")
    expect(names).to_have_count(24)


def test_the_guess_fills_from_the_middle(page: Page) -> None:
    explorer = start(page)
    guess = explorer.get_by_role("slider", name=QUESTION)
    filled = "({ style }) => ['--rk-from', '--rk-to'].map((name) => style.getPropertyValue(name))"
    answer_by_keys(guess, "ArrowLeft", "ArrowLeft")
    assert guess.evaluate(filled) == ["45%", "50%"]
    answer_by_keys(guess, *["ArrowRight"] * 4)
    assert guess.evaluate(filled) == ["50%", "55%"]
    click(explorer, "Skip")
    answer_by_keys(slider(explorer, SHORT[0].id), "ArrowLeft")
    assert slider(explorer, SHORT[0].id).evaluate(filled) == ["0%", "45%"]


def test_an_emptied_field_forgets_its_error(page: Page) -> None:
    explorer = start(page)
    field = explorer.get_by_label("Resume from a code")
    field.fill("nothing of the kind")
    click(explorer, "Resume")
    expect(explorer.locator(".rk-resume [role=status]")).to_contain_text("not a response code")
    field.fill("")
    expect(explorer.locator(".rk-resume [role=status]")).to_be_empty()
