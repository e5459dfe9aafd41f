"""What a role asks for, what someone is missing, and a plan: notebook 06."""

from rolekit.base.face import subject

__getattr__, __dir__, __all__ = subject(__name__, __path__)
