"""The pictures of notebooks 04 and 05 show what the numbers say, and their texts say the same."""

import re
from functools import cache
from html import escape

import numpy as np
import pytest
from hands import traces

from rolekit import Answers
from rolekit.weather import figures as pictures
from rolekit.weather import words as describe
from rolekit.weather.budget import by_costs, surface
from rolekit.weather.days import load_days
from rolekit.weather.decision import Costs
from rolekit.weather.enjoyment import compare
from rolekit.weather.experiment import KEPT_BACK, trial
from rolekit.weather.load import Answer
from rolekit.weather.model import Recipe
from rolekit.weather.monitor import Watch
from rolekit.weather.patterns import stability
from rolekit.weather.replay import MECHANISMS, Setting, four_teams

DAYS = load_days()
ANSWERS = [Answer(0.1 * i, 1.0 + i, 422 if i % 5 == 4 else 200) for i in range(20)]


@cache
def tried():
    return trial(Recipe(), Costs())


@cache
def courses():
    return four_teams(replays=20)


@cache
def on_a_grid():
    return surface(points=5, replays=10)


def test_months_are_counts_of_dry_days_and_a_guess_is_drawn_where_it_was_made():
    found = traces(pictures.dry_months(60))
    july = DAYS.month == 7
    assert found["all four years"].y[6] == pytest.approx(100 * (~DAYS.wet[july]).mean())
    assert len(found["one year"].y) == 48
    assert (list(found["your guess"].x), list(found["your guess"].y)) == (["Jul"], [60])
    assert not traces(pictures.dry_months())["your guess"].x


def test_every_spell_is_counted_once_and_the_bars_of_a_rule_add_up():
    found = traces(pictures.spell_lengths())
    starts = 1 + int((DAYS.wet[1:] != DAYS.wet[:-1]).sum())
    assert sum(sum(trace.y) for trace in found.values()) == starts
    found = traces(pictures.rules(tried()))
    both = np.add(found["tables out, wet day"].x, found["tables in, dry day"].x)
    assert both == pytest.approx(list(tried().euros.values()))


def test_every_shuffle_is_in_the_picture_and_the_line_stands_at_what_was_found():
    asked = stability(DAYS)
    found = traces(pictures.shuffles(asked, asked.shuffle(300, seed=1)))
    assert sum(found["by chance"].y) == 300
    assert found["what was found"].x[0] == pytest.approx(100 * asked.difference)
    assert sum(traces(pictures.shuffles(asked, np.array([])))["by chance"].y) == 0


def test_each_answer_is_one_mark_of_its_kind():
    found = traces(pictures.latency(ANSWERS))
    assert [len(found[kind].x) for kind in ("answered", "refused", "failed")] == [16, 4, 0]
    assert found["p50"].y[0] == 10.5  # 1 to 20 milliseconds
    pictures.latency([])


def test_what_rings_is_beyond_the_line_and_named_so():
    seen = Watch("2014-01", {"precipitation": 0.2, "temp_max": 3.1, "wind": 9.0}, 4.0)
    found = traces(pictures.drift(seen))
    assert list(found["ringing"].y) == ["highest temperature", "wind", "score"]
    assert min(found["ringing"].x) > 1
    assert list(found["quiet"].y) == ["rain"]
    # A bar that is cut still says its number.
    assert found["values"].text[2] == " PSI 9.00"


def test_the_four_teams_and_the_surface_are_those_of_the_replay():
    found = traces(pictures.four_teams(courses())) | traces(
        pictures.budget(on_a_grid(), (0.3, 0.2))
    )
    for course in courses():
        assert abs(found[course.team.name].y[-1] - course.total) < 300  # up to two weeks earlier
    assert np.array_equal(found["value"].z, on_a_grid().value.round())
    assert (found["your split"].x[0], found["your split"].y[0]) == (30, 20)


def test_the_teams_by_costs_are_those_of_the_replay():
    totals = by_costs((58, 75))
    found = traces(pictures.by_costs(totals))
    for course in four_teams(Setting(Costs(75, 25))):
        assert found[course.team.name].y[1] == course.total
    told = describe.describe_by_costs(totals)
    assert told.startswith(
        "Being strong in both is best at 1 of 2 splits. When a mistake costs 58 "
    )
    assert "the best team is weak analysis, strong engineering: 0 against -" in told


def test_a_legend_has_a_line_for_each_name_above_its_picture():
    """Beside each other the names would wrap, and lie across the lines."""
    for figure in (pictures.four_teams(courses()), pictures.budget(on_a_grid(), (0.3, 0.2))):
        assert figure.layout.legend.orientation == "v"
        named = [trace for trace in figure.data if trace.showlegend is not False]
        assert figure.layout.margin.t >= 20 * sum(trace.type == "scatter" for trace in named)


def test_enjoyment_draws_what_is_there():
    found = traces(pictures.enjoyed(compare({"look": 80, "serve": 0})))
    assert list(found["what you liked doing"].x) == [80, 0]
    assert not found["what you said you like"].x


FIGURES = {
    "months": lambda: pictures.dry_months(),
    "spells": lambda: pictures.spell_lengths(),
    "shuffles": lambda: pictures.shuffles(stability(DAYS), np.array([0.0])),
    "rules": lambda: pictures.rules(tried()),
    "calibration": lambda: pictures.calibration(tried()),
    "latency": lambda: pictures.latency(ANSWERS),
    "drift": lambda: pictures.drift(Watch("2014-01", {"wind": 0.2}, 0.0)),
    "teams": lambda: pictures.four_teams(courses()),
    "budget": lambda: pictures.budget(on_a_grid(), (0.3, 0.3)),
    "costs": lambda: pictures.by_costs(by_costs((58,))),
    "enjoyed": lambda: pictures.enjoyed(compare({"look": 50})),
}


@pytest.mark.parametrize("draw", FIGURES.values(), ids=FIGURES)
def test_no_picture_brings_a_background_of_its_own(draw):
    layout = draw().layout
    assert layout.template.layout.paper_bgcolor == "rgba(0, 0, 0, 0)"
    assert layout.paper_bgcolor is None
    assert layout.height


class TestTexts:
    def test_a_trial_names_every_rule_and_claims_no_saving_where_its_interval_holds_nothing(self):
        said = describe.describe_trial(tried())
        for name, euros in tried().euros.items():
            assert f"{euros:,.0f} with “{name}”" in said
        alike = trial(Recipe(), Costs(50, 50))
        assert alike.saving()[1] < 0 < alike.saving()[2]
        assert "these days don't settle which of the two is better" in (
            describe.describe_trial(alike)
        )
        assert "better on these days" in describe.describe_trial(tried())

    def test_the_advice_follows_the_money(self):
        """It recommends the model only where it beats the best of the simple rules."""
        for soaked in (10, 25, 50, 60, 75, 90, 97):
            kept = trial(Recipe(), Costs(soaked, 100 - soaked), KEPT_BACK)
            simple = min(value for name, value in kept.euros.items() if name != "the model")
            first = describe.describe_advice(kept)[0]
            assert first.startswith("Put the tables out when") == (kept.euros["the model"] < simple)

    def test_the_text_of_the_shuffles_counts_them(self):
        asked = stability(DAYS)
        drawn = np.array([0.0, 0.5, asked.difference, -0.2])
        assert "Of 4 shuffles, 2 gave at least this difference: p = 0.600." in (
            describe.describe_shuffles(asked, drawn)
        )

    def test_the_text_of_a_load_counts_and_orders(self):
        said = describe.describe_load(ANSWERS)
        assert "16 answered, 4 refused, 0 failed" in said
        p50, p95, p99 = map(float, re.findall(r"(\d+\.\d)(?: ms)? \(p\d\d\)", said))
        assert p50 <= p95 <= p99

    def test_the_text_of_enjoyment_says_what_is_furthest_apart(self):
        said = Answers.from_facets({"exploration": 60, "deployment": 70})
        told = describe.describe_enjoyed(compare({"look": 50, "serve": 10}, said))
        assert told == (
            "You rated 2 of 6 moments. On average, you gave the morning 50 out of 100 and the "
            "afternoon 10. The widest gap is in deployment: you said 70 before, and gave it 10 "
            "after doing it."
        )

    def test_the_table_holds_every_mechanism_with_its_numbers(self):
        table = describe.mechanisms_table(Setting(Costs(60, 40)))
        assert all(one.name in table and escape(one.what) in table for one in MECHANISMS)
        assert "60 and 40 euros" in table
        assert "20 days" in table
        assert table.count("measured here") == 3

    def test_the_texts_of_the_teams_give_their_totals(self):
        said = describe.describe_teams(courses())
        assert all(f"{one.team.name} {one.total:,.0f}" in said for one in courses())
        share, value = on_a_grid().best_split
        assert f"gives {100 * share:.0f}% of the budget to analysis: {value:,.0f} euros" in (
            describe.describe_surface(on_a_grid())
        )
