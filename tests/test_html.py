"""Each notebook is one file to read: everything is in it, and it says where it runs."""

import json
from collections import defaultdict

import pytest
from hands import tags

from homes.address import places_to_run, repository
from homes.html import ROOT, SITE, WIDGET, exported

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def elements(page):
    """The attributes of the elements of a page, by the names of these."""
    found = defaultdict(list)
    for name, attributes in tags(page):
        found[name].append(attributes)
    return found


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem[:2])
def made(request):
    page = exported(request.param)
    return request.param, page, elements(page)


def test_nothing_is_fetched_nothing_runs_and_it_is_small_enough_to_e_mail(made):
    _, page, found = made
    assert found["script"] == found["iframe"] == []
    assert found["link"] == []
    assert "url(" not in page
    assert "@import" not in page
    assert all(one["src"].startswith("data:image/png;base64,") for one in found["img"])
    _, page, _ = made
    assert len(page) < 2_000_000


def test_every_picture_has_its_words(made):
    notebook, _, found = made
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    moving = [output for output in outputs if WIDGET in output.get("data", ())]
    words = [one["alt"] for one in found["img"]]
    assert [word for word in words if not word.strip()] == []
    assert len(words) >= len(moving)
    assert {output["metadata"]["image/png"]["alt"] for output in moving} <= {*words}


def test_what_moves_says_where_it_can_be_moved(made):
    notebook, page, _ = made
    assert page.count(places_to_run()) == page.count('class="still"') + 1
    assert page.count('class="still"') == notebook.read_text("utf-8").count(f'"{WIDGET}"')


def test_there_is_no_code_and_links_lead_to_the_other_files(made):
    _, page, found = made
    assert "import rolekit" not in page
    assert 'class="input' not in page
    assert found["h1"], "the page says what it is about"
    _, _, found = made
    files = {f"{path.stem}.html" for path in NOTEBOOKS}
    links = [one["href"] for one in found["a"] if "href" in one]
    assert [link for link in links if link.endswith(".ipynb")] == []
    inside = {link for link in links if link.endswith(".html") and "://" not in link}
    assert inside <= files


def test_without_an_address_it_names_the_readme(monkeypatch):
    monkeypatch.setattr("homes.address.repository", lambda: "")
    assert places_to_run() == "To run it, follow the README of rolekit."
    monkeypatch.setattr("homes.address.repository", lambda: "https://example.org/a&b")
    assert 'href="https://example.org/a&amp;b"' in places_to_run()


def test_they_are_written_beside_each_other():
    assert SITE == ROOT / "dist" / "html"
    assert isinstance(repository(), str)
