"""The steps of notebooks 04 and 05: what is clicked, and what is shown then."""

import html
import subprocess
import sys
import textwrap
import threading

import ipywidgets
import plotly.graph_objects as go
import pytest
from panels import (
    as_drawn,
    choose,
    figures_of,
    html_on,
    labelled,
    paste,
    press,
    said,
    sentences,
    shown,
    sliders,
)

import rolekit
from rolekit.base.ui.panel import Panel, stand_ins
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.base.ui.slider import Slider
from rolekit.record.panels.hand_over import HandOver
from rolekit.weather import figures
from rolekit.weather.budget import surface
from rolekit.weather.decision import Costs
from rolekit.weather.panels.replayed import SLIDERS
from rolekit.weather.replay import Setting, four_teams
from rolekit.widgets import weather

RULE = "Which rule will be cheapest?"


def move(teams, name, value):
    """Move a slider of the replay."""
    label, *_ = SLIDERS[name]
    labelled(teams, Slider, label).value = value


@pytest.fixture
def workshop():
    made = weather.Workshop(port=0)
    yield made
    made.stop()


class TestMorning:
    @pytest.fixture
    def experiment(self):
        return weather.Experiment()

    def test_nothing_is_seen_before_the_guess(self):
        for panel in (weather.Look(), weather.Ask(), weather.Alarm(), weather.FourTeams()):
            assert said(panel) == ""

    def test_look_sets_the_guess_beside_the_truth(self):
        look = weather.Look()
        sliders(look)[0].value = 60
        press(look, "Show me")
        assert said(look).startswith("You guessed 60; it's 94 out of 100 days in July: you were 34")
        assert figures_of(look)[0]["data"][-1]["y"] == [60]
        assert sliders(look)[0].disabled

    def test_ask_shuffles_what_was_chosen_and_begins_afresh_with_another_question(self):
        ask = weather.Ask()
        choose(ask, "No", "Is the weather more stable in summer?")
        press(ask, "Shuffle 1,000 times")
        press(ask, "Shuffle once")
        assert "Of 1,001 shuffles" in said(ask)
        assert said(ask).startswith("You guessed “No”; it's “Yes, but only because it's dry”.")
        choose(ask, "repeats beyond chance", "Stable means")
        assert "Nothing has been shuffled yet." in said(ask)
        press(ask, "Shuffle 1,000 times")
        assert "23 out of 100, and the rest of the year 27: 4 points less" in said(ask)

    def test_experiment_asks_for_a_guess_and_for_a_feature(self, experiment):
        press(experiment, "Try it")
        assert said(experiment) == "First guess which rule will be cheapest."
        choose(experiment, "never out", RULE)
        for box in shown(experiment, ipywidgets.Checkbox):
            box.value = False
        press(experiment, "Try it")
        assert "At least one feature is needed. Choose one." in said(experiment)
        assert experiment.trial is None

    def test_experiment_tries_what_was_chosen_and_keeps_a_list(self, experiment):
        choose(experiment, "never out", RULE)
        press(experiment, "Try it")
        choose(experiment, 50, "Tables out on a wet day cost")
        choose(experiment, 50, "Tables in on a dry day cost")
        choose(experiment, "decision tree", "Model")
        press(experiment, "Try it")
        assert [one.costs for one in experiment.tried] == [Costs(75, 25), Costs(50, 50)]
        assert experiment.trial.choice.model == "decision tree"
        assert "today&#x27;s rain, season" in html_on(experiment)
        assert len(figures_of(experiment)) == 2
        assert "You guessed never out; " in said(experiment)

    def test_a_guess_that_is_right_is_marked_so(self, experiment):
        choose(experiment, "the model", RULE)
        press(experiment, "Try it")
        told = "You guessed the model, and that's right: the model is cheapest."
        assert told in sentences(experiment)

    def test_tell_waits_for_a_try_and_then_speaks_of_the_year_kept_back(self, experiment):
        tell = weather.Tell(experiment)
        choose(tell, "Calibration")
        assert said(tell) == "There's nothing to tell yet. Try something above first."
        choose(experiment, "never out", RULE)
        press(experiment, "Try it")
        choose(tell, "Euros by rule")
        assert "The owner: Now I know what it's worth." in said(tell)
        assert "In 2015, a year on which nothing was tried out" in said(tell)

    def test_tell_follows_the_last_try_and_says_that_it_has_seen_the_year(self, experiment):
        tell = weather.Tell(experiment)
        choose(experiment, "never out", RULE)
        press(experiment, "Try it")
        choose(tell, "Euros by rule")
        first = said(tell)
        choose(tell, "Calibration")
        assert "nothing was tried out" in said(tell)  # another chart is no other look
        choose(tell, "Euros by rule")
        choose(experiment, "decision tree", "Model")
        press(experiment, "Try it")
        assert said(tell) != first
        assert "no longer kept back because another try saw it" in said(tell)
        choose(experiment, 50, "Tables in on a dry day cost")
        press(experiment, "Try it")
        assert "no longer kept back because 2 other tries saw it" in said(tell)
        assert "nothing was tried out" not in said(tell)


class TestAfternoon:
    def test_serving_needs_an_artefact_and_asking_needs_a_service(self, workshop):
        serve = weather.Serve(workshop)
        press(serve, "Start the service")
        assert "There is no artefact yet. Train a model and publish it." in said(serve)
        press(serve, "A word for a number")
        assert "The service is not running. Start it first." in said(serve)

    def test_clicks_train_start_ask_and_stop(self, workshop):
        serve = weather.Serve(workshop)
        press(serve, "Train and publish")
        assert "until 2015-12-30" in said(serve)
        press(serve, "Start the service")
        press(serve, "A good evening")
        assert "Answered (200): the chance of rain on 2016-01-01 is" in said(serve)
        press(serve, "400 degrees")
        assert "400 degrees. Refused (422): days[6].temp_max" in said(serve)
        press(serve, "Stop the service")
        assert "Refused" not in said(serve)
        press(serve, "A good evening")
        assert "The service is not running." in said(serve)

    def test_the_load_is_followed_to_its_end(self, workshop):
        watch = weather.WatchLoad(workshop)
        press(watch, "Send 400 requests")
        assert "The service is not running." in said(watch)
        serve = weather.Serve(workshop)
        press(serve, "A word for a number")
        press(serve, "Train and publish")
        press(serve, "Start the service")
        assert "The service is listening" in said(serve)
        assert "not running" not in said(serve) + said(watch)
        ended = threading.Event()
        for sentence in shown(watch, Sentence, Picture):
            sentence.observe(
                lambda told: ended.set() if "400 requests" in told["new"] else None, "text"
            )
        press(watch, "Send 400 requests")
        assert ended.wait(60)
        assert "360 answered, 40 refused, 0 failed" in said(watch)

    def test_the_alarm_follows_month_fault_and_reference(self):
        alarm = weather.Alarm()
        choose(alarm, "quiet")
        assert said(alarm).startswith("You guessed quiet; it rang.")
        assert "in 97% of the months" in html_on(alarm)
        assert "in 17% compared with the same season" in html_on(alarm)
        assert "the alarm rings for highest temperature and lowest temperature." in said(alarm)
        choose(alarm, "same season", "Compare with")
        assert "In July 2014, no alarm rings." in said(alarm)
        choose(alarm, "January 2014", "Month")
        choose(alarm, "rain gauge stuck at 0", "What breaks")
        assert "In January 2014, the alarm rings for rain." in said(alarm)

    def test_repeat_shows_one_hash_a_refusal_and_the_way_back(self, workshop):
        repeat = weather.Repeat(workshop)
        press(repeat, "Roll back")
        assert said(repeat) == "Refused: There is no earlier artefact to go back to."
        press(repeat, "Train twice")
        assert said(repeat).endswith("the same artefact.")
        press(repeat, "Publish today's model")
        press(repeat, "Exchange the file")
        assert "is not the file that was recorded at training" in said(repeat)
        press(repeat, "Roll back")
        assert "trained until 2015-12-30" in said(repeat)

    def test_ratings_of_both_halves_meet_the_answers_of_a_code(self):
        morning, afternoon = weather.Rate("morning"), weather.Rate("afternoon")
        enjoyed = weather.Enjoyed(morning, afternoon)
        for slider, value in zip(sliders(morning) + sliders(afternoon), range(0, 60, 10), strict=1):
            slider.value = value
        assert "you gave the morning 10 out of 100 and the afternoon 40" in said(enjoyed)
        assert isinstance(enjoyed.children[0], HandOver)  # the first way, then a code
        answers = rolekit.Answers.from_facets({"exploration": 90})
        paste(enjoyed, answers.to_code())
        assert "widest gap is in exploration: you said 90 before, and gave it 0 after" in said(
            enjoyed
        )


class TestReplay:
    @pytest.fixture
    def teams(self):
        teams = weather.FourTeams()
        choose(teams, "weak analysis, strong engineering")
        return teams

    def test_a_guess_is_answered_by_our_assumptions(self, teams):
        told = (
            "You guessed weak analysis, strong engineering; strong analysis, weak engineering "
            "comes second."
        )
        assert sentences(teams)[0] == told
        move(teams, "soaked", 55)  # where another team is second
        assert sentences(teams)[0] == told

    def test_a_slider_changes_the_picture_its_text_and_the_table(self, teams):
        table = weather.Mechanisms(teams)
        before, drawn = said(teams), figures_of(teams)
        move(teams, "soaked", 50)
        assert teams.setting.costs == Costs(50, 50)
        assert said(teams) != before
        assert figures_of(teams) != drawn
        assert "50 and 50 euros" in html_on(table)

    def test_what_a_slider_moves_is_what_the_figure_would_be(self, teams):
        move(teams, "notice", 45)
        move(teams, "analysis", 80)
        wanted = (
            figures.four_teams(four_teams(teams.setting)),
            figures.budget(surface(teams.setting), teams.spent),
        )
        drawn = [as_drawn(go.Figure(figure)) for figure in figures_of(teams)]
        assert drawn == [as_drawn(figure) for figure in wanted]

    def test_every_slider_changes_what_it_says_and_one_button_takes_all_back(self, teams):
        for name in ("deploy_fails", "missing", "late", "retrained"):
            move(teams, name, 55)
            assert getattr(teams.setting.weak, name) == 0.55
        move(teams, "notice", 5)
        assert teams.setting.weak.notice == 5
        move(teams, "analysis", 80)
        assert teams.spent == (0.8, 0.3)
        press(teams, "Back to our assumptions")
        assert teams.setting == Setting()
        assert teams.spent == (0.3, 0.3)

    def test_the_next_euro_follows_the_team_and_the_assumptions(self, teams):
        euro = weather.NextEuro(teams)
        first = said(euro)
        for slider in sliders(euro):
            slider.value = 100 if "Analysis" in slider.label else 5
        assert "The next euro is better spent on engineering" in said(euro)
        assert said(euro) != first
        before = said(euro)
        move(teams, "deploy_fails", 0)
        assert said(euro) != before


class TestWhereNothingRuns:
    def test_every_panel_has_words_for_it(self):
        steps = [getattr(weather, name) for name in weather.__all__]
        panels = {one.__name__ for one in steps if isinstance(one, type) and issubclass(one, Panel)}
        assert all(len(stand_ins()[name]) > 60 for name in panels)

    @pytest.mark.parametrize("name", weather.__all__)
    def test_in_a_browser_alone_each_step_says_so_and_what_it_would_show(self, name, monkeypatch):
        monkeypatch.setattr(sys, "platform", "emscripten")
        monkeypatch.setattr(weather, "find_spec", lambda _: None)
        step = weather.__getattr__(name)("whatever it takes")  # as where nothing was loaded yet
        assert str(step).startswith("This step can't run in a browser alone: it needs ")
        assert (name in ("Look", "Ask")) == ("NumPy" in str(step))
        assert html.unescape(step._repr_mimebundle_()["text/html"]) == f"<p>{step}</p>"
        assert stand_ins().get(name, "") in str(step)

    def test_in_a_browser_with_numpy_what_needs_no_more_runs(self):
        """In a Python of its own, without any of the other libraries."""
        program = """
            import sys
            for name in "sklearn scipy joblib threadpoolctl httpx fastapi pydantic uvicorn".split():
                sys.modules[name] = None
            import numpy
            sys.platform = "emscripten"
            from rolekit.widgets import weather
            look, ask = weather.Look(), weather.Ask()
            look.children[1].children[0].click()
            ask.children[0].value = "No"
            ask.children[3].children[1].click()
            print(look.children[1].text, ask.children[4].text, weather.Serve())
        """
        ran = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True
        )
        assert ran.stdout.startswith("You made no guess; it's 94 out of 100"), ran.stderr
        assert "You guessed “No”; it's" in ran.stdout
        assert "This step can't run in a browser alone" in ran.stdout

    def test_a_name_that_is_no_step_is_named(self):
        with pytest.raises(AttributeError, match="has no attribute 'Lok'"):
            weather.Lok  # noqa: B018
