"""The service: the model behind HTTP, with clear refusals, metrics, and an end.

POST /forecast takes an evening (`schema.Evening`) and answers with the chance of rain. What does
not fit the schema is refused with a sentence for every fault, and a body that is too large before
it is read to its end. GET /health says which artefact answers, GET /metrics counts what was asked,
in Prometheus' text format. `rolekit.base.server` runs it.
"""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rolekit.weather.artefacts import Artefact, ArtefactStore
from rolekit.weather.schema import Evening, Forecast

LARGEST = 16_384  # bytes of a body; an evening has about 900
BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0)  # seconds


class Service:
    """The application with the model that is live: `app` is what a server runs."""

    def __init__(self, store: ArtefactStore) -> None:
        """Load the live artefact of a store. Raises `ArtefactError` if that cannot be trusted."""
        self._store = store
        # A registry of its own: in a notebook that is run twice, the global one would refuse to
        # count under the same names again.
        self._metrics = CollectorRegistry()
        self._answers = Counter("answers", "Answers by status", ["status"], registry=self._metrics)
        self._seconds = Histogram(
            "answer_seconds", "Time to an answer", buckets=BUCKETS, registry=self._metrics
        )
        self.load()
        self.app = self._build()

    @property
    def artefact(self) -> Artefact:
        """The artefact that answers now."""
        return self._live[0]

    def load(self) -> None:
        """Take the artefact that is live in the store, in place of the one that answers now."""
        # One name for both: no request sees the old artefact's name with the new one's forecast.
        self._live = (self._store.live, self._store.load())

    def roll_back(self) -> Artefact:
        """Answer with the artefact that was live before, and return it."""
        self._store.roll_back()
        self.load()
        return self.artefact

    def _build(self) -> FastAPI:
        # No pages with documentation: they load scripts from elsewhere.
        app = FastAPI(title="Chance of rain", openapi_url=None)
        app.add_middleware(_Limit, largest=LARGEST)
        app.add_middleware(_Measure, answers=self._answers, seconds=self._seconds)
        app.add_exception_handler(RequestValidationError, _refuse)

        # Not async: the model takes a millisecond of computing, during which others are answered.
        @app.post("/forecast")
        def forecast(evening: Evening) -> Forecast:
            artefact, forecaster = self._live
            days = evening.as_days()
            return Forecast(
                day=(days.date[-1] + 1).item(),
                chance=float(forecaster.chance(days)[-1]),
                artefact=artefact.name,
            )

        @app.get("/health")
        def health() -> dict[str, str]:
            return {
                "artefact": self.artefact.name,
                "trained_until": self.artefact.trained_until,
            }

        @app.get("/metrics")
        def metrics() -> PlainTextResponse:
            return PlainTextResponse(generate_latest(self._metrics))

        return app


async def _refuse(_: Request, problem: Exception) -> JSONResponse:
    """Answer with one sentence a fault: where it is and what was expected, not what was sent."""
    assert isinstance(problem, RequestValidationError)
    return _said(422, [_sentence(fault) for fault in problem.errors()])


def _sentence(fault: dict[str, Any]) -> str:
    path = ""
    for part in fault["loc"][1:]:
        path += f"[{part}]" if isinstance(part, int) else f".{part}"
    if fault["type"] == "json_invalid":
        return "The body must be JSON."
    what = fault["msg"].removeprefix("Value error, ").removeprefix("Input ")
    return f"{path.lstrip('.') or 'The body'}: {what[0].lower()}{what[1:]}."


def _said(status: int, sentences: list[str]) -> JSONResponse:
    return JSONResponse({"refused": sentences}, status_code=status)


class _Limit:
    """Refuses a body that is too large before it is read to its end."""

    def __init__(self, app: ASGIApp, largest: int) -> None:
        self.app, self.largest = app, largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        body, more = b"", True
        while more:
            message = await receive()
            if message["type"] != "http.request":
                return
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > self.largest:
                told = f"The body must have at most {self.largest:,} bytes. Ask for one evening."
                await _said(413, [told])(scope, receive, send)
                return
        whole: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def read() -> Message:
            return whole.pop() if whole else await receive()

        await self.app(scope, read, send)


class _Measure:
    """Counts answers by status, and how long they took."""

    def __init__(self, app: ASGIApp, answers: Counter, seconds: Histogram) -> None:
        self.app, self.answers, self.seconds = app, answers, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != "/forecast":
            await self.app(scope, receive, send)
            return
        status = 500

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        with self.seconds.time():
            try:
                await self.app(scope, receive, note)
            finally:
                self.answers.labels(str(status)).inc()
