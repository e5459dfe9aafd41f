"""The pictures of notebook 06: each mark stands where the data put it."""

from itertools import pairwise

import pytest
from hands import HouseStyle, trace
from hypothesis import given
from paths import BUILDING, ENGINEER, PLAN, RATINGS, SCIENTIST, any_ratings, plans, targets
from strategies import any_answers, examples

from rolekit import Answers
from rolekit.figures import gap_rows, move, nearby, timeline
from rolekit.measure.example import EXAMPLE
from rolekit.path.figures.skill_rows import WIDTH, place_rows
from rolekit.path.framework import load_skills
from rolekit.path.gaps import gaps
from rolekit.path.transition import neighbours, transition

FIGURES = {
    "gaps": gap_rows(gaps(ENGINEER, RATINGS, EXAMPLE.answers)),
    "there": move(transition(SCIENTIST, ENGINEER)),
    "nearby": nearby(SCIENTIST),
    "plan": timeline(PLAN),
}
few = examples(25)


@pytest.fixture(params=FIGURES)
def figure(request):
    return FIGURES[request.param]


def words(figure):
    return " ".join(figure.data[0].text)


class TestRows:
    @given(targets)
    @few
    def test_names_are_whole_fit_a_narrow_page_and_nothing_stands_on_anything(self, aim):
        rows, text, _ = place_rows([("Do first", list(aim.needs))], left=0)
        assert " ".join(text.text) == " ".join(["<b>Do first</b>", *aim.needs])
        assert max(map(len, text.text)) <= WIDTH
        assert len(rows) == len(aim.needs)
        rows, text, height = place_rows([("A", list(aim.needs)), ("B", ["Testing"])], left=0)
        ys = sorted([*rows, *text.y], reverse=True)
        assert all(above - below >= 15 for above, below in pairwise(ys))
        assert -height < ys[-1]
        assert ys[0] < 0


class TestGaps:
    @given(targets, any_ratings, any_answers())
    @few
    def test_every_rated_skill_has_its_marks_in_one_row(self, aim, ratings, answers):
        found = [gap for gap in gaps(aim, ratings, answers) if gap.today is not None]
        if not found:
            return
        figure = gap_rows(gaps(aim, ratings, answers))
        today, needed = trace(figure, "you today"), trace(figure, "needed")
        assert list(today.x) == [gap.today for gap in found]
        assert list(needed.x) == [gap.needed for gap in found]
        assert today.y == needed.y
        wish, unknown = trace(figure, "your wish"), trace(figure, "not known")
        assert list(wish.x) == [gap.want for gap in found if gap.want is not None]
        assert sorted([*wish.y, *unknown.y]) == sorted(today.y)

    def test_what_is_not_rated_or_answered_is_not_drawn(self):
        figure = gap_rows(gaps(ENGINEER, RATINGS, Answers()))
        assert not trace(figure, "your average wish").x
        assert not trace(figure, "your wish").showlegend
        figure = gap_rows(gaps(ENGINEER, {BUILDING: 1}, EXAMPLE.answers))
        assert list(trace(figure, "you today").x) == [1]
        assert words(figure) == f"<b>Do first</b> {BUILDING}"


class TestMove:
    def test_the_headings_count_the_skills_and_the_ring_is_at_the_level_of_the_akin_one(self):
        for heading in ("Carries over: 3", "New: 3", "Left behind: 5"):
            assert f"<b>{heading}</b>" in words(FIGURES["there"])
        assert "Rises" not in words(FIGURES["there"])
        ring = trace(FIGURES["there"], "similar skill you'd bring")
        assert list(ring.x) == [SCIENTIST.needs["Programming and build (data science)"]]
        assert list(ring.customdata) == ["Programming and build (data science)"]

    @given(targets, targets)
    @few
    def test_both_levels_stand_in_the_row_of_their_skill(self, one, other):
        way = transition(one, other)
        before, after = move(way).data[3:5]
        told = [skill.partition(": ")[0] for skill in before.customdata]
        assert told == [change.skill for change in way.changes]
        assert list(before.x) == [one.needs.get(skill) for skill in told]
        assert list(after.x) == [other.needs.get(skill) for skill in told]


class TestNearby:
    @given(targets)
    @few
    def test_a_bar_is_as_long_as_the_skills_that_are_needed(self, start):
        bars = nearby(start).data[1:]
        sums = [sum(lengths) for lengths in zip(*(bar.x for bar in bars), strict=True)]
        assert sums == [len(way.end.needs) for way in neighbours(start)]
        assert max(sums) <= 12

    def test_no_part_is_told_by_colour_alone(self):
        parts = [(bar.marker.pattern.shape, bar.marker.color) for bar in FIGURES["nearby"].data[1:]]
        assert len({shape for shape, _ in parts if shape}) == 2
        assert len(set(parts)) == 4


class TestTimeline:
    @given(plans())
    @few
    def test_a_bar_is_as_long_as_its_weeks(self, plan):
        bars = timeline(plan).data[1]
        week = 7 * 24 * 3600 * 1000
        assert list(bars.x) == [step.weeks * week for step in plan.steps]
        assert list(bars.base) == [one.first.isoformat() for one in plan.schedule]


class TestEveryPicture(HouseStyle):
    unfilled = ("circle-open", "line-ns")

    def test_explanations_are_there_on_pointing(self):
        told = trace(FIGURES["there"], "Data scientist").customdata
        assert all(load_skills()[text.partition(": ")[0]].explanation in text for text in told)
