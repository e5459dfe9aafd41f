"""Whatever is handed in is there afterwards, once, in all three kinds of store."""

import errno
import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest
from hands import CHILDREN, in_a_child, ran, refusal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from people import some_responses
from rooms import (
    STEPS,
    Room,
    hand_in,
    hand_in_aloud,
    hand_in_the_last_later,
    killed_at_a_call,
    killed_at_an_instruction,
    reveal,
    without_rights,
)
from strategies import responses

from rolekit import AnswerError, Answers, CodeError, Response, StoreError
from rolekit.cohort import CodesRead, open_store
from rolekit.record import database_store, folder_store
from rolekit.record.database_store import DatabaseStore
from rolekit.record.folder_store import FolderStore
from rolekit.record.read_codes import collect
from rolekit.record.set_up import main, set_up
from rolekit.record.stores import Kept

A = Response(Answers(), id=255)
B = replace(A, guess=-20)
OTHER = Response(Answers.from_items({"pipelines-1": 70}), id=7)
AFTER = replace(A, round=2)
COPY = "Copy this code to your facilitator instead."
as_root = pytest.mark.skipif(os.getuid() != 0, reason="only root may mount a small disk")
each_on_a_disk = pytest.mark.parametrize("where", ["{}/room", "sqlite:///{}/room.db"])


@pytest.fixture(params=["folder", "sqlite", "postgresql"])
def room(request, tmp_path):
    if request.param == "postgresql":
        return Room(request.getfixturevalue("postgresql").new_database())
    kinds = {"folder": f"{tmp_path}/room", "sqlite": f"sqlite:///{tmp_path}/room.db"}
    return Room(kinds[request.param])


@pytest.fixture
def folder(tmp_path):
    return Room(f"{tmp_path}/room")


def by_id(many):
    return tuple(sorted(many, key=lambda response: (response.id, response.round)))


@contextmanager
def writers(work, *arguments):
    """Processes that work at once, each with its arguments; all of them come to an end."""
    started = [CHILDREN.Process(target=work, args=given) for given in arguments]
    for each in started:
        each.start()
    yield
    for each in started:
        each.join(120)
    assert {each.exitcode for each in started} == {0}


# What a store is


@pytest.mark.parametrize(
    ("many", "left", "conflicts"),
    [
        pytest.param([A, OTHER, AFTER], (OTHER, A, AFTER), 0, id="three"),
        pytest.param([A, B, B, OTHER], (OTHER, B), 1, id="one who changes"),
        pytest.param([A, B, A], (A,), 2, id="one who changes back"),
    ],
)
def test_what_was_handed_in_last_is_there_and_conflicts_are_counted(room, many, left, conflicts):
    room.hand_in(*many)
    assert room.owner.responses() == left
    assert room.owner.read() == CodesRead(left, 0, conflicts, ())


def test_watch_tells_that_something_came(room):
    states = [room.owner.watch()]
    for response in (A, OTHER, B, AFTER):
        room.hand_in(response)
        states += [room.owner.watch(), room.owner.watch()]
    assert len(set(states)) == 5
    assert states[1::2] == states[2::2]


@pytest.fixture(scope="module")
def database(postgresql):
    """The address of a database that the examples of one test share."""
    return postgresql.new_database()


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from([A, B, AFTER, OTHER]) | responses, max_size=12))
def test_all_kinds_of_store_agree(tmp_path_factory, database, handed_in):
    """And they agree with reading the codes, except that a repeat leaves nothing to count."""
    base = tmp_path_factory.mktemp("room")
    found = []
    for room in map(Room, [f"{base}/room", f"sqlite:///{base}/room.db", database]):
        if room.owner.read().responses:
            room.sql("TRUNCATE rolekit.hand_ins")
        room.hand_in(*handed_in)
        found.append(room.owner.read())
    assert found[0] == found[1] == found[2]
    expected = collect(handed_in)
    assert found[0].responses == by_id(expected.responses)
    assert (found[0].conflicts, found[0].damaged) == (expected.conflicts, ())


def test_only_a_response_is_handed_in_and_once_more_changes_nothing(room):
    assert refusal(AnswerError, room.participant.add, "ROLE1-4") == (
        "Only a Response can be handed in (got a str). Make one with rolekit.Response(answers)."
    )
    room.hand_in(A)
    before, state = room.owner.read(), room.owner.watch()
    room.hand_in(A, A, A)
    assert room.owner.read() == before
    assert room.owner.watch() == state


def test_nothing_but_the_code_is_stored(room):
    """No time and no name."""
    room.hand_in(A)
    if isinstance(room.owner, FolderStore):
        [file] = room.files()
        assert file.name == "00000000ff-1-1.json"
        assert file.read_text() == f'{{"code": "{A.to_code()}"}}\n'
        assert file.stat().st_mtime == 0
    else:
        [(_, *stored)] = room.sql(f"SELECT * FROM {room.owner.table}")
        assert stored == ["00000000ff-1", A.to_code()]


# Where it is


def test_the_environment_says_where_and_without_an_address_there_is_no_store(monkeypatch, tmp_path):
    monkeypatch.delenv("ROLEKIT_COHORT", raising=False)
    assert open_store() is None
    monkeypatch.setenv("ROLEKIT_COHORT", "")
    assert open_store() is None
    monkeypatch.setenv("ROLEKIT_COHORT", str(tmp_path))
    assert repr(open_store()) == f"FolderStore({str(tmp_path)!r})"
    assert repr(open_store("sqlite:///room.db")) == "DatabaseStore('sqlite:///room.db')"
    assert open_store(tmp_path).folder == tmp_path


@pytest.mark.parametrize("password", ["hush", "hu@sh", "@hu@sh@", "h/u@s:h", "hu?s@h"])
def test_no_password_is_shown(password, waits):
    store = open_store(f"postgresql://anna:{password}@127.0.0.1:1/room?application_name=x")
    assert repr(store).startswith("DatabaseStore('postgresql://anna:***@127.0.0.1:1/room")
    assert store.engine.url.password == password
    told = [refusal(StoreError, refused) for refused in (store.watch, store.read, store.session)]
    for sentence in [*told, store.unwritable()]:
        assert "Connection refused" in sentence
        assert not any(part in sentence for part in ("hu", "sh@"))
    addresses = [f"postgresql://anna:{password}@127.0.0.1:{port}/room" for port in ("port", "1")]
    for call, address in zip((open_store, set_up), addresses, strict=True):
        sentence = refusal(StoreError, call, address)
        assert not any(part in sentence for part in ("hu", "sh@"))


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        (" {tmp} \n", "FolderStore('{tmp}')"),
        ("'{tmp}'", "FolderStore('{tmp}')"),
        ("~/room", "FolderStore('{home}/room')"),
        (Path("~/room"), "FolderStore('{home}/room')"),
        ("{tmp}/my room ", "FolderStore('{tmp}/my room')"),
        (' "sqlite:///{tmp}/room.db"', "DatabaseStore('sqlite:///{tmp}/room.db')"),
        ("SQLite:///room.db", "DatabaseStore('sqlite:///room.db')"),
        ("sqlite:///~/room.db", "DatabaseStore('sqlite:///{home}/room.db')"),
        ("postgres://anna@h/room\n", "DatabaseStore('postgresql://anna@h/room')"),
    ],
)
@pytest.mark.parametrize("told", ["in a call", "in the environment"])
def test_an_address_is_taken_as_people_write_it(where, shown, told, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", f"{tmp_path}/anna")
    if isinstance(where, str):
        where = where.replace("{tmp}", str(tmp_path))
    monkeypatch.setenv("ROLEKIT_COHORT", str(where))
    store = open_store(where) if told == "in a call" else open_store()
    assert repr(store) == shown.format(tmp=tmp_path, home=f"{tmp_path}/anna")


@pytest.mark.parametrize(
    ("where", "sentence"),
    {
        "mysql://host/name": "The cohort must be a folder, sqlite:///file or "
        "postgresql://user@host/name (got one that starts with mysql://).",
        "room.db": "room.db is named like a database. Write sqlite:///room.db if it is to be one, "
        "or name a folder.",
        "~nobody-at-all/room": "There is no home folder for {}. Write the whole path.",
        7: "The address of the cohort must be a text or a Path (got a int).",
        "sqlite://": "The address must name a file: sqlite:///room.db (got {}).",
        "sqlite:///:memory:": "The address must name a file: sqlite:///room.db (got {}).",
        "postgresql://host:port/name": "The address of the cohort cannot be read. It must look "
        "like sqlite:///file or postgresql://user:password@host/name.",
    }.items(),
)
def test_an_address_that_is_none_is_refused(where, sentence):
    assert refusal(StoreError, open_store, where) == sentence.format(where)


def test_without_sqlalchemy_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "rolekit.record.database_store", None)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    monkeypatch.delitem(sys.modules, "rolekit.record.database_store")
    assert refusal(StoreError, open_store, "sqlite:///room.db") == (
        'A cohort in a database needs sqlalchemy. In a new cell, run: %pip install "rolekit[all]"'
    )


# What cannot be reached


def hands_over(store, response=A, cause=None):
    """Whether the person is told the cause, if it is given, to copy the code, and the code."""
    with pytest.raises(StoreError) as caught:
        store.add(response)
    told, code = str(caught.value).split("\n")
    assert told.startswith("Not handed in: ")
    assert told.endswith(f". {COPY}")
    assert cause is None or told == f"Not handed in: {cause}. {COPY}"
    assert code == caught.value.code == response.to_code()


def unreadable(store):
    sentences = []
    for ask in (store.read, store.responses, store.watch):
        with pytest.raises(StoreError) as caught:
            ask()
        assert caught.value.code == ""
        sentences.append(str(caught.value))
    assert all(sentence.startswith("Could not read the cohort (") for sentence in sentences)
    return sentences[0]


@pytest.fixture
def waits(monkeypatch):
    """The seconds that a database was waited for, on a clock that nothing else moves on."""
    waited = []
    clock = SimpleNamespace(monotonic=lambda: sum(waited), sleep=waited.append)
    monkeypatch.setattr(database_store, "time", clock)
    return waited


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        ("{}/none", "No such file or directory"),
        ("{}/file", "Not a directory"),
        ("sqlite:///{}/none.db", "unable to open database file"),
        ("sqlite:///{}/file", "file is not a database"),
        ("sqlite:///{}/empty.db", "no such table: rolekit_hand_ins"),
    ],
)
def test_where_no_store_is_the_person_is_told_to_copy_the_code(where, reason, tmp_path):
    (tmp_path / "file").write_text("something else " * 100)
    (tmp_path / "empty.db").touch()
    store = open_store(where.format(tmp_path))
    hands_over(store, cause="the cohort is not there, or was not set up")
    assert unreadable(store) == (
        f"Could not read the cohort ({reason}). Check that it is there and was set up, or paste "
        "the codes."
    )
    assert not (tmp_path / "none").exists()
    assert not (tmp_path / "none.db").exists()


def test_a_server_that_is_not_there_is_asked_for_a_few_seconds_and_watched_at_once(waits):
    store = open_store("postgresql://anna:hush@127.0.0.1:1/room")
    hands_over(store, cause="the cohort does not answer")
    assert sum(waits) == pytest.approx(8)
    waits.clear()
    sentence = refusal(StoreError, store.watch)
    assert waits == []
    assert "Connection refused" in sentence
    assert "hush" not in sentence


# What participants may do in a database


def test_a_participant_may_insert_and_nothing_else_nor_see_what_was_shown(postgresql):
    room = Room(postgresql.new_database())
    room.hand_in(A)
    assert "permission denied" in unreadable(room.participant)
    with psycopg.connect(room.address, autocommit=True) as connection:
        for statement in (
            "SELECT code FROM rolekit.hand_ins",
            "UPDATE rolekit.hand_ins SET code = ''",
            "DELETE FROM rolekit.hand_ins",
            "TRUNCATE rolekit.hand_ins",
            "DROP TABLE rolekit.hand_ins",
            "INSERT INTO rolekit.hand_ins (record, code) VALUES ('', '') RETURNING code",
            "INSERT INTO rolekit.hand_ins (arrival, record, code) VALUES (0, '', '')",
            "CREATE TABLE rolekit.mine ()",
            "CREATE TABLE public.mine ()",
            "CREATE ROLE another",
        ):
            with pytest.raises(psycopg.Error) as caught:
                connection.execute(statement)
            assert caught.value.sqlstate == "42501"  # insufficient privilege
        with pytest.raises(psycopg.errors.CheckViolation):
            connection.execute(
                "INSERT INTO rolekit.hand_ins (record, code) VALUES ('', repeat('0', 1000000))"
            )
    assert room.owner.responses() == (A,)
    room.owner.reveal(Kept(1, "shown"))
    for refused in (room.participant.revealed, room.participant.session):
        assert "permission denied" in refusal(StoreError, refused)
    assert "permission denied" in refusal(StoreError, room.participant.begin, "mine")
    assert "permission denied" in refusal(StoreError, room.participant.reveal, Kept(2, "mine"))
    with psycopg.connect(room.address) as connection, pytest.raises(psycopg.Error):
        connection.execute("SELECT password FROM rolekit.participants")


def test_setting_up_again_keeps_what_was_handed_in(room):
    room.hand_in(A)
    Room(room.where).participant.add(OTHER)
    assert room.owner.responses() == (OTHER, A)


def test_setting_up_a_server_again_keeps_the_password_unless_asked(postgresql, waits):
    """It is in everybody's environment already."""
    first = Room(where := postgresql.new_database())
    assert set_up(where) == first.address
    first.hand_in(A)
    another = set_up(where, new_password=True)
    assert another != first.address
    assert set_up(where) == another
    open_store(another).add(OTHER)
    hands_over(first.participant, cause="the cohort's address or password is not the right one")


def test_a_folder_becomes_a_letter_box_unless_it_is_in_use(folder, tmp_path):
    for inside, mode in ((".", 0o1733), ("session-1", 0o1733), ("session-1/revealed", 0o700)):
        assert stat.S_IMODE((folder.owner.folder / inside).stat().st_mode) == mode
    (tmp_path / "thesis.txt").touch()
    before = tmp_path.stat().st_mode
    assert refusal(StoreError, set_up, str(tmp_path)) == (
        f"{tmp_path} is in use for something else. Name a new or empty folder."
    )
    assert tmp_path.stat().st_mode == before


def test_the_script_says_what_to_pass_on(tmp_path):
    done = ran("-m", "rolekit.record.set_up", f"{tmp_path}/room")
    assert done.stdout == (
        "Ready. Put this into the environment of the participants:\n"
        f"ROLEKIT_COHORT={tmp_path}/room\n"
    )
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Making a store ready"),
        (["--help"], "Making a store ready"),
        (["mysql://x"], "The cohort must be a folder"),
        (["sqlite:////none/room.db"], "The cohort could not be set up (unable to open database"),
        (
            ["/dev/null/room"],
            "The cohort could not be set up (Not a directory). A file has this name: name a folder"
            ".",
        ),
        ([""], "Name a folder or a database, such as sqlite:///room.db."),
        (["sqlite:room.db"], "The cohort must be a folder, sqlite:///file or postgresql://"),
        (["ro\0om"], "The address of the cohort has a character that none can have."),
    ],
)
def test_the_script_says_what_is_wrong(arguments, said):
    assert refusal(SystemExit, main, arguments).startswith(said)


# What setting up says


def test_what_is_no_database_is_left_alone_and_what_to_do_is_said(tmp_path):
    (tmp_path / "text.db").write_text("hello " * 1000)
    assert refusal(StoreError, set_up, f"sqlite:///{tmp_path}/text.db") == (
        "The cohort could not be set up (file is not a database). Another file has this name: name "
        "a new one."
    )
    assert (tmp_path / "text.db").read_text() == "hello " * 1000


@pytest.mark.parametrize(
    ("tables", "said"),
    {
        "CREATE TABLE rolekit_hand_ins (a)": "was set up for something else, or by another version",
        "CREATE TABLE people (name)": "is not there, or was not set up",
    }.items(),
)
def test_a_database_of_something_else_takes_no_code_and_says_so(tmp_path, tables, said):
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.executescript(tables)
    store = open_store(f"sqlite:///{tmp_path}/other.db")
    assert said in refusal(StoreError, store.add, Response(Answers(), id=7))
    assert "Could not read the cohort" in refusal(StoreError, store.responses)


@pytest.fixture
def in_a_folder(tmp_path, monkeypatch):
    """A folder that one works in, which is also one's home."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("where", "address"),
    [
        ("room", "{}/room"),
        ("~/room", "{}/room"),
        ("sqlite:///room.db", "sqlite:///{}/room.db"),
        ("sqlite:///~/room.db", "sqlite:///{}/room.db"),
    ],
)
def test_the_address_is_right_from_any_folder(where, address, in_a_folder, monkeypatch):
    assert set_up(where) == address.format(in_a_folder)
    monkeypatch.chdir("/")
    store = open_store(set_up(address.format(in_a_folder)))
    store.add(A)
    assert store.responses() == (A,)


# What does not belong there


def test_what_does_not_belong_into_a_folder_is_listed(folder):
    inside, cut = folder.inside, OTHER.to_code()[:19]
    folder.hand_in(A)
    # What is in each, what is shown of it, and what is said.
    none = "This is none of rolekit's files. Move it elsewhere."
    altered = "This is not the response that was stored under this name; it was altered."
    holds = "A record holds one code (this one holds {})."
    files = {
        "0000000007-1-1.json": (
            f'{{"code": "{cut}- Anna"}}'.encode(),
            cut,
            refusal(CodeError, Response.from_code, cut),
        ),
        "0000000008-1-1.json": (b"", "", holds.format(0)),
        "0000000009-1-1.json": (b"\xff" * 10_000, "", holds.format(0)),
        "000000000a-1-1.json": (A.to_code().encode(), "", altered),
        "000000000b-1-1.json": ((A.to_code() + OTHER.to_code()).encode(), "", holds.format(2)),
        "000000000c-1-1.json": (None, "", none),
        "000000000d-1-1.json": (None, "", none),
        "000000000e-1-1.json": (None, "", none),
        "Anna\u202e\n<b>.txt": (A.to_code().encode(), "", none),
    }
    for name, (content, _, _) in files.items():
        if content is not None:
            (inside / name).write_bytes(content)
    (inside / "000000000c-1-1.json").mkdir()
    (inside / "000000000d-1-1.json").symlink_to(inside / "00000000ff-1-1.json")
    os.mkfifo(inside / "000000000e-1-1.json")  # to open it would wait for ever
    found = folder.owner.read()
    assert found.responses == (A,)
    assert [(d.where, d.text, d.problem) for d in found.damaged] == [
        (f"file {name!r}", text, problem) for name, (_, text, problem) in files.items()
    ]
    assert str(found) == "1 counted, 9 damaged"


SYSTEM = [".DS_Store", "._a.json", "Thumbs.db", "desktop.ini", "lost+found", "@eaDir", "Icon\r"]
SYSTEM += [".nfs0001", ".ipynb_checkpoints", ".Trash-1000", "$RECYCLE.BIN", ".~lock.x#", "~$x.docx"]
SYSTEM += [".gitkeep", "System Volume Information", "__MACOSX", ".stfolder", ".fuse_hidden01", "x~"]


def test_what_systems_leave_in_a_folder_is_no_damaged_code(folder):
    folder.hand_in(A)
    state = folder.owner.watch()
    for name in SYSTEM:
        (folder.owner.folder / name).touch()
    (folder.owner.folder / ".directory").mkdir()
    assert folder.owner.read() == CodesRead((A,), 0, 0, ())
    assert folder.owner.watch() == state


@pytest.mark.parametrize("room", ["sqlite", "postgresql"], indirect=True)
def test_what_does_not_belong_into_a_table_is_listed(room):
    room.hand_in(A)
    room.insert(("x", "<b>Anna</b>"), ("00000000ff-1", "ROLE1-4"), ("y", A.to_code()))
    found = room.owner.read()
    assert found.responses == (A,)
    rows = [(d.where, d.text) for d in found.damaged]
    assert rows == [("row 2", ""), ("row 3", "ROLE1-4"), ("row 4", "")]


@pytest.mark.parametrize("room", ["sqlite"], indirect=True)
def test_what_a_table_without_rules_may_hold_is_listed(room):
    room.insert((5, 7), (b"\x00\xff", b"\xff"), ("z", "\x00"))
    assert len(room.owner.read().damaged) == 3


def one_is_unreadable(room):
    found = room.owner.read()
    assert found.responses == (OTHER,)
    [damaged] = found.damaged
    assert damaged.problem == "This file cannot be read (Permission denied)."


def test_a_file_that_may_not_be_read_is_listed(open_folder):
    room = Room(f"{open_folder}/room")
    room.hand_in(A, OTHER)
    room.owner.folder.chmod(0o755)
    room.inside.chmod(0o755)
    (room.inside / "00000000ff-1-1.json").chmod(0)
    assert in_a_child(without_rights, one_is_unreadable, room) == 0


def test_what_was_never_finished_is_listed_after_a_minute(folder, monkeypatch):
    temporary = folder.inside / f".{'0' * 10}-1-{'0' * 16}.tmp"
    temporary.write_text(f'{{"code": "{OTHER.to_code()[:9]}')
    written = temporary.stat().st_ctime
    monkeypatch.setattr(folder_store.time, "time", lambda: written + 59)
    assert folder.owner.read().damaged == ()  # it may be in the middle of being written
    monkeypatch.setattr(folder_store.time, "time", lambda: written + 61)
    [damaged] = folder.owner.read().damaged
    assert damaged.text == OTHER.to_code()[:9]
    assert damaged.problem == "This was never finished. It has to be handed in again."


# Sessions


def test_a_store_has_a_session_from_the_first_day_on_and_tomorrows_does_not_hold_todays(room):
    assert room.owner.session() == date.today().isoformat()
    # And who hands in the same answers again is counted again.
    room.hand_in(A, OTHER)
    assert room.owner.reveal(Kept(1, "shown today"))
    state = room.owner.watch()
    room.owner.begin(" Thursday, Köln ")
    assert room.owner.session() == "Thursday, Köln"
    assert room.owner.read() == CodesRead((), 0, 0, ())
    assert room.owner.revealed() == Kept()
    assert room.owner.watch() != state
    room.hand_in(A, A)
    assert room.owner.responses() == (A,)
    assert room.owner.read().conflicts == 0


def test_setting_up_begins_a_session_where_one_is_named(room):
    room.hand_in(A)
    set_up(room.where)
    assert room.owner.responses() == (A,)
    set_up(room.where, "Thursday")
    assert (room.owner.session(), room.owner.responses()) == ("Thursday", ())
    room.hand_in(OTHER)
    set_up(room.where, "Thursday")
    assert room.owner.responses() == (OTHER,)


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "two\nlines", "\x1b[31m", "a\u202eb"])
def test_a_sessions_name_can_be_read(folder, name):
    assert refusal(StoreError, folder.owner.begin, name) == (
        f"A session's name must have 1 to 60 printable characters (got {name!r})."
    )


def test_what_a_participant_puts_into_a_folder_is_no_session_and_an_altered_one_is_told(folder):
    (folder.owner.folder / "session-2").mkdir()
    folder.owner.begin("Thursday")
    assert folder.inside.name == "session-3"
    folder.hand_in(A)
    assert folder.owner.responses() == (A,)
    (folder.owner.folder / "session.json").write_text('{"number": ".."}')
    assert "(session.json was altered)" in unreadable(folder.owner)
    hands_over(folder.participant, cause="session.json was altered")


# What was shown


def test_what_was_shown_is_kept_once_a_version(room):
    assert room.owner.revealed() == Kept()
    state = room.owner.watch()
    assert room.owner.reveal(Kept(1, "first: ä"))
    assert room.owner.watch() != state
    assert not room.owner.reveal(Kept(1, "another panel's"))
    assert room.owner.revealed() == Kept(1, "first: ä")
    for version in range(2, 12):
        assert room.owner.reveal(Kept(version, str(version)))
    assert room.owner.revealed() == Kept(11, "11")
    assert room.owner.read() == CodesRead((), 0, 0, ())


def test_of_many_panels_that_reveal_at_once_one_does(room):
    done = CHILDREN.Array("i", 8)
    with writers(reveal, *((room, number, done) for number in range(8))):
        pass
    assert sum(done) == 1
    assert room.owner.revealed() == Kept(1, str(list(done).index(1)))


def test_a_plain_folder_keeps_what_was_shown_too(tmp_path):
    store = open_store(tmp_path)
    store.add(A)
    assert store.session() == ""
    assert store.reveal(Kept(1, "shown"))
    assert store.revealed() == Kept(1, "shown")
    assert store.read() == CodesRead((A,), 0, 0, ())


# Many at once


@pytest.mark.long
def test_three_hundred_responses_from_sixty_processes_are_there_once(room):
    many = list(some_responses(300))

    with writers(hand_in, *((room, *many[number::60]) for number in range(60))):
        pass
    found = room.owner.read()
    assert found.responses == by_id(many)
    assert (found.duplicates, found.conflicts, found.damaged) == (0, 0, ())
    assert len(room.texts()) == 300  # and in a folder no temporary file


def test_of_one_response_from_twenty_processes_one_record_remains(room):
    """And of two that differ, none is lost."""
    versions = [replace(A, guess=guess) for guess in range(10)]

    room.hand_in(A)
    with writers(hand_in, *((room, A, versions[number % 10]) for number in range(20))):
        pass
    records = room.texts()
    for version in versions:
        assert any(version.to_code() in record for record in records)
    # Each process adds two records at most, and none that repeats the one before it.
    assert all(one != other for one, other in pairwise(records))
    assert len(records) <= 41


# Killed in the middle


@pytest.mark.parametrize(
    ("where", "hand_in", "least"),
    [
        pytest.param("{}/{}", partial(killed_at_a_call, "before"), len(STEPS), id="before a call"),
        pytest.param("{}/{}", partial(killed_at_a_call, "after"), len(STEPS), id="after a call"),
        pytest.param("sqlite:///{}/{}.db", killed_at_an_instruction, 20, id="in SQLite"),
    ],
)
@pytest.mark.long
def test_a_writer_killed_at_any_step_leaves_a_whole_record_or_none(tmp_path, where, hand_in, least):
    outcomes = []
    for step in range(1, 400):
        room = Room(where.format(tmp_path, step))
        room.hand_in(A)
        code = in_a_child(hand_in, room, OTHER, step)
        found = room.owner.read()
        assert found.responses in [(A,), (OTHER, A)]
        assert (found.damaged, found.conflicts) == ((), 0)
        outcomes.append(len(found.responses))
        room.hand_in(OTHER)  # the person tries again
        assert room.owner.responses() == (OTHER, A)
        assert room.owner.read().conflicts == 0
        if code == 0:
            break
        assert code == -signal.SIGKILL
    assert step > least
    assert outcomes == sorted(outcomes)  # once it is there, it stays
    assert set(outcomes) == {1, 2}


def test_a_torn_write_is_never_seen(folder, monkeypatch):
    """A disk that takes the file in pieces, and then no more."""
    write, given = os.write, []

    def torn(file, content):
        given.append(content)
        if len(given) > 2:
            raise OSError(errno.EIO, "Input/output error")
        return write(file, content[:7])

    monkeypatch.setattr(os, "write", torn)
    hands_over(folder.participant, cause="Input/output error")
    assert folder.files() == []
    monkeypatch.setattr(os, "write", lambda file, content: write(file, content[:7]))
    folder.hand_in(A)
    assert folder.owner.responses() == (A,)


def test_without_second_names_a_file_is_renamed(folder, monkeypatch):
    def refused(*paths):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    folder.hand_in(A, A, B)
    assert str(folder.owner.read()) == "1 counted, 1 conflict"
    assert len(folder.files()) == 2


def test_whatever_was_said_to_be_safe_is_there_after_a_kill(room):
    chance = random.Random(3)
    for seed in range(8):
        many = list(some_responses(200, seed=seed))
        said, says = CHILDREN.Pipe(duplex=False)
        child = CHILDREN.Process(target=hand_in_aloud, args=(room, many, says))
        child.start()
        says.close()
        assert said.poll(60)  # it is under way
        time.sleep(chance.uniform(0, 0.03))  # at any moment, not only after a record
        child.kill()
        child.join(60)
        with suppress(EOFError):
            while said.poll(60):
                done = said.recv()
        there = set(room.owner.read().responses)
        assert set(many[:done]) <= there
        assert len(there & set(many)) <= done + 1  # the one it was at
    assert room.owner.read().damaged == ()
    if isinstance(room.owner, DatabaseStore) and room.owner.engine.dialect.name == "sqlite":
        assert room.sql("PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize("mode", ["fast", "immediate"])
@pytest.mark.long
def test_a_server_that_stops_and_starts_again_loses_and_doubles_nothing(postgresql, mode):
    room, many, down = Room(postgresql.new_database()), list(some_responses(120)), CHILDREN.Event()
    with writers(hand_in_the_last_later, *((room, many[number::6], down) for number in range(6))):
        while len(room.owner.responses()) < 10:
            time.sleep(0.01)
        postgresql.stop(mode)
        down.set()
        postgresql.start()
    assert room.owner.responses() == by_id(many)
    assert len(room.texts()) == 120


@pytest.mark.long
def test_a_server_that_stays_away_leaves_the_person_with_the_code(postgresql, waits):
    room = Room(postgresql.new_database())
    room.hand_in(A)
    postgresql.stop()
    try:
        hands_over(room.participant, OTHER)
        unreadable(room.owner)
    finally:
        postgresql.start()
    assert room.owner.responses() == (A,)


# Full, and read-only


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 256 KiB."""
    path = tmp_path / "disk"
    path.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k,mode=0777", "tmpfs", str(path)]
    mounted = subprocess.run(mount, capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.strip()}")
    yield path
    subprocess.run(["umount", str(path)], check=True)


def fill(disk, leaving=0):
    with suppress(OSError), open(disk / "filler", "wb", buffering=0) as file:
        while True:
            file.write(b"\0" * 4096)
    with open(disk / "filler", "r+b") as file:
        file.truncate((disk / "filler").stat().st_size - leaving)


@as_root
@each_on_a_disk
def test_a_full_disk_tears_no_record(small_disk, where):
    room = Room(where.format(small_disk))
    room.hand_in(A)
    fill(small_disk)
    hands_over(room.participant, OTHER, "the cohort's disk is full")
    assert room.owner.responses() == (A,)
    assert room.owner.read().damaged == ()
    (small_disk / "filler").unlink()
    room.hand_in(OTHER)
    assert room.owner.responses() == (OTHER, A)


@as_root
def test_a_disk_that_fills_up_meanwhile_keeps_what_was_said_to_be_safe(small_disk):
    room, safe = Room(f"{small_disk}/room"), []
    fill(small_disk, leaving=40_960)
    for response in some_responses(30):
        with suppress(StoreError):
            room.participant.add(response)
            safe.append(response)
    assert 0 < len(safe) < 30
    assert room.owner.responses() == by_id(safe)
    assert room.owner.read().damaged == ()
    assert not [file for file in room.files() if file.suffix == ".tmp"]


@pytest.fixture
def open_folder():
    """A folder that other users may enter, as they may not pytest's."""
    with tempfile.TemporaryDirectory(prefix="rolekit-") as name:
        path = Path(name)
        path.chmod(0o755)
        yield path


def only_read(room):
    hands_over(
        room.participant, OTHER, "the cohort can only be read" if "sqlite" in room.where else None
    )
    why = ("Permission denied", "attempt to write a readonly database")
    assert room.owner.unwritable() in why
    told = refusal(StoreError, room.owner.reveal, Kept(1, ""))
    assert "Look at it in this panel alone." in told
    assert "could not be begun" in refusal(StoreError, room.owner.begin, "Thursday")


@each_on_a_disk
def test_what_may_only_be_read_stays_as_it_is_and_says_so(open_folder, where):
    room = Room(where.format(open_folder))
    room.hand_in(A)
    assert room.owner.unwritable() == ""
    assert str(room.owner.read()) == "1 counted"
    paths = [path for path in open_folder.rglob("*") if path.name != "revealed"]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = sorted(open_folder.rglob("*"))
    assert in_a_child(without_rights, only_read, room) == 0
    for path in paths:
        path.chmod(0o755)
    assert sorted(open_folder.rglob("*")) == before
    assert room.owner.responses() == (A,)


def test_a_server_that_can_only_be_read_says_so(postgresql):
    room = Room(postgresql.new_database())
    room.hand_in(A)
    assert room.owner.unwritable() == ""
    database = room.owner.engine.url.database
    with psycopg.connect(postgresql.address(), autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {database} SET default_transaction_read_only = on")
    assert "read-only transaction" in room.owner.unwritable()
    hands_over(room.participant, OTHER, "the cohort can only be read")
    assert room.owner.responses() == (A,)


def hand_in_and_look(room, inside):
    room.hand_in(OTHER, OTHER, replace(OTHER, guess=5))
    assert "Permission denied" in unreadable(room.participant)
    session = room.owner.folder / "session.json"
    assert refusal(PermissionError, (inside / "00000000ff-1-1.json").unlink)
    assert refusal(PermissionError, os.listdir, inside / "revealed")
    assert refusal(PermissionError, session.write_text, "{}")
    assert refusal(PermissionError, session.rename, room.owner.folder / "other.json")


@pytest.mark.skipif(os.getuid() != 0, reason="needs two users, and only root can be another one")
def test_in_a_letter_box_others_can_hand_in_and_not_look(open_folder):
    room = Room(f"{open_folder}/room")
    room.hand_in(A)
    assert in_a_child(without_rights, hand_in_and_look, room, room.inside) == 0
    found = room.owner.read()
    assert found.responses == (replace(OTHER, guess=5), A)
    assert (found.conflicts, found.damaged) == (1, ())
    modes = {stat.S_IMODE(file.stat().st_mode) for file in room.files()}
    assert modes == {0o644}  # the facilitator reads them, whatever a participant's umask
