"""The evidence is standardised within its source, and drawn anew with the error of its counts."""

import itertools
import random

import numpy
import pytest
from hands import close, rows_of

from rolekit.measure.evidence import combined, drawn_habits, load_habits

CORE = ["data_analyst", "data_scientist", "ml_engineer", "data_engineer"]
HABITS = {(habit.id, habit.kind): habit for habit in load_habits()}


def test_a_worked_example():
    # Deploying in adverts: habit of two indicators. Software engineers are in no advert.
    assert "software_engineer" not in HABITS["ad_deploy", "adverts"].z
    # Analysis for decisions: one indicator; its log-odds over the core roles by hand with numpy.
    rows = [row for row in rows_of("role_evidence") if row["indicator"] == "act_analyse"]
    odds = {
        r["role"]: numpy.log((int(r["count"]) + 0.5) / (int(r["n"]) - int(r["count"]) + 0.5))
        for r in rows
    }
    core = numpy.array([odds[role] for role in CORE])
    expected = {role: (value - core.mean()) / core.std() for role, value in odds.items()}
    assert dict(HABITS["act_analyse", "surveys"].z) == close(expected)


@pytest.mark.parametrize("key", HABITS)
def test_the_core_roles_are_the_middle_of_every_habit(key):
    assert numpy.mean([HABITS[key].z[role] for role in CORE]) == close(0)


def test_a_kind_of_source_counts_once_and_the_same_chance_draws_the_same():
    # (1 + 2 + 3) / 3 = 2 and 8: 5, where the mean of all four would be 3.5.
    assert combined([("surveys", 1), ("surveys", 2), ("surveys", 3), ("adverts", 8)]) == 5
    assert combined([("adverts", 8)]) == 8
    one, other = (next(drawn_habits(random.Random(7))) for _ in range(2))
    assert one == other
    assert one != load_habits()


def test_a_share_is_drawn_with_the_error_of_its_n():
    # 91 adverts of MLOps engineers: SD of the log-odds sqrt(1/(x + .5) + 1/(91 - x + .5)); the core
    # roles, of which thousands were counted, hardly move the scale.
    rows = {
        row["role"]: row for row in rows_of("role_evidence") if row["indicator"] == "ad_operate"
    }
    odds = {
        id: (int(r["count"]) + 0.5, int(r["n"]) - int(r["count"]) + 0.5) for id, r in rows.items()
    }
    spread = numpy.std([numpy.log(yes / no) for yes, no in (odds[id] for id in CORE)])
    yes, no = odds["mlops_engineer"]
    drawn = itertools.islice(drawn_habits(random.Random(1)), 2000)
    z = [next(h.z for h in habits if h.id == "ad_operate")["mlops_engineer"] for habits in drawn]
    assert numpy.std(z) == pytest.approx((1 / yes + 1 / no) ** 0.5 / spread, rel=0.1)
    assert numpy.mean(z) == pytest.approx(
        HABITS["ad_operate", "adverts"].z["mlops_engineer"], abs=0.1
    )
