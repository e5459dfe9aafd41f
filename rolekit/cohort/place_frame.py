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
from typing import TYPE_CHECKING, Any, TypeVar

from rolekit.base.progress import progress

if TYPE_CHECKING:
    from rolekit.cohort.placement_columns import Scale

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


def place_frame(frame: Frame, scale: Scale | None = None) -> Frame:
    """Return a table with thirteen columns more: the place of the person in each row.

    `frame` is a table that narwhals knows. Columns named after an item hold whole numbers
    from 0 to 100, or are empty (null or NaN) where it was not answered; an item without a column
    was answered by nobody. All other columns are kept as they are. The new columns are `lean`,
    `low`, `high`, `side`, `depth`, `depth_low`, `depth_high`, `depth_relative`, `analytics`,
    `engineering`, `elevation`, `differentiation` and `answered`, as in `rolekit.Placement`, equal
    to those of `rolekit.place` within 1e-9. They are empty, but for `answered`, for who answered
    too little to be placed.

    `scale` is what the least and the most that one could answer are written as, such as (1, 5);
    the answers are stretched to 0 to 100. A scale of ten points or fewer has to be said.

    A lazy table stays lazy. Raises `AnswerError`, with what mends the table, where no column is an
    item or one is named almost like an item, where two have one name, where the column of an item
    does not hold numbers, or where one of the new columns is there already. A number that cannot
    be an answer raises `AnswerError` too, with its row; in a lazy table, where no answer can be
    seen yet, all thirteen columns of that row come out empty, `answered` included.

    Spark may log at length that code which it generated grew too large; it goes on without that
    code, to the same result.

    >>> import polars
    >>> from rolekit import load_instrument
    >>> keen = {"analytics": 30, "engineering": 70, "machine_learning": 50}
    >>> table = polars.DataFrame({i.id: [keen[i.pole], None] for i in load_instrument().items})
    >>> place_frame(table).select("lean", "side", "answered").rows()
    [(40.0, 'engineering', 24), (None, None, 0)]
    """
    import narwhals as nw

    from rolekit.cohort.frame_checks import checked_scale, items_in, refuse_what_is_no_answer, table
    from rolekit.cohort.placement_columns import stages

    data, columns = table(frame)
    if not all(isinstance(name, str) for name in columns):
        beside: Frame = _beside_other_names(frame, columns, scale)
        return beside
    items, ends = items_in(data, columns, RESULTS), checked_scale(scale)
    if isinstance(data, nw.DataFrame):
        refuse_what_is_no_answer(data, items, scale)
    steps = stages(items, ends)
    # A lazy table is worked out later, by its own program and with that program's own bar.
    if isinstance(data, nw.DataFrame):
        steps = progress(list(steps), "Placing", "step")
    for stage in steps:
        data = data.with_columns(**stage)
    placed: Frame = data.select(*columns, *RESULTS).to_native()
    return placed


def _beside_other_names(frame: Any, columns: Sequence[object], scale: Scale | None) -> Any:
    """Place a table some of whose columns have names that are no texts, as pandas allows."""
    placed = place_frame(frame[[name for name in columns if isinstance(name, str)]], scale)
    return frame.assign(**{name: placed[name] for name in RESULTS})
