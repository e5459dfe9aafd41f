"""The names of the ten landmarks keep apart in a real browser, on wide and on narrow pictures."""

import json
from itertools import combinations
from typing import Any

import plotly.graph_objects as go
import pytest
from browser import new_page
from hands import long
from playwright.sync_api import Browser

from rolekit import place, roles
from rolekit.base.plot.figure import plotly_script
from rolekit.figures import role_map, spectrum, where_you_sit
from rolekit.measure.example import EXAMPLE

pytestmark = pytest.mark.browser

PICTURES = {
    "strip": spectrum,
    "map": role_map,
    "both": where_you_sit,
    "both, with a person": lambda: where_you_sit(place(EXAMPLE.answers)),
}
# The widest at every run, the others with what takes longer.
FONTS = ["DejaVu Sans", *long("Liberation Sans", "Noto Sans")]
# The box of every name that stands still, and of every landmark on the map. Letters fill their box
# only in part: it may overlap by 2 pixels above and below. A diamond fills the middle of its box.
BOXES = """plot => {
  const box = (part) => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  const under = (...names) => plot._fullData
    .filter(({ name }) => names.includes(name)).map(({ uid }) => `.trace${uid}`);
  const parts = (names, what) => under(...names)
    .flatMap((trace) => [...plot.querySelectorAll(`${trace} ${what}`)]);
  return {
    names: parts(["roles", "neighbours", "role names", "ends"], "text")
      .filter((text) => text.textContent)
      .map((text) => {
        const { left, right, top, bottom } = box(text);
        return [text.textContent, { left, right, top: top + 2, bottom: bottom - 2 }];
      }),
    marks: parts(["roles", "neighbours"], "path.point").map(box).map((mark) => {
      const inset = (mark.right - mark.left) / 4;
      return { left: mark.left + inset, right: mark.right - inset,
               top: mark.top + inset, bottom: mark.bottom - inset };
    }),
    whole: box(plot),
  };
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Any:
    opened = new_page(chromium)
    opened.add_script_tag(content=plotly_script())
    yield opened
    opened.context.close()


DRAW = """([{ data, layout }, width, font]) => {
  document.body.innerHTML =
    `<style>text { font-family: "${font}" !important }</style><div style="width: ${width}px">`;
  return Plotly.newPlot(document.body.lastChild, data, layout).then(() => undefined);
}"""


def boxes(page: Any, figure: go.Figure, width: int, font: str) -> Any:
    """What stands where on the picture, drawn as wide as this and in this font."""
    page.evaluate(DRAW, [json.loads(figure.to_json()), width, font])
    return page.locator(".js-plotly-plot").evaluate(BOXES)


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    across = one["left"] < other["right"] and other["left"] < one["right"]
    return across and one["top"] < other["bottom"] and other["top"] < one["bottom"]


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("width", [1280, 700, 390, 330])
@pytest.mark.parametrize("name", PICTURES)
def test_no_name_lies_on_another_or_on_a_mark(page: Any, name: str, width: int, font: str) -> None:
    found = boxes(page, PICTURES[name](), width, font)
    texts = [text for text, _ in found["names"]]
    expected = [role.name.replace(" ", "") for role in roles() if role.core or name != "strip"]
    assert {text.replace(" ", "") for text in texts} >= set(expected)
    for (text, box), (other, taken) in combinations(found["names"], 2):
        assert not meet(box, taken), f"{text} lies on {other}"
    for text, box in found["names"]:
        assert not any(meet(box, mark) for mark in found["marks"]), f"{text} lies on a mark"
        assert found["whole"]["left"] <= box["left"] < box["right"] <= found["whole"]["right"], text
