"""The forty adverts of our own writing, and what a recruiter would say of them."""

import csv
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "data"


class Advert(NamedTuple):
    name: str
    role: str
    half: str
    lean: str
    depth: str
    text: str


with (FOLDER / "adverts.csv").open(encoding="utf-8", newline="") as stream:
    ADVERTS = [
        Advert(
            row["advert"],
            row["role"],
            row["half"],
            row["lean"],
            row["depth"],
            (FOLDER / "adverts" / f"{row['advert']}.txt").read_text(encoding="utf-8"),
        )
        for row in csv.DictReader(stream)
    ]
