"""The tables in data/, read with their own rules.

`data/datapackage.json` (a Frictionless Data Package) says of every column which type it has and
what its values must obey. This module reads a table with the standard library alone and holds it
to those rules. So a slip in a table is found when it is loaded, with the file, the row and the
rule, and not later as a strange picture.

The subset of the Table Schema that is understood is what our tables use: the types string,
integer, number and boolean; the constraints required, unique, minimum, maximum, enum and pattern;
primary keys; foreign keys of one column. Anything else in the schema is refused, never ignored.
"""

import csv
import json
import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rolekit.errors import DataError

Row = dict[str, Any]

CONSTRAINTS = {"required", "unique", "minimum", "maximum", "enum", "pattern"}
SCHEMA_PARTS = {"fields", "primaryKey", "foreignKeys"}
COLUMN_PARTS = {"name", "type", "description", "unit", "constraints"}


def data_folder() -> Path:
    """Return the folder that holds the tables: inside an installed wheel, else in the clone."""
    package = Path(__file__).parents[1]
    inside = package / "data"
    return inside if inside.is_dir() else package.parent / "data"


def load_package(folder: Path | None = None) -> dict[str, Any]:
    """Return the content of datapackage.json.

    >>> load_package()["name"]
    'rolekit-data'
    """
    path = (folder or data_folder()) / "datapackage.json"
    try:
        package: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise DataError(
            f"datapackage.json cannot be read ({problem}). It describes the tables; restore it."
        ) from None
    return package


def load_table(name: str, folder: Path | None = None) -> tuple[Row, ...]:
    """Read one table and return its rows, each a dict of typed values.

    `name` is the name of a resource in datapackage.json; `folder` is where the tables are, by
    default those that come with rolekit. An empty cell is None where the schema allows it.

    Raises `DataError` with the file, the row (its line in the file) and the rule that it breaks.

    >>> load_table("facets")[0]["pole"]
    'analytics'
    """
    folder = folder or data_folder()
    resources = {resource["name"]: resource for resource in load_package(folder)["resources"]}
    if name not in resources:
        raise DataError(f"There is no table {name!r}. Choose from: {', '.join(resources)}.")
    return _read(folder, name, resources)


def _read(folder: Path, name: str, resources: dict[str, Any]) -> tuple[Row, ...]:
    resource = resources[name]
    file, schema = resource["path"], resource["schema"]
    _check_schema(file, resource)
    columns = {field["name"]: _column(file, field) for field in schema["fields"]}
    rows = []
    for line, cells in _cells(folder / file, list(columns)):
        try:
            rows.append(
                (line, {key: columns[key](cell) for key, cell in zip(columns, cells, strict=True)})
            )
        except ValueError as problem:
            raise DataError(f"{file}, row {line}: {problem}") from None
    for field in schema["fields"]:
        if field.get("constraints", {}).get("unique"):
            _check_unique(file, rows, [field["name"]])
    if "primaryKey" in schema:
        _check_unique(file, rows, schema["primaryKey"])
    for key in schema.get("foreignKeys", ()):
        column, target = key["fields"], key["reference"]["resource"]
        named = key["reference"]["fields"]
        known = {row[named] for row in _read(folder, target, resources)}
        for line, row in rows:
            if row[column] not in known:
                raise DataError(
                    f"{file}, row {line}: {column!r} must name a row of {target}.csv "
                    f"(got {row[column]!r})."
                )
    return tuple(row for _, row in rows)


def _check_schema(file: str, resource: dict[str, Any]) -> None:
    """Refuse what would change the meaning of a table and is not read here."""
    schema = resource["schema"]
    known = "dialect" not in resource and SCHEMA_PARTS.issuperset(schema)
    listed = isinstance(schema.get("primaryKey", []), list)
    single = all(isinstance(key["fields"], str) for key in schema.get("foreignKeys", ()))
    if not (known and listed and single):
        raise DataError(
            f"datapackage.json, {file}: the schema has a part that rolekit does not read. Use "
            "fields, a primaryKey that is a list, and foreignKeys of one column."
        )


def _cells(path: Path, names: list[str]) -> list[tuple[int, list[str]]]:
    """Return (line, cells) of every row below the heading."""
    try:
        # Spreadsheets put a byte order mark in front; "-sig" drops it.
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            lines = [(reader.line_num, cells) for cells in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise DataError(f"{path.name} cannot be read as a UTF-8 table: {problem}.") from None
    if not lines or lines[0][1] != names:
        raise DataError(f"{path.name}, row 1: the columns must be {', '.join(names)}.")
    for line, cells in lines[1:]:
        if len(cells) != len(names):
            raise DataError(
                f"{path.name}, row {line}: a row must have {len(names)} cells (got {len(cells)})."
            )
    return lines[1:]


def _check_unique(file: str, rows: list[tuple[int, Row]], columns: list[str]) -> None:
    seen: dict[tuple[Any, ...], int] = {}
    for line, row in rows:
        key = tuple(row[column] for column in columns)
        if key in seen:
            raise DataError(
                f"{file}, row {line}: {', '.join(map(repr, columns))} must be unique "
                f"(got {', '.join(map(repr, key))}, which row {seen[key]} has too)."
            )
        seen[key] = line


def _column(file: str, field: dict[str, Any]) -> Callable[[str], Any]:
    """Return the function that turns a cell of this column into a checked value."""
    name, kind, rules = field["name"], field.get("type"), field.get("constraints", {})
    unread = not COLUMN_PARTS.issuperset(field) or not CONSTRAINTS.issuperset(rules)
    if unread or kind not in _TYPES:
        raise DataError(
            f"datapackage.json, {file}: column {name!r} has a type or a rule that rolekit "
            f"does not check. Use the types {', '.join(_TYPES)} and the constraints "
            f"{', '.join(sorted(CONSTRAINTS))}."
        )
    expected, parse = _TYPES[kind]

    def read(cell: str) -> Any:
        if cell == "":
            if rules.get("required"):
                raise ValueError(f"{name!r} is required (the cell is empty).")
            return None
        try:
            value = parse(cell)
        except (ValueError, KeyError):
            raise ValueError(f"{name!r} must be {expected} (got {cell!r}).") from None
        if "minimum" in rules and value < rules["minimum"]:
            raise ValueError(f"{name!r} must be at least {rules['minimum']} (got {cell}).")
        if "maximum" in rules and value > rules["maximum"]:
            raise ValueError(f"{name!r} must be at most {rules['maximum']} (got {cell}).")
        if "enum" in rules and value not in rules["enum"]:
            allowed = ", ".join(map(str, rules["enum"]))
            raise ValueError(f"{name!r} must be one of {allowed} (got {cell!r}).")
        if "pattern" in rules and not re.fullmatch(rules["pattern"], cell):
            raise ValueError(f"{name!r} must match {rules['pattern']} (got {cell!r}).")
        return value

    return read


def _finite(cell: str) -> float:
    value = float(cell)
    if not math.isfinite(value):
        raise ValueError(cell)
    return value


_TYPES: dict[str, tuple[str, Callable[[str], Any]]] = {
    "string": ("a text", str),
    "integer": ("a whole number", int),
    "number": ("a number", _finite),
    "boolean": ("true or false", {"true": True, "false": False}.__getitem__),
}
