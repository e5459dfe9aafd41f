"""Hands and eyes on a notebook in a browser, as several browser tests need them."""

import base64
from pathlib import Path

import nbformat
import numpy
from browser import IDLE, JupyterLab, until
from hands import contrast
from playwright.sync_api import Browser, Locator, Page, expect

TRIES = 5  # at a reload
ALONE = ":is(.rk-panel, .rk-picture):not(.rk-panel *)"
NOT_RUNNING = "Not running yet: choose Run, Run All Cells."

# Hands


def panel(page: Page, name: str) -> Locator:
    """Return the first panel of a kind, as its class in the page names it."""
    return page.locator(f".rk-panel-{name}").first


def click(where: Locator, name: str) -> None:
    """Click the button with exactly this name."""
    where.get_by_role("button", name=name, exact=True).click()


def press(page: Page, *keys: str) -> None:
    """Press one key after another."""
    for key in keys:
        page.keyboard.press(key)


def paste(field: Locator, text: str) -> None:
    """Paste a text into a field, as Ctrl+V does."""
    field.evaluate(
        """(field, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          const pasted = { clipboardData, bubbles: true, cancelable: true };
          field.dispatchEvent(new ClipboardEvent("paste", pasted));
        }""",
        text,
    )


def in_view(where: Locator) -> Locator:
    """Scroll to a part and return it: what is out of view JupyterLab neither draws nor tells."""
    where.scroll_into_view_if_needed()
    return where


def use_code(page: Page, code: str) -> None:
    """Paste a code where a notebook asks whom it is about."""
    person = in_view(panel(page, "person"))
    person.get_by_label("Your response code").fill(code)
    click(person, "Use my code")
    expect(person).to_contain_text("What follows is about you.")


def run(lab: JupyterLab, page: Page, notebook: str, home: str = "lab") -> None:
    """Open a notebook in a home and run all of it, until everything is shown."""
    if home == "lab":
        lab.open(page, notebook)
        lab.run_all(page)
    else:
        place = {"notebook": "notebooks", "document": "doc/tree"}[home]
        page.goto(f"{lab.address}/{place}/{lab.inside}/{notebook}?token={lab.token}")
        until(lambda: is_ready(lab, notebook), "no kernel is ready")
        lab.choose(page, "Run", "Run All Cells")
    cells = nbformat.read(lab.notebooks / notebook, 4).cells
    shown = [out for cell in cells for out in cell.get("outputs", ()) if "image/png" in str(out)]
    expect(page.locator(ALONE)).to_have_count(len(shown))
    until(lambda: is_ready(lab, notebook), "the kernel does not come to rest")


def is_ready(lab: JupyterLab, notebook: str) -> bool:
    """Return whether a page is connected to a notebook's kernel that is idle."""
    kernels = [one["kernel"] for one in lab.sessions() if one["path"].endswith(notebook)]
    return any(one["connections"] and one["execution_state"] == "idle" for one in kernels)


def save(page: Page) -> None:
    """Save the notebook, as people are told to, once all of it has been run."""
    page.wait_for_selector(IDLE)
    page.keyboard.press("Control+s")
    expect(page.locator(".lm-TabBar-tab.jp-mod-dirty")).to_have_count(0)


def reload(page: Page) -> None:
    """Reload a page beside a living kernel, until its widgets are there again.

    JupyterLab gives the kernel four seconds to hand them over, and holds them for lost after that.
    On a busy machine it takes another try, as it does for a person.
    """
    lost = page.get_by_text(NOT_RUNNING)
    shown = page.locator(".rk-panel:not(.rk-panel *)")
    before = shown.count()
    for _ in range(TRIES):
        page.reload()
        until(lambda: lost.count() > 0 or shown.count() >= before, "no widget was shown again")
        if lost.count() == 0:
            return
    raise AssertionError(f"the widgets were not handed over in {TRIES} tries")


def saved(page: Page, link: Locator, folder: Path) -> Path:
    """Follow a link that saves a file; return where it is, under the name that it was given."""
    with page.expect_download() as download:
        link.click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


# Eyes


def cells(page: Page) -> int:
    """Return how many cells the notebook has."""
    return page.locator(".jp-Notebook .jp-Cell").count()


def expect_picture(where: Locator, text: str) -> None:
    """Check that a picture with this name is drawn."""
    picture = in_view(in_view(where).get_by_role("img", name=text, exact=True))
    expect(picture).to_be_visible()
    expect(picture.locator(".main-svg").first).to_be_visible()


def expect_instead(page: Page) -> Locator:
    """Check that a panel that is not running says what to do, and nothing else of it; return it."""
    said = page.locator(".jp-OutputArea-output").filter(has_text=NOT_RUNNING).first
    expect(said).to_be_visible()
    expect(page.locator(".jp-Notebook")).not_to_contain_text("Error displaying widget")
    return said


# Every part of ours that is wider than its place, or reaches out of the notebook.
WIDE = """ours => {
  const room = ours[0].closest(".jp-WindowedPanel-outer").getBoundingClientRect();
  const name = (part) => `${part.tagName} ${part.className}: ${part.textContent.slice(0, 60)}`;
  return ours.flatMap((own) => [own, ...own.querySelectorAll("*")])
    .filter((part) => part.checkVisibility() && !part.closest("svg, .rk-scroll *, .rk-figure *"))
    .filter((part) => {
      const { left, right, width } = part.getBoundingClientRect();
      const isCut = !part.matches("input, textarea, span") && part.clientWidth > 1
        && getComputedStyle(part).overflowX !== "visible"
        && part.scrollWidth > part.clientWidth + 1;
      return width > 1 && (left < room.left - 1 || right > room.right + 1 || isCut);
    })
    .map(name);
}"""


def expect_to_fit(ours: Locator) -> None:
    """Check that none of them is wider than its place, once a picture is drawn anew for it."""
    until(lambda: not ours.evaluate_all(WIDE), lambda: "\n".join(ours.evaluate_all(WIDE)))


# Every text with its colour and that of the page behind it, as red, green, blue and opacity. A
# button that cannot be pressed may be fainter.
COLOURS = """shown => {
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
  return [...shown.querySelectorAll("*")]
    .filter((element) => element.checkVisibility() && written(element)
      && !element.closest("style, button:disabled"))
    .map((element) => {
      const style = getComputedStyle(element);
      const ink = rgba(element.closest("svg") ? style.fill : style.color);
      if (element.closest("svg")) ink[3] *= Number(style.fillOpacity);
      return [element.textContent, ink, paper(element)];
    });
}"""


def check_readable(shown: Locator, least: int) -> set[tuple[float, ...]]:
    """Check that every text stands out from the page behind it as WCAG 2 asks.

    There must be so many texts at the least; the colours of the pages behind them are returned.
    """
    colours = shown.evaluate(COLOURS)
    assert len(colours) >= least
    for text, ink, paper in colours:
        mixed = [ink[3] * i + (1 - ink[3]) * p for i, p in zip(ink[:3], paper[:3], strict=True)]
        assert contrast(mixed, paper[:3]) >= 4.5, f"{text!r}: {ink} on {paper}"
    return {tuple(paper) for _, _, paper in colours}


def grey(chromium: Browser, png: bytes) -> numpy.ndarray:
    """Return a picture as a camera sees it: one byte a pixel."""
    page = chromium.new_page()
    width, values = page.evaluate(
        """async (png) => {
          const bytes = Uint8Array.from(atob(png), (one) => one.charCodeAt(0));
          const drawn = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
          const canvas = new OffscreenCanvas(drawn.width, drawn.height).getContext("2d");
          canvas.drawImage(drawn, 0, 0);
          const { data } = canvas.getImageData(0, 0, drawn.width, drawn.height);
          const green = data.filter((_, i) => i % 4 === 1);
          const read = new FileReader();
          read.readAsDataURL(new Blob([green]));
          await new Promise((go) => (read.onload = go));
          return [drawn.width, read.result.split(",")[1]];
        }""",
        base64.b64encode(png).decode(),
    )
    page.close()
    return numpy.frombuffer(base64.b64decode(values), numpy.uint8).reshape(-1, width)
