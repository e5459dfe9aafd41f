"""The pictures of notebooks 04 and 05, which need what `rolekit.weather` needs."""

from rolekit.figures.weather.calibration import calibration
from rolekit.figures.weather.drift import drift
from rolekit.figures.weather.dry_months import dry_months
from rolekit.figures.weather.enjoyed import enjoyed
from rolekit.figures.weather.four_teams import four_teams
from rolekit.figures.weather.latency import latency
from rolekit.figures.weather.rules import rules
from rolekit.figures.weather.shuffles import shuffles
from rolekit.figures.weather.spell_lengths import spell_lengths

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
