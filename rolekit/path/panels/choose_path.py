"""From wishes and today's skills to a target, its gaps and a plan: the parts of notebook 06."""

from rolekit.measure.panels.person import Person
from rolekit.path.panels.gap_view import GapView
from rolekit.path.panels.move_view import MoveView
from rolekit.path.panels.path_state import PathState
from rolekit.path.panels.planner import Planner
from rolekit.path.panels.self_rating import SelfRating
from rolekit.path.panels.target_choice import Aim


class ChoosePath:
    """Five panels over one state, each for a cell of its own.

    aim, rating, gaps, moves, plan
        The panels, in the order in which they are used.
    state
        What the person has said so far.
    """

    def __init__(self, person: Person) -> None:
        self.state = PathState(person)
        self.aim = Aim(self.state)
        self.rating = SelfRating(self.state)
        self.gaps = GapView(self.state)
        self.moves = MoveView(self.state)
        self.plan = Planner(self.state)
