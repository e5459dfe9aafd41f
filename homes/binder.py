"""Links to Binder in README.md, for a repository that has an address: `python -m homes.binder`.

The address is in pyproject.toml, `[project.urls] Repository`. While there is none, README has
neither badge nor link: they would lead nowhere.
"""

import re
from urllib.parse import quote, urlsplit

from homes.address import ROOT, repository

README = ROOT / "README.md"
START = "00-start-here.ipynb"
BADGE = re.compile(r"\[!\[Open in Binder\].*\n\n")
ROW = re.compile(r"^(  \| \[[\w-]+\]\(notebooks/([\w-]+\.ipynb)\))(?: · \[run\]\([^)]*\))?", re.M)
HOSTS = {"github.com": "gh", "gitlab.com": "gl"}


def address_of(notebook: str, repository: str) -> str:
    """Return where Binder runs a notebook of a repository.

    >>> address_of("00-start-here.ipynb", "https://github.com/someone/rolekit")
    'https://mybinder.org/v2/gh/someone/rolekit/HEAD?urlpath=lab/tree/notebooks/00-start-here.ipynb'
    """
    parts = urlsplit(repository)
    kind, name = HOSTS.get(parts.netloc, "git"), parts.path.strip("/").removesuffix(".git")
    if kind != "gh":  # the others want the owner and the name as one
        name = quote(name if kind == "gl" else repository, safe="")
    return f"https://mybinder.org/v2/{kind}/{name}/HEAD?urlpath=lab/tree/notebooks/{notebook}"


def linked(text: str, repository: str) -> str:
    """Return README with its badge and a link a notebook, or without both."""
    text = BADGE.sub("", text)
    if not repository:
        return ROW.sub(r"\1", text)
    picture = "[![Open in Binder](https://mybinder.org/badge_logo.svg)]"
    badge = f"{picture}({address_of(START, repository)})"
    title, rest = text.split("\n\n", 1)
    rest = ROW.sub(lambda row: f"{row[1]} · [run]({address_of(row[2], repository)})", rest)
    return f"{title}\n\n{badge}\n\n{rest}"


if __name__ == "__main__":
    README.write_text(linked(README.read_text("utf-8"), repository()), "utf-8")
