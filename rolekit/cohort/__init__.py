"""Many people: how to collect their codes, and what their answers say together.

A *cohort* is everything that was handed in. A *room* is what the facilitator and its people see.
"""

from rolekit.cohort.invented import rehearsal
from rolekit.cohort.place_frame import place_frame
from rolekit.cohort.room import Reveal, Room
from rolekit.cohort.shown import Shown
from rolekit.cohort.summary import Estimate, Summary, summarise
from rolekit.record.open_store import open_store
from rolekit.record.read_codes import CodesRead, Damaged, DamagedRecord, read_codes
from rolekit.record.stores import Store

__all__ = [
    "CodesRead",
    "Damaged",
    "DamagedRecord",
    "Estimate",
    "Reveal",
    "Room",
    "Shown",
    "Store",
    "Summary",
    "open_store",
    "place_frame",
    "read_codes",
    "rehearsal",
    "summarise",
]
