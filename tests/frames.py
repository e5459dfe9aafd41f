"""Tables of answers for the tests of `place_frame`, and what `place` says of each row."""

import math

import narwhals as nw
import pandas
from strategies import ITEMS

from rolekit import Answers, NotEnoughAnswers, place
from rolekit.cohort.place_frame import RESULTS


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


def differences(placed, people, items=ITEMS):
    """Every cell that is not what `place` says, to 1e-9."""
    found = sorted(rows(placed), key=lambda row: int(row["department"].split()[1]))
    assert len(found) == len(people)
    for row, right in zip(found, expected(people, items), strict=True):
        for name in RESULTS:
            value, wanted = row[name], right[name]
            same = value == wanted or (
                None not in (value, wanted)
                and not isinstance(wanted, str)
                and math.isclose(value, wanted, rel_tol=0, abs_tol=1e-9)
            )
            if not same:
                yield row["department"], name, value, wanted
