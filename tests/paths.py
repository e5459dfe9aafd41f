"""What the tests of notebook 06 share: targets, ratings and plans, drawn and fixed."""

from datetime import date

from hypothesis import strategies as st

from rolekit.path.framework import load_skills, load_targets, target
from rolekit.path.gaps import gaps
from rolekit.path.plan import FIRST_DAY, LAST_DAY, MOST_STEPS, Plan, Step

SCIENTIST = target("data_scientist", "Data scientist")
ENGINEER = target("ml_engineer", "Senior machine learning engineer")
MATHS = "Applied maths, statistics and scientific practices"
TELLING = "Communicating between the technical and non-technical"
ETHICS = "Data ethics and privacy"
INNOVATION = "Data science innovation"
BUILDING = "Programming and build (software engineering)"
INTEGRATION = "Systems integration"

RATINGS = {MATHS: 2, TELLING: 2, ETHICS: 1, INNOVATION: 3, BUILDING: 1, INTEGRATION: 0}
STEPS = (Step(INTEGRATION, 4, 5), Step(BUILDING, 3, 2))
PLAN = Plan(ENGINEER, RATINGS, date(2027, 1, 4), STEPS, id=7)

targets = st.sampled_from(load_targets())
any_ratings = st.dictionaries(st.sampled_from(sorted(load_skills())), st.integers(0, 4))


@st.composite
def plans(draw):
    """Any plan that can be made."""
    aim = draw(targets)
    ratings = {skill: draw(st.integers(0, 4)) for skill in aim.needs}
    open_to = [skill for skill, needed in aim.needs.items() if ratings[skill] < needed]
    if not open_to:
        open_to = [next(iter(aim.needs))]
        ratings[open_to[0]] = 0
    skills = draw(st.lists(st.sampled_from(open_to), unique=True, min_size=1, max_size=MOST_STEPS))
    steps = [Step(s, draw(st.integers(1, 26)), draw(st.integers(1, 20))) for s in skills]
    start = draw(st.dates(FIRST_DAY, LAST_DAY))
    return Plan(aim, ratings, start, tuple(steps), draw(st.integers(0, 2**40 - 1)))


def group_of(answers, skill, ratings, aim=ENGINEER):
    """The group in which a skill falls."""
    return next(gap.group for gap in gaps(aim, ratings, answers) if gap.skill == skill)
