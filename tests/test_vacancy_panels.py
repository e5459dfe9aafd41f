"""The panels of notebook 07: what is pasted is read, shown as text, and kept in the kernel."""

import pytest
from adverts import ADVERTS
from strategies import INSTRUMENT

from rolekit import Answers, Response, read_advert, roles
from rolekit.example_adverts import EXAMPLE_ADVERTS
from rolekit.team import TOO_FEW
from rolekit.widgets import AdvertReader, CompareAdverts, RewriteChecklist, TeamComposer
from rolekit.widgets.advert_entry import EMPTY, INVENTED
from rolekit.widgets.rewrite_checklist import WAITING
from rolekit.widgets.team_target import ADVERT, OWN, ROLE

MARKUP = "<img src=x onerror=alert(1)>"
HOSTILE = f"Data Scientist {MARKUP} SQL, Excel, Kafka, Spark, Java, APIs, Tableau dashboards"


def code(kind, id=7):
    keen = {"analytics": 20, "engineering": 20, "machine_learning": 50, kind: 80}
    answers = Answers.from_facets({f.id: keen[f.pole] for f in INSTRUMENT.facets})
    return Response(answers, id=id).to_code()


def paste(box, text):
    box.text, box.size = text, len(text)
    box.sent += 1


def advert(entry, text):
    paste(entry._box, text)


@pytest.fixture
def reader():
    return AdvertReader()


@pytest.fixture
def team():
    return TeamComposer()


# Adverts


def test_an_advert_is_read_and_all_that_is_read_of_it_is_shown(reader):
    advert(reader._entry, ADVERTS[0].text)
    assert reader.reading == read_advert(ADVERTS[0].text)
    assert reader.reading.verdict in reader._map.text
    assert reader._brief.content
    assert reader._table.content


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", EMPTY),
        ("   \n ", EMPTY),
        ("A cat sat on a mat.", "Too little to go on"),
        ("Wir suchen eine Person, die mit uns arbeitet und Freude an der Sache hat. " * 9, ""),
    ],
)
def test_what_cannot_be_placed_is_told_and_nothing_is_guessed(reader, text, said):
    advert(reader._entry, ADVERTS[0].text)
    advert(reader._entry, text)
    assert reader.reading is None
    assert reader._entry.text.startswith(said)
    assert reader.children == (reader._entry,)


def test_two_megabytes_are_refused_without_being_read(reader):
    reader._entry._box.text, reader._entry._box.size = "", 2_000_000
    reader._entry._box.sent += 1
    assert reader._entry.text == (
        "This text has 2,000,000 characters, far more than an advert. Paste the advert alone."
    )


def test_the_invented_advert_is_said_to_be_invented(reader):
    reader._entry._use_example()
    assert reader.reading == read_advert(EXAMPLE_ADVERTS[0])
    assert reader._entry.text.endswith(INVENTED)


def test_hostile_markup_is_nowhere_in_the_page(reader):
    advert(reader._entry, HOSTILE)
    for html in (reader._words.value, reader._counts.value, reader._brief.content):
        assert "<img" not in html


def test_the_checklist_follows_the_advert_and_the_role(reader):
    panel = RewriteChecklist(reader)
    assert panel._said.text == WAITING
    advert(reader._entry, EXAMPLE_ADVERTS[0])
    counts = set()
    for role in roles():
        panel._role.value = role.name
        counts.add(len(panel.points))
        if panel.points:
            assert panel._list.value.count("<input") == len(panel.points)
    assert len(counts) > 1
    advert(reader._entry, "")
    assert panel._said.text == WAITING


def test_two_adverts_with_one_title_can_lie_far_apart():
    panel = CompareAdverts()
    for entry in panel._entries:
        entry._use_example()
    titles = {entry.reading.titled.id for entry in panel._entries}
    assert titles == {"data_scientist"}
    for entry, place in zip(panel._entries, ("first", "second"), strict=True):
        assert f"The {place}: {entry.reading.verdict}" in panel.text
    assert panel._entries[1].reading.lean < 0 < panel._entries[0].reading.lean


# A team


def test_an_invented_team_is_marked_until_there_is_one(team):
    assert team.coverage.text.startswith("An invented team.")
    paste(team.people._box, f"Ada {code('analytics')}\nBen {code('engineering')}\nCleo soon")
    assert team.people.text == (
        "2 added. There is no code in this line. A code starts with ROLE1-."
    )
    assert team.people._box.text == "Cleo soon"
    assert team.coverage.text == TOO_FEW
    assert team.closing.text == TOO_FEW


def test_three_are_shown_without_names_and_with_them_when_all_have_agreed(team):
    lines = [f"{name} {code('analytics', id)}" for id, name in enumerate(("Ada", "Ben", "Cleo"))]
    paste(team.people._box, "\n".join(lines))
    assert "Ada" not in team.coverage.text
    assert "Ada" not in team.closing._brief.content + team.closing._table.content
    team.people._agreed.value = True
    assert "1 Ada" in team.coverage.text
    assert "Ada" in team.closing._brief.content
    team.people._agreed.value = False
    assert "Ada" not in team.coverage.text


def test_a_kept_team_comes_back(team):
    paste(team.people._box, "\n".join(f"P{i} {code('engineering', i)}" for i in range(4)))
    kept, said = team.people._file.content, team.coverage.text
    team.people._begin()
    assert team.coverage.text.startswith("An invented team.")
    paste(team.people._box, kept)
    assert team.coverage.text == said


def test_an_engineer_closes_what_analysts_lack_and_a_second_step_closes_less(team):
    paste(team.people._box, "\n".join(f"P{i} {code('analytics', i)}" for i in range(4)))
    steps = team.people._state.steps
    assert steps[0].vacancy in ("ML engineer", "Data engineer")
    gains = [step.gain for step in steps]
    assert gains == sorted(gains, reverse=True)
    assert all(step.vacancy in team.closing._steps.value for step in steps)


def test_without_a_vacancy_the_gap_alone_is_shown(team):
    for box in team.closing._boxes.children:
        box.value = False
    assert team.people._state.steps == ()
    assert team.closing._steps.value == ""
    assert "falls short" in team.closing.text


def test_an_advert_is_one_more_vacancy_once(team):
    for _ in range(2):
        team.closing._advert._use_example()
        advert(team.closing._advert, EXAMPLE_ADVERTS[1])
    names = [box.description for box in team.closing._boxes.children]
    assert names[-1] == "Advert 1: Data Scientist"
    assert len(names) == len(roles()) + 1


def test_every_way_to_a_target(team):
    target, state = team.target, team.people._state
    assert target.text == "The target: Data scientist 50 %, ML engineer 50 %."
    target._way.value = ROLE
    assert target.text == "The target: one Data scientist."
    target._way.value = ADVERT
    assert target.text == "Read an advert first. The last target stays: one Data scientist."
    target._advert._use_example()
    assert state.advert == read_advert(EXAMPLE_ADVERTS[0])
    target._way.value = OWN
    assert state.advert is None
    for slider in target._points.values():
        slider.value = None
    assert target.text.startswith("Set at least one slider. The last target stays: my own")
    target._points["statistics"].value = 90
    assert state.target == {"statistics": 90}
