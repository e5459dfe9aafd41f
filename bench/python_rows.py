"""What Python alone does: imports, landmarks, codes, adverts."""

import random
import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from itertools import cycle

from bench.row import Row, Run, in_turn, milliseconds

SEED = 1
ROUNDS = 7


def beside(what: str, ours: Run, name: str, other: Run, **asked: float) -> Row:
    """Time two sides in turn."""
    mine, theirs = in_turn(ROUNDS, milliseconds(ours), milliseconds(other))
    return Row(what, name, mine, theirs, **asked)


def in_a_fresh_python(code: str) -> Run:
    """Return a run of a program in a Python that has imported nothing yet."""
    return lambda: subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def imports() -> Iterator[Row]:
    """The import that every notebook waits for, beside the libraries that it stands on."""
    libraries = (
        "import ipywidgets, anywidget, plotly.graph_objects as go\n"
        "ipywidgets.IntSlider, anywidget.AnyWidget, go.Figure, go.Scatter"
    )
    yield beside(
        "import rolekit.widgets, and Explorer",
        in_a_fresh_python("import rolekit.widgets\nrolekit.widgets.Explorer"),
        "import ipywidgets, anywidget and plotly.graph_objects, with their classes",
        in_a_fresh_python(libraries),
        required=1.5,
        hoped=1.3,
    )


def landmarks() -> Iterator[Row]:
    """The landmarks and their intervals in a fresh Python, beside placing a thousand people there.

    The Explorer's picture names the intervals, and so waits for both.
    """
    people = (
        "from rolekit import Answers, place, roles\n"
        "from bench.python_rows import people\n"
        "people = [Answers.from_items(answers) for answers in people(1000)]"
    )
    for what, statement, asked in (
        ("roles(), first call", "roles()", {"required": 1.0}),
        ("the same with the intervals", "[role.low for role in roles()]", {}),
    ):
        ours, other = in_turn(
            ROUNDS, timed_there(people, statement), timed_there(people, "[*map(place, people)]")
        )
        yield Row(what, "place, of 1,000 people", ours, other, **asked)


def timed_there(before: str, statement: str) -> Callable[[], float]:
    """Return what times a statement in a fresh Python, in milliseconds."""
    code = (
        f"{before}\nimport time\nstart = time.perf_counter()\n{statement}\n"
        "print(1000 * (time.perf_counter() - start))"
    )

    def timed() -> float:
        run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
        return float(run.stdout)

    return timed


def codes() -> Iterator[Row]:
    """Twenty thousand codes in a chat, beside finding and checking them without reading them."""
    from rolekit import Answers, Response
    from rolekit.cohort import read_codes

    lines = [
        f"10:{n % 60:02} P{n}: {Response(Answers.from_items(answers), id=n).to_code()}"
        for n, answers in enumerate(people(20_000))
    ]
    chat = "\n".join(lines)
    start = re.compile(r"ROLE1-[0-9A-Z-]+")
    yield beside(
        "20,000 codes in a chat",
        lambda: read_codes(chat),
        "re.findall and zlib.crc32",
        lambda: [zlib.crc32(code.encode()) for code in start.findall(chat)],
        required=40,
    )


def adverts() -> Iterator[Row]:
    """A thousand adverts, beside counting the words of the same vocabulary."""
    from sklearn.feature_extraction.text import CountVectorizer

    from rolekit import read_advert
    from rolekit.adverts.examples import EXAMPLE_ADVERTS
    from rolekit.base.tables import load_table

    terms = {row["term"] for row in load_table("ad_term_counts_2026")}
    texts = [f"{advert}\nReference {n}" for n, advert in zip(range(1000), cycle(EXAMPLE_ADVERTS))]
    counter = CountVectorizer(vocabulary=sorted(terms), ngram_range=(1, 2))
    yield beside(
        "1,000 adverts",
        lambda: [read_advert(text) for text in texts],
        "scikit-learn's CountVectorizer over the same vocabulary",
        lambda: counter.transform(texts),
        required=2,
    )


def people(n: int) -> list[dict[str, int]]:
    """Return the answers of so many people to the twelve statements."""
    from rolekit import load_instrument

    chance = random.Random(SEED)
    items = [item.id for item in load_instrument().short_items]
    return [{item: 5 * chance.randint(0, 20) for item in items} for _ in range(n)]
