"""The addresses at which this computer can be reached from others.

A laptop has several: one that only it can reach, one in its Wi-Fi, perhaps one of a cable or of a
virtual machine. Which of them the phones in the room can reach is for a person to say.
"""

import ipaddress
import socket
from typing import NamedTuple

import psutil

HERE = "127.0.0.1"


class Address(NamedTuple):
    """An IPv4 address of this computer, and the name of the network device that has it."""

    host: str
    device: str

    @property
    def is_private(self) -> bool:
        """Whether it is of a network that the internet does not reach."""
        return ipaddress.ip_address(self.host).is_private

    @property
    def label(self) -> str:
        """What it is called in a list to choose from.

        >>> Address("192.168.1.23", "wlan0").label, Address(HERE, "lo").label
        ('192.168.1.23 (wlan0)', '127.0.0.1 (this computer only, to try it)')
        """
        where = "this computer only, to try it" if self.host == HERE else self.device
        return f"{self.host} ({where}{'' if self.is_private else ', not private'})"

    @property
    def warning(self) -> str:
        """What to know before listening there; "" where there is nothing.

        >>> Address("203.0.114.5", "eth0").warning.partition(":")[0]
        '203.0.114.5 is not a private address'
        """
        if self.is_private:
            return ""
        return (
            f"{self.host} is not a private address: people far outside of this room may be able to "
            "reach the door there."
        )


def addresses() -> list[Address]:
    """Return where this computer can listen: for itself alone, then in private networks, then else.

    >>> addresses()[0].host
    '127.0.0.1'
    """
    up = {name for name, device in psutil.net_if_stats().items() if device.isup}
    found = {
        Address(one.address, name)
        for name, those in psutil.net_if_addrs().items()
        for one in those
        if name in up and one.family == socket.AF_INET and _leads_elsewhere(one.address)
    }
    return [Address(HERE, ""), *sorted(found, key=lambda one: (not one.is_private, one))]


def _leads_elsewhere(host: str) -> bool:
    address = ipaddress.ip_address(host)
    return not (address.is_loopback or address.is_link_local)
