"""Where this project can be found, from one field of pyproject.toml, and so where it runs."""

import tomllib
from functools import cache
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[1]


@cache
def repository() -> str:
    """Return the address of the repository, or "" while it has none."""
    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return str(about["project"].get("urls", {}).get("Repository", ""))


def places_to_run() -> str:
    """Return a sentence of HTML that says where the notebooks run."""
    address = repository()
    if not address:
        return "To run it, follow the README of rolekit."
    return f'To run it, see <a href="{escape(address)}">{escape(address)}</a>.'
