"""Where the numbers come from, and how far they carry: notebook 09."""

from rolekit.base.face import subject

__getattr__, __dir__, __all__ = subject(__name__, __path__)
