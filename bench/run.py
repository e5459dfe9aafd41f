"""Benchmarks side by side: what rolekit does, beside the least that would do, in one run.

Only the ratio of a pair says anything: both sides are timed in turn, on the same machine, and the
medians are compared. `make bench` writes bench/results.md and bench/results.json.
"""

from __future__ import annotations

import json
import platform
import random
import re
import statistics
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROUNDS = 7
SEED = 1
FILLER = re.findall(r"\w+", "the team you will work with us on data and our product for customers")


class Pair(NamedTuple):
    """What is timed: our side, the other side, and what the two are called."""

    name: str
    ours: Callable[[], object]
    other: Callable[[], object]
    beside: str


def in_a_fresh_python(code: str) -> Callable[[], object]:
    """Return a run of a program in a Python that has imported nothing yet."""
    return lambda: subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def imports() -> Pair:
    """The import that every notebook waits for, beside the libraries that it stands on."""
    parts = "import ipywidgets, anywidget, plotly.graph_objects as go\n"
    classes = "class A(anywidget.AnyWidget): pass\nclass B(ipywidgets.VBox): pass\ngo.Figure()"
    return Pair(
        "import rolekit.widgets",
        in_a_fresh_python("import rolekit.widgets\nrolekit.widgets.Explorer"),
        in_a_fresh_python(parts + classes),
        "ipywidgets, anywidget and plotly with a class each",
    )


def codes() -> Pair:
    """Twenty thousand codes in a chat, beside finding and checking them without reading them."""
    from rolekit import Answers, Response, load_instrument
    from rolekit.cohort import read_codes

    chance = random.Random(SEED)
    items = [item.id for item in load_instrument().short_items]
    lines = []
    for n in range(20_000):
        answers = Answers.from_items({item: 5 * chance.randint(0, 20) for item in items})
        lines.append(f"10:{n % 60:02} P{n}: {Response(answers, id=n).to_code()}")
    chat = "\n".join(lines)
    start = re.compile(r"ROLE1-[0-9A-Z-]+")
    return Pair(
        "20,000 codes in a chat",
        lambda: read_codes(chat),
        lambda: [zlib.crc32(code.encode()) for code in start.findall(chat)],
        "re.findall and zlib.crc32",
    )


def adverts() -> Pair:
    """A thousand adverts, beside counting the words of the same vocabulary."""
    from sklearn.feature_extraction.text import CountVectorizer

    from rolekit import read_advert
    from rolekit.adverts.examples import EXAMPLE_ADVERTS
    from rolekit.base.tables import load_table

    terms = {row["term"] for row in load_table("ad_term_counts_2026")}
    texts = [f"{advert}\nReference {n}" for n, advert in zip(range(1000), cycle(EXAMPLE_ADVERTS))]
    counter = CountVectorizer(vocabulary=sorted(terms), ngram_range=(1, 2))
    return Pair(
        "1,000 adverts",
        lambda: [read_advert(text) for text in texts],
        lambda: counter.transform(texts),
        "scikit-learn's CountVectorizer over the same vocabulary",
    )


def landmarks() -> Pair:
    """The landmarks, computed anew, beside placing a thousand people."""
    from rolekit import Answers, load_instrument, place, roles

    chance = random.Random(SEED)
    items = [item.id for item in load_instrument().short_items]
    people = [
        Answers.from_items({item: 5 * chance.randint(0, 20) for item in items}) for _ in range(1000)
    ]

    def first_call() -> None:
        roles.cache_clear()
        roles()

    return Pair("roles(), first call", first_call, lambda: list(map(place, people)), "place, 1,000")


def seconds(run: Callable[[], object]) -> float:
    """Time one run."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def measure(pair: Pair) -> dict[str, object]:
    """Time both sides in turn; return the medians, their spread and the ratio."""
    pair.ours(), pair.other()  # once to get warm
    times = [(seconds(pair.ours), seconds(pair.other)) for _ in range(ROUNDS)]
    ours, other = (statistics.median(column) for column in zip(*times, strict=True))
    ratios = sorted(mine / theirs for mine, theirs in times)
    return {
        "what": pair.name,
        "beside": pair.beside,
        "ours_ms": round(1000 * ours, 1),
        "other_ms": round(1000 * other, 1),
        "ratio": round(ours / other, 2),
        "ratio_from": round(ratios[0], 2),
        "ratio_to": round(ratios[-1], 2),
    }


def main() -> None:
    """Measure every pair and write the tables."""
    rows = [measure(make()) for make in (imports, landmarks, codes, adverts)]
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    lines = [
        f"# Benchmarks\n\nMedians of {ROUNDS} runs, both sides in turn, on one machine: {machine}.",
        "Only the ratios travel to other machines.\n",
        "| what | beside | ours, ms | theirs, ms | ratio | from | to |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += ["| " + " | ".join(str(value) for value in row.values()) + " |" for row in rows]
    (HERE / "results.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (HERE / "results.json").write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
