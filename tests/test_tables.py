"""The tables obey their schema, and the loader sees what the frictionless library sees."""

import json
from collections import Counter
from decimal import Decimal

import pytest
from frictionless import Package
from hands import refusal, replaced

from rolekit import DataError
from rolekit.base.tables import data_folder, load_package, load_table

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

ROW = "data_analyst,architecture,ad_api,job_ads_2022_2026,2022-2026,217,4734,0.0458"
COLUMNS_OF_ROLES = (
    "roles.csv, row 1: the columns must be id, name, core, side, pair, colour, description."
)
UNREADABLE = "roles.csv cannot be read as a UTF-8 table: "

# In a row of role_evidence.csv: a cell, what is written in its place, and what is then said of its
# column.
CELLS = {
    "a word for a whole number": ("217", "twelve", "'count' must be a whole number (got 'twelve')"),
    "a fraction for a whole number": (
        "217",
        "217.0",
        "'count' must be a whole number (got '217.0')",
    ),
    "a cell of spaces": ("217", "  ", "'count' must be a whole number (got '  ')"),
    "below the minimum": ("217", "-1", "'count' must be at least 0 (got -1)"),
    "an empty cell": ("217", "", "'count' is required (the cell is empty)"),
    "a percentage for a number": ("0.0458", "3%", "'share' must be a number (got '3%')"),
    "a decimal comma": ("0.0458", '"0,0458"', "'share' must be a number (got '0,0458')"),
    "no number": ("0.0458", "nan", "'share' must be a number (got 'nan')"),
    "an endless number": ("0.0458", "inf", "'share' must be a number (got 'inf')"),
    "above the maximum": ("0.0458", "1.5", "'share' must be at most 1 (got 1.5)"),
    "an unknown source": (
        "job_ads_2022_2026",
        "job_ads",
        "'source' must name a row of evidence_sources.csv (got 'job_ads')",
    ),
    "an unknown indicator": (
        "ad_api",
        "ad_apy",
        "'indicator' must name a row of indicators.csv (got 'ad_apy')",
    ),
    "an unknown role": (
        "data_analyst",
        "data_annalist",
        "'role' must name a row of roles.csv (got 'data_annalist')",
    ),
}
# What is written in place of that row, and what is then said of which row.
ROWS = {
    "a cell too many": (f"{ROW},x", "row 2: a row must have 8 cells (got 9)."),
    "a cell too few": (ROW.removesuffix(",0.0458"), "row 2: a row must have 8 cells (got 7)."),
    "a blank row": (f"{ROW}\n", "row 3: a row must have 8 cells (got 0)."),
    "a row of empty cells": (f"{ROW}\n,,,,,,,", "row 3: 'role' is required (the cell is empty)."),
    "a row twice": (
        f"{ROW}\n{ROW}",
        "row 3: 'role', 'source', 'indicator' must be unique (got 'data_analyst', "
        "'job_ads_2022_2026', 'ad_api', which row 2 has too).",
    ),
}
ID = "'id' must match ^[a-z][a-z0-9_]*$"
SLIPS = {
    "not in the list": (
        "evidence_sources.csv",
        ",surveys,",
        ",survey,",
        "evidence_sources.csv, row 2: 'kind' must be one of surveys, adverts (got 'survey').",
    ),
    "a broken pattern": (
        "facets.csv",
        "architecture,Arch",
        "Architecture,Arch",
        f"facets.csv, row 7: {ID} (got 'Architecture').",
    ),
    "a pattern that fits the beginning only": (
        "facets.csv",
        "architecture,Arch",
        "architecture!,Arch",
        f"facets.csv, row 7: {ID} (got 'architecture!').",
    ),
    "a name twice": (
        "facets.csv",
        "pipelines,Pipelines",
        "pipelines,Architecture",
        "facets.csv, row 8: 'name' must be unique (got 'Architecture', which row 7 has too).",
    ),
    "a key twice": (
        "facets.csv",
        "pipelines,Pipelines",
        "architecture,Pipelines",
        "facets.csv, row 8: 'id' must be unique (got 'architecture', which row 7 has too).",
    ),
    "a truth value misspelt": (
        "roles.csv",
        "Data analyst,true",
        "Data analyst,yes",
        "roles.csv, row 2: 'core' must be true or false (got 'yes').",
    ),
    "a column renamed": ("roles.csv", "id,name,core", "id,name,kernel", COLUMNS_OF_ROLES),
    "columns in another order": ("roles.csv", "id,name,core", "name,id,core", COLUMNS_OF_ROLES),
}
for what, (cell, other, sentence) in CELLS.items():
    row = ",".join(other if each == cell else each for each in ROW.split(","))
    SLIPS[what] = ("role_evidence.csv", ROW, row, f"role_evidence.csv, row 2: {sentence}.")
for what, (row, sentence) in ROWS.items():
    SLIPS[what] = ("role_evidence.csv", ROW, row, f"role_evidence.csv, {sentence}")

HARMLESS = {
    "a byte order mark": ("roles.csv", "id,name", "\ufeffid,name"),
    "carriage returns": ("roles.csv", "\n", "\r\n"),
    "a number in powers of ten": ("role_evidence.csv", "0.0458", "4.58e-2"),
    "a comma within quotation marks": (
        "facets.csv",
        "Using evidence to help people choose.",
        '"Using evidence, and nothing else, to help people choose."',
    ),
}


TO_ROLES = {"resource": "roles", "fields": ["id"]}


def edit_package(folder, edit):
    package = load_package(folder)
    edit(package)
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")


def field_of(package, column):
    """What a package says of a column of its first table."""
    return package["resources"][0]["schema"]["fields"][column]


def load_all(folder):
    return {name: load_table(name, folder) for name in TABLES}


def refused(folder):
    return refusal(DataError, load_all, folder)


def frictionless_finds_it_valid(folder, file):
    """Whether one table is, which may refer to others: those are valid as they are committed."""
    package = Package(str(folder / "datapackage.json"))
    return package.get_resource(file.removesuffix(".csv")).validate().valid


def refused_by_both(folder, file="roles.csv"):
    """What we say of a table that frictionless finds invalid too."""
    assert not frictionless_finds_it_valid(folder, file)
    return refused(folder)


@pytest.mark.parametrize("table", TABLES)
def test_every_table_loads(table):
    rows = load_table(table)
    assert rows
    [schema] = [r["schema"] for r in PACKAGE["resources"] if r["name"] == table]
    for field in schema["fields"]:
        if field.get("constraints", {}).get("required"):
            assert all(row[field["name"]] is not None for row in rows)


def test_the_committed_tables_are_all_described_and_valid_for_frictionless():
    report = Package(str(data_folder() / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "message"])
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
def test_a_slip_is_found_by_us_and_by_frictionless(tables, slip):
    file, old, new, sentence = slip
    replaced(tables, file, old, new, 1)
    assert refused_by_both(tables, file) == sentence


@pytest.mark.parametrize("change", HARMLESS.values(), ids=HARMLESS)
def test_a_harmless_change_is_let_through_by_us_and_by_frictionless(tables, change):
    replaced(tables, *change)
    assert len(load_all(tables)["roles"]) == 10
    assert frictionless_finds_it_valid(tables, change[0])


@pytest.mark.parametrize("word", ["True", "TRUE", "1"])
def test_a_truth_value_has_one_spelling_here(tables, word):
    # Frictionless has several; with one, a table can be compared with another line by line.
    replaced(tables, "roles.csv", "Data analyst,true", f"Data analyst,{word}", 1)
    assert refused(tables) == f"roles.csv, row 2: 'core' must be true or false (got '{word}')."
    assert frictionless_finds_it_valid(tables, "roles.csv")


def test_a_row_is_counted_in_lines_of_the_file(tables):
    # The quoted cell in row 2 takes two lines, so that row 3 of the table is line 4 of the file.
    replaced(tables, "facets.csv", "Looking through data with open eyes", '"Looking\nthrough"', 1)
    replaced(tables, "facets.csv", '" to find out what is going on.', ' and through"', 1)
    replaced(tables, "facets.csv", "Statistics,analytics", "Statistics,analytic", 1)
    assert refused(tables) == (
        "facets.csv, row 4: 'pole' must be one of analytics, engineering, machine_learning "
        "(got 'analytic')."
    )


def test_a_file_that_is_missing_empty_or_in_another_encoding_is_named(tables):
    file = tables / "roles.csv"
    file.unlink()
    assert refused_by_both(tables).startswith(UNREADABLE)
    file.write_bytes(b"")
    assert refused_by_both(tables) == COLUMNS_OF_ROLES
    file.write_text("id,name,core,description\nx,Kärnäl,true,x\n", encoding="cp1252")
    assert refused_by_both(tables).startswith(f"{UNREADABLE}'utf-8' codec")


def test_an_unclosed_quotation_mark_is_found(tables):
    replaced(tables, "roles.csv", 'somebody decides."', "somebody decides.", 1)
    assert refused_by_both(tables).startswith(UNREADABLE)


def test_an_unknown_table_is_answered_with_all_there_are():
    assert refusal(DataError, load_table, "people") == (
        f"There is no table 'people'. Choose from: {', '.join(TABLES)}."
    )


@pytest.mark.parametrize("text", ["{", "\udcff", ""])
def test_a_package_that_cannot_be_read_is_named(tables, text):
    (tables / "datapackage.json").write_bytes(text.encode(errors="surrogateescape"))
    sentence = refused(tables)
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
def test_a_rule_that_is_not_checked_is_refused(tables, rule):
    edit_package(tables, lambda p: field_of(p, 1).update(rule))
    assert refused(tables) == UNREAD_COLUMN


@pytest.mark.parametrize(
    "part",
    [
        {"schema": {"missingValues": ["none"]}},
        {"schema": {"primaryKey": "id"}},
        {"schema": {"foreignKeys": [{"fields": ["id"], "reference": TO_ROLES}]}},
        {"dialect": {"delimiter": ";"}},
    ],
    ids=str,
)
def test_a_schema_or_dialect_that_is_not_read_is_refused(tables, part):
    [(name, rules)] = part.items()
    edit_package(tables, lambda p: p["resources"][0].setdefault(name, {}).update(rules))
    assert refused(tables) == UNREAD_SCHEMA


def test_a_pattern_is_meant_for_the_whole_cell(tables):
    edit_package(tables, lambda p: field_of(p, 0)["constraints"].update(pattern="[a-z]+"))
    assert refused_by_both(tables, "facets.csv") == (
        "facets.csv, row 13: 'id' must match [a-z]+ (got 'deep_learning')."
    )


def test_an_empty_cell_that_is_allowed_is_none(tables):
    edit_package(tables, lambda p: field_of(p, 4)["constraints"].clear())
    replaced(tables, "facets.csv", "Using evidence to help people choose.", "", 1)
    assert load_table("facets", tables)[4]["description"] is None
    assert frictionless_finds_it_valid(tables, "facets.csv")


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
SOURCES = [row["id"] for row in load_table("evidence_sources")]
TOTALS = {(row["role"], row["source"], row["year"], row["n"]) for row in EVIDENCE}


def test_every_share_is_its_count_of_its_total():
    for row in EVIDENCE:
        assert row["share"] == round(row["count"] / row["n"], 4)
    assert all(row["count"] <= row["n"] for row in EVIDENCE)


def test_a_role_has_one_total_in_a_source_as_the_source_states_it():
    assert len(TOTALS) == len({(role, source) for role, source, _, _ in TOTALS}) == 14
    by_source = Counter()
    for _, source, _, n in TOTALS:
        by_source[source] += n
    assert by_source == {"kaggle_survey": 19_147, "job_ads_2022_2026": 11_398}


def test_an_indicator_is_filed_under_its_facet_but_for_one_and_data_modelling_is_none():
    filed = {id: row["facet"] for id, row in INDICATORS.items()}
    moved = {row["indicator"] for row in EVIDENCE if row["facet"] != filed[row["indicator"]]}
    assert moved == {"uses_ggplot2"}
    assert "ad_predictive" in INDICATORS
    assert "ad_modelling" not in INDICATORS


def test_three_titles_have_surveys_only_and_three_adverts_only():
    known = {source: {r["role"] for r in EVIDENCE if r["source"] == source} for source in SOURCES}
    people, adverts = known["kaggle_survey"], known["job_ads_2022_2026"]
    assert people & adverts == {row["id"] for row in load_table("roles") if row["core"]}
    assert people - adverts == {"statistician", "research_scientist", "software_engineer"}
    assert adverts - people == {"ai_engineer", "mlops_engineer", "analytics_engineer"}


def test_an_indicator_is_named_after_its_source_and_counted_for_all_of_its_roles():
    for row in EVIDENCE:
        advert = row["indicator"].startswith("ad_")
        assert row["source"] == ("job_ads_2022_2026" if advert else "kaggle_survey")
    for source in ("kaggle_survey", "job_ads_2022_2026"):
        every = {row["role"] for row in EVIDENCE if row["source"] == source}
        for indicator in {row["indicator"] for row in EVIDENCE if row["source"] == source}:
            roles = {row["role"] for row in EVIDENCE if row["indicator"] == indicator}
            assert roles == every


def test_indicators_of_one_habit_count_for_one_facet():
    facets = {}
    for row in INDICATORS.values():
        facets.setdefault(row["habit"], set()).add(row["facet"])
    assert all(len(several) == 1 for several in facets.values())
    shared = {id for id, row in INDICATORS.items() if row["habit"] != id}
    assert {id for id in shared if id.startswith("uses_")} == {
        "uses_r",
        "uses_rstudio",
        "uses_ggplot2",
    }
    assert {id for id in shared if id.startswith("ad_")} == {
        *("ad_stat_methods", "ad_causal", "ad_bi_tool", "ad_serving", "ad_predictive"),
    }
