"""README leads to Binder where the project has an address, and nowhere where it has none."""

import pytest

from homes.address import repository
from homes.binder import README, ROOT, address_of, linked

ADDRESS = "https://github.com/someone/rolekit"
NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
TEXT = README.read_text("utf-8")


def test_readme_is_as_the_address_has_it_and_without_one_nothing_leads_anywhere():
    assert linked(TEXT, repository()) == TEXT
    bare = linked(linked(TEXT, ADDRESS), "")
    assert "mybinder.org" not in bare
    assert bare == linked(TEXT, "")


def test_with_an_address_each_notebook_has_its_link_and_the_start_its_badge():
    made = linked(TEXT, ADDRESS)
    assert made.count("badge_logo.svg") == 1
    for name in NOTEBOOKS:
        times = 2 if name.startswith("00") else 1
        assert made.count(f"({address_of(name, ADDRESS)})") == times
    assert linked(made, ADDRESS) == made


@pytest.mark.parametrize(
    ("repository", "place"),
    [
        ("https://github.com/someone/rolekit.git", "gh/someone/rolekit"),
        ("https://gitlab.com/group/sub/rolekit", "gl/group%2Fsub%2Frolekit"),
        ("https://git.example.org/rolekit", "git/https%3A%2F%2Fgit.example.org%2Frolekit"),
    ],
)
def test_binder_finds_repositories_by_their_kind(repository, place):
    assert f"/v2/{place}/HEAD?" in address_of("00-start-here.ipynb", repository)
