"""Shares by role: of 100 people, or adverts, with one title, how many show one sign.

A *sign* is anything that was counted for several roles: an activity at work, a tool, a word in an
advert, an answer about one's background. Each share is a count out of n and has its 95% interval,
and so has the difference between two roles.

Differences come in an honest order. Few adverts were counted and thousands of people were asked,
so a wide gap between adverts may be chance while a narrower one between people is not. First
comes the difference that is largest at the least: the one whose interval stays furthest away from
0.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rolekit.base.intervals import newcombe, wilson
from rolekit.base.sentences import ASKED_FOR
from rolekit.base.tables import Row, load_table
from rolekit.errors import check_known

INTERVAL = 0.95
SURVEY_OF_TOOLS = "2021"  # the edition that tools and backgrounds were counted in

# What the labels of all activities end with; their category says it once.
_IMPORTANT = ", as an important part of the role"
_LANGUAGE_MODELS = "Advert mentions language models: LLM, generative AI, RAG, LangChain, prompts"

CATEGORIES: Mapping[str, str] = MappingProxyType(
    {
        "activity": "Activities that are an important part of the role",
        "habit": "Kinds of tools, two surveys together",
        "advert": "Words in adverts",
        "language_models": "Language models in adverts",
        "language": "Languages",
        "editor": "Editors and notebooks",
        "visualisation": "Libraries for plots",
        "ml_framework": "Libraries for machine learning",
        "ml_algorithm": "Methods of machine learning",
        "cloud": "Cloud platforms",
        "database": "Databases",
        "bi_tool": "Tools for dashboards",
        "experiment_tracking": "Records of model runs",
        "education": "Background: education",
        "years_programming": "Background: years of programming",
        "years_machine_learning": "Background: years of machine learning",
        "industry": "Background: industry",
        "employer_size": "Background: size of the employer",
    }
)


@dataclass(frozen=True)
class Share:
    """How many of one role: `count` of `n`."""

    count: int
    n: int

    @property
    def share(self) -> float:
        """The share, 0-1."""
        return self.count / self.n

    @property
    def interval(self) -> tuple[float, float]:
        """Its 95% interval (Wilson 1927)."""
        return wilson(self.count, self.n, INTERVAL)

    @property
    def percent(self) -> tuple[float, float, float]:
        """The percentage, and the two ends of its interval."""
        low, high = self.interval
        return 100 * self.share, 100 * low, 100 * high

    @property
    def of_100(self) -> int:
        """The percentage, as a whole number."""
        return round(100 * self.share)


@dataclass(frozen=True)
class Sign:
    """What was counted.

    id, label
        Its name in code, and on the page.
    category
        A key of `CATEGORIES`.
    unit
        What was counted: "people" or "adverts".
    years
        When, such as "2021", or the first and the last year, such as "2022-2026".
    shares
        Role id -> `Share`, for the roles for which it was counted.
    """

    id: str
    label: str
    category: str
    unit: str
    years: str
    shares: Mapping[str, Share]


@dataclass(frozen=True)
class Difference:
    """How one role differs from another in one sign.

    `gap` is the share of `one` less that of `other` (-1..1); `low` and `high` are the ends of its
    95% interval (Newcombe 1998).
    """

    sign: Sign
    one: Share
    other: Share
    gap: float
    low: float
    high: float

    @property
    def at_least(self) -> float:
        """How far the interval stays away from 0; 0 where it takes 0 in."""
        return max(0.0, self.low, -self.high)


@cache
def signs() -> tuple[Sign, ...]:
    """Return everything that was counted, category by category.

    >>> found = {sign.id: sign for sign in signs()}
    >>> found["language: Python"].shares["ml_engineer"].of_100
    93
    """
    About = tuple[str, str, str, str]  # label, category, unit, years
    gathered: dict[str, tuple[About, dict[str, Share]]] = {}

    def add(id: str, about: About, row: Row) -> None:
        shares = gathered.setdefault(id, (about, {}))[1]
        shares[row["role"]] = Share(row["count"], row["n"])

    # What counts one tool alone is left to the table of tools, so that no tool is shown twice.
    labels = {row["id"]: row["label"] for row in load_table("indicators") if not row["tool"]}
    kinds = {
        "act": ("activity", "people"),
        "uses": ("habit", "people"),
        "ad": ("advert", "adverts"),
    }
    for row in load_table("role_evidence"):
        if row["indicator"] not in labels:
            continue
        category, unit = kinds[row["indicator"].partition("_")[0]]
        label = labels[row["indicator"]].removesuffix(_IMPORTANT)
        add(row["indicator"], (label, category, unit, row["year"]), row)
    mentions = load_table("llm_adverts")
    latest = max(row["year"] for row in mentions)
    for row in mentions:
        if row["year"] == latest:
            add("ad_llm", (_LANGUAGE_MODELS, "language_models", "adverts", str(latest)), row)
    for row in load_table("tool_shares"):
        about = (row["tool"], row["category"], "people", SURVEY_OF_TOOLS)
        add(f"{row['category']}: {row['tool']}", about, row)
    for row in load_table("background_shares"):
        about = (row["answer"], row["question"], "people", SURVEY_OF_TOOLS)
        add(f"{row['question']}: {row['answer']}", about, row)
    every = (Sign(id, *about, MappingProxyType(shares)) for id, (about, shares) in gathered.items())
    order = list(CATEGORIES)
    return tuple(sorted(every, key=lambda sign: order.index(sign.category)))


def years(sign: Sign) -> str:
    """Return when a sign was counted, in words.

    >>> years(signs()[0])
    '2020 and 2021'
    """
    first, _, last = sign.years.partition("-")
    if not last:
        return first
    return f"{first} {'and' if int(last) - int(first) == 1 else 'to'} {last}"


@cache
def adverts_only(role: str) -> bool:
    """Return whether nobody with this title was asked, by the id of the role.

    >>> adverts_only("ai_engineer"), adverts_only("ml_engineer")
    (True, False)
    """
    return all(sign.unit == "adverts" for sign in signs() if role in sign.shares)


def said(role: str) -> str:
    """Return the name of a role as sentences have it, which say so where only adverts tell of it.

    >>> said("ai_engineer")
    'AI engineer (what employers ask for)'
    """
    name = next(str(row["name"]) for row in load_table("roles") if row["id"] == role)
    return f"{name} ({ASKED_FOR})" if adverts_only(role) else name


def difference(sign: Sign, one: str, other: str) -> Difference:
    """Return how the role `one` differs from the role `other` in a sign.

    >>> found = difference(signs()[0], "ml_engineer", "data_scientist")
    >>> found.sign.id, found.one.of_100, found.other.of_100
    ('act_analyse', 49, 76)
    """
    first, second = sign.shares[one], sign.shares[other]
    gap, low, high = newcombe((first.count, first.n), (second.count, second.n), INTERVAL)
    return Difference(sign, first, second, gap, low, high)


def differences(
    one: str, other: str, category: str = "", search: str = ""
) -> tuple[Difference, ...]:
    """Return where two roles differ, the difference that is largest at the least first.

    `one` and `other` are ids of roles; `category` is a key of `CATEGORIES`, or "" for all; `search`
    keeps the signs whose label, or whose category's name, holds each of its words. What was not
    counted for both roles is left out. Among differences whose interval takes in 0, the larger come
    first.

    Raises `RolekitError` for a role or a category that there is not.

    >>> [found.sign.label for found in differences("data_scientist", "ml_engineer", "language")][:2]
    ['SQL', 'R']
    """
    known = [row["id"] for row in load_table("roles")]
    for role in (one, other):
        check_known("role", role, known)
    if category:
        check_known("category", category, CATEGORIES)
    words = search.casefold().split()
    found = [
        difference(sign, one, other)
        for sign in signs()
        if category in ("", sign.category)
        and {one, other} <= sign.shares.keys()
        and all(word in f"{sign.label} {CATEGORIES[sign.category]}".casefold() for word in words)
    ]
    return tuple(sorted(found, key=lambda d: (-d.at_least, -abs(d.gap), d.sign.id)))
