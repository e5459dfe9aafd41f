"""The three stories tell what the numbers say, and are marked as invented wherever they appear."""

import re

import pytest
from panels import choose, figure_of, press, sentences, shown

from rolekit.base.ui.picture import Picture
from rolekit.team import closing, mix
from rolekit.team.invented import load_stories
from rolekit.widgets import Balanced, Platform, StartUp

STORIES = {story.id: story for story in load_stories()}
PANELS = {"start_up": StartUp, "platform": Platform, "balanced": Balanced}


def sides(team):
    return [next(p.pole for p in team.coverage if p.facet == facet) for facet in team.uncovered]


def test_the_start_up_lacks_engineering_and_an_engineer_closes_most():
    story = STORIES["start_up"]
    assert len(story.team.people) == 5
    assert sides(story.team).count("engineering") == 5
    assert story.best.vacancy in ("ML engineer", "Data engineer")
    assert story.closes["Data scientist"].gain < story.best.gain


def test_the_platform_lacks_analytics_and_somebody_who_asks_closes_most():
    story = STORIES["platform"]
    assert sides(story.team).count("analytics") == 5
    assert story.best.vacancy in ("Data scientist", "Data analyst")
    assert story.closes["ML engineer"].gain < story.best.gain


def test_the_balanced_team_gains_nothing_by_a_clone():
    story = STORIES["balanced"]
    assert story.closes["Another Noor"].gain == 0
    assert story.best.gain > 0


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_the_best_hire_is_the_first_that_the_set_cover_takes(story):
    first = closing(story.team, mix(story.target), story.vacancies)[0]
    assert (first.vacancy, first.gain) == (story.best.vacancy, pytest.approx(story.best.gain))


@pytest.mark.parametrize("id", PANELS)
def test_the_answer_is_shown_after_the_guess_and_every_picture_is_marked(id):
    panel, story = PANELS[id](), STORIES[id]
    assert len(shown(panel, Picture)) == 1
    choose(panel, story.best.vacancy)
    press(panel, "Show me")
    best = re.sub("^D", "d", story.best.vacancy)
    told = f"{best}, and that's right: nobody would close more. {story.moral}"
    assert any(text.startswith("You guessed a") and told in text for text in sentences(panel))
    assert len(shown(panel, Picture)) == 3
    for picture in shown(panel, Picture):
        notes = figure_of(picture)["layout"]["annotations"]
        assert "an invented team" in [note["text"] for note in notes]


@pytest.mark.parametrize(
    ("guess", "told"),
    [("", "You made no guess"), ("Data scientist", "You guessed a data scientist")],
)
def test_who_guesses_nothing_or_something_else_is_told_all_the_same(guess, told):
    panel = StartUp()
    if guess:
        choose(panel, guess)
    press(panel, "Show me")
    told = f"{told}; an {STORIES['start_up'].best.vacancy} would close most."
    assert any(text.startswith(told) for text in sentences(panel))
