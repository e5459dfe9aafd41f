"""Hands for what goes on over a network: a page for a door, phones of their own addresses."""

import socket

import httpx

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
