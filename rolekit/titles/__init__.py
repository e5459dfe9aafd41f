"""What the titles say and hide: notebook 01."""

from rolekit.base.face import subject

__getattr__, __dir__, __all__ = subject(__name__, __path__)
