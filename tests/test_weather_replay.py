"""The replay builds no result in: teams differ by what they are, and by nothing else."""

from dataclasses import replace

import numpy as np
import pytest
from hands import refusal

from rolekit.weather import WeatherError
from rolekit.weather.budget import next_euro, strength, surface, what_each_costs
from rolekit.weather.decision import Costs
from rolekit.weather.experiment import trial
from rolekit.weather.model import Recipe
from rolekit.weather.replay import (
    LADDER,
    MECHANISMS,
    PERFECT,
    STRONG,
    WEAK,
    Luck,
    Setting,
    delivered,
    forecasts,
    four_teams,
    luck,
    replay,
)

MADE = forecasts()
LUCK = luck()
OFF = Setting(weak=PERFECT, strong=PERFECT)


def total(setting, analysis, engineering):
    return float(replay(MADE, LUCK, setting, analysis, engineering).sum(axis=1).mean())


def best_team(costs):
    by_team = {one.team.name: one.total for one in four_teams(Setting(costs))}
    return max(by_team, key=by_team.get)


def alone(**changes):
    """A setting in which all is perfect but what is named."""
    worse = replace(PERFECT, **changes)
    return Setting(weak=worse, strong=worse)


class TestForecasts:
    def test_the_top_of_the_ladder_is_the_model_of_the_experiment(self):
        """With every month's own model, the replay is the walk forward of the other notebook."""
        own = MADE.chance[-1, MADE.month, np.arange(len(MADE.wet))]
        tried = trial(Recipe(), Costs(), ("2013-01-01", "2015-12-31"))
        assert np.allclose(own, tried.chance, rtol=0, atol=1e-12)
        saved = tried.saving()[0] * 1095 / 365.25
        assert total(OFF, 1, 1) == pytest.approx(saved)

    def test_no_model_forecasts_before_its_training_and_the_ladder_ends_with_every_feature(self):
        for month in (1, 20, 35):
            early = MADE.chance[1:, month, MADE.month < month]
            assert np.isnan(early).all()
        assert not np.isnan(MADE.chance[:, 0]).any()
        known = [name for _, more in LADDER for name in more]
        assert Recipe(known) == Recipe()
        assert len(known) == len(set(known))


class TestMechanismsOff:
    def test_without_mechanisms_engineering_makes_no_difference_and_all_four_teams_coincide(self):
        for analysis in (0, 0.4, 1):
            strong = replay(MADE, LUCK, OFF, analysis, 1)
            assert np.array_equal(strong, replay(MADE, LUCK, OFF, analysis, 0))
        assert np.array_equal(replay(MADE, LUCK, OFF, 0, 0), np.zeros((200, 1095)))
        courses = four_teams(OFF)
        for pair in (courses[0::2], courses[1::2]):  # of weak analysis, and of strong
            assert np.array_equal(pair[0].median, pair[1].median)
            assert np.array_equal(pair[0].low, pair[0].high)

    def test_where_no_forecast_comes_or_only_today_s_nothing_is_earned(self):
        for course in four_teams(alone(missing=1)):
            assert np.array_equal(course.low, np.zeros(1095))
            assert np.array_equal(course.high, np.zeros(1095))
        assert total(alone(), 0, 1) == 0


class TestDelivery:
    """One replay with luck by hand: three months of ten days, 2 fails on its deployment."""

    def delivered(self, drawn, **changes):
        """The day and the model behind each day's forecast, where all is well but what is named."""
        month = np.repeat([0, 1, 2], 10)
        made = replace(MADE, month=month, wet=MADE.wet[:30], today_wet=MADE.today_wet[:30])
        days, spans = np.ones((1, 30)), np.ones((1, 3))
        own = replace(Luck(days, days, days, spans, spans), **drawn)
        return [found[0].tolist() for found in delivered(made, own, replace(PERFECT, **changes))]

    def test_all_well_gives_each_day_its_own_forecast(self):
        day, model = self.delivered({"retrains": np.zeros((1, 3))})
        assert day == list(range(30))
        assert model == [0] * 10 + [1] * 10 + [2] * 10

    def test_a_retraining_left_out_leaves_the_model_before_and_none_the_first_for_ever(self):
        _, model = self.delivered({}, retrained=0)
        assert model == [0] * 30
        _, model = self.delivered({"retrains": np.array([[0.9, 0.1, 0.9]])}, retrained=0.5)
        assert model == [0] * 10 + [1] * 20

    @pytest.mark.parametrize("notice", [4, 13])
    def test_a_failed_deployment_repeats_the_last_forecast_until_it_is_noticed(self, notice):
        """Even into the next month."""
        drawn = {"deploys": np.array([[0.9, 0.1, 0.9]])}
        day, _ = self.delivered(drawn, deploy_fails=0.5, notice=notice)
        assert day == [*range(10), *[9] * notice, *range(10 + notice, 30)]

    def test_late_is_the_forecast_of_the_day_before_and_missing_is_none(self):
        late, missing = np.ones((1, 30)), np.ones((1, 30))
        late[0, [0, 5]], missing[0, 7] = 0, 0
        day, _ = self.delivered({"late": late, "missing": missing}, late=0.5, missing=0.5)
        assert day == [0, 1, 2, 3, 4, 4, 6, -1, *range(8, 30)]


class TestMonotone:
    """Where it should be: with the chosen model, which is worth money at these costs."""

    @pytest.mark.parametrize("name", ["missing", "late"])
    def test_each_mechanism_costs_more_the_stronger_it_is(self, name):
        found = [total(alone(**{name: value}), 1, 1) for value in (0, 0.1, 0.3, 0.6, 1)]
        assert found == sorted(found, reverse=True)
        assert found[0] > found[-1]

    def test_never_retraining_costs_money_at_these_costs_and_missing_days_their_share(self):
        """Nothing is claimed of what lies between: a newer model is not better in every month."""
        assert total(alone(retrained=0), 1, 1) < total(alone(), 1, 1)
        # Half the days without a forecast: half the value, up to chance over 200 replays.
        assert total(alone(missing=0.5), 1, 1) == pytest.approx(total(OFF, 1, 1) / 2, rel=0.05)

    def test_failures_cost_more_the_more_there_are_and_the_later_they_are_noticed(self):
        often = [total(alone(deploy_fails=p, notice=10), 1, 1) for p in (0, 0.2, 0.5, 1)]
        late = [total(alone(deploy_fails=0.3, notice=days), 1, 1) for days in (0, 5, 15, 40)]
        assert often == sorted(often, reverse=True)
        assert late == sorted(late, reverse=True)

    def test_better_engineering_is_worth_more_to_a_strong_analysis(self):
        found = [total(Setting(), 1, e) for e in np.linspace(0, 1, 6)]
        assert found == sorted(found)


class TestNoResultIsBuiltIn:
    def test_neither_the_strongest_team_nor_the_most_elaborate_analysis_is_best_at_every_cost(self):
        """58 euros against 42: the model's advice is worth no more than a look at the sky."""
        assert best_team(Costs()) == "strong analysis, strong engineering"
        assert best_team(Costs(58, 42)) == "weak analysis, strong engineering"
        # 25 against 75: the model that knows today's rain and the season does better.
        setting = Setting(Costs(25, 75), PERFECT, PERFECT)
        assert total(setting, 0.5, 1) > total(setting, 1, 1)

    def test_neither_retraining_nor_monthly_deployment_is_always_worth_its_while(self):
        assert what_each_costs(Setting(Costs(75, 25)))["Never retrained"] > 0
        assert what_each_costs(Setting(Costs(65, 35)))["Never retrained"] < 0
        careless = Setting(
            weak=replace(PERFECT, retrained=0), strong=replace(PERFECT, deploy_fails=0.6, notice=20)
        )
        assert total(careless, 1, 1) < total(careless, 1, 0)


class TestBudget:
    def test_the_first_euro_buys_most(self):
        steps = np.diff([strength(share) for share in np.linspace(0, 1, 11)])
        assert (np.diff(steps) < 0).all()
        assert (strength(0), strength(1)) == (0, 1)

    def test_the_surface_s_corners_are_the_four_teams(self):
        found = surface(points=3, replays=200)
        for e, row in ((0, 0), (1, -1)):
            for a, column in ((0, 0), (1, -1)):
                assert found.value[row, column] == pytest.approx(total(Setting(), a, e))

    def test_the_best_split_spends_the_whole_budget_on_both_and_more_of_all_adds_nothing(self):
        share, value = surface().best_split
        assert 0 < share < 1
        assert value == max(v for _, v in surface().along_budget())
        euro = next_euro(Setting(), 1.0, 0.2)
        assert (euro.to_analysis, euro.better) == (0, "engineering")


def test_luck_is_the_same_whenever_it_is_drawn_and_differs_from_replay_to_replay():
    assert np.array_equal(luck.__wrapped__().missing, LUCK.missing)
    assert not np.array_equal(LUCK.missing[0], LUCK.missing[1])


def test_every_assumption_can_be_changed_has_a_basis_and_is_better_where_strong():
    assert {one.field for one in MECHANISMS if one.field} == set(vars(WEAK))
    assert {one.basis for one in MECHANISMS} == {"measured here", "assumed"}
    for name in ("missing", "late", "deploy_fails", "notice"):
        assert getattr(STRONG, name) < getattr(WEAK, name)
    assert STRONG.retrained > WEAK.retrained


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"missing": 1.5}, "'missing' must be from 0 to 1 (got 1.5)."),
        ({"notice": -1}, "'notice' must be from 0 to 365 (got -1)."),
    ],
)
def test_a_share_that_is_none_is_refused(changes, sentence):
    assert refusal(WeatherError, replace, WEAK, **changes) == sentence


def test_a_strength_that_is_none_is_refused():
    said = refusal(WeatherError, replay, MADE, LUCK, Setting(), 1.2, 0)
    assert said == "The strength in analysis must be from 0 to 1 (got 1.2)."
