"""The notebooks as files to read and to e-mail: `make html` writes them to dist/html.

Each is a page of its own, with its pictures inside: no code, no script, and nothing to be fetched.
What moves in the notebook is a still picture here, and says where it can be moved.
"""

import base64
import re
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import nbformat
from nbconvert import HTMLExporter
from nbconvert.preprocessors import Preprocessor
from traitlets.config import Config

from homes.address import places_to_run
from rolekit.base.page import page
from rolekit.base.ui.panel import stand_ins
from rolekit.base.ui.ticks import Ticks
from rolekit.measure.panels.explorer import Explorer

ROOT = Path(__file__).parents[1]
SITE = ROOT / "dist" / "html"
WIDGET = "application/vnd.jupyter.widget-view+json"
TO_RUN = "to-run"  # the tag of cells that say how to run the notebook: of no use on a page to read
PICTURE = re.compile(r"\(\.\./pictures/([\w-]+\.png)\)")
LINK = re.compile(r"\((\d\d-[\w-]+)\.ipynb\)")
ON_RUNNING = re.compile(r" Choose Run, Run All Cells[^.]*\.")  # at the end of a panel's words
# The picture of a panel begins with "Not running yet", which is so many pixels high.
NOTE = 40
STYLE = """
body { max-width: 46rem; font: 1.0625rem/1.55 system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { font-size: 2rem; line-height: 1.2; }
h2, h3 { break-after: avoid; }
p { margin: 0 0 .8rem; }
p, li { overflow-wrap: anywhere; }
table { margin: 0 0 1rem; }
img { max-width: 100%; height: auto; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; color: #444; }
th, td { padding: .3rem .6rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid #999; }
.to-read, .still { padding: .6rem .9rem; border-left: 4px solid #757575; background: #f4f4f4; }
.still { margin: .2rem 0 1.6rem; font-size: .9rem; break-before: avoid; }
.still p { margin: 0; }
.drawn { overflow: hidden; max-width: 100%; break-inside: avoid; }
.drawn img { display: block; width: 100%; }
.anchor-link { display: none; }
@media (max-width: 40em) {
  h1 { font-size: 1.6rem; }
  table { font-size: .85rem; }
  th, td { padding: .3rem .3rem .3rem 0; hyphens: auto; }
}
"""


class Inside(Preprocessor):  # type: ignore[misc]
    """Puts the pictures of the prose into the notebook, and its heading into its title."""

    def preprocess(self, notebook: Any, resources: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """Change a notebook, as nbconvert asks for it."""
        notebook.metadata.title = notebook.cells[0].source.removeprefix("# ")
        changed: tuple[Any, dict[str, Any]] = super().preprocess(notebook, resources)
        return changed

    def preprocess_cell(
        self, cell: Any, resources: dict[str, Any], index: int
    ) -> tuple[Any, dict[str, Any]]:
        """Change a cell, as nbconvert asks for it."""
        if cell.cell_type == "markdown":
            for name in PICTURE.findall(cell.source):
                drawn = base64.b64encode((ROOT / "pictures" / name).read_bytes()).decode()
                cell.setdefault("attachments", {})[name] = {"image/png": drawn}
            cell.source = PICTURE.sub(r"(attachment:\1)", cell.source)
        return cell, resources


class Still(Inside):
    """Leaves of what moves its picture, and lets a link lead to another of these files."""

    def preprocess_cell(
        self, cell: Any, resources: dict[str, Any], index: int
    ) -> tuple[Any, dict[str, Any]]:
        """Change a cell, as nbconvert asks for it."""
        cell, resources = super().preprocess_cell(cell, resources, index)
        if cell.cell_type == "markdown":
            cell.source = LINK.sub(r"(\1.html)", cell.source)
        for output in cell.get("outputs", ()):
            if output.get("data", {}).pop(WIDGET, None):
                output.data["text/html"] = picture(output)
        return cell, resources


@cache
def panels() -> set[str]:
    """Return the words of all panels, to know their pictures by."""
    return {*stand_ins().values(), Explorer.picture_text, Ticks.picture_text}


def picture(output: Any) -> str:
    """Return a still picture, with its words for those who cannot see it, and where it moves."""
    about = output.metadata["image/png"]
    drawn = "".join(output.data["image/png"].split())
    words = escape(ON_RUNNING.sub("", about["alt"]))
    above = NOTE / about["width"] if about["alt"] in panels() else 0
    return (
        f'<div class="drawn" style="width: {about["width"]}px">'
        f'<img src="data:image/png;base64,{drawn}" alt="{words}" '
        f'style="margin-top: {-above:.2%}"></div>\n'
        f'<div class="still"><p>In the notebook you can move this. {places_to_run()}</p>\n'
        f"<details><summary>The same in words</summary><p>{words}</p></details></div>"
    )


def settings(preprocessor: type[Preprocessor]) -> Config:
    """Return how a notebook becomes a page: with neither code nor what says how to run it."""
    config = Config()
    config.TemplateExporter.exclude_input = True
    config.TemplateExporter.exclude_output_prompt = True
    config.HTMLExporter.preprocessors = [preprocessor]
    config.TagRemovePreprocessor.enabled = True
    config.TagRemovePreprocessor.remove_cell_tags = [TO_RUN]
    return config


def exported(notebook: Path) -> str:
    """Return a notebook as a page."""
    config = settings(Still)
    config.HTMLExporter.template_name = "basic"
    read = nbformat.read(notebook, as_version=4)
    body, _ = HTMLExporter(config=config).from_notebook_node(read)
    head = f'<p class="to-read">This copy is for reading. {places_to_run()}</p>'
    return page(read.cells[0].source.removeprefix("# "), f"<main>\n{head}\n{body}\n</main>", STYLE)


def main() -> None:
    """Write all of them."""
    SITE.mkdir(parents=True, exist_ok=True)
    for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
        (SITE / f"{notebook.stem}.html").write_text(exported(notebook), "utf-8")
    print(f"{SITE}: open 00-start-here.html")


if __name__ == "__main__":
    main()
