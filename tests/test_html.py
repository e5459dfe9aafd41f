"""Each notebook is one file to read: everything is in it, and it says where it runs."""

import json
import re
from collections import defaultdict
from html import unescape

import pytest
from axe import violations
from browser import new_page
from hands import ON_RUNNING, long, tags

from homes.address import places_to_run, repository
from homes.html import ROOT, SITE, WIDGET, exported

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

# Pictures that are seen from their beginning although a dashed line runs across it.
NOTES = """async () => {
  const found = [];
  for (const img of document.querySelectorAll(".drawn img")) {
    await img.decode();
    const canvas = new OffscreenCanvas(img.naturalWidth, 40);
    const context = canvas.getContext("2d");
    context.drawImage(img, 0, 0);
    const row = (y) => context.getImageData(0, y, canvas.width, 1).data;
    const inked = (y) => row(y).filter((value, i) => i % 4 === 3 && value > 20).length;
    const isDashed = (rows) => rows.map(inked).some((n) => n > 450 && n < 650);
    const isSeen = img.getBoundingClientRect().top >= img.parentElement.getBoundingClientRect().top;
    if (isSeen && isDashed([2, 3]) && isDashed([36, 37, 38])) found.push(img.alt);
  }
  return found;
}"""


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
    assert len(page) < 2_000_000


def test_every_picture_has_its_words(made):
    notebook, _, found = made
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    moving = [output for output in outputs if WIDGET in output.get("data", ())]
    words = [one["alt"] for one in found["img"]]
    assert [word for word in words if not word.strip()] == []
    assert len(words) >= len(moving)
    told = {output["metadata"]["image/png"]["alt"] for output in moving}
    assert {one.partition(" Choose Run, Run All Cells")[0] for one in told} <= {*words}


def test_what_moves_says_where_it_can_be_moved(made):
    notebook, page, _ = made
    assert page.count(places_to_run()) == page.count('class="still"') + 1
    assert page.count('class="still"') == notebook.read_text("utf-8").count(f'"{WIDGET}"')


def test_there_is_no_code_and_links_lead_to_the_other_files(made):
    notebook, page, found = made
    assert "import rolekit" not in page
    assert 'class="input' not in page
    heading = json.loads(notebook.read_text("utf-8"))["cells"][0]["source"][0]
    assert f"# {unescape(re.search('<title>(.*)</title>', page)[1])}" == heading
    files = {f"{path.stem}.html" for path in NOTEBOOKS}
    links = [one["href"] for one in found["a"] if "href" in one]
    assert [link for link in links if link.endswith(".ipynb")] == []
    inside = {link for link in links if link.endswith(".html") and "://" not in link}
    assert inside <= files


@pytest.mark.browser
@pytest.mark.parametrize(
    "name", ["02", *long("00", "01", "03", "04", "05", "06", "07", "08", "09")]
)
def test_on_a_phone_it_is_read_without_a_request_or_a_word_on_running(chromium, tmp_path, name):
    [notebook] = [file for file in NOTEBOOKS if file.stem.startswith(name)]
    (tmp_path / "page.html").write_text(exported(notebook), "utf-8")
    page = new_page(chromium, 390, 844)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "page.html").as_uri())
    assert [url for url in asked if not url.startswith("data:")] == [page.url]
    assert ON_RUNNING.findall(page.inner_text("body")) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(page, "body") == []
    # Each picture is seen from where its panel begins, below the note that it is not running yet.
    assert not page.evaluate(NOTES)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate("document.documentElement.scrollWidth") == 1280
    page.context.close()


def test_without_an_address_it_names_the_readme(monkeypatch):
    monkeypatch.setattr("homes.address.repository", lambda: "")
    assert places_to_run() == "To run it, follow the README of rolekit."
    monkeypatch.setattr("homes.address.repository", lambda: "https://example.org/a&b")
    assert 'href="https://example.org/a&amp;b"' in places_to_run()


def test_they_are_written_beside_each_other():
    assert SITE == ROOT / "dist" / "html"
    assert isinstance(repository(), str)
