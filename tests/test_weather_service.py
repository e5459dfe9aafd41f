"""The real service over real HTTP: it answers what fits, refuses what does not, and ends."""

import copy
import json

import httpx
import pytest

from rolekit.base.server import Server
from rolekit.weather.artefacts import ArtefactStore
from rolekit.weather.days import load_days
from rolekit.weather.load import Load, summarise
from rolekit.weather.model import HISTORY, Recipe, train
from rolekit.weather.schema import as_request
from rolekit.weather.service import LARGEST, Service

DAYS = load_days()
GOOD = as_request(DAYS)
TEN_THOUSAND = {"days": GOOD["days"] * 1429}
JSON = {"content-type": "application/json"}


@pytest.fixture
def store(tmp_path):
    store = ArtefactStore(tmp_path)
    store.publish(train(DAYS[:1096], Recipe()), {"brier": 0.18})
    return store


@pytest.fixture
def service(store):
    return Service(store)


@pytest.fixture
def client(service):
    with (
        Server(service.app, port=0) as server,
        httpx.Client(base_url=server.address, timeout=60, trust_env=False) as client,
    ):
        yield client


@pytest.fixture
def address(client):
    return str(client.base_url).rstrip("/")


def spoilt(**changes):
    """A request whose last day is changed; None takes the field away."""
    body = copy.deepcopy(GOOD)
    for name, value in changes.items():
        if value is None:
            del body["days"][-1][name]
        else:
            body["days"][-1][name] = value
    return body


def asked(client, body):
    answer = client.post("/forecast", json=body)
    return answer.status_code, answer.json()


class TestAnswers:
    def test_over_http_comes_the_forecast_that_the_model_gives_in_a_notebook(self, client, store):
        """No difference between training and serving, for evenings all over the last year."""
        forecaster = store.load()
        for end in range(1100, 1462, 30):
            days = DAYS[end - HISTORY : end]
            status, answer = asked(client, as_request(days))
            assert status == 200
            assert answer["chance"] == forecaster.chance(days)[0]
            assert answer["day"] == str(days.date[-1] + 1)
            assert answer["artefact"] == store.live.name

    def test_health_names_the_artefact_and_whole_numbers_are_numbers(self, client, store):
        assert client.get("/health").json() == {
            "artefact": store.live.name,
            "trained_until": "2014-12-31",
        }
        assert asked(client, spoilt(wind=3))[0] == 200


REFUSED = {
    "a gap": (
        spoilt(date="2016-01-05"),
        "The body: the days must follow each other without a gap.",
    ),
    "six days": (
        {"days": GOOD["days"][1:]},
        "days: list should have at least 7 items after validation, not 6.",
    ),
    "a list": ([1, 2], "The body: should be a valid dictionary or object to extract fields from."),
}
for fault, changes, sentence in [
    ("a missing field", {"wind": None}, ".wind: field required."),
    ("a field too many", {"humidity": 0.5}, ".humidity: extra inputs are not permitted."),
    ("a string", {"temp_max": "12.5"}, ".temp_max: should be a valid number."),
    ("true", {"temp_max": True}, ".temp_max: should be a valid number."),
    ("400 degrees", {"temp_max": 400}, ".temp_max: should be less than or equal to 60."),
    ("rain of -1", {"precipitation": -1}, ".precipitation: should be greater than or equal to 0."),
    ("warmer nights", {"temp_min": 30, "temp_max": 10}, ": temp_min must not be above temp_max."),
    (
        "a day that is none",
        {"date": "2015-02-30"},
        ".date: should be a valid date or datetime, day value is outside expected range.",
    ),
    ("a number as a date", {"date": 20151231}, ".date: must be a date like 2015-12-31."),
]:
    REFUSED[fault] = (spoilt(**changes), f"days[6]{sentence}")


class TestRefusals:
    @pytest.mark.parametrize(("body", "sentence"), REFUSED.values(), ids=REFUSED)
    def test_what_does_not_fit_is_refused_with_a_sentence(self, client, body, sentence):
        assert asked(client, body) == (422, {"refused": [sentence]})

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999"])
    def test_a_number_that_is_none_is_refused(self, client, number):
        """Python reads it from JSON, and a model would return it as a forecast."""
        text = json.dumps(GOOD).replace('"wind": ', f'"wind": {number}, "was": ', 1)
        answer = client.post("/forecast", content=text, headers=JSON)
        assert answer.status_code == 422
        assert "days[0].wind: should be a finite number." in answer.json()["refused"]

    def test_every_fault_is_named_without_what_was_sent(self, client):
        answer = client.post("/forecast", content=b'{"days": [', headers=JSON)
        assert (answer.status_code, answer.json()) == (422, {"refused": ["The body must be JSON."]})
        _, answer = asked(client, spoilt(wind=None, temp_max="hot"))
        named = sorted(said.partition(":")[0] for said in answer["refused"])
        assert named == ["days[6].temp_max", "days[6].wind"]
        _, answer = asked(client, spoilt(temp_max="<script>alert(1)</script>"))
        assert "script" not in json.dumps(answer)

    def test_ten_thousand_days_are_refused_before_they_are_read(self, client):
        sentence = "The body must have at most 16,384 bytes. Ask for one evening."
        assert asked(client, TEN_THOUSAND) == (413, {"refused": [sentence]})
        parts = (b" " * 4096 for _ in range(1000))
        assert client.post("/forecast", content=parts).status_code == 413
        assert len(json.dumps(GOOD)) < LARGEST / 8

    def test_after_all_refusals_the_service_still_answers(self, client):
        for body, _ in REFUSED.values():
            asked(client, body)
        assert asked(client, GOOD)[0] == 200


class TestMetrics:
    def test_answers_are_counted_by_status(self, client):
        for body in (GOOD, GOOD, spoilt(temp_max=400), TEN_THOUSAND):
            asked(client, body)
        said = client.get("/metrics").text
        for status, n in ((200, 2), (422, 1), (413, 1)):
            assert f'answers_total{{status="{status}"}} {n}.0' in said
        assert "answer_seconds_count 4.0" in said

    def test_two_services_in_one_program_count_apart(self, store, client):
        """A notebook that is run twice makes two; the global registry would refuse."""
        asked(client, GOOD)
        with (
            Server(Service(store).app, port=0) as other,
            httpx.Client(base_url=other.address, trust_env=False) as second,
        ):
            assert "answers_total{" not in second.get("/metrics").text


class TestChanges:
    def test_a_new_artefact_answers_after_loading_and_the_old_one_after_rolling_back(
        self, client, store, service
    ):
        old = store.live.name
        new = store.publish(train(DAYS, Recipe()), {"brier": 0.18}).name
        assert asked(client, GOOD)[1]["artefact"] == old
        service.load()
        assert asked(client, GOOD)[1]["artefact"] == new
        service.roll_back()
        assert asked(client, GOOD)[1]["artefact"] == old

    def test_an_artefact_that_is_refused_leaves_the_one_that_answers(self, client, store, service):
        old = store.live.name
        new = store.publish(train(DAYS, Recipe()), {"brier": 0.18})
        (store.folder / new.file).write_bytes(b"something else")
        with pytest.raises(ValueError, match="is not the file that was recorded"):
            service.load()
        assert asked(client, GOOD)[1]["artefact"] == old


class TestLoad:
    def test_a_bounded_load_ends_and_counts_what_it_sent(self, client, address):
        load = Load(address, GOOD, requests=100, spoilt_every=10)
        found = summarise(load.start().wait())
        assert (found.asked, found.answered, found.refused, found.failed) == (100, 90, 10, 0)
        assert 0 < found.p50 <= found.p95 <= found.p99
        assert not load.is_running
        assert 'answers_total{status="422"} 10.0' in client.get("/metrics").text

    def test_a_load_can_be_stopped(self, address):
        running = Load(address, GOOD, requests=100_000).start()
        assert len(running.stop()) < 100_000
        assert not running.is_running

    def test_a_service_that_is_gone_is_a_failure_and_not_a_crash(self, service):
        with Server(service.app, port=0) as server:
            address = server.address
        summary = summarise(Load(address, GOOD, requests=8, spoilt_every=0).start().wait())
        assert (summary.asked, summary.failed) == (8, 8)
