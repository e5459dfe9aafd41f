"""What is known of a team so far; the parts of the team composer share one.

Names and answers are in this object, that is in the kernel's memory, and nowhere else.
"""

import traitlets

from rolekit.adverts.reading import AdvertReading
from rolekit.measure.roles import roles
from rolekit.team.hires import Hire, Shortfall, alone, closing, gap, mix
from rolekit.team.invented import EXAMPLE_TEAM, invented_team
from rolekit.team.team import Member, Team
from rolekit.titles.sides import pair


class TeamState(traitlets.HasTraits):
    """People, target and vacancies.

    own
        The team that was composed, or None: then an invented one is shown.
    target, wanted
        What is wanted, facet id -> 0-100, and in words.
    advert
        The advert that is the target, if it is one.
    vacancies
        Name -> role or advert, of those that may close the gap.
    """

    own = traitlets.Instance(Team, allow_none=True)
    target = traitlets.Dict()
    wanted = traitlets.Unicode()
    advert = traitlets.Instance(AdvertReading, allow_none=True)
    vacancies = traitlets.Dict()

    def __init__(self) -> None:
        """Begin with nobody, and with a target that needs both sides."""
        names = {role.id: role.name for role in roles()}
        super().__init__(
            target=mix(dict.fromkeys(pair(), 1)),
            wanted=", ".join(f"{names[id]} 50%" for id in pair()),
            vacancies={role.name: role for role in roles() if role.core},
        )

    @property
    def is_invented(self) -> bool:
        """Whether nobody has been entered yet."""
        return self.own is None

    @property
    def team(self) -> Team:
        """The team, or the invented one."""
        return self.own or invented_team(EXAMPLE_TEAM)

    @property
    def gap(self) -> Shortfall:
        """What the team lacks."""
        return gap(self.team, self.target)

    @property
    def steps(self) -> tuple[Hire, ...]:
        """Which vacancies close most of it, step by step."""
        steps = closing(self.team, self.target, self.vacancies)
        return tuple(step for step in steps if round(step.gain))

    @property
    def each(self) -> tuple[Hire, ...]:
        """What each vacancy would close by itself, most first."""
        return alone(self.team, self.target, self.vacancies)

    def join(self, people: tuple[Member, ...], agreed: bool) -> None:
        """Take people into the team."""
        team = Team(self.own.people if self.own else (), agreed)
        for one in people:
            team = team.joined_by(one)
        self.own = team if team.people else None

    def aim(
        self, target: dict[str, float], wanted: str, advert: AdvertReading | None = None
    ) -> None:
        """Take a target."""
        with self.hold_trait_notifications():
            self.target, self.wanted, self.advert = target, wanted, advert
