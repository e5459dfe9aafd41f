"""The pictures of notebook 06 in words: gaps, moves from one job to another, and a plan."""

from collections.abc import Sequence

from rolekit.base.sentences import counted
from rolekit.base.tables import load_table
from rolekit.path.framework import Target, load_levels, load_targets
from rolekit.path.gaps import GROUPS, Gap
from rolekit.path.plan import Plan
from rolekit.path.plan_page import day
from rolekit.path.transition import KINDS, Transition, describe_counts, neighbours

COUNTRIES = {"US": "the United States"}
_ENTRY = 2  # a mean level: at or below it a grade can be called an entry


def describe_gaps(gaps: Sequence[Gap]) -> str:
    """Return the groups with their skills in a sentence each, and what to think of them.

    >>> describe_gaps([Gap("Testing", needed=3, today=1, want=70, average=50)])
    'Do first: Testing.'
    """
    sentences = []
    for group, name in GROUPS.items():
        skills = [gap.skill for gap in gaps if gap.group == group]
        if skills and group == "unrated":
            sentences.append(f"{name}: {counted(len(skills), 'skill')}.")
        elif skills:
            sentences.append(f"{name}: {'; '.join(skills)}.")
    return " ".join([*sentences, *_thoughts(gaps)])


def _thoughts(gaps: Sequence[Gap]) -> list[str]:
    missing = [gap for gap in gaps if gap.size]
    unwanted = [gap for gap in missing if gap.group == "not you"]
    if any(gap.group == "unrated" for gap in gaps):
        return []
    if not missing:
        return ["Nothing is missing: by your own rating, you can do this today."]
    if len(unwanted) >= 2 and 2 * len(unwanted) >= len(missing):
        return [
            f"Of {len(missing)} gaps, {len(unwanted)} are in work that you want clearly less than "
            "other work. That's nobody's fault, and it's good to know early. Perhaps another "
            "target suits you better, or another team with the same title."
        ]
    return []


def describe_move(way: Transition) -> str:
    """Return a move from one job to another in words, kind by kind.

    >>> from rolekit.path.framework import target
    >>> from rolekit.path.transition import transition
    >>> analyst = target("data_analyst", "Data analyst")
    >>> describe_move(transition(analyst, analyst))
    'From Data analyst to Data analyst: the same skills at the same levels.'
    """
    names = [level.name for level in load_levels()]
    parts = []
    for kind, name in KINDS.items():
        told = []
        for change in way.of(kind):
            words = change.skill
            if change.before is not None and kind == "rises":
                words += f" (from {names[change.before]} to {names[change.after or 0]})"
            if change.akin:
                words += f" (similar to {' and '.join(change.akin)})"
            told.append(words)
        if told:
            parts.append(f"{name} ({len(told)}): {'; '.join(told)}.")
    start = f"From {way.start.grade} to {way.end.grade}"
    if all(change.before == change.after for change in way.changes):
        return f"{start}: the same skills at the same levels."
    return f"{start}: {describe_counts(way)}. {' '.join(parts)}"


def describe_nearby(start: Target) -> str:
    """Return in words how many skills each other role shares with a job."""
    told = [f"{way.end.grade}: {describe_counts(way)}" for way in neighbours(start)]
    return (
        f"From {start.grade} to every other role, at the grade that asks for about as much. "
        f"{'; '.join(told)}."
    )


def describe_plan(plan: Plan) -> str:
    """Return a plan in a few sentences.

    >>> from rolekit.path.example import EXAMPLE_PLAN
    >>> describe_plan(EXAMPLE_PLAN)
    '2 weeks, 6 hours in total. User focus from 4 January 2027 to 17 January 2027.'
    """
    told = [f"{one.step.skill} from {day(one.first)} to {day(one.last)}." for one in plan.schedule]
    return " ".join(
        [f"{counted(plan.weeks, 'week')}, {counted(plan.hours, 'hour')} in total.", *told]
    )


def describe_pay(role: str) -> str:
    """Return what an index of pay says of a title, by the id of a role of the framework.

    >>> describe_pay("devops_engineer")
    "There's no pay figure for this title here."
    >>> describe_pay("ml_engineer").split(" dollars")[0]
    'Pay in the United States, 2024: half of the entries are between 147,300 and 250,000'
    """
    row = next((one for one in load_table("pay") if one["role"] == role), None)
    if row is None:
        return "There's no pay figure for this title here."
    return (
        f"Pay in {COUNTRIES[row['country']]}, {row['year']}: half of the entries are between "
        f"{row['p25_usd']:,} and {row['p75_usd']:,} dollars a year, the middle one "
        f"{row['median_usd']:,}. That's {row['n']:,} entries from a public index, mostly from "
        "adverts and at all levels of experience, so it isn't what any one grade pays, or another "
        "country."
    )


def describe_role(role: str) -> str:
    """Return what the framework leaves out for a role, or nothing.

    >>> describe_role("data_scientist")
    ''
    """
    grades = [one for one in load_targets() if one.role == role]
    if grades[0].mean_need <= _ENTRY:
        return ""
    return (
        f"The framework's table starts this role at {grades[0].grade}: it has no entry grade. That "
        "shows how the role is filled there, not that nobody can start in it."
    )
