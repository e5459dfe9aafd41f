"""The data: one row a day in Seattle, 2012 to 2015, and what counts as a wet day.

A day is wet if at least 1 mm of rain fell, the threshold that climatologists use for a wet day
(ETCCDI, the expert team on climate indices). Less than that is a trace which a gauge catches and a
guest hardly notices. The column of words in the table ("fog", "rain") is not used: it calls days
rainy on which no rain was measured.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rolekit.base.tables import load_table
from rolekit.weather import WeatherError

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Dates = NDArray[np.datetime64]

WET = 1.0  # mm a day
INPUTS = ("precipitation", "temp_max", "temp_min", "wind")
INPUT_NAMES = {
    "precipitation": "rain",
    "temp_max": "highest temperature",
    "temp_min": "lowest temperature",
    "wind": "wind",
}


@dataclass(frozen=True, eq=False)
class Days:
    """Consecutive days, as arrays of one length.

    date
        numpy datetime64, to the day.
    precipitation, temp_max, temp_min, wind
        mm, degrees Celsius (twice) and m/s.
    """

    date: Dates
    precipitation: Floats
    temp_max: Floats
    temp_min: Floats
    wind: Floats

    def __post_init__(self) -> None:
        """Refuse days that do not follow each other: what looks back would look back wrongly."""
        if np.any(np.diff(self.date) != np.timedelta64(1, "D")):
            raise WeatherError("Days must follow each other without a gap. Fill or cut the gap.")

    def __len__(self) -> int:
        return len(self.date)

    @property
    def wet(self) -> Bools:
        """Whether each day is wet."""
        return self.precipitation >= WET

    @property
    def month(self) -> NDArray[np.int64]:
        """The month of each day, 1-12."""
        return self.date.astype("datetime64[M]").astype(np.int64) % 12 + 1

    @property
    def year(self) -> NDArray[np.int64]:
        """The year of each day."""
        return self.date.astype("datetime64[Y]").astype(np.int64) + 1970

    def between(self, first: str, last: str) -> "Days":
        """Return the days from `first` to `last`, both included, each like "2013-01-01".

        >>> len(load_days().between("2012-02-01", "2012-02-29"))
        29
        """
        start, stop = np.searchsorted(self.date, [np.datetime64(first), np.datetime64(last) + 1])
        return self[start:stop]

    def __getitem__(self, part: slice) -> "Days":
        return Days(self.date[part], **{name: getattr(self, name)[part] for name in INPUTS})


def from_rows(rows: Any) -> Days:
    """Return days from mappings with a `date` and the four inputs, in order of time."""
    return Days(
        np.array([str(row["date"]) for row in rows], dtype="datetime64[D]"),
        **{name: np.array([float(row[name]) for row in rows]) for name in INPUTS},
    )


@cache
def load_days() -> Days:
    """Return the four years. Raises `DataError` where the table breaks a rule of its own.

    >>> days = load_days()
    >>> len(days), str(days.date[0]), str(days.date[-1])
    (1461, '2012-01-01', '2015-12-31')
    """
    return from_rows(load_table("seattle_weather"))
