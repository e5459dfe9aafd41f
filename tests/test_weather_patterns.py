"""Looking and asking give what the days hold, and chance is not made tamer than it is."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolekit.weather.days import load_days
from rolekit.weather.patterns import Stability, dry_shares, p_value, spells, stability

DAYS = load_days()
ASKED = stability(DAYS)


def test_dry_shares_and_repeats_are_those_one_can_count():
    july = DAYS.between("2015-07-01", "2015-07-31")
    assert dry_shares(DAYS)[2015][6] == pytest.approx(1 - july.wet.sum() / 31)
    summer = DAYS.wet[1:][ASKED.summer] == DAYS.wet[:-1][ASKED.summer]
    assert ASKED.shares[0] == pytest.approx(summer.mean())
    assert ASKED.summer.sum() == 4 * (30 + 31 + 31)


@given(st.lists(st.booleans(), min_size=1, max_size=60))
def test_spells_take_turns_and_cover_every_day(wet):
    found = spells(np.array(wet))
    assert sum(found["dry"]) + sum(found["wet"]) == len(wet)
    assert sum(found["wet"]) == sum(wet)
    assert abs(len(found["dry"]) - len(found["wet"])) <= 1


def test_beyond_chance_is_kappa():
    """Half a month by hand: 9 of 14 pairs agree; 6 of 14 todays are wet and 5 of 14 tomorrows.

    Chance: (6 * 5 + 8 * 9) / 14^2 = 102/196. Kappa: (126/196 - 102/196) / (94/196) = 24/94.
    """
    rain = np.array([1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0], dtype=float)
    part = replace(DAYS.between("2012-06-01", "2012-06-15"), precipitation=rain)
    asked = stability(part, "repeats beyond chance")
    assert asked.gained.sum() / asked.possible.sum() == pytest.approx(24 / 94)


def test_summer_repeats_more_often_but_not_beyond_what_its_dryness_gives():
    """What the notebook says."""
    beyond = stability(DAYS, "repeats beyond chance")
    assert ASKED.difference > 0.1
    assert p_value(ASKED.difference, ASKED.shuffle(2000, seed=1)) < 0.01
    assert p_value(beyond.difference, beyond.shuffle(2000, seed=1)) > 0.3


def test_shuffled_days_make_chance_look_tamer_than_shuffled_months():
    spread = {unit: ASKED.shuffle(2000, seed=1, unit=unit).std() for unit in ("days", "months")}
    assert spread["months"] > 1.4 * spread["days"]


@pytest.mark.parametrize("unit", ["days", "months"])
def test_shuffling_moves_labels_and_nothing_else(unit):
    """With stability the same on every day, every shuffle gives a difference of 0."""
    flat = Stability(np.full(1460, 0.5), np.ones(1460), ASKED.block, ASKED.summer)
    assert np.allclose(flat.shuffle(50, seed=3, unit=unit), 0)


def test_months_change_label_whole_within_their_year_and_the_same_for_the_same_seed():
    """Stability only in the months of 2012: the three of it that are summer hold a quarter."""
    gained = (ASKED.block < 12).astype(float)
    only_2012 = Stability(gained, np.ones(1460), ASKED.block, ASKED.summer)
    # Three months of 2012 have 89 to 93 days of the 365, out of about 365 of a summer in all.
    shares = only_2012.shuffle(300, seed=5)
    assert np.abs(shares).max() < 0.02
    assert np.array_equal(ASKED.shuffle(20, seed=1), ASKED.shuffle(20, seed=1))
    assert not np.array_equal(ASKED.shuffle(20, seed=1), ASKED.shuffle(20, seed=2))


def test_p_values_of_pure_chance_are_spread_evenly():
    """Else the test would cry wolf: 200 invented years without a summer, 5 % at the 5 % level."""
    chance = np.random.default_rng(7)
    low = 0
    for seed in range(200):
        monthly = chance.normal(0.7, 0.08, 48)
        gained = (chance.random(1460) < monthly[ASKED.block]).astype(float)
        null = Stability(gained, np.ones(1460), ASKED.block, ASKED.summer)
        low += p_value(null.difference, null.shuffle(199, seed=seed)) <= 0.05
    assert 2 <= low <= 20  # 10 expected; beyond these limits once in 600 times
