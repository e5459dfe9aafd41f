"""The pictures of teams and adverts show what the numbers say, and nobody who has not agreed."""

import re
from html import unescape

import pytest
from adverts import ADVERTS
from hands import tags

from rolekit import figures, read_advert, roles
from rolekit.adverts.words import describe_advert
from rolekit.team import Shortfall, Team, closing, compose, gap, target_of
from rolekit.team.words import describe_closing, describe_team

ROLES = {role.id: role for role in roles()}
PEOPLE = {
    name: {facet: round(score) for facet, score in ROLES[id].profile.items()}
    for name, id in {"Ada": "data_analyst", "Ben": "data_scientist", "Cleo": "ml_engineer"}.items()
}
READING = read_advert(next(a.text for a in ADVERTS if a.name == "ml_engineer-01"))
HOSTILE = (
    "<script>alert(1)</script>Data Scientist &lt;img src=x onerror=alert(2)&gt; "
    "SQL, Excel, Kafka &amp; Spark, \"Java\", 'APIs', Tableau dashboards &lt;/div&gt;"
)


def read(html):
    """What is read of an advert's own words, without the arrows that were set beside them."""
    return unescape(re.sub(r"<small>.*?</small>|<[^>]*>", "", html))


def marks(html):
    return re.findall(r"<mark .*?</mark>", html, re.DOTALL)


def test_hostile_markup_stays_text():
    reading = read_advert(HOSTILE)
    html = figures.highlighted(reading)
    assert {tag for tag, _ in tags(html)} == {"div", "mark", "small"}
    assert read(html) == reading.text
    assert "<img src=x onerror=alert(2)>" in read(html)
    assert "alert(1)" not in read(html)


@pytest.mark.parametrize("advert", ADVERTS, ids=lambda advert: advert.name)
def test_exactly_the_phrases_are_marked_and_no_letter_is_lost(advert):
    reading = read_advert(advert.text)
    html = figures.highlighted(reading)
    assert read(html) == reading.text
    assert [read(mark) for mark in marks(html)] == [phrase.text for phrase in reading.phrases]


def test_direction_is_shown_by_more_than_colour_and_the_vacancy_by_a_ring():
    for mark in marks(figures.highlighted(READING)):
        assert ("solid" in mark) == ("←" in mark)
        assert ("dashed" in mark) == ("→" in mark)
    ring = figures.team_map(Team(), READING).data[3]
    assert (ring.x[0], ring.y[0]) == (READING.lean, READING.depth)
    assert ring.marker.symbol == "circle-open"


def test_the_strip_counts_givers_and_gap_bars_are_the_points_that_are_short():
    team = compose(PEOPLE)
    cells = [text for trace in figures.team_coverage(team).data for [text] in trace.text]
    assert len(cells) == 12
    for cell, one in zip(cells, team.coverage, strict=True):
        alone = "only " if one.givers == 1 else ""
        assert cell.startswith(f"{alone}<b>{one.givers}</b>")
        assert cell.endswith(f"up to {one.highest:.0f}")
    before = gap(compose(PEOPLE), {"statistics": 95, "pipelines": 70})
    figure = figures.gap_bars(before, Shortfall({"statistics": 5.0, "pipelines": 0.0}), "x")
    assert list(figure.data[0].y) == ["Statistics", "Pipelines"]
    assert list(figure.data[0].x) == [before.short["statistics"], before.short["pipelines"]]
    assert list(figure.data[1].x) == [5, None]  # nothing is left there, and nothing drawn


def test_nobody_is_drawn_who_has_not_agreed():
    quiet, open_team = compose(PEOPLE), compose(PEOPLE, agreed=True)
    assert len(figures.team_map(quiet).data[2].x) == 0
    assert len(figures.team_map(open_team).data[2].x) == 3
    assert not re.search("Ada|Ben|Cleo", figures.team_map(quiet).to_json())
    assert not re.search("Ada|Ben|Cleo", figures.team_coverage(quiet).to_json())


def test_an_advert_and_a_team_are_told_in_words_without_names():
    said = describe_advert(READING)
    assert said.startswith(READING.verdict)
    assert f"Machine-learning depth is {READING.depth:.0f}" in said
    assert "It says nothing about exploration, statistics, experiments and storytelling." in said
    said = describe_team(compose({**PEOPLE, "Dan": {}}, agreed=True))
    assert said.startswith("4 people: 2 on the analytics side, 1 on the engineering side and 0 not")
    assert "1 answered too few statements for a result." in said
    assert not re.search("Ada|Ben|Cleo|Dan", said)


def test_what_closes_a_gap_is_told_step_by_step():
    team = compose({"Ada": PEOPLE["Ada"]})
    wanted = target_of(ROLES["ml_engineer"])
    steps = closing(team, wanted, {"engineer": ROLES["ml_engineer"]})
    before = gap(team, wanted)
    assert describe_closing(before, steps) == (
        f"The team falls {before.total:.0f} points short, most of all in deep learning. engineer "
        f"would close {before.total:.0f} of them and leave 0."
    )
    assert describe_closing(Shortfall({"statistics": 0.0}), ()) == (
        "The team meets the target everywhere."
    )
