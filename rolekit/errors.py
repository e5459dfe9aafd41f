"""What can go wrong, and what to do about it.

Every error of rolekit is a `RolekitError`, and every `RolekitError` is a `ValueError`. Each message
names what was wrong, what was expected and what to do.
"""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches

HAND_OVER = "Not handed in: {}. Copy this code to your facilitator instead."


class RolekitError(ValueError):
    """Anything that rolekit refuses."""


class DataError(RolekitError):
    """A table in data/ breaks a rule of its schema."""


class AnswerError(RolekitError):
    """An answer has an unknown name or a value that cannot be one."""


class CodeError(RolekitError):
    """A text is not a response code, or the code is damaged."""


class PlanError(RolekitError):
    """A target, a rating or a plan is impossible, or a text holds no plan."""


class AdvertError(RolekitError):
    """A text cannot be placed as an advert: too short, about something else, not English."""


class NotEnoughAnswers(RolekitError):
    """Too few facets are answered for a result.

    `missing` says, for each pole that falls short, how many facets are answered and how many are
    needed.

    >>> str(NotEnoughAnswers({"engineering": (3, 4)}))
    '3 of 4 needed on the engineering side'
    """

    def __init__(self, missing: Mapping[str, tuple[int, int]]) -> None:
        self.missing = dict(missing)
        super().__init__(
            ", ".join(
                f"{answered} of {needed} needed on the {pole} side"
                for pole, (answered, needed) in self.missing.items()
            )
        )


class StoreError(RolekitError):
    """The store of a cohort cannot be reached, read or written.

    If a response could not be handed in, `code` is its code, and the message ends with it: give it
    to the facilitator in another way. Otherwise `code` is "".

    >>> print(StoreError(HAND_OVER.format("its disk is full"), "ROLE1-40000-0007N"))
    Not handed in: its disk is full. Copy this code to your facilitator instead.
    ROLE1-40000-0007N
    """

    def __init__(self, message: str, code: str = "") -> None:
        self.code = code
        super().__init__(f"{message}\n{code}" if code else message)


class ServerError(RolekitError):
    """A server on this machine does not start, or has no port to listen on."""


class TeamError(RolekitError):
    """A team, or its target, cannot be composed like this."""


def did_you_mean(name: object, known: Iterable[str]) -> str:
    """Return a sentence that offers the closest known name, or lists every one.

    >>> did_you_mean("pipeline-1", ["pipelines-1", "statistics-1"])
    "Did you mean 'pipelines-1'?"
    """
    names = list(known)
    close = get_close_matches(str(name), names, n=1)
    return f"Did you mean {close[0]!r}?" if close else f"Choose from: {', '.join(names)}."


def check_known(
    kind: str, name: str, known: Collection[str], error: type[RolekitError] = RolekitError
) -> None:
    """Raise an error unless a name is one of those that are known; `kind` says what it names.

    >>> check_known("facet", "pipelines", ["pipelines", "statistics"])
    """
    if name not in known:
        raise error(f"There is no {kind} {name!r}. {did_you_mean(name, known)}")
