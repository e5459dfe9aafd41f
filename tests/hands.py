"""What any test may need: how something is refused, what a page or a picture holds."""

import ast
import asyncio
import csv
import json
import multiprocessing
import os
import re
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# Processes of their own fork from one that has imported this and nothing else: the tests' own has
# threads, of which one might hold a lock for ever in a copy of it.
CHILDREN = multiprocessing.get_context("forkserver")
CHILDREN.set_forkserver_preload(["rolekit.adverts", "rolekit.cohort", "psycopg", "sqlalchemy"])


def refusal(kind, call, *arguments, **keywords):
    """What an error of this kind says when a call is refused."""
    with pytest.raises(kind) as caught:
        call(*arguments, **keywords)
    return str(caught.value)


def replaced(folder, file, old, new, count=-1):
    """Put other words into a file of a folder, where the old ones are."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_bytes(text.replace(old, new, count).encode())


def rows_of(table, folder=ROOT / "data"):
    """The rows of a table as they are written, read without rolekit."""
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def ran(*arguments, folder=ROOT):
    """What a Python did and said in a folder, whose modules come before all others."""
    line, env = [sys.executable, *arguments], dict(os.environ)
    env.pop("PYTHONSAFEPATH", None)
    return subprocess.run(line, cwd=folder, env=env, capture_output=True, text=True, check=False)


def in_a_fresh_python(code):
    """What a program prints as JSON in a Python that has imported nothing yet."""
    done = ran("-c", code)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@cache
def imported(path):
    """The full names of all that a module imports, wherever in it, and nothing relatively."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def in_a_child(work, *arguments):
    """Do work in a process of its own; its exit code: 0, negative for a signal, None without end.

    That a hostile text is read in a time that grows as the text does is seen by its being read at
    all: a million characters take seconds, and hours where a step is taken for every two of them.
    So no time is measured, which a busy machine would make longer; two minutes end the waiting.
    """
    child = CHILDREN.Process(target=work, args=arguments)
    child.start()
    child.join(120)
    code = child.exitcode
    child.kill()
    return code


def close(value, within=1e-9):
    """What lies no farther away than this, small or large."""
    return pytest.approx(value, abs=within)


def long(*variants):
    """Variants of a test that belong to what takes longer: others show every day what it claims."""
    return [pytest.param(one, marks=pytest.mark.long) for one in variants]


# Texts

# What a page must not say where nothing is to be run.
ON_RUNNING = re.compile(r"run,? all|choose run|menu run|not running", re.IGNORECASE)

BRANDS = re.compile(
    r"\b(airflow|aws|azure|bash|databricks|docker|excel|git|google|java|jupyter|keras|kubernetes"
    r"|looker|mlflow|numpy|pandas|polars|power bi|python|pytorch|r|scala|scikit-learn|snowflake"
    r"|spark|sql|tableau|tensorflow|terraform)\b",
    re.I,
)
TITLES = re.compile(r"\b(engineer|analyst|scientist|statistician|developer|researcher)s?\b", re.I)


def words(text):
    """The words of a text, compounds being one."""
    return re.findall(r"[\w'-]+", text)


def lix(text):
    """Readability after Björnsson (1968): below 40 reads easily, above 60 hardly.

    Words per sentence, plus the percentage of words with more than six letters.
    """
    sentences = max(1, len(re.findall(r"[.:!?]", text)))
    long = [word for word in words(text) if len(re.sub(r"\W", "", word)) > 6]
    return len(words(text)) / sentences + 100 * len(long) / len(words(text))


async def until(condition, patience=60):
    """Let everything else go on until a condition holds, which it does long before `patience`."""
    async with asyncio.timeout(patience):
        while not condition():
            await asyncio.sleep(0.01)


# Pages


def tags(html):
    """(name, attributes) of every tag that opens in a page."""
    found = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: found.append((tag, dict(attributes)))
    parser.feed(html)
    return found


def words_of(html):
    """Every text of a page, as it is read."""
    found = []
    parser = HTMLParser()
    parser.handle_data = found.append
    parser.feed(html)
    return " ".join(" ".join(found).split())


def plain(text):
    """A text of a picture without its markup."""
    return re.sub(r"<[^>]*>|\N{NO-BREAK SPACE}", " ", text).strip()


# Pictures


def traces(figure):
    """The traces of a picture by name."""
    return {trace.name: trace for trace in figure.data}


def trace(figure, name):
    """The one trace of this name."""
    [found] = [one for one in figure.data if one.name == name]
    return found


def values_of(figure, wanted):
    """All values that a picture holds under the keys that are wanted, one by one."""

    def under(key, thing):
        parts = thing.items() if isinstance(thing, dict) else ()
        parts = [(key, value) for value in thing] if isinstance(thing, list) else parts
        for name, value in parts:
            yield from under(name, value)
        if not isinstance(thing, dict | list) and thing is not None and wanted(key):
            yield thing

    return list(under("", json.loads(figure.to_json())))


def colours_of(figure):
    """Every colour of a picture, by its key or by how it is written."""
    named = {one for one in values_of(figure, lambda key: "color" in key) if isinstance(one, str)}
    return named | set(re.findall(r"#[0-9a-fA-F]{6}|rgba?\([^)]*\)", figure.to_json()))


def drawn_as(figure, mode):
    """The traces of a picture that are drawn as markers, as text or as lines."""
    return [one for one in figure.data if mode in (getattr(one, "mode", None) or "")]


def reach_of(trace):
    """From where to where each bar of a trace's uncertainty goes, along the axis x."""
    bars = zip(trace.x, trace.error_x.arrayminus, trace.error_x.array, strict=True)
    return [(x - down, x + up) for x, down, up in bars]


class HouseStyle:
    """What holds for every picture of ours: for the tests of a file with a fixture `figure`."""

    heights = (100, 800)  # pixels
    more_colours = ()  # beside those of the palette
    unfilled = ()  # symbols with no filling that could have an outline

    def test_is_small(self, figure):
        assert len(figure.to_json()) < 12_000

    def test_says_how_high_it_is_and_not_how_wide(self, figure):
        least, most = self.heights
        assert least < figure.layout.height < most
        assert figure.layout.width is None

    def test_has_a_lean_template_in_place_of_the_default(self, figure):
        template = figure.to_plotly_json()["layout"]["template"]
        assert list(template) == ["layout"]
        assert len(json.dumps(template)) < 1000

    def test_takes_its_colours_from_the_palette(self, figure):
        from rolekit.base.plot import palette

        known = {value for value in vars(palette).values() if isinstance(value, str)}
        known |= {"rgba(0, 0, 0, 0)", *palette.POLE_COLOURS.values(), *self.more_colours}
        assert colours_of(figure) <= known
        assert len(colours_of(figure)) > 3

    def test_has_a_transparent_background(self, figure):
        grounds = values_of(figure, lambda key: key.endswith("_bgcolor"))
        assert grounds == ["rgba(0, 0, 0, 0)"] * 2

    def test_outlines_every_mark_in_a_dark_colour(self, figure):
        """Orange is faint on white: without its outline it would be lost."""
        from rolekit.base.plot.palette import OUTLINE

        for one in drawn_as(figure, "markers"):
            if one.marker.symbol not in self.unfilled:
                assert one.marker.line.color == OUTLINE, one.name
                width = one.marker.line.width
                assert min(width if isinstance(width, tuple) else (width,)) >= 1, one.name


def luminance(colour):
    """The relative luminance (WCAG 2) of a colour: three shares of 0..255, or as #rrggbb."""
    if isinstance(colour, str):
        colour = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    shares = [each / 255 for each in colour]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """The contrast ratio of WCAG 2 between two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
