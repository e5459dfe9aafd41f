"""Every panel and picture of the workbook on one page, under three sets of fonts and three widths.

The cells of all notebooks are run once, in one kernel; every day those of the first four, which
everybody opens. Each browser that then opens the page knows one family of fonts and no other,
whatever is installed beside it.
"""

import shutil
import subprocess
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import nbformat
import pytest
from axe import OURS, violations
from browser import PATIENCE, JupyterLab, launch, new_page, until
from conftest import skip_or_fail
from hands import ROOT, contrast, long
from pages import click, in_view, panel
from paths import PLAN
from people import ONE
from playwright.sync_api import Browser, Locator, Page, expect

from rolekit.path.plan_code import to_text

pytestmark = pytest.mark.browser

# Each family, and what Debian calls the package that brings it.
FONTS = {
    "DejaVu Sans": "fonts-dejavu-core",
    "Liberation Sans": "fonts-liberation",
    "Noto Sans": "fonts-noto-core",
}
ONE_FAMILY = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <cachedir>{cache}</cachedir>
  <selectfont>
    <acceptfont>
      <pattern><patelt name="family"><string>{family}</string></patelt></pattern>
    </acceptfont>
    <rejectfont><pattern/></rejectfont>
  </selectfont>
</fontconfig>
"""


def every_panel(lab: JupyterLab, notebook: str, files: str) -> None:
    """Write a notebook with the code of these files, but for what is printed or takes long."""
    left_out = ("print(", "held", "rules")
    cells = []
    # The appendix first: where the last panel of the others is there, everything has been run.
    for file in sorted((ROOT / "notebooks").glob(files), key=lambda f: (f.stem < "09", f)):
        sources = [c.source for c in nbformat.read(file, 4).cells if c.cell_type == "code"]
        cells += [source for source in sources if not any(word in source for word in left_out)]
    lab.write(notebook, cells)


def answer(page: Page) -> None:
    """Make every panel show all that it can show."""
    click(panel(page, "guessshares"), "Show me")
    explorer = panel(page, "explorer")
    explorer.get_by_label("Resume from a code").fill(ONE.to_code())
    click(explorer, "Resume")
    for person in page.locator(".rk-panel-person").all():
        person.get_by_label("Your response code").fill(ONE.to_code())
        click(person, "Use my code")
        expect(person).to_contain_text("What follows is about you.")
    click(panel(page, "pulls"), "Skip")
    for field in page.get_by_label("Resume from a plan").all():
        field.fill(to_text(PLAN))
        field.press("Enter")
    for room in page.locator(".rk-panel-rehearsal").all():
        click(room, "Reveal")
        expect(room.locator(".js-plotly-plot").last).to_be_attached()


@pytest.fixture(
    scope="module",
    params=[("DejaVu Sans", "0[0-3]*.ipynb"), *long(*((family, "*.ipynb") for family in FONTS))],
    ids=" in ".join,
)
def shown(
    request: pytest.FixtureRequest,
    chromium: Browser,
    lab: JupyterLab,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Page]:
    """Give the page as a browser shows it that knows one family of fonts."""
    family, files = request.param
    folder = tmp_path_factory.mktemp("fonts")
    config = folder / "fonts.conf"
    config.write_text(ONE_FAMILY.format(cache=folder / "cache", family=family))
    known = families(config)
    if not known or not all(name.startswith(family) for name in known):
        skip_or_fail(
            f"The font {family} was not found, or not alone: install the packages "
            f"fontconfig and {FONTS[family]} to run the layout tests with it.",
            "ROLEKIT_REQUIRE_FONTS",
        )
    browser = launch(chromium.browser_type, FONTCONFIG_FILE=str(config))
    page = new_page(browser)
    notebook = f"{family}.ipynb"  # of its own: JupyterLab saves what was run with the font before
    every_panel(lab, notebook, files)
    lab.open(page, notebook)
    lab.hide_files(page)
    lab.run_all(page)
    last = panel(page, "papersheet" if files == "*.ipynb" else "keepthis")
    last.wait_for(state="attached", timeout=4 * PATIENCE)  # ten notebooks, one after the other
    answer(page)
    yield page
    browser.close()
    lab.stop_kernels()


def families(config: Path) -> set[str]:
    """Return the families that a program knows with this configuration."""
    if not shutil.which("fc-list"):
        return set()
    told = subprocess.run(
        ["fc-list", ":", "family"],
        env={"FONTCONFIG_FILE": str(config)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(told.stdout.split("\n")) - {""}


def every_part(page: Page) -> list[Locator]:
    """Return every panel and every picture that stands alone."""
    alone = ":is(.rk-panel, .rk-picture):not(.rk-panel *)"
    return page.locator(alone).all()


@pytest.mark.parametrize("width", [1280, 700, 390])
def test_nothing_is_cut_off_or_sticks_out_of_the_page(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 844})
    parts = every_part(shown)
    assert len(parts) > 12
    for part in parts:
        in_view(part)
        faults: list[str] = []

        def fits(part: Locator = part, faults: list[str] = faults) -> bool:
            faults[:] = part.evaluate(FAULTS)
            return not faults

        until(fits, lambda faults=faults: "\n".join(faults))


# What is wrong with a panel: a picture that has not the width of its place, a text of it that is
# cut off on a side, a word on a control that is cut off, a part that sticks out of the notebook.
FAULTS = """own => {
  const box = (part) => part.getBoundingClientRect();
  const room = box(own.closest(".jp-WindowedPanel-outer"));
  const name = (part) =>
    `${part.tagName} ${part.getAttribute("class")}: ${part.textContent.trim().slice(0, 60)}`;
  const faults = [];
  for (const plot of own.parentElement.querySelectorAll(".js-plotly-plot")) {
    if (!own.contains(plot) || !plot.checkVisibility()) continue;
    if (!plot._fullLayout || Math.abs(plot._fullLayout.width - plot.clientWidth) >= 1)
      faults.push(`not as wide as its place: ${name(plot)}`);
    for (const text of plot.querySelectorAll("text"))
      if (box(text).left < box(plot).left - 1 || box(text).right > box(plot).right + 1)
        faults.push(`cut off: ${text.textContent}`);
  }
  for (const part of own.querySelectorAll("*")) {
    if (part.closest("svg, .rk-scroll *") || !part.checkVisibility() || box(part).width <= 1)
      continue;
    if (box(part).left < room.left - 1 || box(part).right > room.right + 1)
      faults.push(`sticks out: ${name(part)}`);
    if (part.matches("button, label, label *, legend, summary")
        && getComputedStyle(part).overflowX !== "visible"
        && part.scrollWidth > part.clientWidth + 1)
      faults.push(`cut off: ${name(part)}`);
  }
  return faults;
}"""


@pytest.mark.parametrize("theme", ["JupyterLab Dark", *long("JupyterLab Light")])
def test_axe_finds_nothing_and_focus_can_be_seen(shown: Page, lab: JupyterLab, theme: str) -> None:
    shown.set_viewport_size({"width": 1280, "height": 800})
    lab.use_theme(shown, theme)
    found = violations(shown)
    assert not found, "\n".join(found)
    shown.keyboard.press("Shift")  # a keyboard is used
    rings = shown.locator(OURS).evaluate_all(RINGS)
    assert len(rings) > 15
    faint = [one for one in rings if not one[1] or contrast(one[1], one[2]) < 3]
    assert not faint, "\n".join(map(str, faint))


# One control of each kind, the colour of the ring that it has more with the focus than without, and
# of the page on which it is: an outline around it, or around its label, two pixels wide.
RINGS = """ours => {
  const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const paper = (part) => {
    const colour = rgb(getComputedStyle(part).backgroundColor);
    return colour[3] === 0 && part.parentElement ? paper(part.parentElement) : colour.slice(0, 3);
  };
  const around = (part) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 ? rgb(outlineColor) : null;
  };
  const ring = (control) => around(control) ?? around(control.closest("label") ?? control);
  const CONTROLS = "a[href], button, input, select, summary, textarea, [tabindex]";
  const kinds = new Map();
  for (const control of ours.flatMap((own) => [...own.querySelectorAll(CONTROLS)])) {
    const of = control.closest(".rk-panel [class*=rk-], .rk-panel [class*=widget-]");
    const kind = `${control.tagName} ${control.type ?? ""} ${of?.classList[0] ?? ""}`;
    const isSeen = control.checkVisibility({ visibilityProperty: true });
    const isReady = isSeen && !control.disabled;
    if (isReady && !kinds.has(kind)) kinds.set(kind, control);
  }
  return [...kinds].map(([kind, control]) => {
    const before = ring(control);
    control.focus();
    const seen = before || document.activeElement !== control ? null : ring(control);
    control.blur();
    return [`${kind}: ${control.outerHTML.slice(0, 160)}`, seen, paper(control.parentElement)];
  });
}"""


@pytest.mark.parametrize(("width", "columns"), [(1280, 2), (700, 1)])
def test_nothing_collides_in_the_explorer(shown: Page, width: int, columns: int) -> None:
    shown.set_viewport_size({"width": width, "height": 800})
    explorer = in_view(panel(shown, "explorer"))
    until(lambda: not explorer.evaluate(FAULTS), "the Explorer does not fit")
    edges = explorer.locator(".rk-statements .rk-slider").evaluate_all(
        "sliders => sliders.map((slider) => slider.getBoundingClientRect().left)"
    )
    assert len(set(edges)) == columns
    texts: list[Any] = explorer.evaluate(TEXTS)
    words = {text for text, *_ in texts}
    assert {"Data analyst", "<b>engineering</b>", "machine learning", "50"} <= words
    for text, box, room in texts:
        assert room["left"] <= box["left"] < box["right"] <= room["right"], f"{text} is cut off"
        assert room["top"] <= box["top"] < box["bottom"] <= room["bottom"], f"{text} is cut off"
    for (text, box, _), (other, taken, _) in combinations(texts, 2):
        beside = box["right"] <= taken["left"] or taken["right"] <= box["left"]
        above = box["bottom"] <= taken["top"] or taken["bottom"] <= box["top"]
        assert beside or above, f"{text} collides with {other}"


# Every text of the layer that stays where it is, with its box and the room in which it is drawn.
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
  return [...plot.querySelectorAll("text")]
    .filter((text) => text.textContent)
    .map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const box = { left, right, top: top + 2, bottom: bottom - 2 };
      return [text.dataset.unformatted ?? text.textContent, box, room(text)];
    });
}"""
