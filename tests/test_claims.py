"""Every figure in a notebook's prose is computed here, or named as an example or an opinion."""

import re
from functools import cache
from math import comb

import nbformat
import pytest
from hands import ROOT, rows_of

import rolekit
from rolekit.adverts.paste import NEEDED as PHRASES
from rolekit.adverts.terms import ADVERTS
from rolekit.cohort.door import HOURS
from rolekit.cohort.panels.facilitator import INVENTED
from rolekit.cohort.shown import COARSE, DOTS_FROM, FLOOR
from rolekit.cohort.summary import ALPHA_FROM
from rolekit.measure.example import EXAMPLE
from rolekit.measure.placement import BAND, NEEDED, SIDE_FROM
from rolekit.path.framework import load_levels
from rolekit.path.gaps import FAR_BELOW
from rolekit.path.plan import MOST_STEPS
from rolekit.record.codes import ID_BITS, PAIRS, STEP
from rolekit.record.instrument import SIDES
from rolekit.record.paper_form import BOXES, ROUNDING
from rolekit.team.team import FEWEST, GIVES
from rolekit.weather import monitor
from rolekit.weather.days import WET
from rolekit.weather.decision import COSTS
from rolekit.weather.load import MOST_SECONDS, WORKERS
from rolekit.weather.model import FIRST
from rolekit.weather.replay import MECHANISMS, TEAMS, luck
from rolekit.weather.workshop import REQUESTS

FILES = sorted((ROOT / "notebooks").glob("*.ipynb"))
WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
WORDS += ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"]
WORDS += ["eighteen", "nineteen", "twenty"]
TENS = {30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty"}
TENS |= {90: "ninety"}
SHARES = "half|quarters?|thirds?|fifths?|tenths?|twice|dozens?|hundreds?|thousands?"
# Ones and twos are left to grammar, and 01 to 09 are names of notebooks.
FIGURE = re.compile(
    rf"(?<![\w.,/-])-?(?!0\d)\d[\d,]*(?:\.\d+)?\b%?|\b(?:{'|'.join(WORDS[3:])}|"
    rf"{'|'.join(TENS.values())}|{SHARES})\b",
    re.I,
)


def n(value):
    """A number as a pattern, in digits or in a word."""
    written = [f"{value:,}", *WORDS[value : value + 1], *([TENS[value]] if value in TENS else [])]
    return rf"(?:{'|'.join(map(re.escape, written))})"


def prose(file):
    """What a notebook says, without code, addresses and the marks of lists."""
    cells = nbformat.read(file, as_version=4).cells
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    shown = r"`[^`\n]*`|^    .*$|\]\([^)]*\)|\[\d\d-[\w-]+|\*\*|^\d\. "
    return re.sub(r"\s+", " ", re.sub(shown, " ", text, flags=re.M))


def minutes(name):
    """What notebook 00 says that a notebook takes."""
    [found] = re.findall(rf"\({name}\.ipynb\) \|.*\((\d+) minutes", FILES[0].read_text("utf-8"))
    return int(found)


def printed(start):
    """The numbers of the row of notebook 09's tables that begins like this."""
    cells = nbformat.read(FILES[9], as_version=4).cells
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    tables = [output.get("data", {}).get("text/markdown", "") for output in outputs]
    [line] = [line for line in "\n".join(tables).splitlines() if line.startswith(start)]
    return [float(one) for one in re.findall(r"[\d.]+", line)]


def the_measurement():
    instrument, roles = rolekit.load_instrument(), rolekit.roles()
    placed = rolekit.place(EXAMPLE.answers)
    kinds, statements = len(instrument.facets), len(instrument.short_items)
    [side] = {len(instrument.facets_of(pole)) for pole in SIDES}
    right = sum(dot > 0 for dot in placed.dots)
    weights = [facet.weight for facet in instrument.facets if facet.pole in SIDES]
    yield rf"{n(kinds)} (?:kinds of work|facets|scores|things)|all {len(instrument.items)}\b"
    yield rf"in steps of {n(STEP)}\b"
    yield rf"{n(statements)} (?:more|statements)|(?:all|second) {n(statements)}\b"
    yield rf"{n(NEEDED)} of the {n(side)} kinds of work"
    yield rf"{n(side)} facets|and {n(side)} to engineering|less than {n(side)}\b"
    yield rf"{n(2 * side)} (?:pulls|can be told)|{n(4 * side)} kinds of work"  # twice as many
    yield rf"{n(PAIRS)} pairs"
    yield rf"{n(len(placed.dots))} (?:dots|other places|places|positions)"
    yield rf"{n(right)} (?:of them|are) on the engineering side"
    yield rf"{n(round(BAND * len(placed.dots)))} of them make|{round(100 * BAND)}%"
    yield rf"{n(round(placed.lean))} points to the right|{n(-EXAMPLE.guess)} points to the left"
    yield rf"{n(round(SIDE_FROM))} points (?:or more|from 0)"
    yield rf"one (?:time )?in {n(round(1 / (1 - BAND)))}\b"
    yield rf"{min(weights):g} and {max(weights):g}, so"
    yield "counts for a third" if round(3 * max(weights)) == 1 else "$^"
    for kind in ("surveys", "adverts"):
        alone = sum(list(role.counted) == [kind] for role in roles)
        known = [role.counted[kind] for role in roles if kind in role.counted]
        yield rf"{n(alone)} (?:newer ones|titles have|have adverts|columns|others|of the titles)"
        yield rf"{sum(known):,} (?:survey answers|people|job adverts)|{n(len(known))} titles"
    yield rf"{n(len(roles))} titles|{n(sum(role.core for role in roles))} core titles"
    for year in {part for row in rows_of("role_evidence") for part in row["year"].split("-")}:
        yield rf"(?:of|to|in|and|\*\*, and) {year}\b"
    sides = [sum(row["side"] == side for row in rows_of("roles")) for side in SIDES]
    yield rf"{n(sides[0])} analytics titles|{n(sides[1])} engineering titles"
    narrower = 1 - printed("| 24 |")[1] / printed("| 12 |")[1]
    yield "about a tenth" if 0.05 < narrower < 0.15 else "$^"
    yield rf"at least {n(ALPHA_FROM)} people"


def titles_paths_and_teams():
    questions = rows_of("guesses")
    adverts = sum(row["sign"].startswith("ad_") for row in questions)
    yield rf"{n(len(questions))} (?:activities|questions|guesses)|same {n(len(questions))}\b"
    yield rf"{n(len(questions) - adverts)} of the {n(len(questions))} questions"
    yield rf"{n(adverts)} of (?:them|the questions)|{n(adverts)} are about"
    occupations = n(len(rows_of("onet_titles")))
    yield rf"(?:the|all) {occupations} (?:are furthest|have)|{occupations} occupations"
    yield rf"one of {n(len(load_levels()) - 1)} levels"  # "none yet" is ours
    yield rf"more than {FAR_BELOW} points less|up to {n(MOST_STEPS)} gaps"
    yield rf"{GIVES} or more|fewer than {n(PHRASES)} known|fewer than {n(FEWEST)} of you"
    yield rf"{sum(ADVERTS.values()):,} adverts"
    people = [row["team"] for row in rows_of("invented_teams")]
    yield rf"{n(len(rows_of('stories')))} teams|nobody: the {n(people.count('start_up'))}, or"


def the_weather():
    dates = [row["date"] for row in rows_of("seattle_weather")]
    replayed = sum(date >= FIRST for date in dates)
    years = sorted({date[:4] for date in dates})
    yield rf"{len(dates):,} of them|{replayed:,} real days|{n(len(years))} (?:years|summers)"
    yield rf"{n(len(years) - 1)} years|{12 * (len(years) - 1)} months"
    yield rf"\b(?:{'|'.join(years)})\b"
    yield rf"at least {n(round(WET))} mm|{COSTS.soaked:g} euros|{COSTS.missed:g} euros"
    yield rf"{n(len(REQUESTS) - 1)} of the {n(len(REQUESTS))} requests|400 degrees|10,000 days"
    assert {"400 degrees", "10,000 days at once"} < REQUESTS.keys()
    yield rf"400 (?:requests|from {n(WORKERS)} sides at once, every tenth)"
    yield "half a minute at most" if MOST_SECONDS == 30 else "$^"
    yield rf"textbook's {monitor.RULE_OF_THUMB:g}|alarm (?:stands|is|is set) at {monitor.ALARM:g}\b"
    rings = monitor.false_alarms("same season", monitor.ALARM)
    yield rf"one month out of {n(round(1 / rings))}\b"
    measured = [one for one in MECHANISMS if one.basis == "measured here"]
    yield rf"{n(len(TEAMS))} teams|{n(len(measured))} rows"
    replays = len(luck().late)
    yield rf"{round(BAND * replays)} of {replays} replays"


def the_room():
    people = 300  # as many as the design is made for
    pairs_of_people = comb(people, 2) / 2**ID_BITS
    yield rf"{n(round(pairs_of_people * 1e8))} in 100 million"
    yield rf"ewer than {FLOOR}\b|{FLOOR} (?:to {people}|more) people|at least {FLOOR}\b"
    yield rf"{FLOOR} to {DOTS_FROM - 1} people|rounded to {COARSE} points|{DOTS_FROM} people on"
    yield rf"mean of {n(FLOOR)} became a mean of {n(FLOOR + 1)}\b"
    yield rf"room of {INVENTED} invented people|for {n(HOURS)} hours"
    yield rf"{n(len(BOXES))} boxes|within {n(round(ROUNDING))} points"
    for row in rows_of("workshop"):  # tests/test_guide.py holds the notebook to this table
        yield re.escape(row["text"])
    for row in rows_of("workshop"):
        yield " \\| ".join(row[f"minutes_{span}"] or "–" for span in (30, 60, 90))
    yield rf"{n(30)}(?:,| \|) {n(60)}(?: or| \|) {n(90)}"


# What no table holds, and why it is said all the same.
NAMED = {
    "the ends and the middle of a scale": [
        r"\b0\b(?!\.\d|%)|from -100 to 100|from 0 to 100|\b100 if",
        "1 is the same shape|and -1 is the exact opposite|more of 100",
        "above 1, the titles|100 euros are split|100% of months",
    ],
    "an example, or something to try": [
        "add 10 to every|Add 25 points|to 26, to 29, to 8 and to 2|At (?:26|29|8) |at 2 so",
        "87 counted, 3 duplicates, 2 damaged|first three questions|costs to 50 euros",
        "slider to 60 euros|shuffle a thousand times",
        r"of a side to 0\.2|in winter, 45 is|notice to 0",
    ],
    "a part of a whole, in a word": [r"\bhalf\b|quarters?|twice|hundred people|one in a hundred"],
    "what the text itself counts": [
        "three (?:things|steps|of the three|rules)|best (?:of the )?three|two or three",
        "third (?:team|needs)|three dots|four (?:roles|broken)|four (?:published )?sources",
    ],
    "counted when the data were made, and told in data/README.md": [
        "about twenty countries|few dozen adverts|thousands of people|adverts of 2023",
        "survey of 2025",
    ],
    "measured once": [
        "8 to 27 seconds|300 hand-ins at once from 60 programs|kept all 300|300 phones at once",
    ],
    "what hosts say of themselves, and how large a room may be": [
        "most 100 times at once|about ten minutes stops|After six hours|ten minutes early",
        r"up to (?:60|300)\b|5 to 300 people|two of 300 people",
    ],
    "an opinion": [
        "after about twenty-four questions|few dozen days|thousands of independent rows"
    ],
    "as the story has it": ["closes at six"],
    "a law, a licence or a year of publication": [
        r"\(EU\) 2024/1689 |Article 6 and Annex III, point 4|CC BY 4\.0|\(2026\)"
    ],
}


@cache
def patterns():
    tied = [*the_measurement(), *titles_paths_and_teams(), *the_weather(), *the_room()]
    named = [one for several in NAMED.values() for one in several]
    return [re.compile(one, re.I) for one in [*tied, *named]]


def left_over(text):
    """The figures of a text that no pattern covers, with what is around them."""
    spans = [found.span() for one in patterns() for found in one.finditer(text)]
    return [
        " ".join(text[max(0, one.start() - 40) : one.end() + 40].split())
        for one in FIGURE.finditer(text)
        if not any(low <= one.start() and one.end() <= high for low, high in spans)
    ]


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_every_figure_is_computed_or_named(file):
    text = re.sub(rf"{n(minutes(file.stem))} minutes", "", prose(file))
    if file == FILES[0]:
        text = re.sub(r"\(\d+ minutes\) \|", "", text)  # of reading: an estimate for each notebook
    assert left_over(text) == []


def test_a_figure_that_nobody_has_tied_is_found():
    said = "We asked 1,234 people, and seventeen of 77% agreed: -0.5. Two of them, in notebook 02."
    assert len(left_over(said)) == 4
    assert left_over("Answer twelve statements, from 0 to 100, in two rounds.") == []


def test_what_is_named_is_still_said():
    told = " ".join(prose(file) for file in FILES)
    lost = [one for some in NAMED.values() for one in some if not re.search(one, told, re.I)]
    assert lost == []
