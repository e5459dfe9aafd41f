"""The notebooks are ready to be opened: executed, self-contained, and true to the data."""

import ast
import json
import re
from collections import defaultdict

import nbformat
import pytest
from hands import ROOT, rows_of, tags

import rolekit
from prose.check import not_read_aloud
from rolekit.measure.example import EXAMPLE

FILES = sorted((ROOT / "notebooks").glob("*.ipynb"))
NAMES = [file.stem for file in FILES]
PAGES = sorted([*FILES, *ROOT.glob("*.md"), *(ROOT / "data").glob("*.md")])
READ_ALOUD = [file for file in FILES if f"notebooks/{file.name}" not in not_read_aloud()]
EVIDENCE = rows_of("role_evidence")
IMAGE_OR_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)[^)]*\)")
WIDGET = "application/vnd.jupyter.widget-view+json"
NETWORK = "http ftp socket urllib requests aiohttp wget curl ssh git:// %pip %conda !pip !git"
# Stems that are American only, whatever follows.
AMERICAN = re.compile(
    r"\b(?:un|re|mis|dis)?(?:analyz|behavior|canceled|canceling|catalog(?!ue)|center|color|"
    r"customiz|defense|favor|flavor|fulfill\b|gray|honor|labeled|labeling|labor\b|modeled|"
    r"modeling|neighbor|normaliz|optimiz|organiz|recogniz|rumor|skeptic|standardiz|summariz|"
    r"traveled|visualiz)\w*",
    re.IGNORECASE,
)

every_notebook = pytest.mark.parametrize("file", FILES, ids=NAMES)
every_page = pytest.mark.parametrize(
    "file", PAGES, ids=lambda file: file.relative_to(ROOT).as_posix()
)


def read(file):
    return nbformat.read(file, as_version=4)


def cells(file, kind):
    return [cell for cell in read(file).cells if cell.cell_type == kind]


def prose(file):
    """What a page says: a notebook's markdown, or the whole of a text."""
    if file.suffix != ".ipynb":
        return file.read_text(encoding="utf-8")
    return "\n\n".join(cell.source for cell in cells(file, "markdown"))


def without_code(text):
    """A text without what is set as code, the addresses of links, and the names of offices."""
    text = re.sub(r"```.*?```|`[^`\n]*`|^ *>>>[^\n]*", " ", text, flags=re.DOTALL | re.M)
    return re.sub(r"\]\([^)]*\)|https?://\S+|(?:Department|Bureau) of Labor", " ", text)


def images_and_links(file):
    """(is an image, its text, its target) for everything that a page refers to."""
    found = [(bool(mark), text, to) for mark, text, to in IMAGE_OR_LINK.findall(prose(file))]
    htmls = [prose(file)]
    if file.suffix == ".ipynb":
        outputs = [output for cell in cells(file, "code") for output in cell.outputs]
        htmls += [output.get("data", {}).get("text/html", "") for output in outputs]

    for tag, given in tags("\n".join(htmls)):
        if tag == "img":
            found.append((True, given.get("alt", ""), given["src"]))
        elif tag == "a":
            found.append((False, "link", given["href"]))
    return found


def lines(cell):
    return len(cell.source.splitlines())


class TestFile:
    @every_notebook
    def test_is_valid_and_opens_without_asking_for_a_kernel(self, file):
        notebook = read(file)
        nbformat.validate(notebook)
        assert notebook.metadata.kernelspec.name == "python3"
        assert notebook.metadata.kernelspec.language == "python"

    @every_notebook
    def test_holds_no_state_of_widgets_and_nothing_that_changes_with_every_run(self, file):
        assert set(read(file).metadata) <= {"kernelspec", "language_info"}
        assert file.stat().st_size < 1_000_000

    @every_notebook
    def test_was_run_in_order_and_without_an_error(self, file):
        ran = cells(file, "code")
        assert [cell.execution_count for cell in ran] == list(range(1, len(ran) + 1))
        outputs = [output for cell in ran for output in cell.outputs]
        assert outputs
        assert not [o for o in outputs if o.output_type == "error" or o.get("name") == "stderr"]

    @every_notebook
    def test_names_no_place_on_the_machine_that_made_it(self, file):
        text = file.read_text(encoding="utf-8")
        assert not re.findall(r"/(?:root|home|Users|tmp)/[\w.-]+|[A-Z]:\\\\\w+", text)
        assert str(ROOT) not in text


class TestStandIns:
    """What is shown where nothing runs: on a page of GitHub, in a mail, before Run All."""

    @every_notebook
    def test_every_output_of_ours_has_a_picture_with_its_words(self, file):
        for cell in cells(file, "code"):
            for output in cell.outputs:
                data = output.get("data", {})
                if WIDGET in data:
                    assert data["image/png"].startswith("iVBORw0KGgo")  # as PNG begins, in base64
                    told = output.metadata["image/png"]
                    assert told["alt"] == data["text/plain"]
                    assert 300 < told["width"] <= 1000

    def test_all_of_them_together_are_light_enough_to_be_cloned(self):
        assert sum(file.stat().st_size for file in FILES) < 6_000_000

    @every_notebook
    def test_no_text_stands_in_the_way_of_a_picture(self, file):
        """HTML would win over the picture on some pages, and lose its own images on others."""
        outputs = [output for cell in cells(file, "code") for output in cell.outputs]
        assert not [o for o in outputs if {WIDGET, "text/html"} <= set(o.get("data", {}))]


class TestCode:
    @every_notebook
    def test_is_hidden_or_no_more_than_a_call(self, file):
        for cell in cells(file, "code"):
            if cell.metadata.get("jupyter", {}).get("source_hidden"):
                assert lines(cell) <= 14, cell.source
                continue
            body = ast.parse(cell.source).body
            imports = (ast.Import, ast.ImportFrom)
            [call] = [node for node in body if not isinstance(node, imports)]
            assert isinstance(getattr(call, "value", None), ast.Call), cell.source
            assert isinstance(call, ast.Expr), cell.source
            assert not re.search(r"\bf[\"']|\.join\(|\bfor\b", cell.source), cell.source

    @every_notebook
    def test_defines_nothing_that_belongs_in_the_package(self, file):
        for cell in cells(file, "code"):
            kinds = (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)
            nodes = ast.walk(ast.parse(cell.source))
            assert not [node.name for node in nodes if isinstance(node, kinds)]

    @every_notebook
    def test_asks_nothing_of_the_network(self, file):
        for cell in cells(file, "code"):
            assert not [word for word in NETWORK.split() if word in cell.source]

    @every_notebook
    def test_no_image_comes_from_elsewhere(self, file):
        targets = [to for image, _, to in images_and_links(file) if image]
        assert not [to for to in targets if re.match(r"\w+:|//", to)]


class TestProse:
    @every_notebook
    def test_opens_with_one_title_that_says_something(self, file):
        titles = re.findall(r"^# .+$", without_code(prose(file)), re.M)
        assert [read(file).cells[0].source] == titles
        assert len(titles[0].split()) > 3

    @every_notebook
    def test_first_says_how_to_run_it(self, file):
        first = read(file).cells[1]
        assert first.cell_type == "markdown"
        assert "Run, choose Run All Cells" in first.source.splitlines()[0]

    @every_notebook
    def test_ends_with_what_you_saw_what_to_try_and_what_is_next(self, file):
        ends = [cell.source.partition("\n")[0] for cell in read(file).cells[-3:]]
        assert ends == ["## What you saw", "## Try it", "## Next"]

    @pytest.mark.parametrize("file", READ_ALOUD, ids=[file.stem for file in READ_ALOUD])
    def test_its_opening_says_what_you_will_know_and_the_minutes_of_the_first_notebook(self, file):
        [minutes] = re.findall(rf"\({file.name}\) \|.+ \((\d+) minutes\) \|", prose(FILES[0]))
        opening = read(file).cells[2].source
        assert opening.startswith("By the end you'll know ")
        assert re.search(rf"takes about {minutes} minutes\b", opening)

    @every_page
    def test_links_and_images_lead_to_files_that_are_there(self, file):
        """In a fresh clone, where this runs too, only committed files are there."""
        for _, _, to in images_and_links(file):
            if re.match(r"https?:|mailto:|#", to):
                continue
            target = (file.parent / to.partition("#")[0]).resolve()
            assert target.exists(), f"{file.name} refers to {to}"
            assert target.is_relative_to(ROOT)

    @every_page
    def test_every_image_is_told_in_words(self, file):
        for image, text, to in images_and_links(file):
            assert not image or len(text) > 30, to

    @every_page
    def test_only_notebooks_that_exist_are_named(self, file):
        """Else a newcomer looks for a page that is not written yet."""
        assert set(re.findall(r"\b\d\d-[a-z]+(?:-[a-z]+)+", prose(file))) <= set(NAMES)

    def test_the_first_notebook_lists_all_of_them_with_their_time(self):
        row = re.compile(r"^\| \[([\w-]+)\]\((\S+)\) \|.+ \(\d+ minutes\) \|$", re.M)
        assert row.findall(prose(FILES[0])) == [(file.stem, file.name) for file in FILES]


class TestFigures:
    """Numbers in the prose are those of the data."""

    def reckon(self, source):
        """The respondents or adverts over all roles, from the indicators that all of them have."""
        rows = [row for row in EVIDENCE if row["source"] == source]
        everywhere = {row["role"] for row in rows}
        asked = defaultdict(dict)
        for row in rows:
            asked[row["indicator"]][row["role"]] = int(row["n"])
        [total] = {sum(n.values()) for n in asked.values() if n.keys() == everywhere}
        return total

    @pytest.mark.parametrize("page", ["notebooks/02-where-you-sit.ipynb", "README.md"])
    @pytest.mark.parametrize(
        ("source", "unit"), [("kaggle_survey", "answers"), ("job_ads_2022_2026", "adverts")]
    )
    def test_the_evidence_is_as_large_as_it_is_said_to_be(self, page, source, unit):
        said = re.findall(rf"(\d[\d,]*) (?:survey |job )?{unit}\b", prose(ROOT / page))
        assert said == [f"{self.reckon(source):,}"]

    def test_the_card_and_the_data_say_the_same(self):
        people, adverts = (f"{self.reckon(s):,}" for s in ("kaggle_survey", "job_ads_2022_2026"))
        card = prose(ROOT / "notebooks" / "09-how-it-works.ipynb")
        assert f"{people} people with one of seven titles" in card
        assert f"{adverts} job adverts of 2022 to 2026, for seven titles" in card
        data = prose(ROOT / "data" / "README.md")
        assert f"{people} employed respondents with one of seven titles" in data
        assert f"**{adverts} job adverts in English, 2022 to 2026**" in data
        assert f"{adverts} job adverts in English" in prose(ROOT / "data" / "datapackage.json")
        names = {role.id: role.name for role in rolekit.roles()}
        for role in rolekit.roles():
            if "adverts" in role.counted:
                title = "MLOps engineer" if role.id == "mlops_engineer" else names[role.id]
                title = title if title[:2].isupper() else title.lower()
                assert f"{role.counted['adverts']:,} for {title}s" in data

    def test_no_sentence_of_ours_still_stands_on_the_adverts_of_2020(self):
        """They are kept for one comparison."""
        pages = [p for p in PAGES if p.name != "README.md"]
        for page in (p for p in pages if p.suffix == ".ipynb"):
            assert not re.search(r"\b940\b|California|one state and one year", prose(page)), page

    def test_the_evidence_is_of_the_years_that_are_named(self):
        years = {row["source"]: row["year"] for row in EVIDENCE}
        assert years == {"kaggle_survey": "2020-2021", "job_ads_2022_2026": "2022-2026"}
        said = prose(ROOT / "notebooks" / "02-where-you-sit.ipynb")
        assert "survey answers of 2020 and 2021" in said
        assert "job adverts of 2022 to 2026." in said

    def test_the_example_is_told_as_it_is_drawn(self):
        placement = rolekit.place(EXAMPLE.answers)
        points, right = round(placement.lean), sum(dot > 0 for dot in placement.dots)
        said = prose(FILES[0])
        assert f"A white circle on it, {points} points to the right of the middle" in said
        words = {17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "all twenty"}
        assert len(re.findall(rf"\b{words[right]}\b", said)) == 2
        assert EXAMPLE.guess == -10
        assert "triangle at 10 points to the left" in said
        assert f"{points} points towards engineering" in prose(ROOT / "README.md")


# Tables that are spelt as adverts and products are, and not as we are.
AS_ADVERTS_ARE = ("advert_terms.csv", "advert_parts.csv", "advert_senses.csv", "tech_years.csv")


class TestSpelling:
    def docstrings(self):
        for file in sorted((ROOT / "rolekit").rglob("*.py")):
            for node in ast.walk(ast.parse(prose(file))):
                if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                    yield file.name, ast.get_docstring(node) or ""

    def test_pages_and_tables_are_written_in_british_spelling(self):
        package = ROOT / "data" / "datapackage.json"
        resources = json.loads(prose(package))["resources"]
        # Other tables hold the words of their sources.
        ours = [r["path"] for r in resources if "rolekit" in r["sources"][0]["title"]]
        ours = [path for path in ours if path not in AS_ADVERTS_ARE]
        files = [*PAGES, *(ROOT / "data" / path for path in ours), package]
        assert len(ours) >= 6
        found = {file.name: AMERICAN.findall(without_code(prose(file))) for file in files}
        assert {name: words for name, words in found.items() if words} == {}

    def test_docstrings_are_written_in_british_spelling(self):
        found = [(name, AMERICAN.findall(without_code(text))) for name, text in self.docstrings()]
        assert [(name, words) for name, words in found if words] == []

    def test_american_spelling_would_be_found(self):
        text = ">>> color = 1\nThe color is\n    centered, `gray`, ```gray```. Visualizing centres."
        assert AMERICAN.findall(without_code(text)) == ["color", "centered", "Visualizing"]

    def test_there_are_texts_to_look_at(self):
        assert len(FILES) >= 2
        assert len(list(self.docstrings())) > 50
