"""How far long work has come, for the person who waits for it.

A bar appears after a second and goes when the work is done: as text in a console, as a widget in a
notebook. Work that a thread does in the background shows none, because nobody waits for it. Without
the package tqdm, there is no bar.
"""

import threading
from collections.abc import Iterable
from typing import TypeVar

DELAY = 1.0  # seconds, after which a person begins to wonder

T = TypeVar("T")


def progress(steps: Iterable[T], what: str, unit: str) -> Iterable[T]:
    """Return the steps, of which a bar shows how many are done.

    `what` is done, in so many `unit`s.

    >>> list(progress(range(3), "Counting", "number"))
    [0, 1, 2]
    """
    if threading.current_thread() is not threading.main_thread():
        return steps
    try:
        from tqdm.auto import tqdm
    except ModuleNotFoundError:
        return steps
    bar: Iterable[T] = tqdm(steps, desc=what, unit=f" {unit}", delay=DELAY, leave=False)
    return bar
