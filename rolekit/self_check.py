"""A check that everything the notebooks need is there, in words for somebody who wants to start."""

import platform
import re
from importlib.metadata import PackageNotFoundError, requires, version


def self_check() -> None:
    """Print the versions in use and "Ready.", or what is missing and how to mend it.

    >>> self_check()  # doctest: +ELLIPSIS
    Python ...
    Ready.
    """
    # It is there at once, and what it looks at is loaded only when it looks.
    from rolekit.measure.roles import roles
    from rolekit.record.instrument import load_instrument

    print(f"Python {platform.python_version()}, rolekit {version('rolekit')}")
    lacking = []
    for requirement in requires("rolekit") or ():
        name, _, least = re.split("(>=)", requirement.partition(";")[0].strip())
        if "extra" in requirement:
            continue
        try:
            found = version(name)
        except PackageNotFoundError:
            found = "missing"
        print(f"{name} {found}")
        if found == "missing" or _numbers(found) < _numbers(least):
            lacking.append(f'"{name}>={least}"')
    print(f"{len(load_instrument().items)} statements, {len(roles())} roles")
    if lacking:
        print(f"Not ready. In a new cell, run: %pip install {' '.join(lacking)}")
        print("Then choose Kernel, Restart Kernel and Run All Cells.")
    else:
        print("Ready.")


def _numbers(text: str) -> tuple[int, ...]:
    """Return the leading numbers of a version, to compare it by.

    >>> _numbers("7.10.1rc1") > _numbers("7.9")
    True
    """
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3])
