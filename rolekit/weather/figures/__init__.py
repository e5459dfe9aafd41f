"""The pictures of notebooks 04 and 05, which need what `rolekit.weather` needs."""

from rolekit.weather.figures.enjoyed import enjoyed as enjoyed
from rolekit.weather.figures.experiment import calibration as calibration
from rolekit.weather.figures.experiment import rules as rules
from rolekit.weather.figures.four_teams import budget as budget
from rolekit.weather.figures.four_teams import by_costs as by_costs
from rolekit.weather.figures.four_teams import four_teams as four_teams
from rolekit.weather.figures.patterns import dry_months as dry_months
from rolekit.weather.figures.patterns import shuffles as shuffles
from rolekit.weather.figures.patterns import spell_lengths as spell_lengths
from rolekit.weather.figures.service import drift as drift
from rolekit.weather.figures.service import latency as latency
