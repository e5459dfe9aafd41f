"""The tables obey their schema, and the loader sees what the frictionless library sees."""

import json
import shutil
from collections import namedtuple
from decimal import Decimal

import pytest
from frictionless import Package

from rolekit import DataError
from rolekit.tables import data_folder, load_package, load_table

PACKAGE = load_package()
TABLES = [resource["name"] for resource in PACKAGE["resources"]]
COLUMNS = [
    pytest.param(field, id=f"{resource['name']}.{field['name']}")
    for resource in PACKAGE["resources"]
    for field in resource["schema"]["fields"]
]
UNREAD_COLUMN = (
    "datapackage.json, facets.csv: column 'name' has a type or a rule that rolekit does not check. "
    "Use the types string, integer, number, boolean and the constraints enum, maximum, minimum, "
    "pattern, required, unique."
)
UNREAD_SCHEMA = (
    "datapackage.json, facets.csv: the schema has a part that rolekit does not read. Use fields, "
    "a primaryKey that is a list, and foreignKeys of one column."
)

ROW = "data_analyst,architecture,ad_api,job_ads_glassdoor,2020,12,382,0.0314"
Slip = namedtuple("Slip", "file old new sentence")


def in_evidence(old, new, sentence):
    return Slip("role_evidence.csv", ROW, ROW.replace(old, new), sentence)


SLIPS = {
    "a word for a whole number": in_evidence(
        ",12,", ",twelve,", "row 2: 'count' must be a whole number (got 'twelve')."
    ),
    "a fraction for a whole number": in_evidence(
        ",12,", ",12.0,", "row 2: 'count' must be a whole number (got '12.0')."
    ),
    "a percentage for a number": in_evidence(
        "0.0314", "3%", "row 2: 'share' must be a number (got '3%')."
    ),
    "a decimal comma": in_evidence(
        "0.0314", '"0,0314"', "row 2: 'share' must be a number (got '0,0314')."
    ),
    "no number": in_evidence("0.0314", "nan", "row 2: 'share' must be a number (got 'nan')."),
    "an endless number": in_evidence(
        "0.0314", "inf", "row 2: 'share' must be a number (got 'inf')."
    ),
    "below the minimum": in_evidence(",12,", ",-1,", "row 2: 'count' must be at least 0 (got -1)."),
    "above the maximum": in_evidence(
        "0.0314", "1.5", "row 2: 'share' must be at most 1 (got 1.5)."
    ),
    "not in the list": in_evidence(
        "2020", "2019", "row 2: 'year' must be one of 2020, 2020-2021 (got '2019')."
    ),
    "an empty cell": in_evidence(",12,", ",,", "row 2: 'count' is required (the cell is empty)."),
    "a cell of spaces": in_evidence(
        ",12,", ",  ,", "row 2: 'count' must be a whole number (got '  ')."
    ),
    "a cell too many": in_evidence("0.0314", "0.0314,x", "row 2: a row must have 8 cells (got 9)."),
    "a cell too few": in_evidence(",0.0314", "", "row 2: a row must have 8 cells (got 7)."),
    "a blank row": in_evidence(ROW, f"{ROW}\n", "row 3: a row must have 8 cells (got 0)."),
    "a row of empty cells": in_evidence(
        ROW, f"{ROW}\n,,,,,,,", "row 3: 'role' is required (the cell is empty)."
    ),
    "a row twice": in_evidence(
        ROW,
        f"{ROW}\n{ROW}",
        "row 3: 'role', 'indicator' must be unique (got 'data_analyst', 'ad_api', "
        "which row 2 has too).",
    ),
    "an unknown indicator": in_evidence(
        "ad_api", "ad_apy", "row 2: 'indicator' must name a row of indicators.csv (got 'ad_apy')."
    ),
    "an unknown role": in_evidence(
        "data_analyst",
        "data_annalist",
        "row 2: 'role' must name a row of roles.csv (got 'data_annalist').",
    ),
    "a broken pattern": Slip(
        "facets.csv",
        "architecture,Arch",
        "Architecture,Arch",
        "row 7: 'id' must match ^[a-z][a-z0-9_]*$ (got 'Architecture').",
    ),
    "a pattern that fits the beginning only": Slip(
        "facets.csv",
        "architecture,Arch",
        "architecture!,Arch",
        "row 7: 'id' must match ^[a-z][a-z0-9_]*$ (got 'architecture!').",
    ),
    "a name twice": Slip(
        "facets.csv",
        "pipelines,Pipelines",
        "pipelines,Architecture",
        "row 8: 'name' must be unique (got 'Architecture', which row 7 has too).",
    ),
    "a key twice": Slip(
        "facets.csv",
        "pipelines,Pipelines",
        "architecture,Pipelines",
        "row 8: 'id' must be unique (got 'architecture', which row 7 has too).",
    ),
    "a truth value misspelt": Slip(
        "roles.csv",
        "Data analyst,true",
        "Data analyst,yes",
        "row 2: 'core' must be true or false (got 'yes').",
    ),
    "a column renamed": Slip(
        "roles.csv",
        "id,name,core",
        "id,name,kernel",
        "row 1: the columns must be id, name, core, description.",
    ),
    "columns in another order": Slip(
        "roles.csv",
        "id,name,core",
        "name,id,core",
        "row 1: the columns must be id, name, core, description.",
    ),
}

HARMLESS = {
    "a byte order mark": ("roles.csv", "id,name", "\ufeffid,name"),
    "carriage returns": ("roles.csv", "\n", "\r\n"),
    "a number in powers of ten": ("role_evidence.csv", "0.0314", "3.14e-2"),
    "a comma within quotation marks": (
        "facets.csv",
        "Using evidence to help people choose.",
        '"Using evidence, and nothing else, to help people choose."',
    ),
}


@pytest.fixture
def folder(tmp_path):
    """A copy of the tables, free to be spoilt."""
    return shutil.copytree(data_folder(), tmp_path / "data")


def replace(folder, file, old, new, count=-1):
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_bytes(text.replace(old, new, count).encode())


def edit_package(folder, edit):
    package = load_package(folder)
    edit(package)
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")


def load_all(folder):
    return {name: load_table(name, folder) for name in TABLES}


def refusal(folder, load=load_all):
    with pytest.raises(DataError) as caught:
        load(folder)
    return str(caught.value)


def frictionless_finds_it_valid(folder):
    return Package(str(folder / "datapackage.json")).validate().valid


@pytest.mark.parametrize("table", TABLES)
def test_every_table_loads(table):
    rows = load_table(table)
    assert rows
    [schema] = [r["schema"] for r in PACKAGE["resources"] if r["name"] == table]
    for field in schema["fields"]:
        if field.get("constraints", {}).get("required"):
            assert all(row[field["name"]] is not None for row in rows)


def test_frictionless_finds_the_committed_tables_valid():
    report = Package(str(data_folder() / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "message"])


def test_every_table_in_the_folder_is_described():
    described = {resource["path"] for resource in PACKAGE["resources"]}
    assert described == {path.name for path in data_folder().glob("*.csv")}


def test_values_are_those_that_frictionless_reads():
    for resource in Package(str(data_folder() / "datapackage.json")).resources:
        theirs = [
            {key: float(value) if isinstance(value, Decimal) else value for key, value in r.items()}
            for r in (row.to_dict() for row in resource.read_rows())
        ]
        assert theirs == list(load_table(resource.name))


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_found_by_us_and_by_frictionless(folder, slip):
    replace(folder, slip.file, slip.old, slip.new, 1)
    assert refusal(folder) == f"{slip.file}, {slip.sentence}"
    assert not frictionless_finds_it_valid(folder)


@pytest.mark.parametrize("change", HARMLESS.values(), ids=HARMLESS)
def test_a_harmless_change_is_let_through_by_us_and_by_frictionless(folder, change):
    replace(folder, *change)
    assert len(load_all(folder)["roles"]) == 7
    assert frictionless_finds_it_valid(folder)


@pytest.mark.parametrize("word", ["True", "TRUE", "1"])
def test_a_truth_value_has_one_spelling_here(folder, word):
    # Frictionless has several; with one, a table can be compared with another line by line.
    replace(folder, "roles.csv", "Data analyst,true", f"Data analyst,{word}", 1)
    assert refusal(folder) == f"roles.csv, row 2: 'core' must be true or false (got '{word}')."
    assert frictionless_finds_it_valid(folder)


def test_a_row_is_counted_in_lines_of_the_file(folder):
    # The quoted cell in row 2 takes two lines, so that row 3 of the table is line 4 of the file.
    replace(folder, "facets.csv", "Looking through data with open eyes", '"Looking\nthrough"', 1)
    replace(folder, "facets.csv", '" to find out what is going on.', ' and through"', 1)
    replace(folder, "facets.csv", "Statistics,analytics", "Statistics,analytic", 1)
    assert refusal(folder) == (
        "facets.csv, row 4: 'pole' must be one of analytics, engineering, machine_learning "
        "(got 'analytic')."
    )


def test_a_missing_file_is_named(folder):
    (folder / "roles.csv").unlink()
    assert refusal(folder).startswith("roles.csv cannot be read as a UTF-8 table: ")
    assert not frictionless_finds_it_valid(folder)


def test_an_empty_file_is_named(folder):
    (folder / "roles.csv").write_bytes(b"")
    assert refusal(folder) == "roles.csv, row 1: the columns must be id, name, core, description."
    assert not frictionless_finds_it_valid(folder)


def test_a_file_in_another_encoding_is_named(folder):
    (folder / "roles.csv").write_bytes(
        "id,name,core,description\nx,Kärnäl,true,x\n".encode("cp1252")
    )
    assert refusal(folder).startswith("roles.csv cannot be read as a UTF-8 table: 'utf-8' codec")
    assert not frictionless_finds_it_valid(folder)


def test_an_unclosed_quotation_mark_is_found(folder):
    replace(folder, "roles.csv", 'somebody decides."', "somebody decides.", 1)
    assert refusal(folder).startswith("roles.csv cannot be read as a UTF-8 table: ")
    assert not frictionless_finds_it_valid(folder)


def test_an_unknown_table_is_answered_with_all_there_are():
    assert refusal(None, lambda _: load_table("people")) == (
        f"There is no table 'people'. Known are: {', '.join(TABLES)}."
    )


@pytest.mark.parametrize("text", ["{", "\udcff", ""])
def test_a_package_that_cannot_be_read_is_named(folder, text):
    (folder / "datapackage.json").write_bytes(text.encode(errors="surrogateescape"))
    sentence = refusal(folder)
    assert sentence.startswith("datapackage.json cannot be read (")
    assert sentence.endswith("). It describes the tables; restore it.")


@pytest.mark.parametrize(
    "rule",
    [
        {"type": "date"},
        {"type": None},
        {"format": "email"},
        {"constraints": {"minLength": 500}},
        {"constraints": {"requird": True}},
    ],
    ids=str,
)
def test_a_rule_that_is_not_checked_is_refused(folder, rule):
    edit_package(folder, lambda p: p["resources"][0]["schema"]["fields"][1].update(rule))
    assert refusal(folder) == UNREAD_COLUMN


@pytest.mark.parametrize(
    "part",
    [
        {"missingValues": ["none"]},
        {"primaryKey": "id"},
        {"foreignKeys": [{"fields": ["id"], "reference": {"resource": "roles", "fields": ["id"]}}]},
    ],
    ids=str,
)
def test_a_part_of_a_schema_that_is_not_read_is_refused(folder, part):
    edit_package(folder, lambda p: p["resources"][0]["schema"].update(part))
    assert refusal(folder) == UNREAD_SCHEMA


def test_a_dialect_is_refused(folder):
    edit_package(folder, lambda p: p["resources"][0].update(dialect={"delimiter": ";"}))
    assert refusal(folder) == UNREAD_SCHEMA


def test_a_pattern_is_meant_for_the_whole_cell(folder):
    edit_package(
        folder,
        lambda p: p["resources"][0]["schema"]["fields"][0]["constraints"].update(pattern="[a-z]+"),
    )
    assert refusal(folder) == "facets.csv, row 13: 'id' must match [a-z]+ (got 'deep_learning')."
    assert not frictionless_finds_it_valid(folder)


def test_an_empty_cell_that_is_allowed_is_none(folder):
    edit_package(folder, lambda p: p["resources"][0]["schema"]["fields"][4]["constraints"].clear())
    replace(folder, "facets.csv", "Using evidence to help people choose.", "", 1)
    assert load_table("facets", folder)[4]["description"] is None
    assert frictionless_finds_it_valid(folder)


@pytest.mark.parametrize("field", COLUMNS)
def test_every_column_says_what_it_is_and_what_it_obeys(field):
    assert field["type"] in ("string", "integer", "number", "boolean")
    assert len(field["description"].split()) >= 2
    assert field["unit"]
    rules = field.get("constraints", {})
    assert rules.get("required") is True or "empty" in field["description"]
    if field["type"] in ("integer", "number"):
        assert "minimum" in rules


@pytest.mark.parametrize("resource", PACKAGE["resources"], ids=TABLES)
def test_every_table_has_sources_and_licences(resource):
    assert all(source["title"] for source in resource["sources"])
    assert all(licence["title"] for licence in resource["licenses"])
    assert resource["description"].endswith(".")


EVIDENCE = load_table("role_evidence")
INDICATORS = {row["id"]: row for row in load_table("indicators")}


def test_every_share_is_its_count_of_its_total():
    assert [row["share"] for row in EVIDENCE] == [
        round(row["count"] / row["n"], 4) for row in EVIDENCE
    ]


def test_no_count_exceeds_its_total():
    assert all(row["count"] <= row["n"] for row in EVIDENCE)


def test_a_role_has_one_total_in_a_source():
    totals = {(row["role"], row["source"], row["year"], row["n"]) for row in EVIDENCE}
    assert len(totals) == len({(role, source) for role, source, _, _ in totals}) == 11


def test_the_totals_are_those_that_the_sources_state():
    totals = {(row["role"], row["source"], row["n"]) for row in EVIDENCE}
    by_source = dict.fromkeys(("kaggle_survey", "job_ads_glassdoor"), 0)
    for _, source, n in totals:
        by_source[source] += n
    assert by_source == {"kaggle_survey": 19_147, "job_ads_glassdoor": 940}


def test_an_indicator_is_used_under_the_facet_where_it_was_filed_but_for_one():
    moved = {
        row["indicator"]
        for row in EVIDENCE
        if row["facet"] != INDICATORS[row["indicator"]]["facet"]
    }
    assert moved == {"uses_ggplot2"}


def test_every_indicator_is_counted_for_all_roles_of_its_source():
    core = {row["id"] for row in load_table("roles") if row["core"]}
    every = {row["id"] for row in load_table("roles")}
    for indicator in INDICATORS:
        roles = {row["role"] for row in EVIDENCE if row["indicator"] == indicator}
        assert roles == (core if indicator.startswith("ad_") else every)


def test_an_indicator_is_named_after_its_source():
    for row in EVIDENCE:
        advert = row["indicator"].startswith("ad_")
        assert row["source"] == ("job_ads_glassdoor" if advert else "kaggle_survey")


def test_indicators_of_one_habit_count_for_one_facet():
    facets = {}
    for row in INDICATORS.values():
        facets.setdefault(row["habit"], set()).add(row["facet"])
    assert all(len(several) == 1 for several in facets.values())
    assert {row["id"] for row in INDICATORS.values() if row["habit"] != row["id"]} == {
        "uses_r",
        "uses_rstudio",
        "uses_ggplot2",
    }
