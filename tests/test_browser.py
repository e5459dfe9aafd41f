"""The Explorer in a real JupyterLab, as a participant meets it.

Nearly every test ends in `settled`: all that the page shows, slider by slider and trace by trace,
must be what rolekit makes of the code on that page.
"""

from __future__ import annotations

import json
import re
import time
from typing import Any

import nbformat
import pytest
from browser import PATIENCE, JupyterLab
from playwright.sync_api import Locator, Page, expect

import rolekit
from rolekit.describe import describe_gain
from rolekit.figures import where_you_sit

pytestmark = pytest.mark.browser

NOTEBOOK = "02-where-you-sit.ipynb"
INSTRUMENT = rolekit.load_instrument()
SHORT, FURTHER = INSTRUMENT.short_items, INSTRUMENT.further_items
ITEM_OF = {item.statement: item.id for item in INSTRUMENT.items}
QUESTION = "Before you see anything: where on this line would you place yourself?"
THUMB = 20  # pixels: the width of a slider's handle
SCROLLER = ".jp-WindowedPanel-outer"

# Someone who leans to engineering, whatever the order of the statements.
ANSWERS = rolekit.Answers.from_items({item.id: 20 + 5 * i for i, item in enumerate(SHORT)})
ENGINEER = rolekit.Response(ANSWERS, guess=-40).to_code()


# What a participant does


def start(lab: JupyterLab, page: Page, code: str = "", notebook: str = NOTEBOOK) -> Locator:
    """Open a notebook, run it, resume from a code if there is one; return its first Explorer."""
    lab.open(page, notebook)
    lab.run_all(page)
    explorer = page.locator(".rk-explorer").first
    expect(explorer.locator(".rk-slider").last).to_be_attached(timeout=PATIENCE)
    # JupyterLab scrolls to the last cell that it has run.
    explorer.evaluate("explorer => explorer.scrollIntoView()")
    if code:
        resume(explorer, code)
        expect(explorer.locator(".rk-code-box code")).to_have_text(code, timeout=PATIENCE)
        expect(explorer.locator(".js-plotly-plot text").first).to_be_visible(timeout=PATIENCE)
    return explorer


def resume(explorer: Locator, code: str) -> None:
    explorer.get_by_label("Resume from a code").fill(code)
    explorer.get_by_role("button", name="Resume").click()


def make_guess(explorer: Locator, steps: int) -> None:
    """Guess by keyboard, some steps of 5 to the right of the middle."""
    explorer.get_by_role("slider", name=QUESTION).focus()
    for _ in range(steps):
        explorer.page.keyboard.press("ArrowRight")
    expect(explorer.get_by_role("button", name="This is my guess")).to_be_enabled()
    for _ in range(2):  # past the button that clears the guess
        explorer.page.keyboard.press("Tab")
    explorer.page.keyboard.press("Enter")
    expect(explorer.locator(".js-plotly-plot text").first).to_be_visible(timeout=PATIENCE)


def slider(explorer: Locator, item: str) -> Locator:
    statement = next(s for s, id in ITEM_OF.items() if id == item)
    return explorer.get_by_role("slider", name=statement, exact=True)


def handle(slider: Locator) -> tuple[float, float]:
    """Return where on the page the middle of a slider's handle is."""
    box, value = slider.bounding_box(), slider.input_value()
    assert box
    along = (box["width"] - THUMB) * int(value) / 100
    return box["x"] + THUMB / 2 + along, box["y"] + box["height"] / 2


def answer_by_keys(slider: Locator, *keys: str) -> None:
    slider.focus()
    for key in keys:
        slider.page.keyboard.press(key)


def answer_by_click(slider: Locator, share: float) -> None:
    """Click at a share of the slider's width."""
    slider.scroll_into_view_if_needed()
    slider.click(position={"x": share * slider.evaluate("input => input.clientWidth"), "y": 12})


def drag(slider: Locator, pixels: float) -> None:
    slider.focus()
    x, y = handle(slider)
    mouse = slider.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + pixels, y, steps=8)
    mouse.up()


# What the page shows

SHOWN = """explorer => {
  const text = (selector) => explorer.querySelector(selector)?.textContent;
  const plot = explorer.querySelector(".js-plotly-plot");
  const list = (values) => Array.from(values ?? []);
  return {
    code: text(".rk-code-box code"),
    sentence: text(":scope > .rk-sentence p"),
    name: plot?.getAttribute("aria-label"),
    sliders: Object.fromEntries(
      [...explorer.querySelectorAll(".rk-statements .rk-slider")].map((slider) => [
        slider.querySelector(".rk-label").textContent,
        slider.querySelector("input").getAttribute("aria-valuetext"),
      ]),
    ),
    picture: plot?.data?.map((trace) => [
      trace.name, list(trace.x), list(trace.y), list(trace.text),
      trace.marker?.size ?? null, list(trace.error_x?.array), list(trace.error_y?.array),
    ]),
  };
}"""


def expected(code: str, statements: list[str]) -> dict[str, Any]:
    """Return what a page with this code and these sliders has to show."""
    response = rolekit.Response.from_code(code)
    placement, missing = None, ""
    try:
        placement = rolekit.place(response.answers)
        sentence = rolekit.describe(placement)
    except rolekit.NotEnoughAnswers as few:
        missing = str(few)
        sentence = f"No place yet: {missing}."
    values = [response.answers[ITEM_OF[statement]] for statement in statements]
    figure = where_you_sit(placement, response.guess, missing.replace(", ", "<br>"))
    return {
        "code": code,
        "sentence": sentence,
        "name": sentence,
        "sliders": {
            statement: "not answered" if value is None else f"{value} of 100"
            for statement, value in zip(statements, values, strict=True)
        },
        "picture": [
            [
                trace["name"],
                *(trace.get(part) or [] for part in ("x", "y", "text")),
                trace.get("marker", {}).get("size"),
                *(trace.get(error, {}).get("array", []) for error in ("error_x", "error_y")),
            ]
            for trace in json.loads(figure.to_json())["data"]
        ],
    }


def settled(
    explorer: Locator, answered: int, guess: int | None = None, within: float = 20
) -> rolekit.Response:
    """Return the response on the page, once all that the page shows agrees with it.

    It must hold so many answers, and the guess if one is given; `within` is how many seconds that
    may take.
    """
    deadline = time.monotonic() + within
    while True:
        seen = explorer.evaluate(SHOWN)
        wanted = expected(seen["code"], list(seen["sliders"]))
        count = sum(value != "not answered" for value in seen["sliders"].values())
        response = rolekit.Response.from_code(seen["code"])
        right = seen == wanted and count == answered and guess in (None, response.guess)
        if right or time.monotonic() > deadline:
            break
        explorer.page.wait_for_timeout(50)
    assert seen == wanted
    assert count == answered
    assert guess in (None, response.guess)
    return response


def lean_shown(explorer: Locator) -> float | None:
    """Return where on the line the picture has the person, or None where it has no point."""
    return explorer.evaluate(
        """explorer => {
          const you = explorer.querySelector(".js-plotly-plot").data.find((t) => t.name === "you");
          return you.marker.size[0] > 0 ? you.x[0] : null;
        }"""
    )


def place_now(response: rolekit.Response) -> rolekit.Placement:
    return rolekit.place(response.answers)


def cells(page: Page) -> int:
    return page.locator(".jp-Notebook .jp-Cell").count()


# The claims


def test_from_opening_to_a_place(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page)
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    expect(explorer.get_by_role("slider", name=QUESTION)).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_have_count(0)
    expect(explorer.locator("> .rk-sentence")).to_contain_text("Place yourself on the line above")

    make_guess(explorer, steps=4)
    expect(explorer.locator(".js-plotly-plot")).to_contain_text("0 of 4 needed on the engineering")
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
    expect(explorer.locator("> .rk-sentence")).to_have_text(
        "No place yet: 3 of 4 needed on the engineering side."
    )
    assert lean_shown(explorer) is None
    few = explorer.locator(".rk-code-box code").text_content()

    drag(of_pole["engineering"][3], 120)
    response = settled(explorer, answered=8)
    assert lean_shown(explorer) == place_now(response).lean > 0
    assert response.to_code() != few
    expect(explorer.locator("> .rk-sentence")).to_contain_text("You lean towards engineering")


def test_only_a_touch_answers_and_an_answer_can_be_taken_back(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page)
    explorer.get_by_role("button", name="Skip").click()
    expect(explorer.locator(".js-plotly-plot text").first).to_be_visible(timeout=PATIENCE)
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
    expect(explorer.locator("> .rk-sentence")).to_contain_text("No place yet")


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

    order = INSTRUMENT.shuffled(SHORT, response.id)
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
    reach("button", "Ask me 12 more")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_accessible_name("Your response code")
    reach("button", "Copy")
    reach("button", "Show as QR")
    reach("checkbox", "This is after the discussion (second round)")
    reach("textbox", "Resume from a code")
    reach("button", "Resume")
    sentence = rolekit.describe(place_now(settled(explorer, answered=12)))
    expect(explorer.get_by_role("img", name=sentence, exact=True)).to_be_visible()


def test_a_slider_keeps_its_keys_and_the_sentence_its_place(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page, ENGINEER)
    sentence = explorer.locator("> .rk-sentence [role=status]")
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
  const picture = slider.closest(".rk-explorer").querySelector(".rk-picture");
  const { uid } = picture
    .querySelector(".js-plotly-plot")
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


@pytest.mark.parametrize(("width", "columns"), [(1280, 2), (700, 1)])
def test_nothing_collides_or_is_cut_off(
    lab: JupyterLab, page: Page, width: int, columns: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    explorer = start(lab, page, ENGINEER)
    edges = explorer.locator(".rk-slider").evaluate_all(
        "sliders => sliders.map((slider) => slider.getBoundingClientRect().left)"
    )
    assert len(set(edges)) == columns
    page.wait_for_function(FITS)
    texts = explorer.evaluate(TEXTS)
    words = {text for text, *_ in texts}
    assert {"Data analyst", "<b>engineering</b>", "machine learning", "50"} <= words
    for i, (text, box, room) in enumerate(texts):
        assert room["left"] <= box["left"] < box["right"] <= room["right"], f"{text} is cut off"
        assert room["top"] <= box["top"] < box["bottom"] <= room["bottom"], f"{text} is cut off"
        for other, taken, _ in texts[:i]:
            beside = box["right"] <= taken["left"] or taken["right"] <= box["left"]
            above = box["bottom"] <= taken["top"] or taken["bottom"] <= box["top"]
            assert beside or above, f"{text} collides with {other}"


# True once the picture has the width of its place and nothing sticks out of the page.
FITS = """() => {
  const plot = document.querySelector(".js-plotly-plot");
  const panel = document.querySelector(".jp-WindowedPanel-outer");
  return Math.abs(plot._fullLayout.width - plot.clientWidth) < 1
    && [...document.querySelectorAll(".rk-explorer *")].every(
      (part) => part.getBoundingClientRect().right <= panel.getBoundingClientRect().right);
}"""

# Every text of the picture that stays where it is, with its box and the room in which it is drawn.
# Letters fill a box only in part: it may overlap by 2 pixels above and below.
TEXTS = """explorer => {
  const plot = explorer.querySelector(".js-plotly-plot");
  const whole = plot.getBoundingClientRect();
  const edges = ({ left, right, top, bottom }) => ({ left, right, top, bottom });
  const room = (text) => {
    const trace = plot._fullData.find(({ uid }) => text.closest(`.trace${uid}`));
    if (!trace) return edges(whole);
    const across = plot._fullLayout.xaxis;
    const up = plot._fullLayout[trace.yaxis.replace("y", "yaxis")];
    const [left, top] = [whole.left + across._offset, whole.top + up._offset];
    return { left, right: left + across._length, top, bottom: top + up._length };
  };
  const moves = ({ name }) => ["you", "guess"].includes(name);
  const moving = plot._fullData.filter(moves).map(({ uid }) => `.trace${uid}`).join();
  return [...plot.querySelectorAll("text")]
    .filter((text) => text.textContent && !text.closest(moving))
    .map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const box = { left, right, top: top + 2, bottom: bottom - 2 };
      return [text.dataset.unformatted ?? text.textContent, box, room(text)];
    });
}"""


def test_the_same_picture_after_save_and_reload(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page, ENGINEER)
    explorer.get_by_role("button", name="Ask me 12 more").click()
    answer_by_keys(slider(explorer, FURTHER[0].id), "ArrowRight")
    before = settled(explorer, answered=13)
    page.keyboard.press("Control+s")
    expect(page.locator(".lm-TabBar-tab.jp-mod-dirty")).to_have_count(0)
    page.reload()
    expect(explorer.locator(".js-plotly-plot text").first).to_be_attached(timeout=PATIENCE)
    assert settled(explorer, answered=13) == before
    answer_by_keys(slider(explorer, SHORT[0].id), "End")
    after = settled(explorer, answered=13)
    assert lean_shown(explorer) == place_now(after).lean < place_now(before).lean


def test_a_fresh_kernel_resumes_from_a_code(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page, ENGINEER)
    answer_by_keys(slider(explorer, "pipelines-1"), "End")
    before = settled(explorer, answered=12)
    lab.choose(page, "Kernel", "Restart Kernel and Run All Cells")
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    expect(explorer.get_by_role("slider", name=QUESTION)).to_be_attached(timeout=PATIENCE)
    resume(explorer, before.to_code().lower().replace("-", " "))
    expect(explorer).to_contain_text("Resumed with 12 answers.")
    assert settled(explorer, answered=12) == before

    intact = before.to_code()
    markup = "<img src=x onerror=\"document.title='run'\">"
    for text, reply in {
        intact[:-1]: "one character missing",
        f"{intact[:20]}{'2' if intact[20] == '3' else '3'}{intact[21:]}": "its check does not fit",
        markup: "This is not a response code",
        f"ROLE1-{markup}": "never occurs in codes",
    }.items():
        resume(explorer, text)
        expect(explorer).to_contain_text(reply)
        assert settled(explorer, answered=12) == before
    expect(explorer.locator("img")).to_have_count(0)
    assert page.title() != "run"


def test_twelve_more_say_what_became_of_the_band(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page, ENGINEER)
    first = place_now(settled(explorer, answered=12))
    explorer.get_by_role("button", name="Ask me 12 more").click()
    expect(explorer.locator(".rk-statements input")).to_have_count(24)
    gain = explorer.locator(".rk-row").filter(has_text="Ask me 12 more")
    expect(gain).to_contain_text(f"Your band is {first.width:.0f} points wide with the first 12")
    assert lean_shown(explorer) == first.lean
    for i, item in enumerate(FURTHER):
        # At one end and the other in turn: such answers agree so little that the band gets wider.
        answer_by_keys(slider(explorer, item.id), "Home" if i % 2 else "End")
        assert lean_shown(explorer) is not None
    wider = place_now(settled(explorer, answered=24))
    assert wider.width > first.width
    expect(gain).to_contain_text(describe_gain(first, wider))
    expect(gain).to_contain_text(f"{first.width:.0f} points wide with the first 12")
    expect(gain).to_contain_text("it did not narrow")


def test_ten_seconds_of_dragging_leave_no_backlog(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page, ENGINEER)
    dragged = slider(explorer, "deployment-1")
    dragged.focus()
    x, y = handle(dragged)
    box = dragged.bounding_box()
    assert box
    page.mouse.move(x, y)
    page.mouse.down()
    scrolled = page.locator(SCROLLER).evaluate("panel => panel.scrollTop")
    leans, end, step = set(), time.monotonic() + 10, 0
    while time.monotonic() < end:
        step += 27
        there_and_back = abs(step % 200 - 100) / 100
        page.mouse.move(box["x"] + box["width"] * there_and_back, y, steps=5)
        leans.add(lean_shown(explorer))
        assert dragged.bounding_box() == box
    page.mouse.move(box["x"] + box["width"] - 1, y)
    page.mouse.up()
    assert settled(explorer, answered=12, within=2).answers["deployment-1"] == 100
    assert len(leans) > 10
    assert page.locator(SCROLLER).evaluate("panel => panel.scrollTop") == scrolled


def test_the_code_is_copied_and_outlives_the_kernel(lab: JupyterLab, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    explorer = start(lab, page, ENGINEER)
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

    lab.choose(page, "Kernel", "Shut Down Kernel")
    page.wait_for_selector("text=/^No Kernel/", timeout=PATIENCE)
    expect(explorer.locator(".rk-code-box code")).to_have_text(code)
    expect(explorer.locator(".rk-code-box code")).to_be_visible()


def test_text_can_be_read_in_light_and_dark(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page, ENGINEER)
    slider(explorer, SHORT[0].id).press("Delete")
    settled(explorer, answered=11)
    pages = set()
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        lab.use_theme(page, theme)
        colours = explorer.evaluate(COLOURS)
        assert len(colours) > 60
        for text, ink, paper in colours:
            contrast = (luminance(ink, paper) + 0.05) / (luminance(paper, paper) + 0.05)
            assert max(contrast, 1 / contrast) >= 4.5, f"{text!r} in {theme}: {ink} on {paper}"
            pages.add(tuple(paper))
    assert len(pages) > 1


# Every text with its colour and that of the page behind it, as red, green, blue and opacity. A
# button that cannot be pressed may be fainter.
COLOURS = """explorer => {
  const rgba = (colour) => {
    const [red, green, blue, opacity = 1] = colour.match(/[\\d.]+/g).map(Number);
    return [red, green, blue, opacity];
  };
  const paper = (element) => {
    const colour = rgba(getComputedStyle(element).backgroundColor);
    return colour[3] === 1 || !element.parentElement ? colour : paper(element.parentElement);
  };
  const written = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...explorer.querySelectorAll("*")]
    .filter((element) => element.checkVisibility() && written(element)
      && !element.closest("style, button:disabled"))
    .map((element) => {
      const style = getComputedStyle(element);
      const ink = rgba(element.closest("svg") ? style.fill : style.color);
      if (element.closest("svg")) ink[3] *= Number(style.fillOpacity);
      return [element.textContent, ink, paper(element)];
    });
}"""


def luminance(ink: list[float], paper: list[float]) -> float:
    """Return the relative luminance (WCAG 2) of a colour on an opaque page."""
    mixed = [ink[3] * i + (1 - ink[3]) * p for i, p in zip(ink[:3], paper[:3], strict=True)]
    shares = [colour / 255 for colour in mixed]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_before_anything_is_run_there_is_a_picture(lab: JupyterLab, page: Page) -> None:
    for notebook in ("00-start-here.ipynb", NOTEBOOK):
        lab.open(page, notebook)
        first = page.locator(".jp-Notebook .jp-Cell").nth(1)
        expect(first).to_contain_text("open the menu Run, choose Run All Cells")
        picture = page.locator(".jp-Notebook img").first
        expect(picture).to_have_attribute("alt", re.compile(r"\w{3}.* .*\w{3}"))
        page.wait_for_function(
            "() => { const picture = document.querySelector('.jp-Notebook img');"
            "  return picture.complete && picture.naturalWidth > 300; }"
        )
        expect(page.locator(".jp-Notebook")).not_to_contain_text("Error displaying widget")


def test_two_explorers_leave_each_other_alone(lab: JupyterLab, page: Page) -> None:
    answers = dict(ANSWERS.given)
    two = [
        "import rolekit",
        f"rolekit.widgets.Explorer(answers=rolekit.Answers.from_items({answers}), guess=10)",
        f"rolekit.widgets.Explorer(answers=rolekit.Answers.from_items({answers}))",
    ]
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in two],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}},
    )
    nbformat.write(notebook, lab.folder / "notebooks" / "two.ipynb")
    start(lab, page, notebook="two.ipynb")
    explorers = page.locator(".rk-explorer")
    one, other = explorers.nth(0), explorers.nth(1)
    make_guess(other, steps=1)
    settled(other, answered=12, guess=5)
    for moved, still in ((one, other), (other, one)):
        before, untouched = settled(moved, answered=12), settled(still, answered=12)
        answer_by_keys(slider(moved, "architecture-1"), "End")
        after = settled(moved, answered=12)
        assert place_now(after).lean > place_now(before).lean
        assert settled(still, answered=12) == untouched
