"""The pictures of notebooks 04 and 05, which need what `rolekit.weather` needs."""

from rolekit.weather.figures.calibration import calibration as calibration
from rolekit.weather.figures.drift import drift as drift
from rolekit.weather.figures.dry_months import dry_months as dry_months
from rolekit.weather.figures.enjoyed import enjoyed as enjoyed
from rolekit.weather.figures.four_teams import four_teams as four_teams
from rolekit.weather.figures.latency import latency as latency
from rolekit.weather.figures.rules import rules as rules
from rolekit.weather.figures.shuffles import shuffles as shuffles
from rolekit.weather.figures.spell_lengths import spell_lengths as spell_lengths
