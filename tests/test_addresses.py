"""Where a computer can listen: for itself first, then where a room's phones may be."""

import socket
from types import SimpleNamespace

import psutil
import pytest

from rolekit.cohort.door.addresses import HERE, Address, addresses

DEVICES = {
    "lo": ["127.0.0.1"],
    "eth0": ["198.51.0.7"],  # of the internet
    "wlan0": ["192.168.178.23", "fe80::1", "2001:db8::7"],
    "docker0": ["172.17.0.1"],
    "usb0": ["10.0.0.4"],  # not plugged in
    "cable": ["169.254.3.4"],  # found no network
}


@pytest.fixture
def laptop(monkeypatch):
    def family(address):
        return socket.AF_INET6 if ":" in address else socket.AF_INET

    found = {
        device: [SimpleNamespace(family=family(one), address=one) for one in those]
        for device, those in DEVICES.items()
    }
    up = {device: SimpleNamespace(isup=device != "usb0") for device in DEVICES}
    monkeypatch.setattr(psutil, "net_if_addrs", lambda: found)
    monkeypatch.setattr(psutil, "net_if_stats", lambda: up)


@pytest.mark.usefixtures("laptop")
def test_this_computer_alone_comes_first_and_what_is_not_private_last():
    assert addresses() == [
        Address(HERE, ""),
        Address("172.17.0.1", "docker0"),
        Address("192.168.178.23", "wlan0"),
        Address("198.51.0.7", "eth0"),
    ]


@pytest.mark.usefixtures("laptop")
def test_only_what_is_not_private_has_a_warning_and_is_called_so():
    *private, public = addresses()
    assert [one.warning for one in private] == ["", "", ""]
    assert public.warning == (
        "198.51.0.7 is not a private address: people far outside of this room may be able to reach "
        "the door there."
    )
    assert public.label == "198.51.0.7 (eth0, not private)"


def test_an_address_that_providers_share_among_households_is_not_private():
    """100.64.0.0/10 (RFC 6598): others of the provider may be in it."""
    assert Address("100.64.3.7", "wwan0").warning


def test_the_addresses_of_this_machine_can_be_listened_at():
    for one in addresses():
        with socket.socket() as listener:
            listener.bind((one.host, 0))
