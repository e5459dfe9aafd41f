"""The check of prose finds each habit that it names, and nothing where it is not one."""

import json

import pytest
from hands import ROOT

from prose import check as checked
from prose.check import LONGEST, MEDIAN, check, not_read_aloud, rules
from prose.texts import files, texts


def found(*told, kind="prose", appendix=False):
    return [what for _, what, _ in check([(1, kind, text) for text in told], appendix)]


@pytest.mark.parametrize(
    ("habit", "now", "better"),
    [
        ("1", "Check that all works.", "Check that everything works."),
        ("1", "Keep all that you are sent.", "Keep everything that you are sent."),
        ("1", "Three hours in all.", "Three hours in total."),
        ("2", "Counted were 983 people.", "Sample size: 983 people."),
        ("2", "Under the picture is a code.", "A code appears under the picture."),
        ("3", "Whoever has it can read it.", "Anyone who has it can read it."),
        ("3", "It is for those who ask.", "It is for people who ask."),
        ("3", "You see the one beside the other.", "You see both side by side."),
        ("4", "Keep it, for it is the only copy.", "Keep it: it is the only copy."),
        ("4", "Nobody asked, so that it is empty.", "Nobody asked, so it is empty."),
        ("5", "That is 18 of 100 people.", "That is 18% of people, or 18 out of 100 points."),
        ("5", "How many of a hundred do it?", "What percentage do it?"),
        ("5", "About 18 % do it.", "About 18% do it."),
        ("6", "A code stands beside it.", "A code is beside it, and stands out."),
        ("6", "The mean lies in the middle.", "The mean is in the middle."),
        ("6", "The list makes way.", "The list moves aside."),
        ("10", "Run this page.", "Run this notebook."),
        ("10", "See your place.", "See your result."),
        ("11", "The band is wide.", "The likely range is wide."),
    ],
)
def test_a_habit_is_found_and_its_better_form_is_left_alone(habit, now, better):
    mine = [rule for rule in rules() if rule["habit"] == habit]
    assert len(found(now)) == 1
    assert next(check([(1, "prose", now)]))[2] in [rule["instead"] for rule in mine]
    assert found(better) == []


def test_every_rule_has_an_example_here_or_is_for_errors():
    source = (ROOT / "tests" / "test_prose.py").read_text(encoding="utf-8")
    assert all(f'("{rule["habit"]}", ' in source or rule["kinds"] for rule in rules())


def test_contractions_are_for_prose_and_band_for_the_appendix():
    assert found("It isn't a code.") == []
    assert found("It isn't a code, and that's why.", kind="error") == ["isn't", "that's"]
    assert found("A person's code.", kind="error") == []
    assert found("The band is wide.", appendix=True) == []
    assert found("The band is wide.", kind="docstring") == []


def test_a_sentence_has_an_end_and_half_of_them_are_short():
    assert found("Short. " + "Word " * LONGEST + "end.", "Word " * (LONGEST - 1) + "end.") == [
        "Word Word Word Word Word Word Word Word  ... (41 words)"
    ]
    usual = "word " * (MEDIAN - 1) + "end."
    assert found(*[usual] * 20) == []
    assert found(*["word " + usual] * 20) == ["a median of 17 words a sentence"]


def read(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return list(texts(tmp_path / name))


def test_a_page_is_read_by_paragraphs_items_and_cells_without_code_and_addresses(tmp_path):
    page = (
        "# A title\n\nOne [link](to/a/file.md)\nand `code`.\n\n    make lab\n\n- first\n- second\n"
        "  goes on\n\n| a cell | another |\n\n```python\nprint(1)\n```\n"
    )
    assert read(tmp_path, "a.md", page) == [
        (1, "prose", "A title"),
        (3, "prose", "One link and X."),
        (8, "prose", "first"),
        (9, "prose", "second goes on"),
        *((12, "prose", cell) for cell in ("", "a cell", "another", "")),
    ]


def test_a_notebook_and_a_table_say_where_in_their_file_a_sentence_is(tmp_path):
    cells = [
        {"cell_type": "code", "source": ["print('Not prose.')"]},
        {"cell_type": "markdown", "source": ["# Why?\n", "\n", "Because."]},
    ]
    told = json.dumps({"cells": cells}, indent=1)
    [title, why] = read(tmp_path, "a.ipynb", told)
    lines = told.splitlines()
    assert "# Why?" in lines[title[0] - 1]
    assert "Because." in lines[why[0] - 1]
    table = 'id,text\none,"Two words, and\nmore"\n'
    assert read(tmp_path, "a.csv", table) == [(3, "prose", "Two words, and\nmore")]


def test_a_module_is_read_as_people_meet_it(tmp_path):
    module = '''"""What it does."""

STYLE = "p { margin: 0; }"
PATTERN = r"\\d+ of (\\w+)"


def public(n):
    """Return one thing.

    >>> public("a doctest is code")
    1
    """
    if n:
        raise ValueError(f"Give {n!r} a name, " "please.")
    return "<p>Some words</p>"


def _private():
    """Return whatever."""
'''
    assert read(tmp_path, "a.py", module) == [
        (1, "docstring", "What it does."),
        (8, "docstring", "Return one thing."),
        (15, "words", "Some words"),
        (14, "error", "Give 7 a name, please."),
    ]


def test_everything_that_people_read_is_looked_at():
    kinds = {path.suffix for path in files(ROOT)}
    assert kinds == {".md", ".ipynb", ".csv", ".py"}
    assert {ROOT / "README.md", ROOT / "rolekit" / "errors.py"} <= set(files(ROOT))
    assert all(path.exists() for path in files(ROOT))


def test_each_line_of_what_was_not_read_aloud_names_files():
    assert all(list(ROOT.glob(pattern)) for pattern in not_read_aloud())


def test_what_is_found_is_told_with_its_line_and_what_to_write(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(checked, "files", lambda root: sorted(root.glob("*.md")))
    monkeypatch.setattr(checked, "not_read_aloud", lambda: ["b.md", "c.md"])
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("Fine.\n\nThat all is well.\n", encoding="utf-8")
    (tmp_path / "c.md").write_text("Fine.\n", encoding="utf-8")
    assert checked.main(tmp_path) == 1
    assert capsys.readouterr().out.splitlines() == [
        "a.md:3: 'That all is': write everything",
        "c.md keeps every rule now: take it out of prose/not_read_aloud.txt",
    ]
