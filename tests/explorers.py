"""Hands and eyes on the Explorer in a browser.

Nearly every test of it ends in `settled`: all that the page shows, slider by slider and trace by
trace, must be what rolekit makes of the code on that page.
"""

import json
from typing import Any

from browser import JupyterLab, until
from pages import press
from people import INSTRUMENT, RISING
from playwright.sync_api import Locator, Page, expect

import rolekit
from rolekit.figures import where_you_sit
from rolekit.measure.figures.where_you_sit import MOVING
from rolekit.measure.placement import Placement
from rolekit.measure.words import describe_missing, missing_lines

NOTEBOOK = "02-where-you-sit.ipynb"
SHORT, FURTHER = INSTRUMENT.short_items, INSTRUMENT.further_items
ITEM_OF = {item.statement: item.id for item in INSTRUMENT.items}
QUESTION = "Before you see anything: where on this line would you place yourself?"
THUMB = 20  # pixels: the width of a slider's handle
SCROLLER = ".jp-WindowedPanel-outer"

# Someone who leans to engineering, whatever the order of the statements.
ENGINEER = rolekit.Response(RISING, guess=-40).to_code()


# What a participant does


def start(lab: JupyterLab, page: Page, code: str = "", notebook: str = NOTEBOOK) -> Locator:
    """Open a notebook, run it, resume from a code if there is one; return its first Explorer."""
    lab.open(page, notebook)
    lab.run_all(page)
    explorer = page.locator(".rk-panel-explorer").first
    expect(explorer.locator(".rk-slider").last).to_be_attached()
    explorer.evaluate("explorer => explorer.scrollIntoView()")
    if code:
        resume(explorer, code)
        expect(explorer.locator(".rk-code-box code")).to_have_text(code)
        expect(explorer.locator(".js-plotly-plot text").first).to_be_visible()
    return explorer


def resume(explorer: Locator, code: str) -> None:
    explorer.get_by_label("Resume from a code").fill(code)
    explorer.get_by_role("button", name="Resume").click()


def make_guess(explorer: Locator, steps: int) -> None:
    """Guess by keyboard, some steps of 5 to the right of the middle."""
    explorer.get_by_role("slider", name=QUESTION).focus()
    press(explorer.page, *["ArrowRight"] * steps)
    expect(explorer.get_by_role("button", name="This is my guess")).to_be_enabled()
    press(explorer.page, "Tab", "Tab", "Enter")  # past the button that clears the guess
    expect(explorer.locator(".js-plotly-plot text").first).to_be_visible()


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
    press(slider.page, *keys)


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
  const figure = explorer.querySelector(".rk-figure");
  const plots = [...figure.querySelectorAll(".js-plotly-plot")];
  const list = (values) => Array.from(values ?? []);
  return {
    code: text(".rk-code-box code"),
    sentence: text(".rk-said"),
    progress: text(".rk-progress"),
    name: figure.getAttribute("aria-label"),
    sliders: Object.fromEntries(
      [...explorer.querySelectorAll(".rk-statements .rk-slider")].map((slider) => [
        slider.querySelector(".rk-label").textContent,
        slider.querySelector("input").getAttribute("aria-valuetext"),
      ]),
    ),
    picture: plots.flatMap((plot) => plot.data ?? []).map((trace) => [
      trace.name, list(trace.x), list(trace.y), list(trace.text),
      trace.marker?.size ?? null, list(trace.error_x?.array), list(trace.error_y?.array),
    ]),
  };
}"""


def expected(code: str, statements: list[str]) -> dict[str, Any]:
    """Return what a page with this code and these sliders has to show."""
    response = rolekit.Response.from_code(code)
    placement, lines = None, ""
    try:
        placement = rolekit.place(response.answers)
        sentence = rolekit.describe(placement)
    except rolekit.NotEnoughAnswers as few:
        sentence = describe_missing(few.missing)
        lines = "<br>".join(missing_lines(few.missing))
    values = [response.answers[ITEM_OF[statement]] for statement in statements]
    answered = sum(value is not None for value in values)
    count = f"{answered} of {len(values)} answered"
    figure = where_you_sit(placement, response.guess, lines)
    traces = json.loads(figure.to_json())["data"]
    # What moves is drawn above what stays, and the titles of the map once more above that.
    titles = traces[-2:]
    traces.sort(key=lambda trace: trace["name"] in MOVING)
    traces += titles
    return {
        "code": code,
        "sentence": sentence,
        "progress": "Done: here's your result." if None not in values else count,
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
            for trace in traces
        ],
    }


def settled(explorer: Locator, answered: int, guess: int | None = None) -> rolekit.Response:
    """Return the response on the page, once all that the page shows agrees with it.

    It must hold so many answers, and the guess if one is given.
    """
    seen: dict[str, Any] = {}
    wanted: dict[str, Any] = {}

    def right() -> bool:
        seen.update(explorer.evaluate(SHOWN))
        wanted.update(expected(seen["code"], list(seen["sliders"])))
        count = sum(value != "not answered" for value in seen["sliders"].values())
        held = rolekit.Response.from_code(seen["code"])
        return agree(seen, wanted) and count == answered and guess in (None, held.guess)

    until(right, lambda: f"{answered} answers are shown as\n{wanted}\nnot as\n{seen}")
    return rolekit.Response.from_code(seen["code"])


def agree(one: Any, other: Any) -> bool:
    """Return whether two are the same, but for the last digits of numbers."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(agree(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(agree, one, other))
    if isinstance(one, float) or isinstance(other, float):
        return abs(one - other) < 1e-3  # what stays is rounded to six digits
    return bool(one == other)


def lean_shown(explorer: Locator) -> float | None:
    """Return where on the line the picture has the person, or None where it has no point."""
    return explorer.evaluate(
        """explorer => {
          const you = explorer.querySelector(".rk-over").data.find((t) => t.name === "you");
          return you.marker.size[0] > 0 ? you.x[0] : null;
        }"""
    )


def place_now(response: rolekit.Response) -> Placement:
    return rolekit.place(response.answers)
