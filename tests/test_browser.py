"""The Explorer in a real JupyterLab, as a participant meets it."""

import pytest
from browser import JupyterLab
from explorers import (
    ENGINEER,
    FURTHER,
    ITEM_OF,
    NOTEBOOK,
    QUESTION,
    SCROLLER,
    SHORT,
    answer_by_click,
    answer_by_keys,
    drag,
    handle,
    lean_shown,
    make_guess,
    place_now,
    resume,
    settled,
    slider,
    start,
)
from hands import long
from pages import cells, check_readable, in_view, reload, save
from people import INSTRUMENT, RISING
from playwright.sync_api import Locator, Page, expect

import rolekit
from rolekit.record.order import shuffled

pytestmark = pytest.mark.browser

# The claims


@pytest.mark.parametrize("notebook", [*long("00-start-here.ipynb"), NOTEBOOK])
def test_before_anything_is_run_there_is_a_picture(
    lab: JupyterLab, page: Page, notebook: str
) -> None:
    page.goto("about:blank")
    lab.open(page, notebook)
    first = page.locator(".jp-Notebook .jp-Cell").nth(1)
    expect(first).to_contain_text("open the menu Run, choose Run All Cells")
    expect(page.get_by_title("Notebook not trusted")).to_be_visible()
    pictures = page.locator(".jp-Notebook img")
    expect(pictures.first).to_be_visible()
    page.wait_for_function(
        "() => { const picture = document.querySelector('.jp-Notebook img');"
        "  return picture.complete && picture.naturalWidth > 300; }"
    )
    expect(page.locator(".jp-Notebook")).not_to_contain_text("Error displaying widget")
    # Each has its words for those who cannot see it.
    expect(page.locator(".jp-Notebook img:is(:not([alt]), [alt=''])")).to_have_count(0)


def test_from_opening_to_a_place(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page)
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    expect(explorer.get_by_role("slider", name=QUESTION)).to_be_visible()
    expect(explorer.locator(".rk-figure")).to_be_hidden()
    expect(explorer.locator(".rk-said")).to_contain_text("Make your guess above")

    make_guess(explorer, steps=4)
    expect(explorer.locator(".rk-figure")).to_contain_text("4 kinds of engineering work")
    settled(explorer, answered=0, guess=20)
    assert lean_shown(explorer) is None

    of_pole = {
        pole: [slider(explorer, item.id) for item in SHORT if item.pole == pole]
        for pole in INSTRUMENT.poles
    }
    for i, statement in enumerate(of_pole["analytics"][:4]):
        answer_by_keys(statement, *["ArrowLeft"] * (i + 1))
    for i, statement in enumerate(of_pole["engineering"][:2]):
        answer_by_click(statement, 0.7 + 0.1 * i)
    drag(of_pole["engineering"][2], 60)
    settled(explorer, answered=7)
    expect(explorer.locator(".rk-said")).to_have_text(
        "Answer a statement on 1 more kind of engineering work to see your result."
    )
    assert lean_shown(explorer) is None
    few = explorer.locator(".rk-code-box code").text_content()

    drag(of_pole["engineering"][3], 120)
    response = settled(explorer, answered=8)
    assert lean_shown(explorer) == pytest.approx(place_now(response).lean)
    assert place_now(response).lean > 0
    assert response.to_code() != few
    expect(explorer.locator(".rk-said")).to_contain_text("You lean towards engineering")


def test_the_same_picture_after_save_and_reload(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page, ENGINEER)
    explorer.get_by_role("button", name="Ask me 12 more").click()
    answer_by_keys(slider(explorer, FURTHER[0].id), "ArrowRight")
    before = settled(explorer, answered=13)
    save(page)
    reload(page)
    expect(in_view(explorer).locator(".js-plotly-plot text").first).to_be_attached()
    assert settled(explorer, answered=13) == before
    answer_by_keys(slider(explorer, SHORT[0].id), "End")
    after = settled(explorer, answered=13)
    assert lean_shown(explorer) == pytest.approx(place_now(after).lean)
    assert place_now(after).lean < place_now(before).lean


def test_a_fresh_kernel_resumes_from_a_code(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page, ENGINEER)
    answer_by_keys(slider(explorer, "pipelines-1"), "End")
    before = settled(explorer, answered=12)
    lab.run_anew(page)
    expect(in_view(explorer).get_by_role("slider", name=QUESTION)).to_be_attached()
    resume(explorer, before.to_code().lower().replace("-", " "))
    expect(explorer).to_contain_text("Resumed with 12 answers.")
    assert settled(explorer, answered=12) == before

    intact = before.to_code()
    markup = "<img src=x onerror=\"document.title='run'\">"
    for text, reply in {
        intact[:-1]: "one character missing",
        f"{intact[:20]}{'2' if intact[20] == '3' else '3'}{intact[21:]}": "This code has a typo",
        markup: "This is not a response code",
        f"ROLE1-{markup}": "never occurs in codes",
    }.items():
        resume(explorer, text)
        expect(explorer).to_contain_text(reply)
        assert settled(explorer, answered=12) == before
    expect(explorer.locator("img")).to_have_count(0)
    assert page.title() != "run"


def test_everything_is_named_and_reached_by_tab(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page)

    def reach(role: str, name: str) -> Locator:
        control = explorer.get_by_role(role, name=name, exact=role == "slider")
        page.keyboard.press("Tab")
        expect(control).to_be_focused()
        return control

    guess = explorer.get_by_role("slider", name=QUESTION, exact=True)
    guess.focus()
    page.keyboard.press("ArrowRight")
    ready = explorer.get_by_role("button", name="This is my guess")
    expect(ready).to_be_enabled()
    reach("button", f"Clear: {QUESTION}")
    reach("button", "This is my guess")
    reach("button", "Skip")
    ready.press("Enter")
    response = settled(explorer, answered=0, guess=5)

    order = shuffled(SHORT, response.id)
    assert len(order) == 12
    slider(explorer, order[0].id).focus()
    page.keyboard.press("Shift+Tab")
    for item in order:
        reach("slider", item.statement)
        page.keyboard.press("ArrowRight")
        reach("button", f"Clear: {item.statement}")
        page.keyboard.press("Tab")
        explanation = page.locator(":focus")
        expect(explanation).to_have_accessible_name(f"What is meant by: {item.statement}")
        hidden = explorer.get_by_text(item.explanation)
        expect(hidden).to_be_hidden()
        page.keyboard.press("Enter")
        expect(hidden).to_be_visible()
    reach("button", "Keep this")
    reach("button", "Ask me 12 more")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_accessible_name("Your response code")
    reach("button", "Copy")
    reach("textbox", "Resume from a code")
    reach("button", "Resume")
    reach("button", "Show as QR")
    reach("checkbox", "This is after the discussion (second round)")
    sentence = rolekit.describe(place_now(settled(explorer, answered=12)))
    expect(explorer.get_by_role("img", name=sentence, exact=True)).to_be_visible()


def test_a_slider_keeps_its_keys_and_the_sentence_its_place(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page, ENGINEER)
    sentence = explorer.locator(".rk-said")
    sentence.evaluate("sentence => sentence.dataset.seen = 'before'")
    before, statement = cells(page), slider(explorer, "reliability-1")
    # Each is a command of JupyterLab: cells are added, cut, undone, joined, turned into text.
    answer_by_keys(statement, *"abxzmydd", "Shift+M", "Enter", "Space", "Shift+Enter", "Escape")
    answer_by_keys(statement, "ArrowUp", "ArrowDown", "ArrowRight", "PageDown", "Home", "ArrowUp")
    expect(statement).to_be_focused()
    assert settled(explorer, answered=12).answers["reliability-1"] == 5
    assert cells(page) == before
    expect(page.locator(".jp-Notebook.jp-mod-editMode")).to_have_count(0)
    expect(sentence).to_have_attribute("data-seen", "before")


def test_slider_and_point_are_in_view_together(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page, ENGINEER)
    explorer.get_by_role("button", name="Ask me 12 more").click()
    sliders = explorer.locator(".rk-statements input")
    expect(sliders).to_have_count(24)
    seen: dict[str, set[str]] = {"Tab": set(), "Shift+Tab": set()}
    sliders.first.focus()
    for way, statements in seen.items():
        for _ in range(100):
            if page.evaluate("document.activeElement.type") == "range":
                page.keyboard.press("ArrowRight" if way == "Tab" else "ArrowLeft")
                statement = page.evaluate(IN_VIEW)
                statements.add(statement)
                if len(statements) == 24:
                    break
            page.keyboard.press(way)
        assert statements == set(ITEM_OF), way
    settled(explorer, answered=24)


# Throws unless the slider in focus, its statement and the point on the line can all be seen: inside
# the notebook's panel, and not under the picture.
IN_VIEW = """() => {
  const slider = document.activeElement.closest(".rk-slider");
  const statement = slider.querySelector(".rk-label").textContent;
  const panel = slider.closest(".jp-WindowedPanel-outer").getBoundingClientRect();
  const picture = slider.closest(".rk-loop").querySelector(".rk-result");
  const { uid } = picture
    .querySelector(".rk-over")
    ._fullData.find((trace) => trace.name === "you" && trace.yaxis === "y");
  const input = slider.querySelector("input");
  const see = (element, at) => {
    const box = element.getBoundingClientRect();
    if (box.top < panel.top || box.bottom > panel.bottom || box.height === 0)
      throw new Error(`${at} is out of view: ${statement}`);
    return document.elementFromPoint(
      box.x + 10 + ((box.width - 20) * (element.value ?? 50)) / 100, box.y + box.height / 2);
  };
  if (!picture.contains(see(picture.querySelector(`.trace${uid} .point`), "the point")))
    throw new Error(`the point is covered: ${statement}`);
  for (const part of [input, slider.querySelector(".rk-label")])
    if (!slider.contains(see(part, part.className || "the slider")))
      throw new Error(`covered: ${statement}`);
  return statement;
}"""


@pytest.mark.long
def test_a_long_drag_leaves_no_backlog(own_lab: JupyterLab, own_page: Page) -> None:
    """The point is at the end with the handle, and the kernel hears of rests, not of steps."""
    sent: list[int] = []
    own_page.on("websocket", lambda ws: ws.on("framesent", lambda _: sent.append(1)))
    explorer = start(own_lab, own_page, ENGINEER)
    dragged = slider(explorer, "deployment-1")
    answer_by_keys(dragged, "Home")
    settled(explorer, answered=12)
    x, y = handle(dragged)
    box = dragged.bounding_box()
    assert box
    own_page.mouse.move(x, y)
    own_page.mouse.down()
    scrolled = own_page.locator(SCROLLER).evaluate("panel => panel.scrollTop")
    leans, before = set(), len(sent)
    for step in range(0, 27 * 40, 27):
        there_and_back = abs(step % 200 - 100) / 100
        own_page.mouse.move(box["x"] + box["width"] * there_and_back, y, steps=5)
        leans.add(lean_shown(explorer))
        assert dragged.bounding_box() == box
    own_page.mouse.move(box["x"] + box["width"] - 1, y)
    own_page.mouse.up()
    now = lean_shown(explorer)
    response = settled(explorer, answered=12)
    assert response.answers["deployment-1"] == 100
    assert now == pytest.approx(place_now(response).lean)
    assert len(sent) - before < 5 * 40 / 2
    assert len(leans) > 10
    assert own_page.locator(SCROLLER).evaluate("panel => panel.scrollTop") == scrolled


def test_text_can_be_read_in_light_and_dark(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page, ENGINEER)
    slider(explorer, SHORT[0].id).press("Delete")
    settled(explorer, answered=11)
    pages: set[tuple[float, ...]] = set()
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        lab.use_theme(page, theme)
        pages |= check_readable(explorer, least=61)
    assert len(pages) > 1


@pytest.mark.long
def test_two_explorers_leave_each_other_alone(own_lab: JupyterLab, own_page: Page) -> None:
    answers = dict(RISING.given)
    two = [
        "import rolekit",
        f"rolekit.widgets.Explorer(answers=rolekit.Answers.from_items({answers}), guess=10)",
        f"rolekit.widgets.Explorer(answers=rolekit.Answers.from_items({answers}))",
    ]
    own_lab.write("two.ipynb", two)
    start(own_lab, own_page, notebook="two.ipynb")
    explorers = own_page.locator(".rk-panel-explorer")
    one, other = explorers.nth(0), explorers.nth(1)
    make_guess(other, steps=1)
    settled(other, answered=12, guess=5)
    for moved, still in ((one, other), (other, one)):
        before, untouched = settled(moved, answered=12), settled(still, answered=12)
        answer_by_keys(slider(moved, "architecture-1"), "End")
        after = settled(moved, answered=12)
        assert place_now(after).lean > place_now(before).lean
        assert settled(still, answered=12) == untouched
