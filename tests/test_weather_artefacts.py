"""An artefact is loaded only if it is the one that was recorded, and going back is one call."""

import json
import pickle

import joblib
import pytest
from hands import refusal

from rolekit.weather.artefacts import ArtefactError, ArtefactStore
from rolekit.weather.days import load_days
from rolekit.weather.model import Recipe, train

DAYS = load_days()
YESTERDAY = train(DAYS[:1400], Recipe(["season", "today's rain"]))
TODAY = train(DAYS, Recipe(["season", "today's rain"]))


class Trap:
    """What runs when it is loaded."""

    sprung = False

    def __reduce__(self):
        return (setattr, (Trap, "sprung", True))


@pytest.fixture
def store(tmp_path):
    store = ArtefactStore(tmp_path / "artefacts")
    store.publish(YESTERDAY, {"brier": 0.19})
    return store


def refused(store):
    return refusal(ArtefactError, store.load)


def test_what_was_published_is_what_is_loaded_and_the_registry_says_what_it_is(store):
    assert (store.load().chance(DAYS) == YESTERDAY.chance(DAYS)).all()
    live = store.live
    assert (live.trained_from, live.trained_until) == ("2012-01-01", "2015-10-31")
    assert (live.features, live.score) == (["today's rain", "season"], {"brier": 0.19})
    assert "temp_max" in json.dumps(live.schema)
    assert ArtefactStore(store.folder).live == store.live
    assert sorted(path.suffix for path in store.folder.iterdir()) == [".joblib", ".json"]


def test_publishing_the_same_training_again_changes_nothing(store):
    again = train(DAYS[:1400], Recipe(["today's rain", "season"]))
    assert store.publish(again, {"brier": 0.19}) == store.live
    assert len(store.history) == 1


def test_rolling_back_answers_with_yesterday_s_artefact(store):
    first = store.live
    second = store.publish(TODAY, {"brier": 0.18})
    assert store.live == second != first
    assert store.roll_back() == first == store.live
    said = refusal(ArtefactError, store.roll_back)
    assert said == "There is no earlier artefact to go back to."


def test_an_exchanged_file_is_not_even_opened(store):
    path = store.folder / store.live.file
    joblib.dump(Trap(), path)
    assert refused(store).startswith(
        f"{path.name} is not the file that was recorded at training: its sha256 must begin with "
        f"{store.live.name} (got "
    )
    assert not Trap.sprung
    pickle.loads(pickle.dumps(Trap()))
    assert Trap.sprung, "the trap must work, or the test above shows nothing"


@pytest.mark.parametrize("at", [0, 100, -1])
def test_one_changed_bit_is_enough_to_refuse(store, at):
    path = store.folder / store.live.file
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    assert "It was not loaded; roll back or train again." in refused(store)


def test_a_file_that_is_gone_or_a_registry_that_cannot_be_read_is_named(store):
    (store.folder / store.live.file).unlink()
    assert refused(store) == f"{store.live.file} is not there. Roll back or publish."
    (store.folder / "registry.json").write_text("{")
    assert refused(store) == "registry.json cannot be read. Restore it; do not guess."


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"schema": {"properties": {}}}, "for other inputs. Train again."),
        ({"scikit_learn": "0.1"}, "with scikit-learn 0.1 and this"),
    ],
    ids=["other inputs", "another scikit-learn"],
)
def test_an_artefact_that_was_made_otherwise_is_refused(store, changes, says):
    path = store.folder / "registry.json"
    registry = json.loads(path.read_text())
    registry["artefacts"][store.live.sha256] |= changes
    path.write_text(json.dumps(registry))
    assert refused(store).startswith(f"{store.live.file} was made {says}")


def test_an_empty_store_says_what_to_do(tmp_path):
    said = refused(ArtefactStore(tmp_path))
    assert said == "There is no artefact yet. Train a model and publish it."
