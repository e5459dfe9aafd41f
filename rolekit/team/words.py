"""A team in words."""

from collections.abc import Collection, Sequence

from rolekit.base.sentences import listed
from rolekit.record.instrument import facet_name, load_instrument
from rolekit.team.hires import Hire, Shortfall
from rolekit.team.team import GIVES, Team


def describe_team(team: Team) -> str:
    """Return in words what a team gives, what hangs on one person, and how alike people are.

    >>> from rolekit.team import compose
    >>> describe_team(compose({"Ada": {"statistics": 80}})).split(". ")[0]
    '1 person, of whom 0 lean to analytics, 0 to engineering and 0 to neither clearly'
    """
    balance, count = team.balance, len(team.people)
    sentences = [
        f"{count} {'person' if count == 1 else 'people'}, of whom {balance.analytics} lean to "
        f"analytics, {balance.engineering} to engineering and {balance.between} to neither clearly."
    ]
    if balance.unplaced:
        sentences.append(f"{balance.unplaced} answered too little for a place.")
    if hanging := _hanging(team, [facet.id for facet in load_instrument().facets]):
        sentences.append(hanging)
    if team.overlap is not None:
        sentences.append(
            f"Of what two people would give, they share {100 * team.overlap:.0f} % on average."
        )
    return " ".join(sentences)


def describe_hanging(team: Team, wanted: Collection[str]) -> str:
    """Return in words how many people want each kind of work of a target, by facet ids.

    A gap is closed on paper by one high wish: this says where it hangs on that one.

    >>> from rolekit.team import compose
    >>> team = compose({"Ada": {"statistics": 80, "pipelines": 60}, "Ben": {"statistics": 60}})
    >>> describe_hanging(team, ["statistics", "pipelines"])
    'One person alone would give 60 or more to pipelines.'
    """
    enough = f"Two or more people would give {GIVES} or more to each kind of work that is wanted."
    return _hanging(team, wanted) or enough


def _hanging(team: Team, wanted: Collection[str]) -> str:
    sentences = []
    for facets, said in (
        (team.uncovered, f"Nobody would give {GIVES} or more to"),
        (team.single_points, f"One person alone would give {GIVES} or more to"),
    ):
        if names := [facet_name(facet) for facet in facets if facet in wanted]:
            sentences.append(f"{said} {listed(names)}.")
    return " ".join(sentences)


def describe_closing(before: Shortfall, steps: Sequence[Hire]) -> str:
    """Return in words how far a team falls short, and what each further hire would close.

    >>> from rolekit.team import Shortfall
    >>> describe_closing(Shortfall({"statistics": 20, "pipelines": 0}), ())
    'The team falls short by 20 points, most in statistics. No vacancy would close any of it.'
    """
    if not round(before.total):
        return "The team falls short of the target nowhere."
    most = max(before.short, key=lambda facet: before.short[facet])
    sentences = [f"The team falls short by {before.total:.0f} points, most in {facet_name(most)}."]
    for step in steps:
        sentences.append(
            f"{step.vacancy} would close {step.gain:.0f} of them and leave {step.gap.total:.0f}."
        )
    if not steps:
        sentences.append("No vacancy would close any of it.")
    return " ".join(sentences)
