"""From answers to a result, and why it is there: notebooks 02 and 03."""

from rolekit.base.face import subject

__getattr__, __dir__, __all__ = subject(__name__, __path__)
