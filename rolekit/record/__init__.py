"""What we keep of a person: the answers to the instrument, as a code, in a store."""

from rolekit.base.face import subject

__getattr__, __dir__, __all__ = subject(__name__, __path__)
