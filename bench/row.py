"""A row of the table: two sides measured in turn, and what is asked of one beside the other."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Run = Callable[[], object]


@dataclass(frozen=True)
class Row:
    """What was measured, in turn: `ours` and `other` hold a number for each round.

    `counts` says what is asked of the two: "times" (ours by theirs), or "more" (ours less theirs,
    in the row's unit). `required` and `hoped` are the most that it may be.
    """

    what: str
    beside: str
    ours: Sequence[float]
    other: Sequence[float]
    unit: str = "ms"
    counts: str = "times"
    required: float | None = None
    hoped: float | None = None

    @property
    def found(self) -> float:
        """What the medians of the two sides come to; of differences, the median one."""
        if self.counts == "more":
            return statistics.median(self._rounds)
        return self._set(statistics.median(self.ours), statistics.median(self.other))

    @property
    def spread(self) -> tuple[float, float]:
        """The least and the most that a round came to."""
        return min(self._rounds), max(self._rounds)

    @property
    def verdict(self) -> str:
        """Whether what was asked is met."""
        if self.required is None:
            return ""
        if self.hoped is not None and self.found <= self.hoped:
            return "better than hoped"
        return "met" if self.found <= self.required else "missed"

    @property
    def _rounds(self) -> list[float]:
        return [self._set(*pair) for pair in zip(self.ours, self.other, strict=True)]

    def _set(self, mine: float, theirs: float) -> float:
        if self.counts == "more":
            return mine - theirs
        return mine / theirs if theirs else float("inf")

    def as_dict(self) -> dict[str, object]:
        """Return the row for results.json."""
        low, high = self.spread
        return {
            "what": self.what,
            "beside": self.beside,
            "unit": self.unit,
            "ours": round(statistics.median(self.ours), 1),
            "other": round(statistics.median(self.other), 1),
            "counts": self.counts,
            "found": round(self.found, 3),
            "from": round(low, 3),
            "to": round(high, 3),
            "required": self.required,
            "hoped": self.hoped,
            "verdict": self.verdict,
        }

    def as_line(self) -> str:
        """Return the row for results.md."""
        values = self.as_dict()
        low, high = map(self._said, self.spread)
        asked = (
            "" if asked is None else self._said(asked) for asked in (self.required, self.hoped)
        )
        measured = (f"{values[side]:,} {self.unit}" for side in ("ours", "other"))
        found = f"**{self._said(self.found)}** ({low} to {high})"
        return f"| {' | '.join([self.what, self.beside, *measured, found, *asked, self.verdict])} |"

    def _said(self, value: float) -> str:
        return f"{value:+.1f} {self.unit}" if self.counts == "more" else f"{value:.2f}"


HEAD = (
    "| what | beside | ours | theirs | ours by theirs (rounds) | required | hoped for | |\n"
    "|---|---|---|---|---|---|---|---|"
)


def in_turn(rounds: int, *sides: Callable[[], float]) -> list[tuple[float, ...]]:
    """Measure all sides once a round; return what each came to, a tuple a side."""
    measured = [tuple(side() for side in sides) for _ in range(rounds)]
    return list(zip(*measured, strict=True))


def milliseconds(run: Run) -> Callable[[], float]:
    """Return what times a run, which is run once before to get warm."""
    run()

    def timed() -> float:
        start = time.perf_counter()
        run()
        return 1000 * (time.perf_counter() - start)

    return timed
