"""Tables of answers for the tests of `place_frame`, and what `place` says of each row."""

import math

import narwhals as nw
import pandas
from people import ITEMS, sides

from rolekit import Answers, NotEnoughAnswers, place
from rolekit.cohort import place_frame
from rolekit.cohort.place_frame import RESULTS

SAME = [sides(x, x, x) for x in (0, 35, 100)]
TEN = [sides(60, 50), sides(50, 60)]  # lean -10 and 10, a threshold


def columns_of(people, items=ITEMS):
    """A column for each item, None where it was not answered, and one of another kind."""
    table = {item: [answers[item] for answers in people] for item in items}
    return table | {"department": [f"number {n}" for n in range(len(people))]}


def expected(people, items=ITEMS):
    for answers in people:
        seen = Answers.from_items({item: answers[item] for item in items})
        try:
            placement = place(seen)
        except NotEnoughAnswers:
            yield dict.fromkeys(RESULTS) | {"answered": len(seen)}
        else:
            yield {name: getattr(placement, name) for name in RESULTS}


def rows(frame):
    """The rows of a table of any kind, empty cells as None."""
    data = nw.from_native(frame)
    if isinstance(data, nw.LazyFrame):
        data = data.collect()
    for row in data.iter_rows(named=True):
        yield {name: None if pandas.isna(value) else value for name, value in row.items()}


def differences(table, people, items=ITEMS):
    """Every cell in which `place_frame` puts something else than `place` says."""
    found = sorted(rows(place_frame(table)), key=lambda row: int(row["department"].split()[1]))
    return [
        (row["department"], name, row[name], right[name])
        for row, right in zip(found, expected(people, items), strict=True)
        for name in RESULTS
        if not alike(row[name], right[name])
    ]


def alike(value, wanted):
    """Whether two cells are the same, numbers to 1e-9."""
    if value is None or wanted is None or isinstance(wanted, str):
        return value == wanted
    return math.isclose(value, wanted, rel_tol=0, abs_tol=1e-9)
