"""The weights follow from the evidence: worked by hand, reckoned again with numpy, and written."""

import csv
import random
import shutil
from dataclasses import replace
from pathlib import Path

import numpy
import pytest
import scipy.optimize
from hands import close, ran, rows_of
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import INSTRUMENT, SIDES, examples

import rolekit
from rolekit import roles
from rolekit.base.tables import data_folder
from rolekit.card.calibration import (
    ANALYTICS_ROLES,
    ENGINEERING_ROLES,
    LEAST,
    MOST,
    PAIR,
    SIGN,
    between_pair,
    between_sides,
    calibrated_weights,
    gap,
    leave_one_out,
    separations,
    try_in_pole,
    two_faces,
)
from rolekit.measure.evidence import Habit, load_habits

POLE = {facet.id: facet.pole for facet in INSTRUMENT.facets}
IDS = {pole: [facet.id for facet in INSTRUMENT.facets_of(pole)] for pole in SIDES}
CONTRASTS = [two_faces, between_pair, between_sides]
numbers = st.floats(-3, 3, allow_nan=False).map(lambda x: round(x, 3))


def habit(facet, difference, kind="surveys"):
    """A habit that sets the two sides apart by so much, towards its own pole, in either face."""
    towards = SIGN.get(POLE[facet], 1) * difference
    z = dict.fromkeys(ENGINEERING_ROLES, towards) | dict.fromkeys(ANALYTICS_ROLES, 0.0)
    return Habit("a habit", facet, z, kind)


def seen_by(facet, z):
    """A habit of a survey with these roles."""
    return Habit("a habit", facet, z, "surveys")


def habits(values):
    """Habits with these differences, {facet: [difference, ...]}."""
    return [habit(facet, x) for facet, several in values.items() for x in several]


def one_each(pole, values):
    """One difference for each facet of a pole, {facet: [difference]}."""
    return {id: [x] for id, x in zip(IDS[pole], values, strict=True)}


def found(values, contrast=two_faces, shrink=True):
    return {s.facet: s for s in separations(habits(values), contrast, shrink=shrink)}


# The two faces of the difference


def test_a_worked_example_of_the_two_faces_of_which_one_may_lack_evidence():
    # ML engineer against data scientist: 1 - (-2) = 3
    # engineering (1 + 2 + 0)/3 = 1, analytics (-2 - 1 + 0)/3 = -1: 1 - (-1) = 2; together 2.5
    z = dict(zip((*ENGINEERING_ROLES, *ANALYTICS_ROLES), (1, 2, 0, -2, -1, 0), strict=True))
    one = seen_by("pipelines", z)
    assert (between_pair(one), between_sides(one), two_faces(one)) == (3, 2, 2.5)
    z = {"data_engineer": 1.0, "data_analyst": -1.0, "statistician": 0.0}
    one = seen_by("pipelines", z)
    assert between_pair(one) is None
    assert between_sides(one) == two_faces(one) == 1.5


@pytest.mark.parametrize("roles", [ENGINEERING_ROLES, ANALYTICS_ROLES, ["research_scientist"]])
def test_with_one_side_alone_there_is_no_difference(roles):
    one = seen_by("pipelines", dict.fromkeys(roles, 1.0))
    assert [contrast(one) for contrast in CONTRASTS] == [None] * 3


@pytest.mark.parametrize("role", [role.id for role in roles() if role.adverts_only])
def test_titles_that_only_adverts_tell_of_belong_to_neither_side(role):
    assert role not in {*ENGINEERING_ROLES, *ANALYTICS_ROLES}


def test_a_research_scientist_belongs_to_neither_side():
    one = habit("pipelines", 1.0)
    other = replace(one, z={**one.z, "research_scientist": 9.0})
    assert [contrast(one) for contrast in CONTRASTS] == [contrast(other) for contrast in CONTRASTS]


# From differences to weights


WORKED = {
    "exploration": [1.5, 2.5],
    "statistics": [0.5, 1.5],
    "storytelling": [1.5, 2.5],
    "decisions": [0.5, 1.5],
    "architecture": [1, 1],  # the other pole must have something, too
}


@pytest.mark.parametrize("shrink", [True, False])
def test_a_facet_without_evidence_gets_the_mean_of_its_pole(shrink):
    absent = found(WORKED, shrink=shrink)["experimentation"]
    assert (absent.habits, absent.observed) == (0, None)
    assert (absent.shrunken, absent.weight) == (close(1.5), close(0.2))


def test_a_worked_example_of_shrinkage_and_of_none():
    # Means 2, 1, 2, 1, their mean 1.5. Within: 4 * (0.25 + 0.25) / 4 = 0.5, noise 0.5/2 = 0.25.
    # Between: 4 * 0.25 / 3 = 1/3, of which 1/3 - 1/4 = 1/12 is real: (1/12) / (1/12 + 1/4) = 1/4
    # is kept. 1.5 + 0.5/4 = 1.625, 1.5 - 0.5/4 = 1.375; without evidence 1.5. In all 7.5.
    by_facet = found(WORKED)
    assert by_facet["exploration"].observed == close(2)
    assert by_facet["exploration"].shrunken == close(1.625)
    assert by_facet["exploration"].weight == close(1.625 / 7.5)
    assert by_facet["statistics"].shrunken == close(1.375)
    assert by_facet["statistics"].weight == close(1.375 / 7.5)
    assert by_facet["exploration"].habits == 2
    by_facet = found(WORKED, shrink=False)
    assert by_facet["exploration"].shrunken == by_facet["exploration"].observed == close(2)
    assert by_facet["exploration"].weight == close(2 / 7.5)


def test_a_worked_example_with_surveys_and_adverts():
    # Exploration: surveys 1 and 3, adverts 4, so (2 + 4) / 2 = 3, not 8 / 3. The others, one survey
    # each: 1, 1, 1 and 1. Their mean is 1.4. Within: (1 + 1) / 1 = 2. Noise of exploration:
    # 2 * (1/2 + 1) / 4 = 0.75, of the others 2, on average 1.75. Between:
    # (1.6^2 + 4 * 0.4^2) / 4 = 0.8 and less: nothing is real, all are drawn to 1.4.
    values = one_each("analytics", (0, 1, 1, 1, 1)) | {"exploration": [1, 3]}
    evidence = [*habits(values), habit("exploration", 4, "adverts"), habit("architecture", 1)]
    by_facet = {s.facet: s for s in separations(evidence)}
    assert by_facet["exploration"].observed == close(3)
    assert by_facet["exploration"].habits == 3
    assert [by_facet[id].shrunken for id in IDS["analytics"]] == [close(1.4)] * 5
    # With surveys 1.9 and 2.1 the within is 0.02: noise 0.0075 and 0.02, on average 0.0175; of 0.8
    # then 0.7825 is real, and 0.7825 / 0.79 of the way from 1.4 to 3 is kept.
    values["exploration"] = [1.9, 2.1]
    evidence = [*habits(values), habit("exploration", 4, "adverts"), habit("architecture", 1)]
    by_facet = {s.facet: s for s in separations(evidence)}
    assert by_facet["exploration"].shrunken == close(1.4 + 1.6 * 0.7825 / 0.79)


def kept(separation, middle):
    """Which part of a facet's distance from the mean of its pole is left."""
    return (separation.shrunken - middle) / (separation.observed - middle)


def test_fewer_habits_are_shrunken_more():
    values = {
        "exploration": [1.9, 2.1],
        "statistics": [1.9, 2.1] * 3,
        "storytelling": [0.9, 1.1],
        "decisions": [0.9, 1.1],
        "experimentation": [1.5, 1.4, 1.6],
        "architecture": [1],
    }
    by_facet = found(values)
    middle = numpy.mean([numpy.mean(values[id]) for id in IDS["analytics"]])
    few, many = (kept(by_facet[id], middle) for id in ("exploration", "statistics"))
    assert 0 < few < many < 1


@pytest.mark.parametrize("contrast", CONTRASTS[::2], ids=lambda contrast: contrast.__name__)
def test_habits_that_disagree_are_shrunken_more(contrast):
    parts = []
    for apart in (0.1, 0.3, 0.4, 0.7):
        values = {
            id: [mean - apart, mean + apart]
            for id, [mean] in one_each("analytics", (2, 1, 2, 1, 1.5)).items()
        }
        by_facet = found(values | {"architecture": [1]}, contrast)
        parts.append(kept(by_facet["exploration"], 1.5))
    assert parts == sorted(parts, reverse=True)
    assert parts[0] > 0.9
    assert parts[-1] == close(0)  # chance alone would set them as far apart


def test_differences_that_chance_explains_or_none_at_all_leave_equal_weights():
    values = {id: [-2.0 + n / 10, 4.0] for n, id in enumerate(IDS["analytics"])}
    by_facet = found(values | {"architecture": [1]})
    assert [by_facet[id].weight for id in IDS["analytics"]] == [close(0.2)] * 5
    by_facet = found({"architecture": [1], "pipelines": [2]})
    assert [by_facet[id].weight for id in IDS["analytics"]] == [close(0.2)] * 5
    assert all(by_facet[id].observed is None for id in IDS["analytics"])


five = st.tuples(*[numbers] * 5)


@given(five, five)
@example((0, 0, 0, 1, 1), (-1, -1, -1, -1, -1))
@example((0.521, 0.239, 0.002, 3.254, 0.052), (0, 0, 0, 0, 1))
def test_weights_sum_to_one_within_their_bounds(analytics, engineering):
    values = one_each("analytics", analytics) | one_each("engineering", engineering)
    for shrink in (True, False):
        by_facet = found(values, shrink=shrink)
        assert set(by_facet) == set(values)
        for pole in SIDES:
            weights = [by_facet[id].weight for id in IDS[pole]]
            assert sum(weights) == close(1)
            assert LEAST <= min(weights) <= max(weights) <= MOST


positive = st.tuples(*[st.floats(0.01, 3)] * 5)


def within_bounds(x):
    """These numbers times one factor, none beyond the bounds, so that they sum to 1."""
    scale = scipy.optimize.brentq(
        lambda scale: numpy.clip(scale * x, LEAST, MOST).sum() - 1, 0, 1000, xtol=1e-14
    )
    return numpy.clip(scale * x, LEAST, MOST)


@given(positive)
@example((0.521, 0.239, 0.01, 3.0, 0.052))
def test_within_the_bounds_weights_are_in_proportion_to_the_separations(values):
    by_facet = found(one_each("engineering", values) | {"decisions": [1]}, shrink=False)
    expected = within_bounds(numpy.array(values))
    assert [by_facet[id].weight for id in IDS["engineering"]] == close(expected, 1e-8)


@given(positive)
def test_a_facet_that_separates_more_never_weighs_less(values):
    by_facet = found(one_each("analytics", values) | {"pipelines": [1]})
    ordered = sorted(IDS["analytics"], key=lambda id: by_facet[id].observed)
    weights = [by_facet[id].weight for id in ordered]
    assert numpy.diff(weights).min() >= -1e-12


# The evidence


def reckoned(pole):
    """The weights of a pole by a second reckoning with numpy."""
    cells = {id: {} for id in IDS[pole]}
    for one in load_habits():
        if one.facet in cells:
            sides = [
                numpy.mean([one.z[role] for role in roles if role in one.z])
                for roles in (ENGINEERING_ROLES, ANALYTICS_ROLES)
            ]
            pair = one.z[PAIR[0]] - one.z[PAIR[1]]
            difference = SIGN[pole] * (pair + sides[0] - sides[1]) / 2
            cells[one.facet].setdefault(one.kind, []).append(difference)
    every = [cell for kinds in cells.values() for cell in kinds.values()]
    within = sum(numpy.var(cell) * len(cell) for cell in every) / sum(
        len(cell) - 1 for cell in every
    )
    means = numpy.array([numpy.mean([numpy.mean(c) for c in k.values()]) for k in cells.values()])
    noise = within * numpy.array(
        [sum(1 / len(c) for c in k.values()) / len(k) ** 2 for k in cells.values()]
    )
    real = max(0, means.var(ddof=1) - noise.mean())
    return within_bounds(means.mean() + real / (real + noise) * (means - means.mean()))


@pytest.mark.parametrize("pole", SIDES)
def test_the_weights_follow_from_the_evidence(pole):
    weights = calibrated_weights()
    # Rounded to three decimals so that they sum to 1: by less than one in the last place.
    assert [weights[id] for id in IDS[pole]] == close(reckoned(pole), 1e-3)


def test_written_weights_sum_to_one_within_the_bounds_of_the_design():
    weights = calibrated_weights()
    assert set(weights) == set(POLE)
    for pole in SIDES:
        own = [weights[id] for id in IDS[pole]]
        assert sum(own) == close(1, 1e-12)
        assert LEAST <= min(own) <= max(own) <= MOST
    assert all(weight == round(weight, 3) for weight in weights.values())
    assert weights["modelling"] == weights["deep_learning"] == 0.5
    assert {s.pole for s in separations()} == set(SIDES)
    assert (LEAST, MOST) == (0.12, 0.31)


@given(st.randoms(use_true_random=False))
@examples(20)
def test_the_order_of_habits_and_of_roles_does_not_matter(chance):
    shuffled = []
    for one in load_habits():
        z = list(one.z.items())
        chance.shuffle(z)
        shuffled.append(replace(one, z=dict(z)))
    chance.shuffle(shuffled)
    one, other = ({s.facet: s.weight for s in separations(h)} for h in (None, shuffled))
    assert other == close(one)


def test_the_committed_weights_are_what_calibration_writes_and_would_again():
    """Else run `make calibrate`."""
    committed = {row["id"]: float(row["weight"]) for row in rows_of("facets")}
    assert committed == calibrated_weights()
    assert separations() == separations()
    assert calibrated_weights() == calibrated_weights()


# Writing


@pytest.fixture
def clone(tables):
    """A copy of the package and its tables, in which something may be written."""
    package, ignored = Path(rolekit.__file__).parent, shutil.ignore_patterns("__pycache__", "data")
    shutil.copytree(package, tables.parent / "rolekit", ignore=ignored)
    return tables.parent


def calibrate(clone):
    """Run the command in the copy, and return the bytes of its facets.csv."""
    done = ran("-m", "rolekit.card.calibration", folder=clone)
    assert done.returncode == 0, done.stderr
    return (clone / "data" / "facets.csv").read_bytes()


def write(clone, table, rows):
    with (clone / "data" / f"{table}.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def all_bytes(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_calibration_writes_the_weights_and_nothing_else(clone):
    here, rows = all_bytes(data_folder()), rows_of("facets")
    write(clone, "facets", [{**r, "weight": 0.2 if r["pole"] in SIDES else 0.5} for r in rows])
    text = calibrate(clone).decode("utf-8")
    written = rows_of("facets", clone / "data")
    assert {row["id"]: float(row["weight"]) for row in written} == calibrated_weights()
    assert [{**row, "weight": 0} for row in written] == [{**row, "weight": 0} for row in rows]
    assert list(written[0]) == list(rows[0])
    assert "\r" not in text
    there = all_bytes(clone / "data")
    assert {**there, "facets.csv": here["facets.csv"]} == here
    assert all_bytes(data_folder()) == here


def test_calibrating_twice_or_in_another_order_of_rows_is_calibrating_once(clone):
    expected = calibrate(clone)
    assert calibrate(clone) == expected
    chance = random.Random(1)
    for table in ("role_evidence", "indicators", "roles"):
        rows = rows_of(table)
        chance.shuffle(rows)
        write(clone, table, rows)
    assert calibrate(clone) == expected


def test_other_evidence_gives_other_weights(clone):
    expected, rows = calibrate(clone), rows_of("role_evidence")
    for row in rows:
        if row["indicator"] == "act_analyse" and row["role"] == "ml_engineer":
            row["count"] = str(int(row["count"]) // 3)
    write(clone, "role_evidence", rows)
    assert calibrate(clone) != expected


# The comparison with equal weights


def test_a_worked_example_of_the_gap_in_which_surveys_and_adverts_count_equally():
    # Renormalised over the facets there are: 0.3 and 0.1 become 3/4 and 1/4, 0.2 and 0.2 halves.
    # 3/4 * 2 + 1/4 * 1 + 1/2 * 1 + 1/2 * 3 = 3.75; squares 9/16 + 1/16 + 1/4 + 1/4 = 1.125
    weights = {"exploration": 0.3, "statistics": 0.1, "architecture": 0.2, "pipelines": 0.2}
    values = {"exploration": [2], "statistics": [1], "architecture": [1], "pipelines": [2, 4]}
    assert gap(weights, habits(values), two_faces) == close(3.75 / 1.125**0.5)
    # Statistics (1 + 3)/2 = 2 by surveys and 5 by adverts: 3.5. Pipelines 1. Squares 1 + 1.
    seen = [habit("statistics", x) for x in (1, 3)] + [habit("statistics", 5, "adverts")]
    weights = {"statistics": 0.2, "pipelines": 0.2}
    assert gap(weights, [*seen, habit("pipelines", 1)], two_faces) == close(4.5 / 2**0.5)


def test_weights_that_do_not_sum_to_one_have_the_same_gap():
    weights = calibrated_weights()
    tenfold = {id: 10 * weight for id, weight in weights.items()}
    evidence = load_habits()
    assert gap(tenfold, evidence, two_faces) == close(gap(weights, evidence, two_faces))


@pytest.mark.parametrize("shrink", [True, False])
@pytest.mark.parametrize("contrast", CONTRASTS, ids=lambda contrast: contrast.__name__)
def test_two_kinds_of_source_and_nine_pairs_are_left_out_one_by_one(contrast, shrink):
    cases = leave_one_out(contrast, shrink)
    assert len(cases) == 11
    assert len({case.what for case in cases}) == 11
    pairs = {(engineer, analyst) for engineer in ENGINEERING_ROLES for analyst in ANALYTICS_ROLES}
    assert pairs < {case.what for case in cases}


@pytest.mark.parametrize("shrink", [True, False])
def test_equal_weights_are_as_good_as_equal_weights(shrink):
    for case in leave_one_out(lambda one: float(SIGN.get(POLE[one.facet], 1)), shrink):
        assert case.gap == close(case.equal)


def test_what_equal_weights_reach_does_not_depend_on_the_rule():
    one, other = leave_one_out(), leave_one_out(between_sides, shrink=False)
    assert [case.equal for case in one] == close([case.equal for case in other])


def test_the_weights_of_a_case_do_not_see_what_is_left_out():
    cases = {case.what: case.gap for case in leave_one_out()}
    surveys, adverts = (
        [h for h in load_habits() if h.kind == kind] for kind in ("surveys", "adverts")
    )
    weights = {s.facet: s.weight for s in separations(surveys)}
    assert cases["adverts",] == close(gap(weights, adverts, two_faces))
    rest = [
        replace(h, z={role: z for role, z in h.z.items() if role not in PAIR})
        for h in load_habits()
    ]
    weights = {s.facet: s.weight for s in separations(rest)}
    assert cases[PAIR] == close(gap(weights, load_habits(), between_pair))


def test_what_the_card_says_of_evidence_left_out_is_so():
    ratio = {case.what: case.gap / case.equal for case in leave_one_out()}
    mean = numpy.mean(list(ratio.values()))
    assert 0.95 < mean < 1  # "nearly a draw, and on average a touch worse"
    assert ratio["surveys",] > 1
    assert numpy.mean([r for what, r in ratio.items() if "software_engineer" in what]) > 1
    worst = sorted(ratio, key=ratio.get)[:2]
    assert set(worst) == {("ml_engineer", "data_analyst"), ("data_engineer", "data_scientist")}
    weights = calibrated_weights()
    evenly = gap(dict.fromkeys(weights, 1.0), load_habits(), two_faces)
    assert gap(weights, load_habits(), two_faces) > evenly  # "they gain on the evidence as a whole"
    sides = [case.gap / case.equal for case in leave_one_out(between_sides)]
    assert numpy.mean(sides) < mean  # "lose a little more"


# The shared ground


def test_a_facet_added_to_a_pole_counts_there_by_its_share():
    # Analytics: -1 times -1. Engineering: (0.2 * 1 + 0.2 * 3) / 0.4 = 2. Together 1 + 2 = 3.
    # Squares: 1 for the one analytics facet, 0.5^2 + 0.5^2 for the two engineering facets.
    seen = [habit("statistics", 1), habit("pipelines", 1), habit("deep_learning", 3)]
    weights = {"statistics": 0.2, "pipelines": 0.2, "deep_learning": 0.2}
    assert gap(weights, seen, two_faces) == pytest.approx(2 / 2**0.5)
    added = gap(weights, seen, two_faces, {"deep_learning": "engineering"})
    assert added == pytest.approx(3 / 1.5**0.5)


@pytest.mark.parametrize("pole", SIDES)
@pytest.mark.parametrize("facet", ["modelling", "deep_learning"])
def test_the_shared_ground_changes_nothing_without_a_weight_and_something_with_one(facet, pole):
    assert list(try_in_pole(facet, pole, weight=0).values()) == pytest.approx([1] * 4)
    assert all(change != pytest.approx(1) for change in try_in_pole(facet, pole).values())


def test_deep_learning_would_help_with_ml_engineers_and_harm_with_researchers():
    changes = try_in_pole("deep_learning", "engineering")
    assert changes["ml_engineer against data_scientist"] > 1
    assert changes["software_engineer against research_scientist"] < 1
