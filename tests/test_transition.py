"""Transitions: computed from the table, the same way there and back."""

from hypothesis import given
from paths import BUILDING, ENGINEER, ETHICS, INNOVATION, INTEGRATION, MATHS, SCIENTIST, TELLING
from paths import targets as any_target

from rolekit.path.framework import load_skills, load_targets, target
from rolekit.path.transition import KINDS, neighbours, transition

CODING = "Programming and build (data science)"


def skills(way, kind):
    return [change.skill for change in way.of(kind)]


class TestLaws:
    @given(any_target, any_target)
    def test_the_way_back_swaps_new_and_left_behind_and_what_rises_carries_over(self, one, other):
        there, back = transition(one, other), transition(other, one)
        assert skills(there, "new") == skills(back, "left behind")
        assert skills(there, "left behind") == skills(back, "new")
        back = skills(transition(other, one), "carries over")
        assert set(skills(transition(one, other), "rises")) <= set(back)

    @given(any_target, any_target)
    def test_every_skill_of_either_job_is_of_one_kind_and_akin_is_left_behind(self, one, other):
        way = transition(one, other)
        told = [skill for kind in KINDS for skill in skills(way, kind)]
        assert sorted(told) == sorted({*one.needs, *other.needs})
        assert told == [change.skill for change in way.changes]
        for change in way.changes:
            assert change.kind == "new" or not change.akin
            for skill in change.akin:
                assert skill in skills(way, "left behind")
                assert load_skills()[skill].family == load_skills()[change.skill].family

    @given(any_target)
    def test_staying_asks_nothing_new(self, one):
        assert {change.kind for change in transition(one, one).changes} == {"carries over"}


class TestBetweenTheTwo:
    """Read off the table by hand: data scientist, and senior machine learning engineer."""

    def test_from_data_scientist_to_ml_engineer(self):
        way = transition(SCIENTIST, ENGINEER)
        assert skills(way, "carries over") == [MATHS, ETHICS, INNOVATION]
        assert skills(way, "rises") == []
        assert skills(way, "new") == [TELLING, BUILDING, INTEGRATION]
        assert len(way.of("left behind")) == 5
        assert {change.skill: change.akin for change in way.of("new")}[BUILDING] == (CODING,)

    def test_to_lead_the_same_skills_rise_and_a_higher_level_carries_over(self):
        way = transition(SCIENTIST, target("ml_engineer", "Lead machine learning engineer"))
        # innovation: practitioner to expert; maths and ethics stay practitioner
        assert skills(way, "rises") == [INNOVATION]
        lead = target("data_scientist", "Lead data scientist")
        assert MATHS in skills(transition(lead, ENGINEER), "carries over")


class TestNeighbours:
    def test_every_other_role_is_there_once(self):
        every = dict.fromkeys(one.role for one in load_targets())
        for start in (SCIENTIST, ENGINEER):
            ways = neighbours(start)
            assert all(way.start == start for way in ways)
            assert [way.end.role for way in ways] == [r for r in every if r != start.role]

    def test_the_grade_is_the_one_that_asks_for_most_nearly_as_much(self):
        for way in neighbours(SCIENTIST):
            gap = abs(way.end.mean_need - SCIENTIST.mean_need)
            others = [one for one in load_targets() if one.role == way.end.role]
            assert gap == min(abs(one.mean_need - SCIENTIST.mean_need) for one in others)

    def test_the_two_are_nearest_by_name_and_most_ways_share_hardly_one_as_the_notebook_says(self):
        for start, other in ((SCIENTIST, "ml_engineer"), (ENGINEER, "data_scientist")):
            ways = neighbours(start)
            shared = {w.end.role: len(w.of("carries over") + w.of("rises")) for w in ways}
            assert shared.pop(other) > max(shared.values())
        none = [way for way in neighbours(SCIENTIST) if not way.of("carries over")]
        assert len(none) > 3
