"""Placing everybody in a table at once, wherever the table lives.

An organisation keeps its answers in tables of its own: a row a person, a column an item. This
module writes the formulas of `rolekit.measure.placement` as column expressions, and narwhals hands
them to whatever holds the table: polars, pandas, pyarrow, DuckDB, Dask, Spark. Nothing is copied
into Python, and where the table is lazy, nothing is computed before it is asked for.

The results are those of `rolekit.place`, person by person, to 1e-9: `placement_columns` says how
that is possible for the one part that is no expression.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from rolekit.base.progress import progress
from rolekit.errors import AnswerError
from rolekit.record.instrument import load_instrument

Frame = TypeVar("Frame")

RESULTS = (
    "lean",
    "low",
    "high",
    "side",
    "depth",
    "depth_low",
    "depth_high",
    "depth_relative",
    "analytics",
    "engineering",
    "elevation",
    "differentiation",
    "answered",
)


def place_frame(frame: Frame) -> Frame:
    """Return a table with thirteen columns more: the place of the person in each row.

    `frame` is a table that narwhals knows. Columns that bear the id of an item hold whole numbers
    from 0 to 100, or are empty (null or NaN) where it was not answered; an item without a column
    was answered by nobody. All other columns are kept as they are. The new columns are `lean`,
    `low`, `high`, `side`, `depth`, `depth_low`, `depth_high`, `depth_relative`, `analytics`,
    `engineering`, `elevation`, `differentiation` and `answered`, as in `rolekit.Placement`, equal
    to those of `rolekit.place` within 1e-9. They are empty, but for `answered`, for who answered
    too little to be placed.

    A lazy table stays lazy. Raises `AnswerError` where no column is an item, where the column of an
    item does not hold numbers, or where one of the new columns is there already. A number that
    cannot be an answer raises `AnswerError` too, with its row; in a lazy table, where it cannot be
    seen yet, all thirteen columns of that row come out empty, `answered` included.

    Spark may log at length that code which it generated grew too large; it goes on without that
    code, to the same result.

    >>> import polars
    >>> keen = {"analytics": 30, "engineering": 70, "machine_learning": 50}
    >>> table = polars.DataFrame({i.id: [keen[i.pole], None] for i in load_instrument().items})
    >>> place_frame(table).select("lean", "side", "answered").rows()
    [(40.0, 'engineering', 24), (None, None, 0)]
    """
    import narwhals as nw

    from rolekit.cohort.placement_columns import stages

    try:
        data: Any = nw.from_native(frame)
    except TypeError:
        raise AnswerError(
            "place_frame takes a table: polars, pandas, pyarrow, DuckDB, Dask or Spark (got a "
            f"{type(frame).__name__})."
        ) from None
    columns = data.collect_schema().names()
    items = _items(data, columns)
    if isinstance(data, nw.DataFrame):
        _refuse_what_is_no_answer(data, items)
    steps = stages(items)
    # A lazy table is worked out later, by its own program and with that program's own bar.
    if isinstance(data, nw.DataFrame):
        steps = progress(list(steps), "Placing", "step")
    for stage in steps:
        data = data.with_columns(**stage)
    placed: Frame = data.select(*columns, *RESULTS).to_native()
    return placed


def _items(data: Any, columns: Sequence[str]) -> list[str]:
    """Return the items that have a column, all of which can hold answers."""
    import narwhals as nw

    from rolekit.cohort.placement_columns import OWN

    if taken := [name for name in columns if name in RESULTS or name.startswith(OWN)]:
        raise AnswerError(
            f"The table has a column {taken[0]!r} already. Rename it or leave it out, and place "
            "again."
        )
    schema = data.collect_schema()
    items = [item.id for item in load_instrument().ever_asked if item.id in columns]
    if not items:
        raise AnswerError(
            "No column of the table is an item. Name the columns by the ids of the items, such as "
            f"{load_instrument().items[0].id!r}."
        )
    filled = []
    for item in items:
        kind = schema[item]
        # A column without a single answer may be of any type, or of none.
        if isinstance(data, nw.DataFrame) and data[item].is_null().all():
            continue
        if not kind.is_numeric() and kind != nw.Unknown:
            raise AnswerError(
                f"Column {item!r} must hold whole numbers from 0 to 100 (it holds {kind})."
            )
        filled.append(item)
    return filled or items[:1]


def _refuse_what_is_no_answer(data: Any, items: Sequence[str]) -> None:
    """Raise `AnswerError` for the first number that cannot be an answer."""
    from rolekit.cohort.placement_columns import cleaned, is_wrong

    data = data.with_columns(**cleaned(items))
    for item in progress(items, "Checking", "item"):
        wrong = data.select(is_wrong(item).alias("wrong"))["wrong"]
        if wrong.any():
            row = wrong.arg_true()[0]
            raise AnswerError(
                f"Item {item!r} must be a whole number from 0 to 100 or empty (got "
                f"{data[item][row]} in row {row}, counted from 0)."
            )
