"""A table of people is placed as each of them would be."""

import datetime
import decimal
from datetime import date

import duckdb
import pandas
import polars
import pyarrow
import pytest
from frames import SAME, TEN, columns_of, differences, expected, rows
from hands import close, long, refusal
from hypothesis import example, given
from hypothesis import strategies as st
from people import ITEMS, sides, some_answers
from strategies import EQUAL, any_answers, equal_weights, examples, placeable, whole

from rolekit import AnswerError, Answers
from rolekit.base.student_t import t_quantile
from rolekit.cohort import place_frame
from rolekit.cohort.place_frame import RESULTS
from rolekit.cohort.placement_columns import OWN, polynomial, quantile


def duck(table):
    return duckdb.from_arrow(pyarrow.table(table))


def nullable(table):
    frame = pandas.DataFrame(table)
    return frame.astype({name: "Int64" for name in frame if name in ITEMS})


EAGER = {"polars": polars.DataFrame, "pandas": pandas.DataFrame, "pyarrow": pyarrow.table}
LAZY = {"lazy polars": polars.LazyFrame, "DuckDB": duck}
each_kind = pytest.mark.parametrize("make", (EAGER | LAZY).values(), ids=EAGER | LAZY)
each_eager = pytest.mark.parametrize("make", EAGER.values(), ids=EAGER)
# For what is decided before a table's values are asked for, or is seen of each kind elsewhere.
OTHERS = long(pandas.DataFrame, pyarrow.table, polars.LazyFrame, duck)
usual_kind = pytest.mark.parametrize("make", [polars.DataFrame, *OTHERS])
usual_eager = pytest.mark.parametrize("make", [polars.DataFrame, *OTHERS[:2]])
each_lazy = pytest.mark.parametrize("make", LAZY.values(), ids=LAZY)

people = st.lists(any_answers(whole) | placeable(whole) | placeable(), min_size=1, max_size=40)
ENDS = [sides(100, 0, 0), sides(0, 100, 0)]


@each_kind
@examples(2)
@given(people)
@example([*SAME, *TEN, *ENDS])
def test_everybody_is_placed_as_alone(make, group):
    assert not differences(make(columns_of(group)), group)


@usual_kind
@examples(1)
@given(people, st.sets(st.sampled_from(ITEMS), min_size=1))
@example([*SAME, *TEN], {item for item in ITEMS if item[:-2] != "modelling"})
@example([*SAME, *TEN], {item for item in ITEMS if item[:-2] not in ("modelling", "deep_learning")})
@example([*SAME, *TEN], {"modelling-1"})
def test_an_item_without_a_column_was_answered_by_nobody(make, group, items):
    assert not differences(make(columns_of(group, sorted(items))), group, items)


@pytest.mark.parametrize(
    "make",
    [*EAGER.values(), *LAZY.values(), nullable],
    ids=[*EAGER, *LAZY, "pandas with its own nulls"],
)
def test_many_people_are_placed_as_alone(make):
    group = list(some_answers(2000))
    assert not differences(make(columns_of(group)), group)


@each_kind
def test_other_columns_are_kept_and_the_new_ones_follow(make):
    answered = columns_of(list(some_answers(5)))
    table = {"department": None, **answered, "note": [None, "x", "", "y", "z"]}
    table["department"] = list("abcde")
    for row, department in zip(rows(place_frame(make(table))), "abcde", strict=True):
        assert list(row) == [*table, *RESULTS]
        assert row["department"] == department


@each_kind
def test_a_table_stays_one_of_its_kind_and_a_lazy_one_lazy(make):
    table = make(columns_of(SAME))
    assert type(place_frame(table)) is type(table)


def test_an_empty_table_stays_empty_and_an_index_is_kept():
    frame = polars.DataFrame({"statistics-1": []}, schema={"statistics-1": polars.Int8})
    assert place_frame(frame).shape == (0, 1 + len(RESULTS))
    frame = pandas.DataFrame(columns_of(SAME), index=["x", "y", "y"])
    placed = place_frame(frame)
    assert list(placed.index) == ["x", "y", "y"]
    assert "lean" not in frame


def test_other_weights_are_used_here_too():
    group = list(some_answers(200))
    with equal_weights, pytest.MonkeyPatch.context() as patch:
        patch.setattr("rolekit.cohort.placement_columns.load_instrument", lambda: EQUAL)
        assert not differences(polars.DataFrame(columns_of(group)), group)


# Ways of not answering


@pytest.mark.parametrize(
    "column",
    [
        polars.Series([None, None]),
        polars.Series([None, None], dtype=polars.Float32),
        polars.Series([None, None], dtype=polars.String),
        polars.Series([float("nan"), None]),
    ],
    ids=lambda column: str(column.dtype),
)
def test_an_empty_column_was_answered_by_nobody(column):
    group = [SAME[0].having("statistics-2", None), SAME[1].having("statistics-2", None)]
    table = polars.DataFrame(columns_of(group)).with_columns(column.alias("statistics-2"))
    assert not differences(table, group)
    if column.dtype != polars.String:
        assert not differences(table.lazy(), group)


def test_an_empty_column_of_pandas_was_answered_by_nobody():
    group = [SAME[0].having("statistics-2", None)]
    table = pandas.DataFrame(columns_of(group))
    assert table["statistics-2"].dtype == object
    assert not differences(table, group)


@pytest.mark.parametrize(
    "kind",
    [polars.Int8, polars.UInt8, polars.Int64, polars.Float32, polars.Float64, polars.Decimal(9, 2)],
    ids=str,
)
def test_numbers_of_every_kind_are_answers(kind):
    group = list(some_answers(50))
    table = polars.DataFrame(columns_of(group)).with_columns(polars.col(ITEMS).cast(kind))
    assert not differences(table, group)


@each_eager
def test_a_table_without_any_answers_is_one_of_people_without_a_place(make):
    group = [Answers(), Answers()]
    assert not differences(make(columns_of(group)), group)


# What is no answer


def refused(table):
    return refusal(AnswerError, place_frame, table)


NO_ANSWER = (
    "Item 'pipelines-1' must be a whole number from 0 to 100 or empty "
    "(got {} in row {}, counted from 0). Correct it or empty it. If the answers are on another "
    "scale, name it, such as place_frame(table, scale=(1, 5))."
)
NO_NUMBERS = "Column 'statistics-1' must hold whole numbers from 0 to 100 (it holds {}). "


@each_eager
@pytest.mark.parametrize("value", [-1, 101, 255, -1000])
def test_a_number_that_is_no_answer_is_refused_with_its_row(make, value):
    table = columns_of(SAME)
    table["pipelines-1"][2] = value
    assert refused(make(table)) == NO_ANSWER.format(value, 2)


@pytest.mark.parametrize("value", [0.5, 99.999, float("inf"), -0.1])
def test_a_number_that_is_not_whole_is_refused(value):
    table = columns_of(SAME)
    table["pipelines-1"][1] = value
    assert refused(polars.DataFrame(table, strict=False)) == NO_ANSWER.format(value, 1)


@each_lazy
@pytest.mark.parametrize("value", [-1.0, 101.0, 0.5, float("inf")])
def test_in_a_lazy_table_a_number_that_is_no_answer_leaves_its_row_empty(make, value):
    group = [*SAME, *TEN]
    table = columns_of(group)
    table["pipelines-1"] = [float(x) for x in table["pipelines-1"]]
    table["pipelines-1"][1] = value
    found = list(rows(place_frame(make(table))))
    assert {found[1][name] for name in RESULTS} == {None}
    assert [row["lean"] for row in found] == [0, None, 0, -10, 10]


@each_kind
def test_a_column_of_texts_is_refused(make):
    table = columns_of(SAME) | {"statistics-1": ["70", "=1+1", ""]}
    assert refused(make(table)).startswith(NO_NUMBERS.format("String"))


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([True, False, None], "Boolean"),
        ([[1], [2], []], "List(Int64)"),
        ([b"1", b"2", b"3"], "Binary"),
    ],
)
@pytest.mark.parametrize("make", [polars.DataFrame, polars.LazyFrame])
def test_a_column_of_another_kind_is_refused(values, kind, make):
    table = columns_of(SAME) | {"statistics-1": values}
    assert refused(make(table)).startswith(NO_NUMBERS.format(kind))


def test_a_table_without_items_and_a_column_of_any_objects_are_refused():
    assert refused(polars.DataFrame({"statistics": [5], "note-1": [5]})) == (
        "No column of the table is an item. Name the columns after the ids of the items, such as "
        "'exploration-1'."
    )
    table = {**columns_of(SAME), "statistics-1": [decimal.Decimal(5), "x", None]}
    assert "(it holds Object)" in refused(pandas.DataFrame(table, dtype=object))


@pytest.mark.parametrize("name", ["lean", "answered", f"{OWN}first"])
def test_a_column_that_would_be_overwritten_is_refused(name):
    assert refused(polars.DataFrame({"statistics-1": [5], name: [1]})) == (
        f"The table already has a column {name!r}. Rename it or leave it out, and place again."
    )


@pytest.mark.parametrize("thing", [[], {"statistics-1": [5]}, None, "table", polars.Series([1])])
def test_what_is_no_table_is_refused(thing):
    assert refused(thing) == (
        "place_frame takes a table: polars, pandas, pyarrow, DuckDB, Dask or Spark (got a "
        f"{type(thing).__name__}). Read one first, such as pandas.read_csv('answers.csv'), or one "
        "sheet of a spreadsheet."
    )


@pytest.mark.parametrize("column", [[date(2026, 1, 5)], [True]])
def test_what_a_program_made_of_the_answers_is_not_made_numbers_of(column):
    assert "Read the file again with this column as text" in refused(
        polars.DataFrame({"statistics-1": column})
    )


@pytest.mark.parametrize(
    "column",
    [["70", None, "60"], ["70%", "60 %", None], ["70,0", "60,0", "50"], ["70.0", " 60", None]],
    ids=["texts", "per cent", "commas", "spaces"],
)
@pytest.mark.parametrize("make", [pandas.DataFrame, polars.DataFrame], ids=["pandas", "polars"])
def test_what_is_said_to_mend_a_column_mends_it(make, column):
    group = list(some_answers(3))
    table = make(columns_of(group) | {"statistics-1": column})
    known = {"table": table, "pandas": pandas, "polars": polars}
    exec(refused(table).partition("Make numbers of it: ")[2], known)
    assert next(rows(place_frame(known["table"])))["statistics-1"] == 70


def test_objects_that_are_numbers_are_mended_too():
    table = pandas.DataFrame(columns_of(SAME), dtype=object)
    for _ in ITEMS:
        said = refused(table)
        exec(said.partition("Make numbers of it: ")[2], {"table": table, "pandas": pandas})
    assert [row["lean"] for row in rows(place_frame(table))] == [0, 0, 0]


NAMES = [0, None, *long(float("nan"), 1.5, datetime.date(2026, 11, 3), ("a", 1))]


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_a_column_whose_name_is_no_text_is_kept(name):
    table = pandas.DataFrame(columns_of(ENDS), index=["x", "x"])
    table[name] = ["one", "other"]
    placed = place_frame(table)
    assert list(placed.columns[:-13]) == list(table.columns)
    assert list(placed["lean"]) == [-100, 100]
    assert list(placed.iloc[:, len(ITEMS) + 1]) == ["one", "other"]


@pytest.mark.parametrize("make", [pandas.DataFrame, pyarrow.table], ids=["pandas", "pyarrow"])
def test_two_columns_of_one_name_are_named(make):
    table = make({"statistics-1": [50], "other": [60]})
    names = ["statistics-1", "statistics-1"]
    table = table.rename_columns(names) if make is pyarrow.table else table.set_axis(names, axis=1)
    assert refused(table) == (
        "Two columns are named 'statistics-1'. Rename one or leave it out; in pandas, table.loc[:, "
        "~table.columns.duplicated()] keeps the first of each name."
    )


# Tables that seem right


@pytest.mark.parametrize(
    ("values", "told", "scale"),
    [
        ([1, 2, 5], "from 1 to 5", (1, 5)),
        ([1, 4, 7], "from 1 to 7", (1, 7)),
        ([0, 3, 10], "from 0 to 10", (0, 10)),
        ([2, 3, 4], "from 2 to 4", (1, 5)),
    ],
)
@usual_eager
def test_answers_on_a_short_scale_are_asked_about(make, values, told, scale):
    table = make({item: values for item in ITEMS})
    assert refused(table) == (
        f"All answers are {told}, but 0 to 100 was expected. Name their scale: "
        f"place_frame(table, scale={scale}), or scale=(0, 100) if it is that one."
    )
    assert next(rows(place_frame(table, scale=(0, 100))))["lean"] == 0


@each_kind
@pytest.mark.parametrize("scale", [(5, 1), *long((1, 5), (0, 4), (0.0, 1.0))])
def test_a_scale_that_is_named_is_stretched(make, scale):
    low, high = scale
    group = [*ENDS, sides(25, 75)]
    on_scale = columns_of(group)
    for item in ITEMS:
        on_scale[item] = [low + x * (high - low) / 100 for x in on_scale[item]]
    placed = list(rows(place_frame(make(on_scale), scale=scale)))
    for row, wanted in zip(placed, expected(group), strict=True):
        for name in RESULTS:
            assert row[name] == (wanted[name] if name == "side" else close(wanted[name]))


def test_a_number_off_the_scale_that_is_named_is_refused():
    table = polars.DataFrame({item: [1, 6] for item in ITEMS})
    said = refusal(AnswerError, place_frame, table, scale=(1, 5))
    assert said.startswith("Item 'exploration-1' must be a number from 1 to 5 or empty (got 6 in")


@pytest.mark.parametrize("scale", [(1, 1), 5, (1, 2, 3), ("a", "b"), (0, float("inf"))])
def test_what_is_no_scale_is_refused(scale):
    said = refusal(AnswerError, place_frame, polars.DataFrame({"statistics-1": [5]}), scale=scale)
    assert said == (
        "'scale' must be two different numbers, the lowest and the highest, such as (1, 5) (got "
        f"{scale!r})."
    )


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Statistics-1", "statistics-1"),
        ("statistics_1", "statistics-1"),
        (" statistics-1 ", "statistics-1"),
        ("statistics 1", "statistics-1"),
        ("STATISTICS.1", "statistics-1"),
        ("statistics1", "statistics-1"),
        ("statistcs-1", "statistics-1"),
        ("deep learning-2", "deep_learning-2"),
        ("Experiments-1", "experimentation-1"),
        ("statistics-1\u200b", "statistics-1"),
        ("Q3. statistics-1 (0-100)", "statistics-1"),
        ("Unnamed: 3_statistics-1", "statistics-1"),
        ("statistics-1.0", "statistics-1"),
    ],
)
@usual_kind
def test_a_heading_that_is_nearly_an_items_is_asked_about(make, name, meant):
    table = {item: values for item, values in columns_of(SAME).items() if item != meant}
    assert refused(make(table | {name: [1, 2, 3]})) == (
        f"The column {name!r} is named almost like the item {meant!r}, which has no column. Rename "
        "it if it is that item; otherwise give it a name that is less similar."
    )


def test_other_headings_and_those_beside_the_item_are_kept():
    more = {
        "statistics_1": [1, 2, 3],
        "statistics": [1, 2, 3],
        "note-1": [1, 2, 3],
        "x2": [1, 2, 3],
    }
    assert not differences(polars.DataFrame(columns_of(SAME) | more), SAME)


# The quantile


def test_the_polynomial_is_the_quantile_for_every_df_that_can_be():
    steps = 20_000
    for df in (3 + 5 * step / steps for step in range(steps + 1)):
        assert quantile(1 / df) == pytest.approx(t_quantile(0.9, df), abs=1e-12)
    nodes, _ = polynomial()
    assert 1 / 8 < min(nodes) < 1 / 7.9
    assert 1 / 3.1 < max(nodes) < 1 / 3
