"""Enjoyment: what you said you like, beside what you liked doing.

Six moments of the two half-days are rated from 0 to 100. Each is an example of one facet, three of
analytics and three of engineering; choosing a model is left out, for that is ground both sides
share. An hour is a small sample of a job, and a notebook makes the dull parts short. So ratings are
shown beside the answers to the statements, and never enter a score.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from rolekit.base.tables import load_table
from rolekit.errors import check_known
from rolekit.record.answers import Answers
from rolekit.weather import WeatherError


@dataclass(frozen=True)
class Moment:
    """Something that was done. `part` is "morning" or "afternoon", `facet` a facet's id."""

    id: str
    part: str
    facet: str
    question: str


MOMENTS = tuple(Moment(**row) for row in load_table("moments"))


@dataclass(frozen=True)
class Liking:
    """One moment with its facet's answer and its rating, each 0-100 or None."""

    moment: Moment
    said: float | None
    liked: int | None


def compare(ratings: Mapping[str, int | None], answers: Answers | None = None) -> list[Liking]:
    """Return what was said of each moment's facet beside what was liked.

    `ratings` maps moments' ids to whole numbers 0-100, or None where a moment is not rated. Raises
    `WeatherError` for another name or value.

    >>> compare({"look": 80})[0].liked
    80
    """
    known = sorted(moment.id for moment in MOMENTS)
    for name, value in ratings.items():
        check_known("moment", name, known, WeatherError)
        whole = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100
        if not (value is None or whole):
            raise WeatherError(
                f"Rating {name!r} must be a whole number from 0 to 100 or None (got {value!r})."
            )
    said = {} if answers is None else answers.by_facet
    return [Liking(one, said.get(one.facet), ratings.get(one.id)) for one in MOMENTS]


def means(likings: list[Liking]) -> dict[str, float | None]:
    """Return the mean rating of the morning and of the afternoon, or None where nothing is rated.

    >>> means(compare({"look": 80, "ask": 60}))
    {'morning': 70.0, 'afternoon': None}
    """
    found: dict[str, float | None] = {}
    for part in ("morning", "afternoon"):
        rated = [o.liked for o in likings if o.moment.part == part and o.liked is not None]
        found[part] = fmean(rated) if rated else None
    return found
