"""The input schema: what the service takes, and what it answers.

A model answers anything: asked about a day of 400 degrees it multiplies and returns a chance of
rain. So what may be asked is said once, here, and checked before the model sees it: every field is
required, none may be added, numbers are numbers (not texts that look like one) within what the
Earth's weather allows, and the seven days follow each other.
"""

from datetime import date, timedelta
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from rolekit.weather.days import Days, from_rows
from rolekit.weather.model import HISTORY


def _iso(value: object) -> object:
    """Refuse what Python would read as a date though nobody meant one, such as a number."""
    if not isinstance(value, str) or len(value) != len("2015-12-31"):
        raise ValueError("must be a date like 2015-12-31")
    return value


def _number(least: float, most: float) -> Any:
    return Field(strict=True, ge=least, le=most, allow_inf_nan=False)


class Day(BaseModel):
    """One day as it was measured: mm, degrees Celsius (twice) and m/s."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    date: Annotated[date, BeforeValidator(_iso)]
    precipitation: Annotated[float, _number(0, 500)]
    temp_max: Annotated[float, _number(-60, 60)]
    temp_min: Annotated[float, _number(-60, 60)]
    wind: Annotated[float, _number(0, 60)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.temp_min > self.temp_max:
            raise ValueError("temp_min must not be above temp_max")
        return self


class Evening(BaseModel):
    """The seven days that end this evening, in order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    days: Annotated[list[Day], Field(min_length=HISTORY, max_length=HISTORY)]

    @model_validator(mode="after")
    def _consecutive(self) -> Self:
        for one, next_one in zip(self.days, self.days[1:], strict=False):
            if next_one.date != one.date + timedelta(days=1):
                raise ValueError("the days must follow each other without a gap")
        return self

    def as_days(self) -> Days:
        """Return the days as the model takes them."""
        return from_rows([day.model_dump() for day in self.days])


class Forecast(BaseModel):
    """The answer: for which day, the chance of rain (0-1), and which artefact said so."""

    day: date
    chance: float
    artefact: str


def as_request(days: Days) -> dict[str, Any]:
    """Return the last seven of some days as the body of a request.

    >>> from rolekit.weather.days import load_days
    >>> Evening(**as_request(load_days())).days[-1].temp_max
    5.6
    """
    names = [name for name in Day.model_fields if name != "date"]
    last = days[-HISTORY:]
    return {
        "days": [
            {"date": str(last.date[i]), **{name: float(getattr(last, name)[i]) for name in names}}
            for i in range(HISTORY)
        ]
    }
