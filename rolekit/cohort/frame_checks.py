"""What a table of answers must be, and what mends one that is not.

A table that is placed although it is not what it seems does more harm than one that is refused:
answers from 1 to 5 would make everybody balanced, a heading with a slip of the pen would count as
not answered. So both are asked about.
"""

import math
import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

import narwhals as nw

from rolekit.base.progress import progress
from rolekit.cohort.placement_columns import FULL_SCALE, OWN, Scale, cleaned, is_wrong
from rolekit.errors import AnswerError
from rolekit.record.instrument import load_instrument

_SHORT_SCALES = (5, 7, 10)  # ends of scales that are in use elsewhere
_ENOUGH = 8  # answers, from which it is no chance that all lie on a short scale
_STEP = 5  # points between the answers that sliders give
_HEADING = re.compile(r"[\W_]*(.*?)[\W_]*([12])[\W_]*(?:\(.*\)\W*)?")


def table(frame: object) -> tuple[Any, list[Any]]:
    """Return a table as narwhals holds it, and the names of its columns.

    Raises `AnswerError` for what is no table, and where two columns have one name.
    """
    try:
        data: Any = nw.from_native(frame)
        return data, list(data.collect_schema().names())
    except TypeError:
        raise AnswerError(
            "place_frame takes a table: polars, pandas, pyarrow, DuckDB, Dask or Spark (got a "
            f"{type(frame).__name__}). Read one first, such as pandas.read_csv('answers.csv'), or "
            "one sheet of a spreadsheet."
        ) from None
    except nw.exceptions.DuplicateError:
        names = list(frame.column_names if hasattr(frame, "column_names") else frame.columns)  # type: ignore[attr-defined]
        twice = next(name for name in names if names.count(name) > 1)
        raise AnswerError(
            f"Two columns are named {twice!r}. Rename one or leave it out; in pandas, table.loc[:, "
            "~table.columns.duplicated()] keeps the first of each name."
        ) from None


def checked_scale(scale: Scale | None) -> Scale:
    """Return the two ends of the scale on which the answers are, 0 and 100 unless said."""
    ends = FULL_SCALE if scale is None else scale
    try:
        low, high = (float(end) for end in ends)
    except (TypeError, ValueError):
        low = high = math.nan
    if not (math.isfinite(low) and math.isfinite(high)) or low == high:
        raise AnswerError(
            f"'scale' must be two different numbers, the lowest and the highest, such as (1, 5) "
            f"(got {scale!r})."
        )
    return low, high


def items_in(data: Any, columns: Sequence[str], taken: Iterable[str]) -> list[str]:
    """Return the items that have a column, all of which can hold answers.

    `taken` are the names of the new columns. Raises `AnswerError` with what mends the table.
    """
    for name in columns:
        if name in taken or name.startswith(OWN):
            raise AnswerError(
                f"The table already has a column {name!r}. Rename it or leave it out, and place "
                "again."
            )
    known = [item.id for item in load_instrument().ever_asked]
    items = [item for item in known if item in columns]
    for name in columns:
        if name not in items and (meant := _meant(name)) and meant not in columns:
            raise AnswerError(
                f"The column {name!r} is named almost like the item {meant!r}, which has no "
                "column. Rename it if it is that item; otherwise give it a name that is less "
                "similar."
            )
    if not items:
        raise AnswerError(
            "No column of the table is an item. Name the columns after the ids of the items, such "
            f"as {load_instrument().items[0].id!r}."
        )
    # A column without a single answer may be of any type, or of none.
    lazy = not isinstance(data, nw.DataFrame)
    filled = [item for item in items if lazy or not data[item].is_null().all()]
    schema = data.collect_schema()
    for item in filled:
        if not schema[item].is_numeric() and schema[item] != nw.Unknown:
            raise AnswerError(
                f"Column {item!r} must hold whole numbers from 0 to 100 (it holds {schema[item]}). "
                f"{_mend(data, item)}"
            )
    return filled or items[:1]


def _meant(name: str) -> str:
    """Return the item whose id a heading is nearly, or has in it, "" if there is none."""
    for item in load_instrument().ever_asked:
        if _same(item.id) in _same(name):
            return item.id
    found = _HEADING.fullmatch(name.casefold())
    if not found:
        return ""
    stem = _same(found[1])
    names = {facet.id: facet.id for facet in load_instrument().facets}
    names |= {
        facet.name.casefold().replace(" ", "_"): facet.id for facet in load_instrument().facets
    }
    close = get_close_matches(stem, names, n=1, cutoff=0.85)
    return f"{names[close[0]]}-{found[2]}" if close else ""


def _same(name: str) -> str:
    """Return a name whatever its case, and whatever stands between its words."""
    return re.sub(r"[\W_]+", "_", name.casefold())


def _mend(data: Any, item: str) -> str:
    """Return what makes numbers of texts such as '70', '70%' and '70,0'."""
    kind = data.collect_schema()[item]
    if kind.is_temporal() or kind == nw.Boolean:
        return (
            "Read the file again with this column as text, for a program made something else of "
            "it; or leave the column out."
        )
    if data.implementation.is_pandas_like():
        return (
            f'Make numbers of it: table["{item}"] = pandas.to_numeric(table["{item}"].astype('
            '"string").str.rstrip("% ").str.replace(",", "."))'
        )
    if data.implementation.is_polars():
        return (
            f'Make numbers of it: table = table.with_columns(polars.col("{item}").cast(polars.'
            'String).str.strip_chars("% ").str.replace(",", ".").cast(polars.Float64))'
        )
    return (
        f"Make numbers of it, in SQL: CAST(REPLACE(RTRIM(\"{item}\", '% '), ',', '.') AS DOUBLE)."
    )


def refuse_what_is_no_answer(data: Any, items: Sequence[str], scale: Scale | None) -> None:
    """Raise `AnswerError` for the first number that cannot be an answer, or for a scale unsaid."""
    low, high = ends = checked_scale(scale)
    seen = data.with_columns(**cleaned(items, ends))
    for item in progress(items, "Checking", "item"):
        wrong = seen.select(is_wrong(item).alias("wrong"))["wrong"]
        if wrong.any():
            row = wrong.arg_true()[0]
            whole = "a whole number" if ends == FULL_SCALE else "a number"
            raise AnswerError(
                f"Item {item!r} must be {whole} from {low:g} to {high:g} or empty (got "
                f"{data[item][row]} in row {row}, counted from 0). Correct it or empty it. If "
                "the answers are on another scale, name it, such as place_frame(table, scale=(1, "
                "5))."
            )
    if scale is None:
        _refuse_a_short_scale([seen[OWN + item] for item in items])


def _refuse_a_short_scale(answers: Sequence[Any]) -> None:
    """Raise `AnswerError` where all answers seem to be on a scale such as from 1 to 5."""
    given = [one for one in answers if one.count()]
    most = max((one.max() for one in given), default=100)
    if most > _SHORT_SCALES[-1] or sum(one.count() for one in given) < _ENOUGH:
        return
    if not any((((one / _STEP).floor() * _STEP) != one).any() for one in given):
        return
    least = min(one.min() for one in given)
    ends = int(least >= 1), next(end for end in _SHORT_SCALES if end >= most)
    raise AnswerError(
        f"All answers are from {least:g} to {most:g}, but 0 to 100 was expected. Name their scale: "
        f"place_frame(table, scale={ends}), or scale=(0, 100) if it is that one."
    )
