"""A plan as a text that can be kept and pasted back.

The text is `PLAN1-`, the plan in letters and digits, and `-END`. What is in it is JSON, compressed
with zlib, whose checksum shows a changed character, and written in base 32. Spaces, line breaks and
case do not matter, and it is found within a longer text, such as the whole Markdown page of a plan.
It is written in short form, not locked: it holds target, ratings and steps, no name, no answers.

What is pasted may be anything. It is bounded in length before and after unpacking, and becomes a
plan only if a plan can be made of it.
"""

import base64
import binascii
import json
import re
import zlib
from datetime import date

from rolekit.errors import PlanError
from rolekit.path.framework import target
from rolekit.path.plan import Plan, Step

LONGEST_TEXT = 200_000  # characters that are searched; a page has about 10,000
LONGEST_PLAN = 20_000  # bytes of JSON; a plan has about 1,000
LINE = 64  # characters a line

# A line may break anywhere, within the end too.
_PLAN = re.compile(r"PLAN1-([A-Z2-7\s]*)(-\s*E\s*N\s*D)?", re.IGNORECASE)
_DAMAGED = (
    "This plan is damaged: a part is missing, or a character was changed. Copy it again, from "
    "PLAN1- to -END."
)


def to_text(plan: Plan) -> str:
    """Write a plan as a text of a few lines.

    >>> from rolekit.path.example import EXAMPLE_PLAN
    >>> from_text(to_text(EXAMPLE_PLAN)) == EXAMPLE_PLAN
    True
    """
    content = {
        "role": plan.target.role,
        "grade": plan.target.grade,
        "start": plan.start.isoformat(),
        "ratings": dict(plan.ratings),
        "steps": [[step.skill, step.weeks, step.hours] for step in plan.steps],
        "id": plan.id,
    }
    packed = zlib.compress(json.dumps(content, separators=(",", ":")).encode(), 9)
    text = f"PLAN1-{base64.b32encode(packed).decode().rstrip('=')}-END"
    return "\n".join(text[i : i + LINE] for i in range(0, len(text), LINE))


def from_text(text: str) -> Plan:
    """Read the one plan that is in a text. Raises `PlanError`, which says what is wrong."""
    if not isinstance(text, str):
        raise PlanError(f"A plan must be a text (got a {type(text).__name__}).")
    if len(text) > LONGEST_TEXT:
        raise PlanError(
            f"This text has {len(text):,} characters, far more than a plan. Paste the plan only."
        )
    found = {"".join(body.split()).upper(): end for body, end in _PLAN.findall(text)}
    if not found:
        raise PlanError(
            "There is no plan in this text. A plan starts with PLAN1-; it is at the end of the "
            "page that you kept."
        )
    if len(found) > 1:
        raise PlanError(f"There are {len(found)} different plans in this text. Paste one of them.")
    [(body, end)] = found.items()
    if not end:
        raise PlanError(_DAMAGED)
    return _plan(_unpacked(body))


def _unpacked(body: str) -> object:
    """Return what the JSON of a plan says."""
    unpacking = zlib.decompressobj()
    try:
        packed = base64.b32decode(body + "=" * (-len(body) % 8))
        content = unpacking.decompress(packed, LONGEST_PLAN)
        if not unpacking.eof or unpacking.unused_data:
            raise PlanError(_DAMAGED)
        return json.loads(content)
    # RecursionError: JSON nested more deeply than Python goes.
    except (binascii.Error, zlib.error, UnicodeDecodeError, ValueError, RecursionError):
        raise PlanError(_DAMAGED) from None


def _plan(content: object) -> Plan:
    """Make the plan, or say in what it is none."""
    match content:
        case {
            "role": str(role),
            "grade": str(grade),
            "start": str(start),
            "ratings": dict(ratings),
            "steps": list(steps),
            "id": id,
        }:
            try:
                return Plan(
                    target(role, grade),
                    ratings,
                    date.fromisoformat(start),
                    tuple(Step(*step) for step in steps),
                    id,
                )
            except PlanError:
                raise
            except (TypeError, ValueError):
                raise PlanError(_DAMAGED) from None
    raise PlanError(_DAMAGED)
