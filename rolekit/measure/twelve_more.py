"""What twelve more answers would do to a person's band.

The second statement on each kind of work has not been answered yet, so nobody knows. But the first
answer says something about the second. So the second answers are drawn many times, each somewhere
between the first and the person's other answers on that side, and scattered as those are; and every
time the place is worked out anew. What varies little over the draws can be foreseen; what varies a
lot cannot.
"""

import math
import random
from dataclasses import dataclass
from statistics import fmean, quantiles, stdev

from rolekit.measure.people import Population
from rolekit.measure.placement import LEAST_SPREAD, place
from rolekit.record.answers import Answers
from rolekit.record.codes import STEP
from rolekit.record.instrument import SIDES, load_instrument

DRAWS = 400
SEED = 12


@dataclass(frozen=True)
class TwelveMore:
    """Bands before and after the second statements, in points of lean.

    now
        The width of the band with the first statements alone.
    lower, median, upper
        The width of the band with the second statements too: half of the draws are between lower
        and upper.
    leans
        Lean in each draw.
    """

    now: float
    lower: float
    median: float
    upper: float
    leans: tuple[float, ...]


def twelve_more(answers: Answers) -> TwelveMore:
    """Foresee what the second statements would do, from the answers to the first ones.

    Two things are assumed: that the person's second answers scatter as much as the first, which is
    what the band assumes too, and that two answers on one kind of work correlate as they do in
    `simulation.Population`, by which the measurement card is made. Only a facet whose first
    statement is answered gets a second answer. Raises `NotEnoughAnswers` where there is no result.

    >>> from rolekit.measure.example import EXAMPLE
    >>> found = twelve_more(EXAMPLE.answers)
    >>> found.lower < found.median < found.now
    True
    """
    short, chance = answers.short, random.Random(SEED)
    now = place(short).width
    drawn = [place(_answered(short, chance)) for _ in range(DRAWS)]
    lower, median, upper = quantiles([one.width for one in drawn], n=4)
    return TwelveMore(now, lower, median, upper, tuple(one.lean for one in drawn))


def _answered(short: Answers, chance: random.Random) -> Answers:
    """Return the answers with a second one drawn for every answered facet of the two sides.

    Given the first of two normal values with the same mean and SD, the second is normal as well:
    it lies r of the way from the mean to the first, with SD times sqrt(1 - r^2).
    """
    instrument, people = load_instrument(), Population()
    given, drawn = short.by_item, dict(short.by_item)
    for pole in SIDES:
        own = [item for item in instrument.short_items if item.pole == pole and item.id in given]
        values = [given[item.id] for item in own]
        middle, spread = fmean(values), max(stdev(values), LEAST_SPREAD)
        r = people.facets[pole] ** 2 / (people.facets[pole] ** 2 + people.items**2)
        for item in own:
            [further] = [i.id for i in instrument.further_items if i.facet == item.facet]
            liking = middle + r * (given[item.id] - middle)
            value = STEP * round(chance.gauss(liking, spread * math.sqrt(1 - r * r)) / STEP)
            drawn[further] = max(0, min(100, value))
    return Answers.from_items(drawn)
