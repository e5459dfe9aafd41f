"""The notebooks as files to read and to e-mail: `make html` writes them to dist/html.

Each is a page of its own, with its pictures inside: no code, no script, and nothing to be fetched.
What moves in the notebook is a still picture here, and says where it can be moved.
"""

import base64
import re
from html import escape
from pathlib import Path
from typing import Any

from nbconvert import HTMLExporter
from nbconvert.preprocessors import Preprocessor
from traitlets.config import Config

from homes.address import places_to_run
from rolekit.base.page import page

ROOT = Path(__file__).parents[1]
SITE = ROOT / "dist" / "html"
WIDGET = "application/vnd.jupyter.widget-view+json"
TO_RUN = "to-run"  # the tag of cells that say how to run the notebook: of no use on a page to read
PICTURE = re.compile(r"\(\.\./pictures/([\w-]+\.png)\)")
LINK = re.compile(r"\((\d\d-[\w-]+)\.ipynb\)")
STYLE = """
body { max-width: 46rem; font: 17px/1.55 system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { font-size: 2rem; line-height: 1.2; }
p, li { overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; }
pre { white-space: pre-wrap; font-size: .85rem; color: #444; }
th, td { padding: .3rem .6rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid #999; }
.to-read, .still { padding: .6rem .9rem; border-left: 4px solid #757575; background: #f4f4f4; }
.still { margin: .2rem 0 1.6rem; font-size: .9rem; }
.anchor-link { display: none; }
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


def picture(output: Any) -> str:
    """Return a still picture, with its words for those who cannot see it, and where it moves."""
    about = output.metadata["image/png"]
    drawn = "".join(output.data["image/png"].split())
    return (
        f'<img src="data:image/png;base64,{drawn}" alt="{escape(about["alt"])}" '
        f'width="{about["width"]}">\n'
        f'<p class="still">In the notebook you can move this. {places_to_run()}</p>'
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
    body, _ = HTMLExporter(config=config).from_filename(str(notebook))
    title = re.search(r"<h1[^>]*>(.*?)(?:<a|</h1>)", body, re.DOTALL)
    head = f'<p class="to-read">This copy is for reading. {places_to_run()}</p>\n'
    return page(title[1].strip() if title else notebook.stem, head + body, STYLE)


def main() -> None:
    """Write all of them."""
    SITE.mkdir(parents=True, exist_ok=True)
    for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
        (SITE / f"{notebook.stem}.html").write_text(exported(notebook), "utf-8")
    print(f"{SITE}: open 00-start-here.html")


if __name__ == "__main__":
    main()
