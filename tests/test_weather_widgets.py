"""The steps of notebooks 04 and 05: what is clicked, and what is shown then."""

import sys
from pathlib import Path

import ipywidgets
import pytest

import rolekit
from rolekit.figures import weather as pictures
from rolekit.weather.days import load_days
from rolekit.weather.decision import Costs
from rolekit.weather.replay import Setting, four_teams, surface
from rolekit.widgets import weather
from rolekit.widgets.elements import Choice, Sentence, Slider
from rolekit.widgets.live_figure import LiveFigure
from rolekit.widgets.panel import Panel
from rolekit.widgets.weather.stand_in import PICTURES

ROOT = Path(__file__).resolve().parents[1]
DAYS = load_days()


def inside(widget):
    """All widgets in a widget."""
    for child in getattr(widget, "children", ()):
        yield child
        yield from inside(child)


def click(panel, name):
    [found] = [
        one
        for one in inside(panel)
        if isinstance(one, ipywidgets.Button) and one.description == name
    ]
    found.click()


def choose(panel, label, value):
    [found] = [
        one
        for one in inside(panel)
        if (isinstance(one, ipywidgets.ToggleButtons) and one.description == label)
        or (isinstance(one, Choice) and one.label == label)
    ]
    found.value = value


def said(panel):
    return " ".join(one.text for one in inside(panel) if isinstance(one, Sentence))


def sliders(panel):
    return [one for one in inside(panel) if isinstance(one, Slider)]


@pytest.fixture
def workshop():
    made = weather.Workshop(port=0)
    yield made
    made.stop()


class TestMorning:
    def test_nothing_is_seen_before_the_guess(self):
        for panel in (weather.Look(), weather.Ask(), weather.Alarm(), weather.FourTeams()):
            assert said(panel) == ""

    def test_look_sets_the_guess_beside_the_truth(self):
        look = weather.Look()
        sliders(look)[0].value = 60
        click(look, "Show me")
        assert "94 of 100 days in July are dry" in said(look)
        assert "you guessed 60" in said(look)

    def test_ask_shuffles_what_was_chosen_and_begins_afresh_with_another_question(self):
        ask = weather.Ask()
        choose(ask, "Is the weather more stable in summer?", "No")
        click(ask, "Shuffle 1,000 times")
        click(ask, "Shuffle once")
        assert "Of 1,001 shuffles" in said(ask)
        choose(ask, "Stable means", "repeats beyond chance")
        assert "Nothing has been shuffled yet." in said(ask)
        click(ask, "Shuffle 1,000 times")
        assert "Summer 23, the rest of the year 27" in said(ask)

    def test_experiment_asks_for_a_guess_and_for_a_feature(self):
        experiment = weather.Experiment()
        click(experiment, "Try it")
        assert said(experiment) == "First guess which rule will be cheapest."
        choose(experiment, "Which rule will be cheapest?", "never out")
        for box in inside(experiment):
            if isinstance(box, ipywidgets.Checkbox):
                box.value = False
        click(experiment, "Try it")
        assert "At least one feature is needed. Choose one." in said(experiment)
        assert experiment.trial is None

    def test_experiment_tries_what_was_chosen_and_keeps_a_list(self):
        experiment = weather.Experiment()
        choose(experiment, "Which rule will be cheapest?", "never out")
        click(experiment, "Try it")
        choose(experiment, "Tables out on a wet day cost", 50)
        choose(experiment, "Tables in on a dry day cost", 50)
        choose(experiment, "Model", "decision tree")
        click(experiment, "Try it")
        assert [one.costs for one in experiment.tried] == [Costs(75, 25), Costs(50, 50)]
        assert experiment.trial.choice.model == "decision tree"
        assert "You guessed never out; cheapest is" in said(experiment)

    def test_tell_waits_for_a_try_and_then_speaks_of_the_year_kept_back(self):
        experiment = weather.Experiment()
        tell = weather.Tell(experiment)
        choose(tell, "Which chart goes to the owner?", "Calibration")
        assert said(tell) == "There is nothing to tell yet: try something above first."
        choose(experiment, "Which rule will be cheapest?", "never out")
        click(experiment, "Try it")
        choose(tell, "Which chart goes to the owner?", "Euros by rule")
        assert "The owner: Now I know what it is worth." in said(tell)
        assert "in 2015, a year on which nothing was tried out" in said(tell)


class TestAfternoon:
    def test_serving_needs_an_artefact_and_asking_needs_a_service(self, workshop):
        serve = weather.Serve(workshop)
        click(serve, "Start the service")
        assert "There is no artefact yet. Train a model and publish it." in said(serve)
        click(serve, "A string")
        assert "The service is not running. Start it first." in said(serve)

    def test_clicks_train_start_ask_and_stop(self, workshop):
        serve = weather.Serve(workshop)
        click(serve, "Train and publish")
        assert "until 2015-12-30" in said(serve)
        click(serve, "Start the service")
        click(serve, "A good evening")
        assert "Answered (200): the chance of rain on 2016-01-01 is" in said(serve)
        click(serve, "400 degrees")
        assert "400 degrees. Refused (422): days[6].temp_max" in said(serve)
        click(serve, "Stop the service")
        assert workshop.address is None

    def test_the_load_is_followed_to_its_end(self, workshop):
        watch = weather.WatchLoad(workshop)
        click(watch, "Send 400 requests")
        assert "The service is not running." in said(watch)
        workshop.train()
        workshop.start()
        click(watch, "Send 400 requests")
        watch._load.wait()
        watch._follow(watch._load)
        assert "400 requests" in said(watch)
        assert "360 answered, 40 refused, 0 failed" in said(watch)

    def test_the_alarm_follows_month_fault_and_reference(self):
        alarm = weather.Alarm()
        choose(
            alarm,
            "July, nothing is broken, compared with all of the training days. Will it ring?",
            "It will be quiet",
        )
        assert "the alarm rings for: highest temperature, lowest temperature." in said(alarm)
        choose(alarm, "Compare with", "same season")
        assert "In 2014-07 no alarm rings." in said(alarm)
        choose(alarm, "Month", "2014-01")
        choose(alarm, "What breaks", "rain gauge stuck at 0")
        assert "In 2014-01 the alarm rings for: rain." in said(alarm)

    def test_repeat_shows_one_hash_a_refusal_and_the_way_back(self, workshop):
        repeat = weather.Repeat(workshop)
        click(repeat, "Roll back")
        assert said(repeat) == "Refused: There is no earlier artefact to go back to."
        click(repeat, "Train twice")
        assert said(repeat).endswith("the same artefact.")
        click(repeat, "Publish today's model")
        click(repeat, "Exchange the file")
        assert "is not the file that was recorded at training" in said(repeat)
        click(repeat, "Roll back")
        assert "trained until 2015-12-30" in said(repeat)

    def test_ratings_of_both_halves_meet_the_answers_of_a_code(self):
        morning, afternoon = weather.Rate("morning"), weather.Rate("afternoon")
        enjoyed = weather.Enjoyed(morning, afternoon)
        for slider, value in zip(sliders(morning) + sliders(afternoon), range(0, 60, 10), strict=1):
            slider.value = value
        assert "you gave the morning 10 and the afternoon 40" in said(enjoyed)
        answers = rolekit.Answers.from_facets({"exploration": 90})
        [field] = [one for one in inside(enjoyed) if isinstance(one, ipywidgets.Text)]
        field.value = answers.to_code()
        assert "Furthest apart is exploration: you said 90 before, and gave 0" in said(enjoyed)


class TestReplay:
    def opened(self):
        teams = weather.FourTeams()
        choose(
            teams,
            "Strong in both will be first. Which team comes second?",
            "weak analysis, strong engineering",
        )
        return teams

    def test_a_slider_changes_the_picture_its_text_and_the_table(self):
        teams = self.opened()
        table = weather.Mechanisms(teams)
        before, drawn = said(teams), teams._figure._shown
        teams._sliders["soaked"].value = 50
        assert teams.setting.costs == Costs(50, 50)
        assert said(teams) != before
        assert teams._figure._shown is not drawn
        assert "50 and 50 euros" in next(iter(inside(table))).value

    def test_every_slider_changes_what_it_says_and_one_button_takes_all_back(self):
        teams = self.opened()
        for name in ("deploy_fails", "missing", "late", "retrained"):
            teams._sliders[name].value = 55
            assert getattr(teams.setting.weak, name) == 0.55
        teams._sliders["notice"].value = 5
        assert teams.setting.weak.notice == 5
        teams._sliders["analysis"].value = 80
        assert teams.spent == (0.8, 0.3)
        click(teams, "Back to our assumptions")
        assert teams.setting == Setting()
        assert teams.spent == (0.3, 0.3)

    def test_the_live_figure_follows_traces_of_several_kinds(self):
        """Lines and a heat map in one figure: each kind has properties of its own."""
        figures = [
            pictures.four_teams(
                four_teams(DAYS, setting, replays=5), surface(DAYS, setting, 3, 5), spent
            )
            for setting, spent in ((Setting(), None), (Setting(Costs(50, 50)), (0.5, 0.5)))
        ]
        live = LiveFigure(figures[0])
        live.follow(figures[1])
        by_name = {trace.name: trace for trace in live.data}
        wanted = {trace.name: trace for trace in figures[1].data}
        assert [list(row) for row in by_name["value"].z] == [list(row) for row in wanted["value"].z]
        assert list(by_name["your split"].x) == [50]

    def test_the_next_euro_follows_the_team_and_the_assumptions(self):
        teams = weather.FourTeams()
        euro = weather.NextEuro(teams)
        first = said(euro)
        for slider in sliders(euro):
            slider.value = 100 if "Analysis" in slider.label else 5
        assert "The next euro is better spent on engineering" in said(euro)
        assert said(euro) != first
        before = said(euro)
        teams._sliders["deploy_fails"].value = 0
        assert said(euro) != before


class TestWhereNothingRuns:
    def test_every_panel_has_a_picture_and_words_for_it(self):
        steps = [getattr(weather, name) for name in weather.STEPS]
        panels = {one.__name__ for one in steps if isinstance(one, type) and issubclass(one, Panel)}
        assert panels == set(PICTURES)

    @pytest.mark.parametrize("name", PICTURES)
    def test_the_picture_is_committed(self, name):
        file, text = PICTURES[name]
        assert (ROOT / "pictures" / file).is_file()
        assert len(text) > 60

    @pytest.mark.parametrize("name", weather.STEPS)
    def test_in_a_browser_alone_each_step_says_so_and_shows_its_picture(self, name, monkeypatch):
        monkeypatch.setattr(sys, "platform", "emscripten")
        step = getattr(weather, name)("whatever it takes")
        assert str(step).startswith("This step cannot run on this page: a browser alone can start")
        shown = step._repr_mimebundle_()["text/html"]
        assert ("<img" in shown) == (name in PICTURES)

    def test_a_name_that_is_no_step_is_named(self):
        with pytest.raises(AttributeError, match="has no attribute 'Lok'"):
            weather.Lok  # noqa: B018
