"""A room of people: how their codes come together, and what their answers say together."""

from rolekit.cohort.place_frame import place_frame
from rolekit.cohort.read_codes import CodesRead, Damaged, DamagedRecord, read_codes
from rolekit.cohort.room import Picture, Reveal, Room, rehearsal
from rolekit.cohort.stores import Store, open_store
from rolekit.cohort.summary import Estimate, Summary, summarise

__all__ = [
    "CodesRead",
    "Damaged",
    "DamagedRecord",
    "Estimate",
    "Picture",
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
