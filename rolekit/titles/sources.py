"""What the titles hide: how sources of record treat the two roles.

A title is a word on a contract. Here is what else can be looked up about the two: under which
occupations a public classification files them, and which interests go with those; which skills a
public framework of skills asks of both; how far the words in adverts tell them apart; and what is
projected for the years to come, with the gaps in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean
from types import MappingProxyType

from rolekit.base.tables import load_table
from rolekit.errors import RolekitError, did_you_mean
from rolekit.titles.shares import Difference, Share, differences, signs

# Holland's six interests (1997), in his order, in the words of this workbook.
INTERESTS: Mapping[str, str] = MappingProxyType(
    {
        "realistic": "handling tools and machines",
        "investigative": "finding out, thinking through",
        "artistic": "making something new",
        "social": "helping, teaching",
        "enterprising": "persuading, leading",
        "conventional": "order, rules, records",
    }
)


@dataclass(frozen=True)
class Occupation:
    """An occupation of O*NET: its code, its name, and a score (1-7) for each of six interests."""

    code: str
    name: str
    interests: Mapping[str, float]


@dataclass(frozen=True)
class Skills:
    """The skills that a framework asks of both roles, of the one only, and of the other only."""

    shared: tuple[str, ...]
    only_one: tuple[str, ...]
    only_other: tuple[str, ...]


@dataclass(frozen=True)
class Overlap:
    """How much the adverts for two titles have in common, word by word.

    words, mean
        How many words were looked for, and the mean over them of their overlap (0-1): of the part
        of two shares that both have in common, which is 1 less the gap between them. It is the
        overlapping coefficient (Weitzman 1970) of a word that is there or not.
    best, sorted
        The word with the widest gap, and the share (0-1) of adverts that it alone would sort
        rightly, were there as many of either title. A coin sorts half of them rightly.
    """

    words: int
    mean: float
    best: Difference
    sorted: float


@dataclass(frozen=True)
class Projection:
    """What is projected for one occupation: growth (%) between two years, a wage, or both.

    `second_hand` says that the wage was not read at its source.
    """

    occupation: str
    growth: float | None
    years: tuple[int, int] | None
    wage: float | None
    wage_date: str | None
    second_hand: bool
    source: str


def occupations(role: str) -> tuple[Occupation, ...]:
    """Return the occupations under which O*NET lists the title of a role, or none.

    >>> [found.code for found in occupations("ml_engineer")]
    ['15-1221.00', '15-1299.08', '15-2051.00']
    """
    listed = {row["onet_soc_code"] for row in load_table("onet_titles") if row["role"] == role}
    return tuple(
        Occupation(
            row["onet_soc_code"],
            row["occupation"],
            MappingProxyType({interest: row[interest] for interest in INTERESTS}),
        )
        for row in load_table("onet_interests")
        if row["onet_soc_code"] in listed
    )


def skills(one: str, other: str) -> Skills:
    """Return which skills the UK framework asks of two roles, at any grade.

    Raises `RolekitError` for a role that the framework does not have.

    >>> len(skills("data_scientist", "ml_engineer").shared)
    3
    """
    asked: dict[str, set[str]] = {}
    for row in load_table("uk_framework_levels"):
        asked.setdefault(row["role"], set()).add(row["skill"])
    for role in (one, other):
        if role not in asked:
            raise RolekitError(
                f"The framework has no role {role!r}. {did_you_mean(role, sorted(asked))}"
            )
    first, second = asked[one], asked[other]
    return Skills(
        *(tuple(sorted(some)) for some in (first & second, first - second, second - first))
    )


def advert_overlap(one: str, other: str) -> Overlap:
    """Return how much the adverts for two titles have in common.

    Raises `RolekitError` where no adverts were counted for one of them.

    >>> 0.7 < advert_overlap("data_scientist", "ml_engineer").mean < 0.9
    True
    """
    found = differences(one, other, "advert")
    if not found:
        counted = next(sign.shares for sign in signs() if sign.category == "advert")
        raise RolekitError(
            f"Adverts were not counted for both of {one!r} and {other!r}. They were for "
            f"{', '.join(counted)}."
        )
    best = max(found, key=lambda difference: abs(difference.gap))
    return Overlap(
        words=len(found),
        mean=fmean(1 - abs(difference.gap) for difference in found),
        best=best,
        sorted=(1 + abs(best.gap)) / 2,
    )


def language_models() -> dict[str, dict[int, Share]]:
    """Return role id -> year -> how many adverts mention language models.

    >>> language_models()["ai_engineer"][2026].of_100
    81
    """
    found: dict[str, dict[int, Share]] = {}
    for row in load_table("llm_adverts"):
        found.setdefault(row["role"], {})[row["year"]] = Share(row["count"], row["n"])
    return found


def projections() -> tuple[Projection, ...]:
    """Return what is officially projected; there is nothing for ML engineers.

    >>> [found.years for found in projections() if found.occupation == "Data Scientists"]
    [(2024, 2034)]
    """
    return tuple(
        Projection(
            occupation=row["occupation"],
            growth=row["growth_percent"],
            years=None if row["base_year"] is None else (row["base_year"], row["target_year"]),
            wage=row["median_annual_wage_usd"],
            wage_date=row["wage_date"],
            second_hand=bool(row["wage_second_hand"]),
            source=row["source"],
        )
        for row in load_table("demand")
    )
