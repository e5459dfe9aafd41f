"""The panels of notebook 07: what is pasted is read, shown as text, and kept in the kernel."""

import ipywidgets
import pytest
from adverts import ADVERTS, FIELD
from panels import (
    choose,
    handout,
    html_on,
    labelled,
    only,
    paste,
    pictures,
    press,
    replies,
    said,
    shown,
    sliders,
)
from people import INSTRUMENT, keen_on

from rolekit import read_advert, roles
from rolekit.adverts.examples import EXAMPLE_ADVERTS
from rolekit.adverts.panels.advert_entry import EMPTY, INVENTED, AdvertEntry
from rolekit.adverts.panels.advert_reader import QUESTION
from rolekit.adverts.panels.rewrite_checklist import WAITING
from rolekit.adverts.rewrite import checklist
from rolekit.base.ui.paste_box import PasteBox
from rolekit.base.ui.slider import Slider
from rolekit.team import Team
from rolekit.team.panels.team_entry import AS_PASTED
from rolekit.team.panels.team_target import ADVERT, OWN, ROLE
from rolekit.team.pasted import read_people
from rolekit.team.team import TOO_FEW
from rolekit.widgets import AdvertReader, CompareAdverts, RewriteChecklist, TeamComposer

MARKUP = "<img src=x onerror=alert(1)>"
HOSTILE = f"Data Scientist {MARKUP} SQL, Excel, Kafka, Spark, Java, APIs, Tableau dashboards"
EXAMPLE = "Use an invented advert"


def lines(names, pole, first=0):
    """A line for each name, as a team is pasted: all of them keen on the same."""
    coded = enumerate(names, start=first)
    return "\n".join(f"{name} {keen_on(pole, id).to_code()}" for id, name in coded)


@pytest.fixture
def reader():
    return AdvertReader()


@pytest.fixture
def team():
    return TeamComposer()


# Adverts


def test_an_advert_is_read_and_all_that_is_read_of_it_is_shown(reader):
    paste(reader, ADVERTS[0].text)
    assert reader.reading == read_advert(ADVERTS[0].text)
    assert reader.reading.verdict in pictures(reader)[0]
    assert handout(reader, "the brief").content
    assert handout(reader, "the phrases").content


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", EMPTY),
        ("   \n ", EMPTY),
        ("A cat sat on a mat.", "Too little to go on"),
        ("Wir suchen eine Person, die mit uns arbeitet und Freude an der Sache hat. " * 9, ""),
        # So much is refused without being read.
        (
            "x" * 2_000_000,
            "This text has 2,000,000 characters, far more than an advert. Paste the advert alone.",
        ),
    ],
    ids=["nothing", "blanks", "too short", "another language", "two megabytes"],
)
def test_what_cannot_be_placed_is_told_and_nothing_is_guessed(reader, text, told):
    paste(reader, ADVERTS[0].text)
    paste(reader, text)
    assert reader.reading is None
    assert not pictures(reader)
    assert said(only(reader, AdvertEntry)).startswith(told)


def test_a_guess_by_the_title_is_answered(reader):
    choose(reader, "analytics", QUESTION)
    paste(reader, AROUND)
    assert "You guessed analytics; it leans towards engineering." in said(reader)


def test_the_invented_advert_is_said_to_be_invented(reader):
    press(reader, EXAMPLE)
    assert reader.reading == read_advert(EXAMPLE_ADVERTS[0])
    assert said(only(reader, AdvertEntry)).endswith(INVENTED)


AROUND = (
    "Data Engineer\nYou build data pipelines in Python and SQL with Spark and Kafka on AWS, with "
    "Docker and CI/CD. No Tableau needed.\nAbout us: our insights delight retail customers."
)
SECOND = "Data Analyst\nYou build dashboards in Tableau, write reports, and present insights."


def offered(panel):
    """What the buttons under a field offer, beside the invented advert."""
    return [one.description for one in shown(panel, ipywidgets.Button)][1:]


def test_what_is_left_out_is_grey_and_one_click_counts_it(reader):
    paste(reader, AROUND)
    before = reader.reading
    assert offered(reader) == [
        "Count what it says is not needed (1)",
        "Count the company about itself (1)",
    ]
    assert html_on(reader).count('class="rk-left"') == 2
    assert 'title="left out: what it says is not needed">Tableau<' in html_on(reader)
    press(reader, "Count what it says is not needed (1)")
    assert reader.reading == read_advert(AROUND, {"negated"})
    assert reader.reading.lean < before.lean
    assert offered(reader) == ["Count the company about itself (1)", "Leave it out again"]
    press(reader, "Count the company about itself (1)")
    assert reader.reading.left_out == ()
    press(reader, "Leave it out again")
    assert reader.reading == before


def test_each_of_two_adverts_can_be_read(reader):
    paste(reader, f"{AROUND}\n-----\n{SECOND} You know Excel, SQL and statistics.")
    assert "These look like 2 adverts (Data Engineer, Data Analyst)." in said(
        only(reader, AdvertEntry)
    )
    press(reader, "Read 2: Data Analyst")
    assert reader.reading.titled.id == "data_analyst"
    press(reader, "Read 1: Data Engineer")
    assert reader.reading.titled.id == "data_engineer"
    assert "Read 2: Data Analyst" in offered(reader)


def test_two_jobs_come_before_any_lean(reader):
    unicorn = next(one for one in FIELD if one.name == "unicorn")
    paste(reader, unicorn.text)
    assert pictures(reader)[0].startswith("This may be two jobs. Leans ")
    assert "<li>Impossible demands: 10+ years of LLMs</li>" in html_on(reader)


def test_what_was_not_found_is_called_that(reader):
    paste(reader, AROUND)
    for what in ("Years of experience", "Must-haves", "Pay", "Impossible demands"):
        assert f"<li>{what}: none found</li>" in html_on(reader)


def test_hostile_markup_is_nowhere_in_the_page(reader):
    paste(reader, HOSTILE)
    assert "<img" not in html_on(reader) + handout(reader, "the brief").content


def test_the_checklist_follows_the_advert_and_the_role(reader):
    panel = RewriteChecklist(reader)
    assert said(panel) == WAITING
    paste(reader, EXAMPLE_ADVERTS[0])
    counts = set()
    for role in roles():
        choose(panel, role.name)
        points = checklist(reader.reading, role)
        counts.add(len(points))
        assert html_on(panel).count("<input") == len(points)
    assert len(counts) > 1
    paste(reader, "")
    assert said(panel) == WAITING


def test_two_adverts_with_one_title_can_lie_far_apart():
    panel = CompareAdverts()
    for entry in shown(panel, AdvertEntry):
        press(entry, EXAMPLE)
    one, other = (entry.reading for entry in shown(panel, AdvertEntry))
    assert one.titled.id == other.titled.id == "data_scientist"
    assert f"The first: {one.verdict}" in said(panel)
    assert f"The second: {other.verdict}" in said(panel)
    assert other.lean < 0 < one.lean


# A team


def test_an_invented_team_is_marked_until_there_is_one(team):
    assert said(team.coverage).startswith("An invented team.")
    paste(
        team.people, f"{lines(['Ada'], 'analytics')}\n{lines(['Ben'], 'engineering', 1)}\nCleo soon"
    )
    [(_, problem)] = read_people("Cleo soon", Team()).problems
    assert replies(team.people)[0] == f"2 added. {problem}"
    assert only(team.people, PasteBox).text == "Cleo soon"
    assert said(team.coverage) == TOO_FEW
    assert replies(team.closing)[-1] == TOO_FEW


def test_three_are_shown_without_names_and_with_them_when_all_have_agreed(team):
    choose(team.people, AS_PASTED, "Names")
    paste(team.people, lines(["Ada", "Ben", "Cleo"], "analytics"))
    agreed = only(team.people, ipywidgets.Checkbox)
    brief = handout(team.closing, "the brief")
    assert "Ada" not in said(team.coverage)
    assert "Ada" not in brief.content + handout(team.closing, "the table").content
    agreed.value = True
    assert "1 Ada" in said(team.coverage)
    assert "Ada" in brief.content
    agreed.value = False
    assert "Ada" not in said(team.coverage)


def test_it_says_first_that_people_must_agree_and_that_it_is_no_assessment(team):
    first, *_ = shown(team.people, ipywidgets.HTML)
    assert team.people.children[0] is first
    assert "Only with each person's agreement, and not for assessment." in first.value


def test_names_are_initials_unless_they_are_wanted(team):
    paste(team.people, lines(["Ada Lovelace", "Alan", "al Khwarizmi", "Anna"], "analytics"))
    assert "In the team: A, A 2, AK, AL." in said(team.people)
    assert "Ada" not in handout(team.people, "the team for yourself").content


def test_who_is_pasted_again_is_there_once(team):
    text = lines(["Ada", "Anna", "Ben"], "analytics")
    for _ in range(2):
        paste(team.people, text, "Who is in the team?")
    assert [one.name for one in team.state.own.people] == ["A", "A 2", "B"]
    assert replies(team.people)[0] == "Nobody added."


def test_one_code_under_two_names_is_refused_by_the_name_that_was_pasted(team):
    paste(team.people, f"{lines(['Ada'], 'analytics')}\n{lines(['Ben'], 'analytics')}")
    assert "The code of 'Ben' is the same as that of 'A'." in said(team.people)
    assert len(team.state.own.people) == 1


def test_one_person_is_renamed_or_removed(team):
    paste(team.people, lines(["Ada", "Ben", "Cleo"], "analytics"))
    choose(team.people, "B", "One person")
    paste(team.people, "C", "New name")
    press(team.people, "Rename")
    assert "There are two people named 'C'." in said(team.people)
    paste(team.people, "Zoe", "New name")
    press(team.people, "Rename")
    assert "In the team: A, C, Zoe." in said(team.people)
    choose(team.people, "C", "One person")
    press(team.people, "Remove")
    assert "In the team: A, Zoe." in said(team.people)
    for _ in range(2):
        press(team.people, "Remove")
    assert team.state.own is None


def test_every_ticked_vacancy_has_its_points_and_a_clone_has_none(team):
    paste(team.people, lines(["P0", "P1", "P2", "P3"], "analytics"))
    for box in shown(team.closing, ipywidgets.Checkbox):
        box.value = True
    page = html_on(team.closing)
    assert len(team.state.each) == sum(not role.adverts_only for role in roles())
    for hire in team.state.each:
        points = f"{hire.gain:.0f}" if round(hire.gain) else "none"
        row = f"<th scope='row'>{hire.vacancy}</th><td>{points}</td>"
        assert row in page
        assert row in handout(team.closing, "the brief").content
    assert team.state.each[0] == team.state.steps[0]


def test_where_nothing_is_missing_on_paper_it_says_what_hangs_on_one(team):
    people = [keen_on("analytics", 1), keen_on("analytics", 2), keen_on("engineering", 3)]
    paste(team.people, "\n".join(f"P{one.id} {one.to_code()}" for one in people))
    choose(team.target, OWN, "The target is")
    for slider in sliders(team.target):
        slider.value = 50
    assert "meets the target everywhere" in said(team.closing)
    assert "Only one person would give 60 or more to architecture, " in said(team.closing)
    [pipelines] = [facet.name for facet in INSTRUMENT.facets if facet.id == "pipelines"]
    assert f"<th scope='row'>{pipelines}</th><td>1 of 3, depends on one</td>" in html_on(
        team.closing
    )


def test_a_kept_team_comes_back(team):
    paste(team.people, lines(["P0", "P1", "P2", "P3"], "engineering"))
    kept, told = handout(team.people, "the team for yourself").content, said(team.coverage)
    press(team.people, "Start over")
    assert "Forget this team of 4?" in said(team.people)
    press(team.people, "Forget them")
    assert said(team.coverage).startswith("An invented team.")
    paste(team.people, kept)
    assert said(team.coverage) == told


def test_an_engineer_closes_what_analysts_lack_and_a_second_step_closes_less(team):
    paste(team.people, lines(["P0", "P1", "P2", "P3"], "analytics"))
    steps = team.state.steps
    assert steps[0].vacancy in ("ML engineer", "Data engineer")
    gains = [step.gain for step in steps]
    assert gains == sorted(gains, reverse=True)
    assert all(f"<b>{step.vacancy}</b> closes" in html_on(team.closing) for step in steps)


def test_without_a_vacancy_the_gap_alone_is_shown(team):
    for box in shown(team.closing, ipywidgets.Checkbox):
        box.value = False
    assert team.state.steps == ()
    assert "<li>" not in html_on(team.closing)
    assert "points short" in said(team.closing)


def test_an_advert_is_one_more_vacancy_once(team):
    for _ in range(2):
        press(team.closing, EXAMPLE)
        paste(team.closing, EXAMPLE_ADVERTS[1])
    names = [box.description for box in shown(team.closing, ipywidgets.Checkbox)]
    assert names[-1] == "Advert 1: Data Scientist"
    assert names[:-1] == [role.name for role in roles() if not role.adverts_only]


def test_every_way_to_a_target(team):
    target, way = team.target, "The target is"

    def told():
        return replies(target)[-1]

    assert told() == "The target: Data scientist 50%, ML engineer 50%."
    choose(target, ROLE, way)
    assert told() == "The target: one Data scientist."
    choose(target, ADVERT, way)
    assert told() == "Read an advert first. Until then the target stays: one Data scientist."
    press(target, EXAMPLE)
    assert team.state.advert == read_advert(EXAMPLE_ADVERTS[0])
    choose(target, OWN, way)
    assert team.state.advert is None
    for slider in sliders(target):
        slider.value = None
    assert told().startswith("Set at least one slider. Until then the target stays: my own")
    [statistics] = [facet.name for facet in INSTRUMENT.facets if facet.id == "statistics"]
    labelled(target, Slider, statistics).value = 90
    assert team.state.target == {"statistics": 90}
