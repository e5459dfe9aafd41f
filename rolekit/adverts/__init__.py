"""A job advert on the map: one half of notebook 07."""

from rolekit.base.face import subject

__getattr__, __dir__, __all__ = subject(__name__, __path__)
