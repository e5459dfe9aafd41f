"""Hands for what goes on over a network: a page for a door, phones of their own addresses."""

import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[1]

# A page of the participants', as small as one can be.
FILES = {
    "index.html": b"<!DOCTYPE html><title>Where do you sit?</title><script src='door.js'></script>",
    "page.js": b"// the page",
    "door.js": b"globalThis.rolekitDoor = undefined;",
    "map.js": b"x" * 1_000_000,
}


def port_of(address):
    return httpx.URL(address).port


def can_connect(address, host=None):
    """Whether something listens at the port of an address, there or at another host."""
    with socket.socket() as probe:
        probe.settimeout(2)
        return probe.connect_ex((host or httpx.URL(address).host, port_of(address))) == 0


def phone(address, number=1):
    """Give a client for a page's address, at an address of its own in 127.0.0.0/8."""
    source = f"127.1.{number // 250}.{1 + number % 250}"
    way = httpx.HTTPTransport(local_address=source)
    return httpx.Client(base_url=address, transport=way, timeout=60, trust_env=False)


def hand_in(client, code):
    return client.post("hand-in", content=code, headers={"Content-Type": "text/plain"})


@contextmanager
def door_program(where):
    """Run a program that opens a door into a store; give the program and the address."""
    code = (
        "import sys, time\n"
        "from doors import FILES\n"
        "from rolekit.cohort.door import Door, store_at\n"
        "door = Door(store_at(sys.argv[1]), FILES)\n"
        "door.open()\n"
        "print(door.address, flush=True)\n"
        "sys.stdin.read()\n"
        "door.close()\n"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", code, str(where)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield program, program.stdout.readline().strip()
    if program.poll() is None:
        program.kill()
        program.communicate()
