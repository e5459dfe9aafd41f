"""The pictures of notebooks 04 and 05, which need what `rolekit.weather` needs."""

from rolekit.weather.figures.calibration import calibration
from rolekit.weather.figures.drift import drift
from rolekit.weather.figures.dry_months import dry_months
from rolekit.weather.figures.enjoyed import enjoyed
from rolekit.weather.figures.four_teams import four_teams
from rolekit.weather.figures.latency import latency
from rolekit.weather.figures.rules import rules
from rolekit.weather.figures.shuffles import shuffles
from rolekit.weather.figures.spell_lengths import spell_lengths

__all__ = [
    "calibration",
    "drift",
    "dry_months",
    "enjoyed",
    "four_teams",
    "latency",
    "rules",
    "shuffles",
    "spell_lengths",
]
