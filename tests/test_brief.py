"""The page to print holds what the panels show, as text, and nobody who has not agreed."""

import csv

import pytest
from adverts import ADVERTS
from hands import refusal, tags, words_of

from rolekit import TeamError, read_advert, roles
from rolekit.adverts.brief import advert_brief, phrases_csv
from rolekit.adverts.rewrite import checklist
from rolekit.base.page import NOT_FOR
from rolekit.team import closing, compose, gap, mix
from rolekit.team.brief import coverage_csv, team_brief
from rolekit.team.team import TOO_FEW

TARGET = mix({"data_scientist": 1, "ml_engineer": 1})
MARKUP = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
NAMES = ("<img src=x onerror=alert(1)>", "<b>Ben</b>", "A&B")
HOSTILE = f"Data Scientist {MARKUP} SQL, Excel, Kafka &amp; Spark, Java, APIs, Tableau dashboards"


def team(agreed, names=("Ada", "Ben", "Cleo")):
    people = {name: {"statistics": 80, "pipelines": 20 + 10 * i} for i, name in enumerate(names)}
    return compose(people, agreed=agreed)


def brief(group):
    before = gap(group, TARGET)
    steps = closing(group, TARGET, {role.name: role for role in roles() if role.core})
    return team_brief(group, "half and half", before, steps)


@pytest.mark.parametrize("agreed", [True, False])
def test_names_are_on_it_only_where_all_have_agreed(agreed):
    assert ("Ada" in brief(team(agreed))) == agreed
    assert ("Ada" in coverage_csv(team(agreed), gap(team(agreed), TARGET))) == agreed


@pytest.mark.parametrize("n", [1, 2])
def test_of_one_or_two_who_have_not_agreed_there_is_none(n):
    few = team(False, ("Ada", "Ben")[:n])
    for make in (brief, lambda group: coverage_csv(group, gap(group, TARGET))):
        assert refusal(TeamError, make, few) == TOO_FEW


def test_what_it_is_not_for_stands_on_both():
    for page in (brief(team(False)), advert_brief(read_advert(ADVERTS[0].text))):
        assert NOT_FOR in words_of(page)


def test_hostile_names_and_adverts_stay_text():
    reading = read_advert(HOSTILE)
    points = checklist(reading, roles()[0])
    for page in (brief(team(True, NAMES)), advert_brief(reading, points)):
        assert {"script", "img"}.isdisjoint(tag for tag, _ in tags(page))
        assert not [1 for _, given in tags(page) if any(name.startswith("on") for name in given)]
    for name in NAMES:
        assert name in words_of(brief(team(True, NAMES)))


def test_no_cell_of_a_table_is_a_formula():
    """Names that begin like one are refused where a team is composed; phrases cannot be."""
    text = f"=SQL, @Excel, +Kafka, -Java, {HOSTILE}"
    for row in csv.reader(phrases_csv(read_advert(text)).splitlines()[1:]):
        assert not [cell for cell in row[:3] if cell.startswith(tuple("=+-@"))]
    with pytest.raises(TeamError):
        compose({"=HYPERLINK(1)": {"statistics": 80}})


def test_a_row_for_each_phrase_and_its_pulls_add_up_to_the_lean():
    reading = read_advert(ADVERTS[0].text)
    rows = list(csv.DictReader(phrases_csv(reading).splitlines()))
    assert len(rows) == len(reading.phrases)
    rounded = 0.005 * len(rows)
    assert sum(float(row["lean"]) for row in rows) == pytest.approx(reading.lean, abs=rounded)


@pytest.mark.browser
def test_it_prints_on_one_page(sheets):
    reading = read_advert(max(ADVERTS, key=lambda advert: len(advert.text)).text)
    assert sheets(brief(team(True, [f"Person number {i}" for i in range(8)]))) == 1
    assert sheets(advert_brief(reading, checklist(reading, roles()[2]))) == 1
