"""Adverts as they are really pasted: long, chatty, bulleted, with everything around them."""

import pytest
from adverts import FIELD, auc
from hands import refusal

from rolekit import AdvertError, read_advert
from rolekit.adverts.words import notes

REFUSED = {
    "trade": "This does not seem to be data or software work.",
    "language": "This does not seem to be English.",
}
PLACED = [advert for advert in FIELD if advert.expected.get("trap") not in REFUSED]
ONE = [advert for advert in PLACED if "trap" not in advert.expected]
BALANCED = 45  # points of lean beyond which an advert is on one side alone


def those(adverts, *names):
    """Those adverts of which something is expected, and the ids of these tests."""
    chosen = [one for one in adverts if set(names) & one.expected.keys()]
    return pytest.mark.parametrize("advert", chosen, ids=lambda advert: advert.name)


def test_there_are_eighty_and_thirty_of_them_are_traps():
    odd = {"trap", "note", "unknown"}
    tricky = {"invisible", "negations", "negations-analyst", "senses", "cookie-page"}
    traps = [one for one in FIELD if odd & one.expected.keys() or one.name in tricky]
    assert len(FIELD) >= 80
    assert len(traps) >= 30


@pytest.mark.parametrize(
    "advert", [one for one in FIELD if one not in PLACED], ids=lambda advert: advert.name
)
def test_what_is_no_advert_of_ours_is_refused_with_the_reason(advert):
    said = refusal(AdvertError, read_advert, advert.text)
    assert said.startswith(REFUSED[advert.expected["trap"]])


@those(PLACED, "side")
def test_an_advert_is_placed_on_its_side(advert):
    lean = read_advert(advert.text).lean
    if advert.expected["side"] == "any":
        assert abs(lean) < BALANCED
    else:
        assert lean < -5 if advert.expected["side"] == "analytics" else lean > 5


@those(PLACED, "depth")
def test_an_advert_asks_for_as_much_machine_learning_as_it_says(advert):
    depth = read_advert(advert.text).depth
    assert advert.expected["depth"] == "any" or (depth > 50) == (advert.expected["depth"] == "deep")


def test_the_two_sides_are_told_apart():
    """A guard against regressions, on adverts of our own: it says nothing of real ones."""
    leans = {side: [] for side in ("analytics", "any", "engineering")}
    for advert in ONE:
        leans[advert.expected["side"]].append(read_advert(advert.text).lean)
    assert auc(leans["analytics"], leans["engineering"]) == 1
    assert auc(leans["analytics"], leans["any"]) > 0.85
    assert auc(leans["any"], leans["engineering"]) > 0.85


@those(ONE, "title")
def test_the_title_is_its_own(advert):
    reading = read_advert(advert.text)
    assert reading.title == advert.expected["title"]
    assert len(reading.adverts) == 1


@pytest.mark.parametrize("advert", ONE, ids=lambda advert: advert.name)
def test_only_what_is_asked_for_is_counted_and_what_is_unknown_called_so(advert):
    asks, expected = read_advert(advert.text).asks, advert.expected
    assert asks.years == (int(expected["years"]) if "years" in expected else None)
    assert asks.pay == expected.get("pay", asks.pay)
    assert asks.must_haves == int(expected.get("musts", asks.must_haves))
    assert asks.nice_to_haves == int(expected.get("nice", asks.nice_to_haves))
    assert not asks.impossible
    found = ";".join(read_advert(advert.text).unknown)
    assert found == advert.expected.get("unknown", "")


@pytest.mark.parametrize("advert", PLACED, ids=lambda advert: advert.name)
def test_the_unicorn_comes_before_any_lean(advert):
    reading = read_advert(advert.text)
    unicorn = advert.expected.get("trap") == "unicorn"
    assert reading.verdict.startswith("This may be two jobs") == unicorn
    if unicorn:
        names = [one.name for one in reading.asks.impossible]
        assert names == [one for one in [advert.expected.get("impossible")] if one]


@pytest.mark.parametrize(
    "advert",
    [one for one in PLACED if one.expected.get("trap") == "two"],
    ids=lambda advert: advert.name,
)
def test_two_adverts_are_offered_each(advert):
    reading = read_advert(advert.text)
    titles = advert.expected["titles"].split(";")
    assert [read_advert(one).title for one in reading.adverts] == titles
    assert reading.title == titles[0]
    assert reading.lean == read_advert(reading.adverts[0]).lean
    assert f"These look like 2 adverts ({', '.join(titles)})." in notes(reading)[0]


@those(PLACED, "note")
def test_a_part_in_another_language_is_said_to_be_left_out(advert):
    [note] = notes(read_advert(advert.text))
    assert note == "We read only the English part: the rest is in another language."
