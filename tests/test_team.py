"""A team is added up without giving anybody away, and a hire never makes it worse."""

from itertools import pairwise

import pytest
from adverts import ADVERTS
from hands import refusal
from hypothesis import given
from hypothesis import strategies as st
from strategies import INSTRUMENT, placeable

from rolekit import AnswerError, Answers, CodeError, TeamError, place, read_advert, roles
from rolekit.team import (
    Balance,
    Team,
    closing,
    compose,
    from_csv,
    gap,
    mix,
    person,
    target_of,
    to_csv,
)

FACETS = [facet.id for facet in INSTRUMENT.facets]
ROLES = {role.id: role for role in roles()}
profiles = st.dictionaries(st.sampled_from(FACETS), st.integers(0, 100))
names = st.sampled_from(["Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal"])
teams = st.dictionaries(names, profiles, max_size=6)
targets = st.dictionaries(st.sampled_from(FACETS), st.floats(0, 100))

# Worked by hand below.
THREE = {
    "Ada": {"statistics": 80, "decisions": 60, "pipelines": 20},
    "Ben": {"statistics": 90, "decisions": 59, "deployment": 60},
    "Cleo": {"statistics": 10, "decisions": 70, "deployment": 30},
}


def by_facet(team):
    return {one.facet: one for one in team.coverage}


def test_coverage_by_hand():
    """Statistics: 80 and 90 of 80, 90, 10. Decisions: 60 and 70 of 60, 59, 70. One deploys."""
    givers = {one.facet: one.givers for one in compose(THREE).coverage if one.givers}
    highest = {one.facet: one.highest for one in compose(THREE).coverage if one.highest}
    assert givers == {"statistics": 2, "decisions": 2, "deployment": 1}
    assert highest == {"statistics": 90, "decisions": 70, "pipelines": 20, "deployment": 60}
    assert compose(THREE).single_points == ("deployment",)
    assert set(compose(THREE).uncovered) == set(FACETS) - {"statistics", "decisions", "deployment"}


def test_overlap_by_hand_and_of_a_clone_and_one_alone():
    """Ada gives statistics and decisions, Ben statistics and deployment, Cleo decisions.

    Ada and Ben share 1 of 3, Ada and Cleo 1 of 2, Ben and Cleo 0 of 3: (1/3 + 1/2 + 0) / 3.
    """
    assert compose(THREE).overlap == pytest.approx(5 / 18)
    assert compose({"Ada": THREE["Ada"], "Ada 2": THREE["Ada"]}).overlap == 1
    assert compose({"Ada": THREE["Ada"], "Idle": {"statistics": 0}}).overlap is None


def test_balance_counts_by_the_band():
    sides = {"analytics": (90, 10), "engineering": (10, 90), "alike": (50, 50)}
    people = {
        name: {f.id: a if f.pole == "analytics" else e for f in INSTRUMENT.facets}
        for name, (a, e) in sides.items()
    }
    team = compose({**people, "silent": {"statistics": 90}})
    assert team.balance == Balance(analytics=1, engineering=1, between=1, unplaced=1)
    assert team.placements["silent"] is None
    assert team.placements["analytics"].lean == -80


def test_names_and_small_teams_show_nothing_unless_agreed_and_no_repr_does():
    two = {name: THREE[name] for name in ("Ada", "Ben")}
    assert {one.highest for one in compose(two).coverage} == {None}
    assert by_facet(compose(two, agreed=True))["statistics"].highest == 90
    assert {one.names for one in compose(THREE).coverage} == {()}
    assert by_facet(compose(THREE, agreed=True))["decisions"].names == ("Ada", "Cleo")
    assert "80" not in repr(compose(THREE))


def test_gap_by_hand():
    """Wanted 95, 40 and 70; there are 90, 70 and 20: short by 5, 0 and 50."""
    short = gap(compose(THREE), {"statistics": 95, "decisions": 40, "pipelines": 70})
    assert dict(short.short) == {"statistics": 5, "decisions": 0, "pipelines": 50}
    assert short.total == 55


VACANCIES = {
    "platform": {"pipelines": 80, "reliability": 50},
    "services": {"deployment": 90, "reliability": 70},
    "clone": {"statistics": 100},
}


def test_set_cover_by_hand():
    """Wanted: pipelines 70, deployment 60, reliability 60, of which there are 20, 60 and 0.

    The gap is 50 + 0 + 60 = 110. Platform closes 50 + 50 = 100, services 60, the clone nothing.
    After platform 10 are left, in reliability; services close them. Nothing is left for the clone.
    """
    wanted = {"pipelines": 70, "deployment": 60, "reliability": 60}
    steps = closing(compose(THREE), wanted, VACANCIES)
    told = [(step.vacancy, step.gain, step.gap.total) for step in steps]
    assert told == [("platform", 100, 10), ("services", 10, 0)]
    [first] = closing(compose(THREE), wanted, VACANCIES, hires=1)
    assert first.vacancy == "platform"


def test_the_vacancy_that_the_team_lacks_is_found_among_real_roles():
    analysts = {
        f"analyst {i}": {f: round(x) for f, x in ROLES["data_analyst"].profile.items()}
        for i in range(5)
    }
    vacancies = {id: ROLES[id] for id in ("data_analyst", "data_scientist", "ml_engineer")}
    first = closing(compose(analysts), mix({"ml_engineer": 1}), vacancies)[0]
    assert first.vacancy == "ml_engineer"


def test_a_target_may_be_a_role_an_advert_or_values():
    reading = read_advert(next(a.text for a in ADVERTS if a.name == "ml_engineer-01"))
    scientist = ROLES["data_scientist"]
    assert target_of(scientist) == {f: scientist.profile[f] for f in FACETS}
    assert target_of(reading) == dict(reading.profile)
    assert target_of({"statistics": 5}) == {"statistics": 5.0}
    assert "experimentation" not in target_of(ROLES["software_engineer"])


def test_a_mix_is_the_weighted_mean_and_leaves_out_what_is_not_known():
    """Three parts scientist, one part software engineer, about whom nothing is known on tests."""
    mixed = mix({"data_scientist": 3, "software_engineer": 1, "ml_engineer": 0})
    scientist, engineer = (ROLES[id].profile for id in ("data_scientist", "software_engineer"))
    assert mixed["architecture"] == pytest.approx(
        (3 * scientist["architecture"] + engineer["architecture"]) / 4
    )
    assert mixed["experimentation"] == scientist["experimentation"]


@given(teams, profiles)
def test_adding_a_person_never_lowers_coverage_nor_widens_a_gap(people, newcomer):
    before = compose(people, agreed=True)
    after = before.joined_by(person("Zoe", newcomer))
    for one, other in zip(before.coverage, after.coverage, strict=True):
        assert other.givers >= one.givers
        assert (other.highest or 0) >= (one.highest or 0)
    wanted = dict.fromkeys(FACETS, 70)
    assert gap(after, wanted).total <= gap(before, wanted).total


@given(teams, targets, st.randoms(use_true_random=False))
def test_order_does_not_matter(people, target, chance):
    shuffled = list(people.items())
    chance.shuffle(shuffled)
    one, other = compose(people), compose(dict(shuffled))
    assert one == other
    vacancies = list(VACANCIES.items())
    chance.shuffle(vacancies)
    assert closing(one, target, VACANCIES) == closing(other, target, dict(vacancies))


@given(teams, targets)
def test_gains_add_up_and_never_grow(people, target):
    team = compose(people)
    steps = closing(team, target, VACANCIES)
    left = steps[-1].gap.total if steps else gap(team, target).total
    assert sum(step.gain for step in steps) + left == pytest.approx(gap(team, target).total)
    gains = [step.gain for step in steps]
    assert all(later <= earlier + 1e-9 for earlier, later in pairwise(gains))


@given(placeable())
def test_a_code_and_its_answers_make_the_same_person(answers):
    team = compose({"Ada": answers.to_code()})
    assert team == compose({"Ada": answers})
    assert team.placements["Ada"].lean == place(answers).lean


@given(teams)
def test_a_file_brings_a_team_back(people):
    assert from_csv(to_csv(compose(people))) == compose(people)


def test_an_empty_team_lacks_everything():
    assert Team().coverage[0].givers == 0
    assert len(Team().uncovered) == 12
    assert Team().overlap is None
    assert Team().balance == Balance(0, 0, 0, 0)


@pytest.mark.parametrize("name", ["", "=1+1", "'=1+1", "|calc", "x" * 50, "a\x00b"])
def test_a_name_that_is_none_is_refused(name):
    assert refusal(TeamError, person, name, {}) == (
        f"A name must have 1 to 40 characters and begin with none of = + - @ (got {name[:41]!r})."
    )


NO_FACET = "There is no facet 'statistic'. Did you mean 'statistics'?"
VALUE = "must be a whole number from 0 to 100 or None"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"statistic": 5}, NO_FACET),
        ({"statistics": float("nan")}, f"Facet 'statistics' {VALUE} (got nan that is a float)."),
    ],
)
def test_scores_that_are_none_are_refused(values, message):
    assert refusal(AnswerError, person, "Ada", values) == message


@pytest.mark.parametrize(
    ("do", "given", "message"),
    [
        (
            compose,
            {"Ada": {}, " Ada": {}},
            "There are two people named 'Ada'. Give one of them another name.",
        ),
        (target_of, {"statistic": 5}, NO_FACET),
        (
            target_of,
            {"statistics": 101},
            "The target for 'statistics' must be from 0 to 100 (got 101).",
        ),
        (
            mix,
            {"data_wizard": 1},
            f"There is no role 'data_wizard'. Choose from: {', '.join(ROLES)}.",
        ),
        (mix, {"ml_engineer": -1}, "The share of 'ml_engineer' must be 0 or more (got -1)."),
        (mix, {"ml_engineer": 0}, "A mix needs a role with a share above 0."),
        (from_csv, "name,statistics\n", f"The first row must be name, {', '.join(FACETS)}."),
        (from_csv, to_csv(Team()) + "Ada,1\n", "Row 2 must have 13 cells (got 2)."),
        (
            from_csv,
            to_csv(Team()) + "Ada,101" + "," * 11 + "\n",
            f"Row 2: Facet 'exploration' {VALUE} (got 101 that is a int).",
        ),
    ],
)
def test_what_cannot_be_composed_is_named(do, given, message):
    assert refusal(TeamError, do, given) == message


def test_a_damaged_code_names_whose_it_is():
    code = Answers.from_facets(dict.fromkeys(FACETS, 50)).to_code()
    with pytest.raises(CodeError, match=r"^Ada: "):
        compose({"Ada": code[:-1] + ("0" if code[-1] != "0" else "1")})
