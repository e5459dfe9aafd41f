"""The door lets phones in: a page and a letter box, and nothing else, whatever is sent."""

import gzip
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import replace
from types import SimpleNamespace

import httpx
import pytest
from browser import until
from doors import FILES, can_connect, hand_in, phone, port_of
from hands import ROOT, refusal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from people import FALLING, ONE, OTHER

from rolekit import CodeError, Response, StoreError
from rolekit.cohort import door as door_module
from rolekit.cohort import open_store
from rolekit.cohort.door import (
    ALPHABET,
    HOURS,
    KEY,
    LONGEST,
    VISIBLE,
    Door,
    flood,
    folder_of,
    store_at,
)
from rolekit.cohort.door import __main__ as terminal
from rolekit.cohort.door.addresses import HERE, Address
from rolekit.page.build import page_files
from rolekit.record.folder_store import FolderStore
from rolekit.record.qr import qr_in_letters
from rolekit.record.set_up import set_up

HOUR = 3600
# As the page's design has it, word by word.
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; connect-src 'self'"
)


class Clock:
    """Seconds that go by, and as many more as they are told to."""

    ahead = 0.0

    def __call__(self):
        return time.monotonic() + self.ahead


class StoodStill(Clock):
    """Seconds that go by only when they are told to."""

    def __call__(self):
        return self.ahead


@pytest.fixture(autouse=True)
def port(monkeypatch):
    """Any free one, which no test that runs beside this one listens at."""
    monkeypatch.setattr(door_module, "PORT", 0)


@pytest.fixture
def store(tmp_path):
    set_up(str(tmp_path / "room"))
    return open_store(tmp_path / "room")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def shut(store, clock):
    return Door(store, FILES, clock)


@pytest.fixture
def door(shut):
    """A door where real connections can be made."""
    shut.open()
    yield shut
    shut.close()


@pytest.fixture
def client(door):
    with phone(door.address) as client:
        yield client


@contextmanager
def connected(door, source="127.0.0.1"):
    """A plain connection to an open door, from an address of this machine."""
    with socket.socket() as connection:
        connection.settimeout(60)
        connection.bind((source, 0))
        connection.connect(("127.0.0.1", port_of(door.address)))
        yield connection


def said(connection):
    """All that comes until the other side ends, which it may do rudely."""
    parts = []
    with suppress(ConnectionResetError):
        while part := connection.recv(65536):
            parts.append(part)
    return b"".join(parts)


def is_alive(door):
    with phone(door.address) as client:
        return client.get("").status_code == 200


class TestPage:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("", "text/html; charset=utf-8"),
            ("index.html", "text/html; charset=utf-8"),
            ("page.js", "text/javascript; charset=utf-8"),
            ("map.js", "text/javascript; charset=utf-8"),
        ],
    )
    @pytest.mark.parametrize("encoding", ["gzip", "identity"])
    def test_every_file_is_served_as_what_it_is(self, client, name, kind, encoding):
        found = client.get(name, headers={"Accept-Encoding": encoding})
        assert found.status_code == 200
        assert found.content == FILES[name or "index.html"]
        assert found.headers["content-type"] == kind
        assert found.headers.get("content-encoding", "identity") == encoding

    def test_a_large_file_is_sent_small(self, client):
        found = client.get("map.js")
        assert int(found.headers["content-length"]) == len(gzip.compress(FILES["map.js"])) < 2000

    def test_the_page_learns_where_to_hand_in(self, client):
        assert client.get("door.js").text == 'globalThis.rolekitDoor = { handIn: "hand-in" };\n'

    def test_a_head_has_the_headers_and_nothing_below(self, client, door):
        found = client.head("")
        assert (found.status_code, found.content, door.opened) == (200, b"", 0)

    def test_it_counts_who_comes_in_and_what_is_handed_in(self, client, door):
        assert door.told == "The page was opened 0 times, with 0 hand-ins so far."
        client.get("")
        client.get("page.js")
        hand_in(client, ONE.to_code())
        assert (door.opened, door.handed_in) == (1, 1)
        assert door.told == "The page was opened 1 time, with 1 hand-in so far."


class TestKey:
    def test_it_is_of_60_bits_and_another_one_each_time(self, store):
        keys = {Door(store, {}).key for _ in range(50)}
        assert len(keys) == 50
        assert {len(key) for key in keys} == {KEY}
        assert set("".join(keys)) == set(ALPHABET)
        assert len(ALPHABET) ** KEY >= 2**60

    def test_it_may_be_typed_in_capitals_and_without_the_last_stroke(self, door, client):
        typed = door.address.replace(door.key, door.key.upper())
        assert client.get(f"{typed}page.js").status_code == 200
        found = client.get(typed.removesuffix("/"))
        assert (found.status_code, found.headers["location"]) == (307, f"/{door.key.upper()}/")
        assert client.get(typed).content == FILES["index.html"]

    @pytest.mark.parametrize(
        "path", ["/", "/hand-in", "/index.html", "/{wrong}/", "/{wrong}/hand-in", "//{key}/", "/é/"]
    )
    def test_without_it_there_is_nothing(self, door, client, path):
        wrong = door.key[:-1] + ("0" if door.key[-1] != "0" else "1")
        root = door.address.removesuffix(f"/{door.key}/")
        url = root + path.format(key=door.key, wrong=wrong)
        for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE"):
            content = ONE.to_code() if method == "POST" else None
            found = client.request(method, url, content=content)
            assert found.status_code == 404
            assert found.text == ("" if method == "HEAD" else "Not found.")
        assert door.store.responses() == ()

    @pytest.mark.parametrize(
        ("method", "path"),
        [
            ("GET", "hand-in"),
            ("PUT", "hand-in"),
            ("OPTIONS", "hand-in"),
            ("POST", ""),
            ("POST", "hand-in/"),
            ("GET", "session.json"),
            ("GET", "responses"),
            ("GET", "../room/session.json"),
            ("GET", "%2e%2e/%2e%2e/etc/passwd"),
            ("GET", "page.js/"),
        ],
    )
    def test_with_it_nothing_can_be_listed_or_read_back(self, client, door, method, path):
        assert hand_in(client, ONE.to_code()).status_code == 200
        found = client.request(method, f"{door.address}{path}")
        assert found.status_code == 404
        assert found.text == "Not found."


class TestHandingIn:
    def test_a_code_is_kept_and_then_confirmed(self, client, store):
        found = hand_in(client, f" {ONE.to_code().lower()}\n")
        assert (found.status_code, found.json()) == (200, {"kept": True})
        assert store.responses() == (ONE,)

    def test_of_one_id_and_round_the_later_counts(self, client, store):
        later = replace(ONE, answers=FALLING)
        for response in (ONE, OTHER, later, replace(ONE, round=2)):
            assert hand_in(client, response.to_code()).json() == {"kept": True}
        assert set(store.responses()) == {OTHER, later, replace(ONE, round=2)}
        assert store.read().conflicts == 1

    def test_it_is_on_the_disk_before_it_is_confirmed(self, client, store, monkeypatch):
        """The file and the folder that names it: a power cut after that loses neither."""
        done = []

        def sync(file, fsync=os.fsync):
            fsync(file)
            done.append(os.readlink(f"/proc/self/fd/{file}"))

        monkeypatch.setattr(os, "fsync", sync)
        assert hand_in(client, ONE.to_code()).status_code == 200
        file, folder = done
        assert os.path.dirname(file) == folder

    def test_nothing_is_said_before_the_store_has_said_it(self, door, monkeypatch):
        waiting, goes_on = threading.Event(), threading.Event()

        def add(store, response, add=FolderStore.add):
            waiting.set()
            assert goes_on.wait(60)
            add(store, response)

        monkeypatch.setattr(FolderStore, "add", add)
        answers = []
        with phone(door.address) as client:
            thread = threading.Thread(
                target=lambda: answers.append(hand_in(client, ONE.to_code()).json())
            )
            thread.start()
            assert waiting.wait(60)
            # Meanwhile others are served.
            assert is_alive(door)
            assert answers == []
            goes_on.set()
            thread.join(60)
        assert answers == [{"kept": True}]

    def test_what_the_store_refuses_is_not_confirmed_and_says_why(self, client, door, tmp_path):
        (tmp_path / "room").rename(tmp_path / "away")
        found = hand_in(client, ONE.to_code())
        assert found.status_code == 503
        assert found.text == (
            "Not handed in: the cohort is not there, or was not set up. Copy this code to your "
            "facilitator instead."
        )
        assert door.handed_in == 0
        (tmp_path / "away").rename(tmp_path / "room")
        assert hand_in(client, ONE.to_code()).status_code == 200

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.binary(max_size=LONGEST))
    def test_junk_is_refused_with_the_reason(self, client, junk):
        found = hand_in(client, junk)
        assert found.status_code == 400
        assert found.text == refusal(CodeError, Response.from_code, junk.decode(errors="replace"))
        assert found.headers["content-type"] == "text/plain; charset=utf-8"

    def test_more_than_a_code_is_refused(self, client, store):
        for content in (ONE.to_code().ljust(LONGEST + 1), "x" * 10_000_000):
            found = hand_in(client, content)
            assert (found.status_code, found.text) == (413, "A hand-in has at most 100 bytes.")
        assert store.responses() == ()
        assert hand_in(client, ONE.to_code().ljust(LONGEST)).status_code == 200


class TestHeaders:
    @pytest.mark.parametrize(
        ("method", "path", "content", "status"),
        [
            ("GET", "", None, 200),
            ("GET", "map.js", None, 200),
            ("POST", "hand-in", ONE.to_code(), 200),
            ("POST", "hand-in", "junk", 400),
            ("POST", "hand-in", "x" * 1000, 413),
            ("GET", "nothing", None, 404),
        ],
    )
    def test_every_answer_is_closed_to_everything_else(self, client, method, path, content, status):
        headers = {"Origin": "http://elsewhere.test", "Cookie": "a=b"}
        found = client.request(method, path, content=content, headers=headers)
        assert found.status_code == status
        assert found.headers["content-security-policy"] == CSP
        assert found.headers["cache-control"] == "no-store"
        assert found.headers["referrer-policy"] == "no-referrer"
        assert found.headers["x-content-type-options"] == "nosniff"
        names = set(found.headers)
        assert not names & {"set-cookie", "server", "etag", "last-modified"}
        assert not [name for name in names if name.startswith("access-control")]


class TestTurns:
    @pytest.fixture
    def clock(self):
        return StoodStill()

    @pytest.fixture
    def turns(self, clock):
        return flood.Turns(clock)

    def test_an_address_gets_600_turns_in_a_minute(self, turns, clock):
        """However often it asks; the first ones come at once."""
        got = []
        for _ in range(12_000):
            if (wait := turns.own("10.0.0.7")) is not None:
                got.append(clock.ahead + wait)
            clock.ahead += 0.01
        assert got[:60] == pytest.approx([n / 100 for n in range(60)])
        for start in (0, 30, 60):
            assert 535 <= sum(start <= turn < start + 60 for turn in got) <= 600
        assert turns.own("10.0.0.8") == 0

    def test_who_asks_too_often_waits_and_is_then_refused(self, turns, clock):
        waits = [turns.own("10.0.0.7") for _ in range(200)]
        assert waits[:60] == [0] * 60
        taken = [wait for wait in waits if wait is not None]
        assert waits == taken + [None] * (200 - len(taken))
        assert taken == sorted(taken)
        assert taken[-1] <= flood.LONGEST_WAIT == 10
        clock.ahead += 1
        assert turns.own("10.0.0.7") is not None

    def test_all_together_get_100_turns_a_second(self, turns, clock):
        waits = [turns.common() for _ in range(1200)]
        taken = waits[: waits.index(None)]
        assert taken == pytest.approx([n / 100 for n in range(len(taken))])
        assert taken[-1] == pytest.approx(flood.LONGEST_WAIT, abs=0.02)
        assert set(waits[len(taken) :]) == {None}
        clock.ahead += 1
        assert turns.common() == pytest.approx(9, abs=0.1)
        clock.ahead += 20
        assert turns.common() == 0

    def test_no_more_than_so_many_addresses_are_counted_at_a_time(self, turns, clock):
        for n in range(flood.MOST_ADDRESSES):
            assert turns.own(f"10.0.{n // 256}.{n % 256}") == 0
        assert turns.own("10.9.9.9") is None
        assert turns.own("10.0.0.0") == 0
        clock.ahead += 1
        assert turns.own("10.9.9.9") == 0


class TestLimits:
    def test_who_asks_too_often_is_told_to_wait(self, door, client, clock, monkeypatch):
        monkeypatch.setattr(flood, "AT_ONCE", 3)
        monkeypatch.setattr(flood, "EACH_A_MINUTE", 4)
        assert [client.get("").status_code for _ in range(4)] == [200, 200, 200, 429]
        # It is the connection that counts, whatever it says about itself.
        forged = {"X-Forwarded-For": "10.0.0.99", "Forwarded": "for=10.0.0.99"}
        assert client.get("", headers=forged).status_code == 429
        with phone(door.address, 2) as other:
            assert other.get("").status_code == 200
        clock.ahead += 60
        assert client.get("").status_code == 200

    def test_where_too_many_wait_the_next_is_told_so(self, client, monkeypatch):
        monkeypatch.setattr(flood, "ALL_A_SECOND", 1 / 60)
        assert [client.get("").status_code for _ in range(3)] == [200, 503, 503]

    def test_an_address_has_50_open_connections(self, door):
        address = ("127.0.0.1", port_of(door.address))
        held = [socket.create_connection(address, 60) for _ in range(50)]
        with connected(door) as one_more:
            assert said(one_more) == b""  # cut
        with connected(door, "127.0.0.2") as other:
            other.sendall(f"GET /{door.key}/ HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            assert other.recv(65536).startswith(b"HTTP/1.1 200")
        for connection in held:
            connection.close()
        until(lambda: _answers(door), "the connections are still counted")

    def test_all_together_have_a_bounded_number_of_connections(self, door, monkeypatch):
        monkeypatch.setattr(flood, "MOST", 3)
        address = ("127.0.0.1", port_of(door.address))
        held = [socket.create_connection(address, 60) for _ in range(3)]
        with connected(door, "127.0.0.2") as one_more:
            assert said(one_more) == b""
        for connection in held:
            connection.close()
        until(lambda: _answers(door), "the connections are still counted")


def _answers(door):
    try:
        return is_alive(door)
    except httpx.TransportError:
        return False


class TestWaiting:
    def test_who_sends_the_head_of_a_request_slowly_is_cut(self, door, monkeypatch):
        monkeypatch.setattr(flood, "HEAD", 0.3)
        with connected(door) as slow:
            slow.sendall(b"GET / HTTP/1.1\r\nX: ")
            assert said(slow) == b""
        assert is_alive(door)

    def test_the_second_head_on_a_connection_is_awaited_no_longer(self, door, monkeypatch):
        monkeypatch.setattr(flood, "NEXT", 0.3)
        with connected(door) as slow:
            slow.sendall(f"HEAD /{door.key}/ HTTP/1.1\r\nHost: x\r\n\r\nGET / HT".encode())
            assert said(slow).count(b"HTTP/1.1") == 1

    def test_who_sends_a_code_slowly_is_told_so(self, door, monkeypatch):
        monkeypatch.setattr(door_module, "PATIENCE", 0.3)
        with connected(door) as slow:
            slow.sendall(
                f"POST /{door.key}/hand-in HTTP/1.1\r\nHost: x\r\n".encode()
                + b"Content-Length: 40\r\n\r\nRO"
            )
            assert said(slow).startswith(b"HTTP/1.1 408")
        assert door.store.responses() == ()

    def test_who_reads_slowly_is_cut(self, store, monkeypatch):
        monkeypatch.setattr(flood, "ANSWER", 0.2)
        monkeypatch.setattr(flood, "HEAD", 0.6)
        door = Door(store, {"index.html": b"", "large.js": os.urandom(20_000_000)})
        door.open()
        with connected(door) as slow:
            slow.sendall(f"GET /{door.key}/large.js HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            with connected(door) as other:  # ends when the slow one is long cut
                other.sendall(b"GET ")
                said(other)
            assert len(said(slow)) < 20_000_000
        door.close()

    def test_half_a_request_harms_nobody(self, door):
        whole = (
            f"POST /{door.key}/hand-in HTTP/1.1\r\nHost: x\r\nContent-Length: "
            f"{len(ONE.to_code())}\r\n\r\n{ONE.to_code()}"
        ).encode()
        for end in range(0, len(whole), 9):
            with connected(door) as half:
                half.sendall(whole[:end])
        assert door.store.responses() == ()
        with connected(door) as entire:
            entire.sendall(whole)
            assert entire.recv(65536).startswith(b"HTTP/1.1 200")
        assert door.store.responses() == (ONE,)


class TestOpening:
    def test_it_listens_on_this_machine_alone_until_told_otherwise(self, door):
        assert door.address.startswith("http://127.0.0.1:")
        assert not can_connect(door.address, "127.0.0.2")

    def test_it_moves_to_another_address_with_the_same_key(self, door):
        before = door.address
        door.open("127.0.0.2")
        assert door.address == before.replace("127.0.0.1", "127.0.0.2", 1)
        assert not can_connect(before)
        assert is_alive(door)

    def test_closed_nobody_comes_in(self, door):
        address = door.address
        door.close()
        door.close()
        assert (door.is_open, door.address) == (False, "")
        assert not can_connect(address)

    def test_it_closes_by_itself_after_four_hours(self, door, clock):
        address = door.address
        clock.ahead += 4 * HOUR - 1
        assert is_alive(door)
        clock.ahead += 1
        until(lambda: not door.is_open, "it is still open")
        assert HOURS == 4
        assert not can_connect(address)

    def test_a_day_of_junk_leaves_no_line(self, door, capfd, caplog):
        """Neither an address nor what was sent."""
        with connected(door) as junk:
            junk.sendall(b"\x16\x03\x01 not HTTP\r\n\r\n")
            said(junk)
        with phone(door.address) as client:
            hand_in(client, "junk")
            hand_in(client, ONE.to_code())
            client.get("nowhere")
            client.get("", headers={"Connection": "Upgrade", "Upgrade": "websocket"})
        door.close()
        assert capfd.readouterr() == ("", "")
        assert not [record for record in caplog.records if "httpx" not in record.name]


class TestStore:
    def test_a_folder_is_made_beside_the_notebook(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        where = folder_of("Thursday, morning")
        assert where == tmp_path / "room-Thursday-morning"
        store_at(str(where), "Thursday, morning").add(ONE)
        again = store_at(str(where), "Thursday, morning")  # after the notebook was run again
        assert (again.session(), again.responses()) == ("Thursday, morning", (ONE,))

    def test_without_a_name_it_is_that_of_the_day(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        assert re.fullmatch(r"room-\d{4}-\d\d-\d\d", folder_of().name)

    def test_a_store_that_is_given_is_taken_as_it_is(self, store):
        store.begin("Friday")
        assert store_at(str(store.folder)).session() == "Friday"

    def test_where_nobody_can_hand_in_it_says_so(self, tmp_path):
        assert refusal(StoreError, store_at, f"sqlite:///{tmp_path}/none/room.db") == (
            "Nobody could hand in there (unable to open database file). Make it ready first, with "
            "python -m rolekit.record.set_up and its address."
        )


class TestTerminal:
    @pytest.fixture
    def room(self, tmp_path):
        return tmp_path / "room"

    @contextmanager
    def started(self, *arguments, answers=""):
        """The program, which says what it does line by line."""
        program = subprocess.Popen(
            [sys.executable, "-u", "-m", "rolekit.cohort.door", *map(str, arguments)],
            cwd=ROOT / "tests",
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        program.stdin.write(answers)
        program.stdin.flush()
        yield program
        program.kill()
        program.communicate()

    def address_of(self, program):
        """The address that is said, and all that was said before it."""
        before = []
        for line in program.stdout:
            if re.fullmatch(r"http://\S+/\n", line):
                return line.strip(), "".join(before)
            before.append(line)
        pytest.fail("".join(before) + program.stderr.read())

    def test_it_opens_a_door_as_the_notebook_does(self, room):
        with self.started(room, answers="\n") as program:
            address, before = self.address_of(program)
            assert VISIBLE in before
            assert str(room) in before
            assert "  1  127.0.0.1 (this computer only, to try it)" in before
            assert qr_in_letters(address) in before
            with phone(address) as client:
                assert client.get("").content == page_files()["index.html"]
                assert hand_in(client, ONE.to_code()).json() == {"kept": True}
            for line in program.stdout:
                if line.endswith("with 1 hand-in so far.\n"):
                    program.send_signal(signal.SIGINT)
                    break
            assert "with 1 hand-in so far. The door is closed.\n" in program.stdout.read()
            assert program.wait(60) == 0
        assert open_store(room).responses() == (ONE,)
        assert not can_connect(address)

    def test_a_number_that_is_none_is_asked_for_again(self, room):
        with self.started(room, answers="x\n99\n1\n") as program:
            address, before = self.address_of(program)
            assert before.count("Type a number from 1 to") == 2
            assert address.startswith("http://127.0.0.1:")

    def test_an_address_that_is_not_private_is_taken_after_a_warning_alone(
        self, room, monkeypatch, capsys
    ):
        public = Address("198.51.0.7", "eth0")
        answers, asked = iter(["2", "no", "1"]), []

        def answer(question):
            asked.append(question)
            return next(answers)

        def end(_):
            raise KeyboardInterrupt

        monkeypatch.setattr("builtins.input", answer)
        monkeypatch.setattr(terminal, "addresses", lambda: [Address(HERE, ""), public])
        monkeypatch.setattr(terminal, "time", SimpleNamespace(sleep=end))
        terminal.main([str(room)])
        assert [public.warning in question for question in asked] == [False, True, False]
        assert "http://127.0.0.1:" in capsys.readouterr().out

    def test_it_says_what_is_wrong(self):
        with self.started("gopher://x") as program:
            assert program.wait(60) == 1
            assert program.stderr.read().startswith("The cohort must be a folder, sqlite:///file")

    def test_it_says_how_it_is_used(self):
        with self.started("--help") as program:
            assert program.wait(60) == 1
            assert "python -m rolekit.cohort.door STORE" in program.stderr.read()
