"""The page for phones is a few small files that ask nobody for anything."""

import gzip
import json
import re
import subprocess
import sys

import pytest
from hands import ROOT, tags, words_of

import rolekit
from rolekit.base.sentences import sentences
from rolekit.measure.page_tables import page_tables
from rolekit.page.build import page_files

MOST = 60_000  # bytes, compressed: a fifth of a second at 3 Mbit/s
FILES = {name: content.decode() for name, content in page_files().items()}
AT_ONCE = [name for name in FILES if name != "map.js"]


def known():
    """What the page knows of statements, rules, words and landmarks."""
    line = FILES["page.js"].partition("\n")[0]
    return json.loads(line.removeprefix("globalThis.rolekitPage = ").removesuffix(";"))


def test_what_comes_at_once_is_small():
    packed = {name: len(gzip.compress(FILES[name].encode())) for name in AT_ONCE}
    assert sum(packed.values()) <= MOST, packed


def test_the_page_names_its_own_files_alone_and_the_map_is_not_among_them():
    named = [one.get("src") or one.get("href") for _, one in tags(FILES["index.html"])]
    assert [name for name in named if name and not name.startswith("data:")] == [
        "door.js",
        "page.js",
    ]


@pytest.mark.parametrize("name", AT_ONCE)
def test_no_file_that_comes_at_once_names_another_address(name):
    found = set(re.findall(r"\b(?:https?:)?//[\w.-]+\.\w+[\w/.-]*", FILES[name]))
    assert found <= {"http://www.w3.org/2000/svg"}  # a name, in the icon, which nothing fetches


def test_scripts_and_handlers_inside_the_page_would_be_forbidden_so_there_are_none():
    for tag, attributes in tags(FILES["index.html"]):
        assert tag != "script" or attributes["src"]
        assert not [name for name in attributes if name.startswith("on")]
    for name in AT_ONCE:
        assert not re.search(r"\beval\(|new Function\(|\bimport\(|setAttribute\(\"on", FILES[name])


def test_scripts_are_classic_so_that_the_page_opens_from_a_disk():
    for tag, attributes in tags(FILES["index.html"]):
        assert tag != "script" or "type" not in attributes
    assert not re.search(r"^(?:import|export)\b", FILES["page.js"], re.MULTILINE)


def test_nothing_needs_a_secure_context_but_what_can_be_done_without():
    assert "crypto.subtle" not in FILES["page.js"]
    assert "randomUUID" not in FILES["page.js"]


def test_without_a_door_there_is_none():
    assert FILES["door.js"] == "globalThis.rolekitDoor = undefined;\n"


def test_the_page_asks_and_reckons_as_the_workbook_does():
    ours, tables = known()["tables"], page_tables()
    assert {name: one for name, one in ours.items() if name != "sentences"} == {
        name: one for name, one in tables.items() if name != "sentences"
    }


def test_what_the_page_says_in_its_own_way_is_in_the_table():
    said = known()["tables"]["sentences"]
    own = {id: text for id, text in sentences().items() if id.startswith("page-")}
    assert {id: said[id.removeprefix("page-")] for id in own} == own
    assert "notebook 03" not in said["next"] + said["next-all"]


def test_the_page_can_say_all_that_its_scripts_want_said():
    wanted = set(re.findall(r"\b(?:say\(tables, |words\(|button\()\"([a-z-]+)\"", FILES["page.js"]))
    assert len(wanted) > 40
    assert wanted <= set(known()["tables"]["sentences"])


def test_no_sentence_of_the_page_goes_unsaid():
    scripts = FILES["page.js"].partition("\n")[2]
    for id, text in sentences().items():
        if id.startswith("page-"):
            said = f'"{id.removeprefix("page-")}"' in scripts
            assert said or text in words_of(FILES["index.html"]), id


def test_before_its_script_runs_it_says_what_it_is_and_where_answers_go():
    text = words_of(FILES["index.html"])
    assert text.startswith("Where do you sit? ")
    assert "Your answers stay on this phone until you pass them on." in text
    assert "need JavaScript" in text


def test_the_strip_has_the_core_roles_where_the_evidence_puts_them():
    core = {role.name: role.lean for role in rolekit.roles() if role.core}
    assert {one["name"]: one["lean"] for one in known()["landmarks"]} == core


def test_the_map_brings_its_landmarks_and_leaves_the_person_out():
    line = FILES["map.js"].rstrip().rpartition("\n")[2]
    figure = json.loads(line.removeprefix("globalThis.rolekitMap = ").removesuffix(";"))
    traces = {trace["name"]: trace for trace in figure["data"]}
    assert len(traces["roles"]["x"] + traces["neighbours"]["x"]) == len(rolekit.roles())
    assert not traces["you"]["x"]


def test_it_is_written_into_a_folder(tmp_path):
    folder = tmp_path / "some" / "page"
    command = [sys.executable, "-m", "rolekit.page", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert str(folder / "index.html") in done.stdout
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert written == FILES
