"""A room of people: how their codes come together, and what their answers say together."""

from rolekit.cohort.place_frame import place_frame
from rolekit.cohort.room import Picture, Reveal, Room, rehearsal
from rolekit.cohort.summary import Estimate, PoleSummary, Summary, summarise
from rolekit.record.open_store import open_store
from rolekit.record.read_codes import CodesRead, Damaged, DamagedRecord, read_codes
from rolekit.record.stores import Store

__all__ = [
    "CodesRead",
    "Damaged",
    "DamagedRecord",
    "Estimate",
    "Picture",
    "PoleSummary",
    "Reveal",
    "Room",
    "Store",
    "Summary",
    "open_store",
    "place_frame",
    "read_codes",
    "rehearsal",
    "summarise",
]
