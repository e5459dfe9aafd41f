"""A face: a module that hands on names of others, each loaded when it is first asked for."""

import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

Face = tuple[Callable[[str], Any], Callable[[], list[str]], list[str]]


def face(module: str, homes: Mapping[str, str], modules: Mapping[str, str] | None = None) -> Face:
    """Return the `__getattr__`, `__dir__` and `__all__` of a module that hands names on.

    `homes` maps a module below rolekit to the names that it has, with spaces between; `modules`
    maps a name to the module below rolekit that it stands for.

    >>> get, _, every = face("rolekit.figures", {"measure.figures.pulls": "pulls"})
    >>> get("pulls").__module__, every
    ('rolekit.measure.figures.pulls', ['pulls'])
    """
    home = {name: place for place, names in homes.items() for name in names.split()}
    whole = modules or {}
    every = sorted({*home, *whole})

    def get(name: str) -> Any:
        if name in whole:
            return import_module(f"rolekit.{whole[name]}")
        if name not in home:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        value = getattr(import_module(f"rolekit.{home[name]}"), name)
        setattr(sys.modules[module], name, value)  # the next time it is simply there
        return value

    return get, lambda: sorted({*vars(sys.modules[module]), *every}), every


def subject(package: str, path: Iterable[str]) -> Face:
    """Return the face of a package that hands on its own modules, given by its `__path__`."""
    below = package.removeprefix("rolekit.")
    return face(package, {}, {one.name: f"{below}.{one.name}" for one in iter_modules(path)})
