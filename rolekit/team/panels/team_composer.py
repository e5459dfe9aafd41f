"""From people and a target to what is missing and who would close it: the parts of a team."""

from rolekit.team.panels.team_closing import TeamClosing
from rolekit.team.panels.team_entry import TeamEntry
from rolekit.team.panels.team_state import TeamState
from rolekit.team.panels.team_target import TeamTarget
from rolekit.team.panels.team_view import TeamView


class TeamComposer:
    """Four panels over one state, each for a cell of its own.

    people, coverage, target, closing
        The panels, in the order in which they are used.
    state
        What is known so far, in this kernel's memory alone.

    >>> TeamComposer().closing
    TeamClosing()
    """

    def __init__(self) -> None:
        """Begin with an invented team."""
        self.state = TeamState()
        self.people = TeamEntry(self.state)
        self.coverage = TeamView(self.state)
        self.target = TeamTarget(self.state)
        self.closing = TeamClosing(self.state)
