"""Where the numbers come from, and how far to trust them: notebook 09."""

from rolekit.base.face import subject

__getattr__, __dir__, __all__ = subject(__name__, __path__)
