"""Forecasts use what was known, the same in training and in serving, and nothing else."""

from dataclasses import replace

import numpy as np
import pytest
from hands import in_a_fresh_python, refusal

from rolekit.weather import WeatherError
from rolekit.weather.days import load_days
from rolekit.weather.model import (
    FEATURES,
    HISTORY,
    MODELS,
    Recipe,
    evenings,
    months,
    train,
    walk_forward,
)

DAYS = load_days()
ALL = list(FEATURES)


def changed_from(date):
    """The days, with all inputs from a date on replaced by nonsense."""
    later = np.datetime64(date) <= DAYS.date
    scramble = {
        name: np.where(later, np.random.default_rng(1).permutation(getattr(DAYS, name)), own)
        for name, own in vars(DAYS).items()
        if name != "date"
    }
    return replace(DAYS, **scramble)


@pytest.mark.parametrize("model", MODELS)
def test_no_forecast_sees_the_day_it_is_for_or_any_later_one(model):
    """The law that counts: another future leaves every forecast for the past as it was."""
    cut = "2013-06-15"
    choice = Recipe(model=model)
    ours = walk_forward(DAYS.between("2012-01-01", "2013-07-31"), choice)
    other = walk_forward(changed_from(cut).between("2012-01-01", "2013-07-31"), choice)
    known = np.arange("2013-01-01", "2013-08-01", dtype="datetime64[D]") <= np.datetime64(cut)
    assert np.array_equal(ours[known], other[known])
    assert not np.array_equal(ours[~known], other[~known])


def test_a_month_is_forecast_by_a_model_of_all_days_before_it():
    start, stop = months(DAYS, "2014-03-01")[0]
    own = train(DAYS[:start], Recipe()).chance(DAYS[start - HISTORY : stop - 1])
    assert np.array_equal(walk_forward(DAYS, Recipe())[start - 366 : stop - 366], own)


def test_one_evening_has_the_features_that_it_had_in_training():
    """In serving there are seven days, in training thousands: the same function sees both."""
    whole = evenings(DAYS, ALL)
    for row in (0, 500, len(whole) - 1):
        assert np.array_equal(evenings(DAYS[row : row + HISTORY], ALL)[0], whole[row])


def test_features_are_what_they_are_called_in_whatever_order():
    week = replace(
        DAYS[:7],
        precipitation=np.array([5.0, 0, 0, 0, 2, 0, 3]),
        temp_max=np.array([1.0, 2, 3, 4, 5, 6, 8]),
        temp_min=np.array([0.0, 0, 0, 0, 0, 1, -2]),
        wind=np.array([1.0, 1, 1, 1, 1, 4, 3]),
    )
    # Wet today; ln(1 + 3). 7 January is 6 days into the year.
    assert evenings(week, ["today's rain"])[0] == pytest.approx([1, np.log(4)])
    angle = 2 * np.pi * 6 / 365.25
    assert evenings(week, ["season"])[0] == pytest.approx([np.sin(angle), np.cos(angle)])
    # Two of the last three days are wet, three of seven.
    assert evenings(week, ["the week so far"])[0] == pytest.approx([2 / 3, 3 / 7])
    assert evenings(week, ["change since yesterday"])[0].tolist() == [2, -3, -1]
    assert Recipe(["wind", "season"]) == Recipe(["season", "wind"])


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"features": ["winds"]}, "There is no 'winds' to choose. Did you mean 'wind'?"),
        (
            {"model": "random forrest"},
            "There is no 'random forrest' to choose. Did you mean 'random forest'?",
        ),
        ({"features": []}, "At least one feature is needed. Choose one."),
    ],
)
def test_a_choice_that_is_none_is_refused(given, sentence):
    assert refusal(WeatherError, Recipe, **given) == sentence


def test_an_evening_needs_its_week_and_training_both_kinds_of_days():
    said = refusal(WeatherError, evenings, DAYS[:6], ALL)
    assert said == "An evening needs 7 days in a row (got 6)."
    dry = replace(DAYS[:60], precipitation=np.zeros(60))
    said = refusal(WeatherError, train, dry, Recipe())
    assert said == "Training needs wet days and dry days. Choose a longer period."


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.long
def test_training_twice_gives_the_same_bytes_in_two_programs_too(model):
    """Names come from elsewhere each time: an equal text must not make another artefact."""
    code = (
        "import hashlib, json\n"
        "from rolekit.weather.artefacts import dump\n"
        "from rolekit.weather.days import load_days\n"
        "from rolekit.weather.model import Recipe, train\n"
        "names = ['wi' + 'nd'[:], 'season', ''.join(['temper', 'ature'])]\n"
        f"made = [dump(train(load_days(), Recipe(names[::-1], {model!r}))) for _ in range(2)]\n"
        "print(json.dumps([hashlib.sha256(one).hexdigest() for one in made]))\n"
    )
    one, other = in_a_fresh_python(code), in_a_fresh_python(code)
    assert len({*one, *other}) == 1
