"""An invented plan, with which examples show what is made of one."""

from datetime import date

from rolekit.path.framework import target
from rolekit.path.plan import Plan, suggest

EXAMPLE_PLAN = Plan(
    target("software_engineer", "Developer"),
    {"User focus": 0},
    date(2027, 1, 4),
    (suggest("User focus", today=0, needed=2),),
    id=7,
)
