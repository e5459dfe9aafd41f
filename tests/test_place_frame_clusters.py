"""The tables of an organisation's own cluster, Dask and Spark, placed like any other.

Both run here on this machine alone, with a few partitions each.
"""

import sys

import dask
import dask.dataframe
import narwhals as nw
import pandas
import pytest
from frames import SAME, TEN, columns_of, differences, rows
from hands import refusal
from people import ITEMS, some_answers

from rolekit import AnswerError, Answers
from rolekit.cohort import place_frame
from rolekit.cohort.place_frame import RESULTS

pytestmark = [
    pytest.mark.long,
    pytest.mark.filterwarnings("ignore:Dask support is moving:FutureWarning"),
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support:FutureWarning"),
]


def some(count, seed=1):
    """People of all kinds, the all alike and those on a threshold among them."""
    return [*SAME, *TEN, Answers(), *some_answers(count - 6, seed)]


def dask_table(table):
    return dask.dataframe.from_pandas(pandas.DataFrame(table), npartitions=3)


@pytest.fixture(scope="module")
def spark(java, tmp_path_factory):
    """Spark on this machine alone: it listens on 127.0.0.1, and has no page to look at."""
    from pyspark.sql import SparkSession

    folder = tmp_path_factory.mktemp("spark")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        builder = builder.config("spark.driver.host", "127.0.0.1")
        builder = builder.config("spark.driver.bindAddress", "127.0.0.1")
        builder = builder.config("spark.sql.shuffle.partitions", "2")
        builder = builder.config("spark.sql.warehouse.dir", str(folder))
        # Its generated code grows too large for so many columns; it would say so at length and do
        # without in the end.
        builder = builder.config("spark.sql.codegen.wholeStage", "false")
        session = builder.config("spark.local.dir", str(folder)).getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        yield session
        java = session.sparkContext._gateway
        session.stop()
        java.shutdown()
        java.proc.stdin.close()  # else it would stay, with its memory, until the last test
        java.proc.wait(30)


@pytest.fixture(params=["Dask", "Spark"])
def make(request):
    """What makes a table of this kind out of columns."""
    if request.param == "Dask":
        return dask_table
    spark = request.getfixturevalue("spark")

    def spark_table(table):
        kinds = ", ".join(
            f"`{name}` {'string' if name == 'department' else kind_of(values)}"
            for name, values in table.items()
        )
        return spark.createDataFrame(list(zip(*table.values(), strict=True)), kinds)

    return spark_table


def kind_of(values):
    kinds = {type(value) for value in values} - {type(None)}
    return {str: "string", float: "double"}.get(next(iter(kinds), int), "int")


def test_everybody_is_placed_as_alone_who_lacks_columns_included(make):
    group = some(150)
    table = make(columns_of(group))
    assert isinstance(nw.from_native(place_frame(table)), nw.LazyFrame)
    assert not differences(table, group)
    group, items = some(20), ITEMS[:3]
    assert not differences(make(columns_of(group, items)), group, items)


def test_an_item_without_a_column_was_answered_by_nobody(make):
    group = some(60, seed=2)
    missing = ("statistics", "modelling", "deep_learning")
    items = [item for item in ITEMS if item[:-2] not in missing]
    assert not differences(make(columns_of(group, items)), group, items)


def test_a_number_that_is_no_answer_leaves_its_row_empty(make):
    table = columns_of([*SAME, *TEN])
    table["pipelines-1"] = [-1.0, 35.0, 101.0, 0.5, 60.0]
    found = sorted(rows(place_frame(make(table))), key=lambda row: row["department"])
    for n in (0, 2, 3):
        assert {found[n][name] for name in RESULTS} == {None}
    assert [row["lean"] for row in found] == [None, 0, None, None, 10]


def test_a_column_of_texts_is_refused_before_anything_is_computed(make):
    table = columns_of([*SAME, *TEN])
    table["statistics-1"] = list("abcde")
    sentence = refusal(AnswerError, place_frame, make(table))
    assert sentence.startswith("Column 'statistics-1'")
    assert "must hold whole numbers from 0 to 100 (it holds String). Make numbers of it" in sentence


def test_nothing_is_computed_before_it_is_asked_for():
    """On a table whose rows cannot be had."""

    def unavailable(part):
        raise RuntimeError("asked for")

    table = dask_table(columns_of(some(8)))
    table = table.map_partitions(unavailable, meta=table._meta)
    placed = place_frame(table)
    with pytest.raises(RuntimeError, match="asked for"):
        placed.compute()
