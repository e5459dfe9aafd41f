"""A team in words."""

from collections.abc import Collection, Sequence

from rolekit.base.sentences import listed
from rolekit.record.instrument import facet_name, load_instrument
from rolekit.team.hires import Hire, Shortfall
from rolekit.team.team import GIVES, Team


def describe_team(team: Team) -> str:
    """Return in words what a team gives, what depends on one person, and how alike people are.

    >>> from rolekit.team import compose
    >>> describe_team(compose({"Ada": {"statistics": 80}})).split(". ")[0]
    '1 person: 0 on the analytics side, 0 on the engineering side and 0 not clearly on either'
    """
    balance, count = team.balance, len(team.people)
    sentences = [
        f"{count} {'person' if count == 1 else 'people'}: {balance.analytics} on the analytics "
        f"side, {balance.engineering} on the engineering side and {balance.between} not clearly on "
        "either."
    ]
    if balance.unplaced:
        sentences.append(f"{balance.unplaced} answered too few statements for a result.")
    if hanging := _hanging(team, [facet.id for facet in load_instrument().facets]):
        sentences.append(hanging)
    if team.overlap is not None:
        sentences.append(
            f"On average, two people share {100 * team.overlap:.0f}% of the work that either would "
            f"give {GIVES} or more to."
        )
    return " ".join(sentences)


def describe_hanging(team: Team, wanted: Collection[str]) -> str:
    """Return in words how many people want each kind of work of a target, by facet ids.

    One high wish closes a gap on paper: this says where it depends on that one.

    >>> from rolekit.team import compose
    >>> team = compose({"Ada": {"statistics": 80, "pipelines": 60}, "Ben": {"statistics": 60}})
    >>> describe_hanging(team, ["statistics", "pipelines"])
    'Only one person would give 60 or more to pipelines.'
    """
    enough = f"Two or more people would give {GIVES} or more to each kind of work that you want."
    return _hanging(team, wanted) or enough


def _hanging(team: Team, wanted: Collection[str]) -> str:
    sentences = []
    for facets, said in (
        (team.uncovered, f"Nobody would give {GIVES} or more to"),
        (team.single_points, f"Only one person would give {GIVES} or more to"),
    ):
        if names := [facet_name(facet) for facet in facets if facet in wanted]:
            sentences.append(f"{said} {listed(names)}.")
    return " ".join(sentences)


def describe_closing(before: Shortfall, steps: Sequence[Hire]) -> str:
    """Return in words how far a team falls short, and what each further hire would close.

    >>> from rolekit.team import Shortfall
    >>> describe_closing(Shortfall({"statistics": 20, "pipelines": 0}), ())
    'The team falls 20 points short, most of all in statistics. No vacancy would close any of it.'
    """
    if not round(before.total):
        return "The team meets the target everywhere."
    most = max(before.short, key=lambda facet: before.short[facet])
    sentences = [
        f"The team falls {before.total:.0f} points short, most of all in {facet_name(most)}."
    ]
    for step in steps:
        sentences.append(
            f"{step.vacancy} would close {step.gain:.0f} of them and leave {step.gap.total:.0f}."
        )
    if not steps:
        sentences.append("No vacancy would close any of it.")
    return " ".join(sentences)
