"""Draw what a notebook shows where nothing runs, into the notebook: `make notebooks`.

Every output of ours gets a picture of itself as it opens, from a real JupyterLab in a real
Chromium. It has no background, and the grey that reads best on light and dark pages alike: it
cannot be taken for something live. What would move says that it does not yet. Its words are those
of the output.
"""

import base64
import json
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

import rolekit
from rolekit.measure.example import EXAMPLE
from rolekit.path.gaps import gaps
from rolekit.path.plan import Plan, suggest
from rolekit.path.plan_code import to_text
from tests.browser import JupyterLab, chromium, jupyterlab, new_page, until

WIDGET = "application/vnd.jupyter.widget-view+json"
WIDTH, HEIGHT = 1000, 12_000  # pixels: everything is in view at once
# The whole page shines through; what is written is neither black nor white.
LOOKS = """
html, html * { background-color: transparent !important; box-shadow: none !important; }
.jp-Notebook * { color: #757575 !important; }
.rk-figure .js-plotly-plot text:not([style*="rgb(26, 26, 26)"]) { fill: #757575 !important; }
.rk-code-box code { visibility: hidden; }
.rk-save { display: none; }
.rk-panel:not(.rk-panel *)::before {
  content: "Not running yet: choose Run, Run All Cells";
  display: block;
  margin: 2px;
  padding: 6px 12px;
  border: 2px dashed #757575;
  border-radius: 6px;
  font-weight: 700;
}
"""


def main(files: list[Path]) -> None:
    """Draw the stand-ins of these notebooks."""
    with (
        chromium() as browser,
        tempfile.TemporaryDirectory() as folder,
        jupyterlab(Path(folder)) as lab,
    ):
        for file in files:
            draw(browser, lab, file)


def draw(browser: Browser, lab: JupyterLab, file: Path) -> None:
    """Run a notebook in a page, and put a picture beside each output of ours."""
    notebook = json.loads(file.read_text("utf-8"))
    page = new_page(browser, WIDTH, HEIGHT)
    lab.open(page, file.name)
    lab.hide_files(page)
    lab.run_all(page)
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", ())]
    ours = page.locator(":is(.rk-panel, .rk-picture):not(.rk-panel *)")
    wanted = sum(WIDGET in output.get("data", ()) for output in outputs)
    until(lambda: ours.count() == wanted, f"not every output of {file.name} is there")
    PREPARED.get(file.stem[:2], lambda _: None)(page)
    page.add_style_tag(content=LOOKS)
    waiting = page.locator(".rk-picture:not(.rk-empty):visible:not(:has(.main-svg))")
    until(lambda: waiting.count() == 0, f"a picture of {file.name} is not drawn")
    for number, cell in enumerate(notebook["cells"]):
        outputs = cell.get("outputs", ())
        shown = page.locator(".jp-Notebook .jp-Cell").nth(number).locator(".jp-OutputArea-output")
        for place, output in enumerate(outputs):
            if WIDGET in output.get("data", ()):
                png = shown.nth(place).screenshot(omit_background=True, animations="disabled")
                put(output, png)
    page.context.close()
    lab.stop_kernels()
    file.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", "utf-8")


def put(output: dict[str, Any], png: bytes) -> None:
    """Put a picture beside an output, with its words and the width at which it is shown."""
    words = "".join(output["data"]["text/plain"])
    width = int.from_bytes(png[16:20], "big")
    output["data"]["image/png"] = base64.b64encode(png).decode()
    output["metadata"]["image/png"] = {"alt": words, "width": width}


def with_a_plan(page: Page) -> None:
    """Give notebook 06 the plan of the invented person."""
    target = rolekit.path.framework.target("ml_engineer", "Senior machine learning engineer")
    ratings = dict(zip(target.needs, (2, 2, 1, 3, 1, 1), strict=True))
    found = gaps(target, ratings, EXAMPLE.answers)
    steps = tuple(suggest(g.skill, g.today or 0, g.needed) for g in found if g.group == "first")
    plan = Plan(target, ratings, date(2027, 1, 4), steps, EXAMPLE.id)
    field = page.get_by_label("Resume from a plan")
    field.fill(to_text(plan))
    field.press("Enter")
    page.get_by_text("Resumed: ").evaluate("said => said.textContent = ''")
    moves = page.locator(".rk-panel-moveview")
    for question in ("Which role do you come from?", "From which grade?"):
        asked = moves.get_by_role("group", name=question)
        asked.get_by_role("radio", name="Data scientist", exact=True).check()


def with_a_rehearsal(page: Page) -> None:
    """Reveal the invented room of notebook 08."""
    panel = page.locator(".rk-panel-rehearsal")
    panel.get_by_role("button", name="Reveal", exact=True).click()
    panel.locator(".main-svg").nth(2).wait_for()


PREPARED: dict[str, Callable[[Page], None]] = {"06": with_a_plan, "08": with_a_rehearsal}

if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
