"""Benchmarks side by side: what rolekit does, beside the least that would do, in one run.

Only what a row sets beside each other says anything: all sides of it are measured in turn, on the
same machine, and their medians are compared. `make bench` writes bench/results.md and
bench/results.json; `make bench BENCH_ARGS="loop steps"` only shows some of the rows.
"""

import json
import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from bench.door import door
from bench.loop import loop
from bench.opening import opening
from bench.phone import on_a_phone
from bench.python_rows import adverts, codes, imports, landmarks
from bench.row import HEAD, Row
from bench.slow import slow
from bench.steps import steps
from bench.without_server import without_server

HERE = Path(__file__).parent
ROWS: Mapping[str, Callable[[], Iterator[Row]]] = {
    made.__name__: made
    for made in (
        loop,
        opening,
        slow,
        without_server,
        on_a_phone,
        imports,
        steps,
        landmarks,
        codes,
        adverts,
        door,
    )
}


def main() -> None:
    """Measure all rows and write the tables, or show the rows that are asked for."""
    chosen = sys.argv[1:] or list(ROWS)
    # As on everybody's machine, what Python has compiled is kept.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(HEAD, flush=True)
    rows = []
    for name in chosen:
        for row in ROWS[name]():
            rows.append(row)
            print(row.as_line(), flush=True)
        # A run that is broken off leaves what it had measured.
        if chosen == list(ROWS):
            write(rows)


def write(rows: list[Row]) -> None:
    """Write what was found, for readers and for programs."""
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    lines = [
        f"# Benchmarks\n\nMedians, all sides of a row measured in turn, on one machine: {machine}.",
        "Only what is set beside each other travels to other machines.\n",
        HEAD,
        *(row.as_line() for row in rows),
    ]
    (HERE / "results.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = json.dumps([row.as_dict() for row in rows], indent=2)
    (HERE / "results.json").write_text(found + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
