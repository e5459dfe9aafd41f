"""A door on the loopback with everything at once: nothing that was confirmed is lost.

The door runs in a program of its own, as it does in a kernel, and is sent what phones, bad networks
and bad people send. Each phone has an address of its own in 127.0.0.0/8.
"""

import random
import socket
import sys
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress

import httpx
import psutil
import pytest
from browser import until
from doors import FILES, door_program, hand_in, phone, port_of

from rolekit.cohort import open_store, rehearsal
from rolekit.record.set_up import set_up

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux has all of 127.0.0.0/8"),
]

PEOPLE = [response for response in rehearsal(320, seed=1).responses if response.round == 1][:300]
AT_ONCE = 40  # phones that are under way at the same time
PAUSE = 0.02  # seconds between two things that one bad guest does
MEGABYTE = 1_000_000


@pytest.fixture(params=["{}/room", "sqlite:///{}/room.db"], ids=["folder", "sqlite"])
def where(request, tmp_path):
    where = request.param.format(tmp_path)
    set_up(where)
    return where


def take_part(address, number, tries=20):
    """Open the page and hand in, again where that fails; return the response once it is kept."""
    response = PEOPLE[number]
    for _ in range(tries):
        with suppress(httpx.TransportError), phone(address, number) as client:
            for name, content in list(FILES.items())[:3]:
                found = client.get(name)
                assert name == "door.js" or found.content == content or found.status_code >= 429
            if hand_in(client, response.to_code()).status_code == 200:
                return response
    return None


def all_of(address, numbers):
    """Let these phones take part, many at once; return what was kept."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        under_way = [pool.submit(take_part, address, number) for number in numbers]
        return {one.result() for one in as_completed(under_way)}


def test_of_300_phones_at_once_none_is_lost(where):
    with door_program(where) as (_, address):
        assert all_of(address, range(300)) == set(PEOPLE)
    found = open_store(where).read()
    assert set(found.responses) == set(PEOPLE)
    assert (found.conflicts, found.damaged) == (0, ())


# What is sent amiss: each a function that is called again and again, with the door's port and key.


def junk(port, key):
    with connection(port, "127.9.0.1") as one:
        one.sendall(random.randbytes(2000))
        one.recv(100)


def flood(port, key):
    with connection(port, "127.9.0.2") as one:
        one.sendall(f"GET /{key}/map.js HTTP/1.1\r\nHost: x\r\n\r\n".encode() * 50)
        one.recv(65536)


def wrong_key(port, key):
    with connection(port, "127.9.0.3") as one:
        one.sendall(f"GET /{key[:-1]}!/ HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        one.recv(100)


def large_body(port, key):
    with connection(port, "127.9.0.4") as one:
        head = f"POST /{key}/hand-in HTTP/1.1\r\nHost: x\r\nContent-Length: {10 * MEGABYTE}\r\n\r\n"
        one.sendall(head.encode())
        one.sendall(bytes(10 * MEGABYTE))


def half_request(port, key):
    with connection(port, "127.9.0.5") as one:
        one.sendall(f"POST /{key}/hand-in HTTP/1.1\r\nHost: x\r\nContent-Le".encode())


def endless_head(port, key):
    with connection(port, "127.9.0.6") as one:
        one.sendall(b"GET / HTTP/1.1\r\n")
        for n in range(10_000):
            one.sendall(f"X-{n}: {'x' * 1000}\r\n".encode())


def slow_sender(port, key):
    """Hold as many connections as the door lets one address have, and send next to nothing."""
    held = []
    with suppress(OSError):
        for _ in range(60):
            held.append(connection(port, "127.9.0.7"))
            held[-1].sendall(b"GET / HT")
    for one in held:
        with suppress(OSError):
            one.recv(100)  # until it is cut
        one.close()


def slow_reader(port, key):
    with connection(port, "127.9.0.8") as one:
        one.sendall(f"GET /{key}/map.js HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        one.recv(1)


AMISS = [
    junk,
    flood,
    wrong_key,
    large_body,
    half_request,
    endless_head,
    slow_sender,
    slow_reader,
]


def connection(port, source):
    return socket.create_connection(("127.0.0.1", port), 60, (source, 0))


def test_phones_get_in_whatever_else_is_sent(tmp_path):
    where = str(tmp_path / "room")
    set_up(where)
    with door_program(where) as (program, address):
        assert all_of(address, range(50)) == set(PEOPLE[:50])
        memory = psutil.Process(program.pid).memory_info().rss
        port, key = port_of(address), httpx.URL(address).path.strip("/")
        over, calls = threading.Event(), dict.fromkeys(AMISS, 0)

        def go_on(send):
            while not over.wait(PAUSE):
                with suppress(OSError):  # it was cut
                    send(port, key)
                calls[send] += 1

        threads = [threading.Thread(target=go_on, args=(send,)) for send in AMISS for _ in range(2)]
        for thread in threads:
            thread.start()
        try:
            assert all_of(address, range(50, 90)) == set(PEOPLE[50:90])
            until(lambda: all(calls.values()), lambda: f"not all was sent: {calls}")
        finally:
            over.set()
            for thread in threads:
                thread.join(120)
        grown = psutil.Process(program.pid).memory_info().rss - memory
        assert grown < 100 * MEGABYTE
        assert all_of(address, range(90, 120)) == set(PEOPLE[90:120])
        assert program.communicate(timeout=60)[1] == ""
        assert program.returncode == 0
    found = open_store(where).read()
    assert set(found.responses) == set(PEOPLE[:120])
    assert found.damaged == ()


def test_what_was_confirmed_before_the_kernel_was_killed_is_there(where):
    confirmed, enough = [], threading.Event()

    def take_part_until_the_end(address, numbers):
        with suppress(httpx.TransportError), phone(address, numbers[0]) as client:
            for number in numbers:
                if hand_in(client, PEOPLE[number].to_code()).status_code == 200:
                    confirmed.append(PEOPLE[number])
                if len(confirmed) >= 100:
                    enough.set()

    with door_program(where) as (program, address), ThreadPoolExecutor(20) as pool:
        for first in range(20):
            pool.submit(take_part_until_the_end, address, range(first, 300, 20))
        assert enough.wait(120)
        program.kill()
    found = open_store(where).read()
    assert 100 <= len(confirmed) < 300
    assert set(confirmed) <= set(found.responses)
    # And the room goes on at a new door.
    with door_program(where) as (_, address):
        assert all_of(address, range(300)) == set(PEOPLE)
    assert set(open_store(where).responses()) == set(PEOPLE)
