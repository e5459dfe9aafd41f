"""Invented teams: three that show what a team can lack, and one to try the page with.

Nobody gave these answers, and wherever a team is shown, it says so. A *story* is a team with the
target that it has, the hires that it thinks of, and the one that it has in mind; it is told in
`data/stories.csv`. What each hire would close is not written down: it follows from the answers in
`data/invented_teams.csv` and from what the roles' evidence says.
"""

from dataclasses import dataclass
from functools import cache

from rolekit.base.tables import load_table
from rolekit.measure.roles import roles
from rolekit.record.instrument import load_instrument
from rolekit.team.hires import Hire, Shortfall, alone, gap, mix
from rolekit.team.team import Profile, Team, compose

EXAMPLE_TEAM = "example"


@dataclass(frozen=True)
class Story:
    """An invented team before a hire.

    title, told
        What it is about, in a few words and in a few sentences.
    target
        Role id -> share: the mix of roles that the team needs.
    hires
        The roles that it thinks of: role ids, or the name of one in the team to have once more.
    wish
        The one of them that it has in mind.
    moral
        What there is to think about, once the answer is known.
    """

    id: str
    title: str
    told: str
    target: dict[str, int]
    hires: tuple[str, ...]
    wish: str
    moral: str

    @property
    def team(self) -> Team:
        """The team."""
        return invented_team(self.id)

    @property
    def vacancies(self) -> dict[str, Profile]:
        """Name of each hire -> its profile."""
        people = {one.name: one.answers.by_facet for one in self.team.people}
        described: dict[str, Profile] = {one.id: one.profile for one in roles()}
        return {self.called(hire): {**people, **described}[hire] for hire in self.hires}

    def called(self, hire: str) -> str:
        """Return the name of a hire.

        >>> load_stories()[2].called("Noor")
        'Another Noor'
        """
        names = {one.id: one.name for one in roles()}
        return names.get(hire, f"Another {hire}")

    @property
    def gap(self) -> Shortfall:
        """What the team lacks."""
        return gap(self.team, mix(self.target))

    @property
    def closes(self) -> dict[str, Hire]:
        """Name of each hire -> what it alone would close, the one that closes most first."""
        each = alone(self.team, mix(self.target), self.vacancies)
        return {hire.vacancy: hire for hire in each}

    @property
    def best(self) -> Hire:
        """The hire that would close most."""
        return next(iter(self.closes.values()))


@cache
def invented_team(id: str) -> Team:
    """Return an invented team; nobody in it can mind that single values are shown.

    >>> [person.name for person in invented_team("start_up").people]
    ['Ana', 'Bo', 'Chi', 'Dee', 'Eli']
    """
    facets = [facet.id for facet in load_instrument().facets]
    rows = [row for row in load_table("invented_teams") if row["team"] == id]
    return compose({row["name"]: {f: row[f] for f in facets} for row in rows}, agreed=True)


@cache
def load_stories() -> tuple[Story, ...]:
    """Return the three stories.

    >>> [story.title for story in load_stories()]
    ['Five analysts and no service', 'A platform without a question', 'One more of the same']
    """
    stories = []
    for row in load_table("stories"):
        target, hires = dict.fromkeys(row["target"].split(), 1), tuple(row["hires"].split())
        stories.append(Story(**{**row, "target": target, "hires": hires}))
    return tuple(stories)
