"""The landmarks follow from the evidence, by a second reckoning with numpy and scipy."""

from collections import defaultdict
from dataclasses import FrozenInstanceError
from itertools import combinations

import numpy
import pytest
from hands import close, rows_of
from people import FACETS
from scipy.special import expit, logit

from rolekit import Answers, place, roles
from rolekit.measure.roles import by_kind

ROLES = {role.id: role for role in roles()}
CORE = ["data_analyst", "data_scientist", "ml_engineer", "data_engineer"]
WITHOUT_ADVERTS = ["statistician", "research_scientist", "software_engineer"]
ADVERTS_ONLY = ["ai_engineer", "mlops_engineer", "analytics_engineer"]


def reckon(habit="habit", kinds=("surveys", "adverts"), indicators=None):
    """Facet scores by role, with the indicators of one `habit` averaged first."""
    indicators = {row["id"]: row for row in indicators or rows_of("indicators")}
    kind = {row["id"]: row["kind"] for row in rows_of("evidence_sources")}
    log_odds = defaultdict(dict)
    for row in rows_of("role_evidence"):
        count, n = int(row["count"]), int(row["n"])
        log_odds[row["source"], row["indicator"]][row["role"]] = logit((count + 0.5) / (n + 1))
    by_habit = defaultdict(list)
    for (source, name), values in log_odds.items():
        core = numpy.array([values[role] for role in CORE])
        for role, value in values.items():
            facet = indicators[name]["facet"]
            z = (value - core.mean()) / core.std()
            by_habit[role, facet, kind[source], indicators[name][habit]].append(z)
    by_kind = defaultdict(list)
    for (role, facet, where, _), z in by_habit.items():
        if where in kinds:
            by_kind[role, facet, where].append(numpy.mean(z))
    by_facet = defaultdict(lambda: defaultdict(list))
    for (role, facet, _), z in by_kind.items():
        by_facet[role][facet].append(numpy.mean(z))
    return {
        role: {facet: 100 * expit(numpy.mean(z)) for facet, z in facets.items()}
        for role, facets in by_facet.items()
    }


def mean_of(profile, pole):
    """The weighted mean of a pole over the facets for which there is evidence."""
    seen = [row for row in rows_of("facets") if row["pole"] == pole and row["id"] in profile]
    weights = [float(row["weight"]) for row in seen]
    return numpy.average([profile[row["id"]] for row in seen], weights=weights)


def test_there_are_ten_roles_and_the_core_four_come_first():
    assert list(ROLES) == [*CORE, *WITHOUT_ADVERTS, *ADVERTS_ONLY]
    assert [role.id for role in roles() if role.core] == CORE


@pytest.mark.parametrize("id", ROLES)
def test_a_profile_follows_from_the_evidence_and_the_landmark_from_the_profile(id):
    profile = reckon()[id]
    assert dict(ROLES[id].profile) == close(profile)
    lean = mean_of(profile, "engineering") - mean_of(profile, "analytics")
    assert ROLES[id].lean == close(lean)
    assert ROLES[id].depth == close(mean_of(profile, "machine_learning"))


@pytest.mark.parametrize("id", CORE)
def test_surveys_and_adverts_alone_place_a_core_role_by_the_same_sums_on_one_side_and_level(id):
    assert set(by_kind(id)) == {"surveys", "adverts"}
    for kind, found in by_kind(id).items():
        profile = reckon(kinds=[kind])[id]
        lean = mean_of(profile, "engineering") - mean_of(profile, "analytics")
        assert found == close((lean, mean_of(profile, "machine_learning")))
    (one, deep), (other, also_deep) = by_kind(id).values()
    assert one * other > 0
    assert (deep > 50) == (also_deep > 50)


@pytest.mark.parametrize("id", [*WITHOUT_ADVERTS, *ADVERTS_ONLY])
def test_where_one_kind_of_source_exists_the_role_is_placed_by_it(id):
    [found] = by_kind(id).values()
    assert found == close((ROLES[id].lean, ROLES[id].depth))


@pytest.mark.parametrize("id", ROLES)
def test_a_landmark_lies_in_its_intervals_by_the_formulas_of_a_person(id):
    rounded = {facet: round(score) for facet, score in ROLES[id].profile.items()}
    placement = place(Answers.from_facets(rounded))
    assert placement.lean == close(ROLES[id].lean, 1)
    assert placement.depth == close(ROLES[id].depth, 0.5)
    role = ROLES[id]
    assert -100 <= role.low < role.lean < role.high <= 100
    assert 0 <= role.depth_low < role.depth < role.depth_high <= 100


def test_working_in_r_counts_once():
    # Counted three times, it would pull the statistician further up in statistics.
    once, thrice = reckon()["statistician"], reckon(habit="id")["statistician"]
    assert ROLES["statistician"].profile["statistics"] == pytest.approx(once["statistics"])
    assert thrice["statistics"] > once["statistics"] + 1


def test_what_the_readme_says_of_this_decision_is_so():
    """As the source files them: R, RStudio and ggplot2 each count, the last under storytelling."""
    rows = rows_of("indicators")
    for row in rows:
        if row["habit"] == "works_in_r":
            row["habit"] = row["id"]
        if row["id"] == "uses_ggplot2":
            row["facet"] = "storytelling"
    before, after = (
        {
            id: mean_of(own, "engineering") - mean_of(own, "analytics")
            for id, own in reckon(indicators=indicators).items()
        }
        for indicators in (rows, None)
    )
    assert (round(before["statistician"]), round(after["statistician"])) == (-37, -29)
    moved = {id: round(abs(after[id] - before[id])) for id in after}
    assert {id: by for id, by in moved.items() if by and id != "statistician"} == {
        "research_scientist": 3,
        "data_analyst": 1,
        "ml_engineer": 1,
    }


def test_the_core_roles_are_at_four_corners_with_certain_sides_and_depths_apart():
    corners = {id: (ROLES[id].lean > 0, ROLES[id].depth > 50) for id in CORE}
    assert corners == {
        "data_analyst": (False, False),
        "data_scientist": (False, True),
        "ml_engineer": (True, True),
        "data_engineer": (True, False),
    }
    assert ROLES["data_analyst"].depth_high < ROLES["data_scientist"].depth_low
    assert ROLES["data_engineer"].depth_high < ROLES["ml_engineer"].depth_low
    assert all(ROLES[id].high < 0 for id in CORE[:2])
    assert all(ROLES[id].low > 0 for id in CORE[2:])


@pytest.mark.parametrize("side", [-1, 1])
def test_no_order_can_be_claimed_among_the_roles_of_one_side(side):
    there = [role for role in roles() if role.lean * side > 0 and not role.adverts_only]
    assert len(there) >= 3
    for one, other in combinations(there, 2):
        assert max(one.low, other.low) < min(one.high, other.high), (one.id, other.id)


@pytest.mark.parametrize("id", ROLES)
def test_a_profile_has_the_facets_for_which_there_is_evidence(id):
    absent, sources = set(), ("job_ads_2022_2026", "kaggle_survey")
    if id in WITHOUT_ADVERTS:
        absent, sources = {"experimentation"}, ("kaggle_survey",)
    if id in ADVERTS_ONLY:
        sources = ("job_ads_2022_2026",)
    assert set(ROLES[id].profile) == set(FACETS) - absent
    assert ROLES[id].sources == sources


@pytest.mark.parametrize("id", ROLES)
def test_a_role_says_how_many_it_rests_on_in_two_sentences_and_that_it_has_adverts_only(id):
    kind = {row["id"]: row["kind"] for row in rows_of("evidence_sources")}
    rows = [row for row in rows_of("role_evidence") if row["role"] == id]
    assert ROLES[id].counted == {kind[row["source"]]: int(row["n"]) for row in rows}
    assert ROLES[id].adverts_only == (id in ADVERTS_ONLY)
    said = " (what employers ask for)" if id in ADVERTS_ONLY else ""
    assert ROLES[id].said == ROLES[id].name + said
    assert ROLES[id].description.startswith("What employers ask for") == (id in ADVERTS_ONLY)
    assert ROLES[id].description.count(". ") == 1
    assert ROLES[id].description.endswith(".")


MOST_AND_LEAST = {
    "ai_engineer": (
        "architecture reliability deployment deep_learning",
        "storytelling decisions statistics",
    ),
    "mlops_engineer": (
        "reliability infrastructure deployment",
        "exploration decisions storytelling",
    ),
    "analytics_engineer": ("pipelines decisions storytelling", "modelling deep_learning"),
}


@pytest.mark.parametrize("id", MOST_AND_LEAST)
def test_what_a_description_says_employers_ask_for_is_what_they_ask_for(id):
    ordered = sorted(ROLES[id].profile, key=lambda facet: -ROLES[id].profile[facet])
    most, least = (words.split() for words in MOST_AND_LEAST[id])
    assert set(ordered[: len(most)]) == set(most)
    assert ordered[0] == most[0]
    assert set(ordered[-len(least) :]) == set(least)


def test_roles_are_read_once_would_be_the_same_again_and_cannot_be_changed():
    assert roles() is roles()
    again = roles.__wrapped__()
    assert again == roles()
    assert again is not roles()
    with pytest.raises(FrozenInstanceError):
        ROLES["ml_engineer"].lean = 0
    with pytest.raises(TypeError):
        ROLES["ml_engineer"].profile["statistics"] = 0
