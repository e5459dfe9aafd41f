"""What axe-core finds wrong in what is ours, in whatever home it is shown.

Ours are a notebook's prose and outputs, with the panels and pictures in them. The home around them
is its makers' to mend: ACCESSIBILITY.md says what is known of it.
"""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# In JupyterLab, JupyterLite, Notebook 7 and Voila; what nbconvert writes is ours as a whole.
OURS = ".jp-RenderedMarkdown, .jp-OutputArea-output"
# The rules that axe leaves out unless it is asked: WCAG 2.2's size of what is pressed.
MORE = {"target-size": {"enabled": True}}
# What is out of view JupyterLab neither lays out nor paints, and axe would pass it over.
SHOW_ALL = ".jp-Cell, .jp-Cell * { content-visibility: visible !important }"


def violations(page: Page, ours: str = OURS) -> list[str]:
    """Return a line for each part of ours in which axe-core finds something wrong."""
    assert page.locator(ours).count() > 0, f"{ours} is nowhere on the page"
    page.add_style_tag(content=SHOW_ALL)
    options = {"resultTypes": ["violations"], "rules": MORE}
    found: dict[str, Any] = Axe().run(page, {"include": [[ours]]}, options).response
    assert found["passes"], f"axe looked at nothing in {ours}"
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['html'][:200]}: {said(node)}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def said(node: dict[str, Any]) -> str:
    """Return what axe says of a part that it found wrong."""
    checks = (check for kind in ("any", "all", "none") for check in node[kind])
    return "; ".join(check["message"] for check in checks)
