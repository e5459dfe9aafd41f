"""Resemblance is the correlation that scipy finds, with its interval, and claims no more."""

from dataclasses import FrozenInstanceError
from itertools import pairwise

import numpy
import pytest
import scipy.stats
from hands import close
from hypothesis import assume, given
from hypothesis import strategies as st
from people import FACETS, INSTRUMENT, changed, sides, some_answers, without
from strategies import any_answers, examples, placeable, whole

from rolekit import Answers, resemblance, roles
from rolekit.measure.families import family_of
from rolekit.measure.resemblance import LEAST_FACETS, by_family

ROLES = {role.id: role for role in roles()}
WITHOUT_EXPERIMENTS = ["statistician", "research_scientist", "software_engineer"]


def by_role(answers):
    return {one.role.id: one for one in resemblance(answers)}


def own_profile(role):
    return Answers.from_facets({facet: round(score) for facet, score in role.profile.items()})


FOUR = Answers.from_facets({"statistics": 90, "decisions": 75, "pipelines": 40, "reliability": 15})
RISING = Answers.from_facets({facet: 8 * n for n, facet in enumerate(FACETS)})


@given(placeable(whole) | any_answers(whole))
@examples(60)
def test_the_correlation_and_its_interval_are_those_of_scipy(answers):
    for one in resemblance(answers):
        both = [facet for facet in answers.by_facet if facet in one.role.profile]
        oracle = scipy.stats.pearsonr(
            [answers.by_facet[facet] for facet in both], [one.role.profile[facet] for facet in both]
        )
        interval = oracle.confidence_interval(0.95)
        assert one.r == close(oracle.statistic)
        assert (one.low, one.high) == close(tuple(interval), 1e-6)
        assert one.facets == len(both)


def test_a_worked_example_of_the_interval():
    # With 12 facets the interval is tanh(atanh(r) -+ 1.959964 / 3), 0.653321 to either side.
    one = by_role(RISING)["ml_engineer"]
    assert one.facets == 12
    assert numpy.diff(numpy.arctanh([one.low, one.r, one.high])) == close([0.653321] * 2, 1e-6)


@given(placeable(whole))
def test_every_role_is_there_once_and_the_best_comes_first(answers):
    found = resemblance(answers)
    ids = {one.role.id for one in found}
    assert len(ids) == len(found)
    # Answers may be all the same but for a facet of which there is no evidence on some roles.
    assert not found or set(ROLES) - ids <= set(WITHOUT_EXPERIMENTS)
    assert all(one.r >= other.r for one, other in pairwise(found))
    for one in found:
        assert -1 <= one.low <= one.r <= one.high <= 1


@pytest.mark.parametrize("id", ROLES)
def test_a_roles_own_profile_resembles_it_most(id):
    best, second, *_ = resemblance(own_profile(ROLES[id]))
    assert best.role.id == id
    assert best.r > 0.999
    assert best.low > 0.99
    assert second.r < 0.8 or family_of(second.role.id) == family_of(id)


@given(st.sampled_from(list(ROLES)), st.integers(-25, 25), st.sampled_from([0.5, 0.75, 1]))
@examples(40)
def test_height_and_stretch_do_not_matter(id, points, stretch):
    role = ROLES[id]
    moved = Answers.from_facets(
        {
            f: min(100, max(0, round(50 + stretch * (x - 50) + points)))
            for f, x in role.profile.items()
        }
    )
    assume(all(0 < value < 100 for value in moved.by_facet.values()))
    assert resemblance(moved)[0].role.id == id


@given(placeable(st.integers(5, 15).map(lambda n: 5 * n)), st.integers(-25, 25))
@examples(40)
def test_a_habit_of_answering_high_resembles_nobody_more(answers, points):
    one, other = by_role(answers), by_role(changed(answers, lambda value: value + points))
    assert set(one) == set(other)
    for id in one:
        assert other[id].r == close(one[id].r)


@given(placeable(whole))
@examples(40)
def test_opposite_answers_resemble_the_opposite(answers):
    one, other = by_role(answers), by_role(changed(answers, lambda value: 100 - value))
    for id in one:
        assert (other[id].r, other[id].low) == (close(-one[id].r), close(-one[id].high))


# Families


def test_a_family_has_the_mean_of_its_titles_and_the_best_comes_first():
    for answers in some_answers(40):
        found = by_family(resemblance(answers))
        assert all(one.r >= other.r for one, other in pairwise(found))
        titles = [title for one in found for title in one.titles]
        assert {one.role.id for one in titles} == {one.role.id for one in resemblance(answers)}
        for one in found:
            assert one.r == close(numpy.mean([title.r for title in one.titles]))
            assert all(title.role in one.family.roles for title in one.titles)
            assert one.nearest[0] == one.titles[0]
            # 1.959964 / sqrt(n - 3) to either side on Fisher's scale
            reach = 1.959964 / (min(title.facets for title in one.titles) - 3) ** 0.5
            middle = numpy.arctanh(numpy.clip(one.r, -1 + 1e-12, 1 - 1e-12))
            assert numpy.tanh([middle - reach, middle + reach]) == close([one.low, one.high], 1e-6)


def test_who_has_a_titles_very_profile_is_told_it_alone_and_between_titles_all_that_are_near():
    for role in ROLES.values():
        best = by_family(resemblance(own_profile(role)))[0]
        assert [one.role for one in best.nearest] == [role]
    # Between the profiles of three titles: their mean.
    three = [ROLES[id].profile for id in ("ml_engineer", "ai_engineer", "mlops_engineer")]
    middle = {facet: round(numpy.mean([one[facet] for one in three])) for facet in FACETS}
    best = by_family(resemblance(Answers.from_facets(middle)))[0]
    assert {one.role.id for one in best.nearest} == {"ml_engineer", "ai_engineer", "mlops_engineer"}


# Nothing to compare


@pytest.mark.parametrize("answers", [Answers(), *(sides(x, x, x) for x in (0, 50, 55, 100))])
def test_no_answers_and_constant_ones_resemble_nothing(answers):
    assert resemblance(answers) == []


def test_facets_that_are_constant_resemble_nothing_though_their_items_differ():
    answers = Answers.from_items(
        {item.id: 30 if item.form == "short" else 61 for item in INSTRUMENT.items}
    )
    assert set(answers.by_facet.values()) == {45.5}
    assert resemblance(answers) == []


def test_at_least_four_facets_are_compared_for_every_role():
    # As few are too few for a place.
    assert LEAST_FACETS == 4
    assert len(resemblance(FOUR)) == len(ROLES)
    assert resemblance(FOUR)[0].facets == 4
    assert resemblance(without(FOUR, "reliability")) == []
    found = by_role(without(FOUR, "reliability").having("experimentation-1", 15))
    assert set(found) == set(ROLES) - set(WITHOUT_EXPERIMENTS)
    assert all(one.facets == 4 for one in found.values())


# Roles without evidence on a facet


def test_a_role_without_evidence_on_a_facet_is_compared_on_the_rest_and_says_so_where_it_matters():
    for id, one in by_role(RISING).items():
        missing = [facet for facet in FACETS if facet not in ROLES[id].profile]
        assert one.facets == 12 - len(missing)
        if id in WITHOUT_EXPERIMENTS:
            assert one.note == ("There's no evidence on experiments, so only the rest is compared.")
        else:
            assert one.note == ""
    found = resemblance(without(RISING, "experimentation"))
    assert all(one.note == "" for one in found)
    assert {one.facets for one in found} == {11}


def test_a_facet_without_evidence_changes_nothing_for_that_role():
    low, high = (
        by_role(RISING.having("experimentation-1", x).having("experimentation-2", x))
        for x in (0, 100)
    )
    for id in ROLES:
        assert (low[id].r == high[id].r) == (id in WITHOUT_EXPERIMENTS)


# Clear or not


def test_whether_it_is_clear_depends_on_the_interval_and_no_role_is_like_every_shape():
    for role in ROLES.values():
        for one in resemblance(own_profile(role)):
            assert one.is_clear == (one.low > 0)
    assert resemblance(own_profile(ROLES["data_analyst"]))[0].is_clear
    # High and low in turn, on either side.
    answers = Answers.from_facets({facet: 40 + 20 * (n % 2) for n, facet in enumerate(FACETS)})
    assert not resemblance(answers)[0].is_clear


def test_a_resemblance_does_not_change():
    one = resemblance(FOUR)[0]
    with pytest.raises(FrozenInstanceError):
        one.r = 1
