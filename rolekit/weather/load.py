"""A bounded load: a known number of requests, in a known time at most, and how long each took.

A mean says little about waiting, for a few slow answers vanish in it. So percentiles are reported:
half of the answers came within p50, all but one in a hundred within p99. Some of the requests can
be broken on purpose, to see that refusals are counted as refusals and slow nobody down.
"""

import threading
import time
from dataclasses import dataclass
from itertools import count
from typing import Any, Self

import numpy as np

MOST_SECONDS = 30.0
WORKERS = 4  # threads
PATIENCE = 5.0  # seconds for one answer


@dataclass(frozen=True)
class Answer:
    """One answer: seconds since the load began, milliseconds it took, status (0: none came)."""

    at: float
    milliseconds: float
    status: int

    @property
    def outcome(self) -> str:
        """Whether it was "answered", was "refused" for a reason, or "failed"."""
        if self.status == 200:
            return "answered"
        return "refused" if 400 <= self.status < 500 else "failed"


@dataclass(frozen=True)
class LoadSummary:
    """What came of a load: counts of answers, and percentiles in milliseconds."""

    asked: int
    answered: int
    refused: int
    failed: int
    p50: float
    p95: float
    p99: float
    per_second: float


def summarise(answers: list[Answer]) -> LoadSummary:
    """Return counts and percentiles; all are 0 before the first answer.

    >>> summarise([Answer(0.5, 2.0, 200), Answer(1.0, 4.0, 422), Answer(2.0, 9.0, 0)]).p50
    4.0
    """
    outcomes = [one.outcome for one in answers]
    took = [one.milliseconds for one in answers] or [0.0]
    p50, p95, p99 = (float(value) for value in np.percentile(took, [50, 95, 99]))
    last = max((one.at for one in answers), default=0.0)
    return LoadSummary(
        asked=len(answers),
        answered=outcomes.count("answered"),
        refused=outcomes.count("refused"),
        failed=outcomes.count("failed"),
        p50=p50,
        p95=p95,
        p99=p99,
        per_second=len(answers) / last if last else 0.0,
    )


def broken(body: dict[str, Any], temp_max: object = 400.0) -> dict[str, Any]:
    """Return a copy of a request with a last day of 400 degrees, or of something else."""
    *before, last = body["days"]
    return {"days": [*before, {**last, "temp_max": temp_max}]}


class Load:
    """Sends `requests` copies of a request, from a few threads, and then ends.

    Every `spoilt_every`-th request is broken on purpose (0: none). It ends early after 30 seconds
    and when `stop` is called. `answers` can be read at any time.
    """

    def __init__(
        self,
        address: str,
        body: dict[str, Any],
        *,
        requests: int = 400,
        spoilt_every: int = 10,
    ) -> None:
        self._address, self._good, self._spoilt = address, body, broken(body)
        self._requests, self._every = requests, spoilt_every
        self._numbers, self._answers = count(1), list[Answer]()
        self._stopped = threading.Event()
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(WORKERS)]

    @property
    def answers(self) -> list[Answer]:
        """The answers so far."""
        return list(self._answers)

    @property
    def is_running(self) -> bool:
        """Whether requests are still sent."""
        return any(thread.is_alive() for thread in self._threads)

    def start(self) -> Self:
        """Begin to send, and return at once."""
        self._began = time.perf_counter()
        for thread in self._threads:
            thread.start()
        return self

    def wait(self) -> list[Answer]:
        """Wait until the last answer came, and return all of them."""
        self.wait_for(MOST_SECONDS + PATIENCE)
        return self.answers

    def wait_for(self, seconds: float) -> bool:
        """Wait some seconds, or until the last answer came, and return whether more will come."""
        until = time.perf_counter() + seconds
        for thread in self._threads:
            thread.join(max(0.0, until - time.perf_counter()))
        return self.is_running

    def stop(self) -> list[Answer]:
        """Send no more, and return the answers so far."""
        self._stopped.set()
        return self.wait()

    def _work(self) -> None:
        # trust_env: a proxy that is set up for the world has nothing to do with this machine.
        import httpx  # where a load is only told in words, nothing is sent

        with httpx.Client(timeout=PATIENCE, trust_env=False) as client:
            for number in self._numbers:
                late = time.perf_counter() - self._began > MOST_SECONDS
                if number > self._requests or late or self._stopped.is_set():
                    return
                spoilt = self._every and number % self._every == 0
                began = time.perf_counter()
                try:
                    body = self._spoilt if spoilt else self._good
                    status = client.post(f"{self._address}/forecast", json=body).status_code
                except httpx.HTTPError:
                    status = 0
                now = time.perf_counter()
                answer = Answer(now - self._began, 1000 * (now - began), status)
                self._answers.append(answer)
