"""The workshop: one place for the artefacts, the service and its server of an afternoon.

A notebook is run again and again. A new workshop stops the one before it, and both end with the
program, so no server is left behind and no port stays taken. Its artefacts are in a temporary
folder, which goes with it.
"""

from collections.abc import Callable
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

import httpx

from rolekit.base.server import Server
from rolekit.weather import WeatherError
from rolekit.weather.artefacts import Artefact, ArtefactStore
from rolekit.weather.days import load_days
from rolekit.weather.experiment import trial
from rolekit.weather.load import Load, broken
from rolekit.weather.model import RECIPE, train
from rolekit.weather.schema import as_request
from rolekit.weather.service import Service

YESTERDAY, TODAY = "2015-12-30", "2015-12-31"
Body = dict[str, Any]


def _without_wind(body: Body) -> Body:
    *before, last = body["days"]
    return {"days": [*before, {name: value for name, value in last.items() if name != "wind"}]}


REQUESTS: dict[str, Callable[[Body], Body]] = {
    "A good evening": lambda body: body,
    "A missing field": _without_wind,
    "A word for a number": lambda body: broken(body, "twelve"),
    "400 degrees": broken,
    "10,000 days at once": lambda body: {"days": (body["days"] * 1429)[:10_000]},
}


class Workshop:
    """Trains, serves, asks and loads; what was started is stopped by `stop` and by the next one."""

    _latest: ClassVar["Workshop | None"] = None

    def __init__(self, port: int = 8000) -> None:
        if Workshop._latest is not None:
            Workshop._latest.stop()
        Workshop._latest = self
        self._folder = TemporaryDirectory(prefix="rolekit-")
        self.store = ArtefactStore(self._folder.name)
        self._port = port
        self._server: Server | None = None
        self._service: Service | None = None
        self._load: Load | None = None
        self.watchers: list[Callable[[], None]] = []  # called when the service starts or stops

    def train(self, until: str = TODAY) -> Artefact:
        """Train on all days until one, publish the artefact with its score, and use it."""
        days = load_days().between("2012-01-01", until)
        artefact = self.store.publish(train(days, RECIPE), {"brier": round(trial().brier, 4)})
        if self._service:
            self._service.load()
        return artefact

    def start(self) -> str:
        """Serve the live artefact, and return the address. Raises `ArtefactError` without one."""
        if self._server is None:
            self._service = Service(self.store)
            self._server = Server(self._service.app, self._port).start()
            self._tell()
        return self._server.address

    def ask(self, name: str) -> httpx.Response:
        """Send one of the `REQUESTS` over HTTP, and return the answer."""
        body = REQUESTS[name](as_request(load_days()))
        return httpx.post(f"{self._running()}/forecast", json=body, trust_env=False, timeout=10)

    def load(self, requests: int = 400) -> Load:
        """Start a bounded load, every tenth request of it broken, and return it."""
        self._load = Load(self._running(), as_request(load_days()), requests=requests).start()
        return self._load

    def roll_back(self) -> Artefact:
        """Go back to the artefact before, in the store and in the service."""
        return self._service.roll_back() if self._service else self.store.roll_back()

    def exchange_file(self) -> None:
        """Change one byte of the live artefact's file, as damage or an intruder would."""
        path = self.store.folder / self.store.live.file
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)

    def stop(self) -> None:
        """Stop the load and the server, and free the port. Does no harm twice."""
        if self._load:
            self._load.stop()
        if self._server:
            self._server.stop()
        self._load = self._server = self._service = None
        self._tell()

    def _tell(self) -> None:
        for watcher in self.watchers:
            watcher()

    def _running(self) -> str:
        if self._server is None:
            raise WeatherError("The service is not running. Start it first.")
        return self._server.address


def in_words(answer: httpx.Response) -> str:
    """Return an answer of the service in a sentence.

    >>> in_words(httpx.Response(422, json={"refused": ["days[6].wind: field required."]}))
    'Refused (422): days[6].wind: field required.'
    """
    said = answer.json()
    if answer.status_code != 200:
        return f"Refused ({answer.status_code}): {' '.join(said['refused'])}"
    return (
        f"Answered (200): the chance of rain on {said['day']} is {100 * said['chance']:.0f}%, "
        f"says artefact {said['artefact']}."
    )
