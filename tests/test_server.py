"""A server in a thread: it listens where it is told to, and ends."""

import socket
import subprocess
import sys
import threading

import httpx
import pytest
from browser import until
from doors import can_connect, port_of
from starlette.responses import PlainTextResponse

from rolekit import RolekitError
from rolekit.base.server import Server

APP = PlainTextResponse("here")


@pytest.fixture
def server():
    with Server(APP, port=0) as server:
        yield server


def ask(server):
    return httpx.get(server.address, trust_env=False).text


def test_it_listens_on_this_machine_alone(server):
    """A server that listened to others too would be reached under its other names as well."""
    assert server.address.startswith("http://127.0.0.1:")
    assert can_connect(server.address)
    assert not can_connect(server.address, "127.0.0.2")


def test_it_listens_at_another_address_where_it_is_told_to_that_is_of_this_machine():
    with Server(APP, port=0, host="127.0.0.2") as server:
        assert server.address.startswith("http://127.0.0.2:")
        assert ask(server) == "here"
        assert not can_connect(server.address, "127.0.0.1")
    with pytest.raises(RolekitError, match=r"No port is free at 203\.0\.113\.1"):
        Server(APP, port=0, host="203.0.113.1").start()


def test_an_answer_does_not_wait_for_an_acknowledgement(server, monkeypatch):
    """It would, 40 milliseconds each, if Nagle's algorithm met a delayed acknowledgement."""
    accepted = []

    def accept(listener, accept=socket.socket.accept):
        accepted.append(accept(listener))
        return accepted[-1]

    monkeypatch.setattr(socket.socket, "accept", accept)
    with httpx.Client(trust_env=False) as client:
        assert client.get(server.address).text == "here"
        [(connection, _)] = accepted
        assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_busy_port_is_no_problem(server):
    with Server(APP, port=port_of(server.address)) as other:
        assert other.address != server.address
        assert ask(server) == ask(other) == "here"


def test_after_stopping_the_port_is_free_and_the_thread_gone():
    before = threading.active_count()
    for _ in range(2):
        server = Server(APP, port=0).start()
        address = server.address
        assert server.is_running
        assert can_connect(address)
        server.stop()
        server.stop()
        assert not server.is_running
        assert not can_connect(address)
        with socket.socket() as again:
            again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            again.bind(("127.0.0.1", port_of(address)))
    assert threading.active_count() <= before


def test_it_ends_by_itself_when_its_time_is_over():
    over = threading.Event()
    with Server(APP, port=0, is_over=over.is_set) as server:
        assert ask(server) == "here"
        over.set()
        until(lambda: not server.is_running, "it goes on")
        assert not can_connect(server.address)


def test_it_ends_with_the_program_that_forgot_to_stop_it():
    code = (
        "from starlette.responses import PlainTextResponse\n"
        "from rolekit.base.server import Server\n"
        "print(Server(PlainTextResponse(''), port=0).start().address)\n"
    )
    # The two minutes only keep a program that never ends from keeping the tests too.
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stderr == ""
    assert not can_connect(done.stdout.strip())
