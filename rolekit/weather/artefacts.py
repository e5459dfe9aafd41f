"""Artefacts: a trained model as a file, trusted only if it is the one that was trained.

A pickled model is a program: anyone who loads it runs it. So there is a registry beside the files,
`registry.json`, which records of every artefact its sha256, its training days, its input schema,
its score and the version of scikit-learn that wrote it. A file is loaded only if its bytes have the
recorded hash; the bytes that were checked are the bytes that are loaded. This guards against a
damaged, mixed-up or exchanged file. It does not guard against somebody who may write the registry
too.

Training is repeatable: the same days and the same choice give the same bytes, and so the same hash.
Which artefact is live is the last line of a history, so going back is one call.
"""

import hashlib
import io
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import joblib
import sklearn

from rolekit.weather import WeatherError
from rolekit.weather.model import Forecaster
from rolekit.weather.schema import Evening


class ArtefactError(WeatherError):
    """An artefact is not the one that was recorded, or there is none."""


@dataclass(frozen=True)
class Artefact:
    """What the registry says of a file. `score` is what was measured when it was trained."""

    sha256: str
    model: str
    features: list[str]
    trained_from: str
    trained_until: str
    score: dict[str, float]
    schema: dict[str, Any]
    scikit_learn: str

    @property
    def name(self) -> str:
        """The first twelve characters of the hash: enough to tell artefacts apart."""
        return self.sha256[:12]

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{self.name}.joblib"


def dump(forecaster: Forecaster) -> bytes:
    """Return a forecaster as bytes: the same for the same training in the same installation."""
    buffer = io.BytesIO()
    joblib.dump(forecaster, buffer)
    return buffer.getvalue()


class ArtefactStore:
    """A folder with artefacts and their registry.

    >>> from tempfile import TemporaryDirectory
    >>> from rolekit.weather.days import load_days
    >>> from rolekit.weather.model import Recipe, train
    >>> with TemporaryDirectory() as folder:
    ...     store = ArtefactStore(folder)
    ...     published = store.publish(train(load_days(), Recipe(["season"])), {"brier": 0.2})
    ...     store.load() is not None, store.live == published
    (True, True)
    """

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    @property
    def history(self) -> list[Artefact]:
        """The artefacts that were live, in order; the last is live now."""
        registry = self._read()
        return [Artefact(**registry["artefacts"][name]) for name in registry["history"]]

    @property
    def live(self) -> Artefact:
        """The artefact that is live. Raises `ArtefactError` if there is none."""
        history = self.history
        if not history:
            raise ArtefactError("There is no artefact yet. Train a model and publish it.")
        return history[-1]

    def publish(self, forecaster: Forecaster, score: dict[str, float]) -> Artefact:
        """Write an artefact, record it, and make it live.

        An artefact that is live already stays so, and is not recorded twice.
        """
        content = dump(forecaster)
        artefact = Artefact(
            sha256=hashlib.sha256(content).hexdigest(),
            model=forecaster.choice.model,
            features=list(forecaster.choice.features),
            trained_from=forecaster.trained_from,
            trained_until=forecaster.trained_until,
            score=dict(score),
            schema=Evening.model_json_schema(),
            scikit_learn=sklearn.__version__,
        )
        _write(self.folder / artefact.file, content)
        registry = self._read()
        registry["artefacts"][artefact.sha256] = asdict(artefact)
        if registry["history"][-1:] != [artefact.sha256]:
            registry["history"].append(artefact.sha256)
        self._record(registry)
        return artefact

    def roll_back(self) -> Artefact:
        """Make the artefact live that was live before, and return it.

        Raises `ArtefactError` if there was none.
        """
        registry = self._read()
        if len(registry["history"]) < 2:
            raise ArtefactError("There is no earlier artefact to go back to.")
        registry["history"].pop()
        self._record(registry)
        return self.live

    def load(self) -> Forecaster:
        """Load the live artefact, once its bytes are known to be those that were recorded.

        Raises `ArtefactError` if they are not, if it was made for other inputs, or by another
        version of scikit-learn.
        """
        artefact = self.live
        try:
            content = (self.folder / artefact.file).read_bytes()
        except OSError:
            raise ArtefactError(f"{artefact.file} is not there. Roll back or publish.") from None
        found = hashlib.sha256(content).hexdigest()
        if found != artefact.sha256:
            raise ArtefactError(
                f"{artefact.file} is not the file that was recorded at training: its sha256 must "
                f"begin with {artefact.name} (got {found[:12]}). It was not loaded; roll back or "
                "train again."
            )
        if artefact.schema != Evening.model_json_schema():
            raise ArtefactError(f"{artefact.file} was made for other inputs. Train again.")
        if artefact.scikit_learn != sklearn.__version__:
            raise ArtefactError(
                f"{artefact.file} was made with scikit-learn {artefact.scikit_learn} and this is "
                f"{sklearn.__version__}. Train again."
            )
        loaded: Forecaster = joblib.load(io.BytesIO(content))
        return loaded

    def _read(self) -> dict[str, Any]:
        try:
            text = (self.folder / "registry.json").read_text(encoding="utf-8")
        except FileNotFoundError:
            return {"artefacts": {}, "history": []}
        try:
            registry: dict[str, Any] = json.loads(text)
        except ValueError:
            raise ArtefactError("registry.json cannot be read. Restore it; do not guess.") from None
        return registry

    def _record(self, registry: dict[str, Any]) -> None:
        text = json.dumps(registry, indent=2) + "\n"
        _write(self.folder / "registry.json", text.encode("utf-8"))


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: a reader never sees half of it."""
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    passing.write_bytes(content)
    os.replace(passing, path)
