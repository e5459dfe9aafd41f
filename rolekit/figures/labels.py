"""Labels that keep out of each other's way.

Seven roles have seven names to show, and some of them stand nearly on top of each other. Where they
stand follows from the evidence and may change with it, so no place for a name is fixed by hand:
each takes the first free one, in order.
"""

from __future__ import annotations

from collections.abc import Sequence

CHARACTER = 6.7  # pixels: the mean width of a character at a font size of 12
LINE = 15.0  # pixels: the height of a line at that size

Box = tuple[float, float, float, float]  # left, bottom, right, top, in pixels

# Where a name may stand around its mark, the best place first.
_ANCHORS = {
    "middle right": (0.0, 0.5),
    "middle left": (1.0, 0.5),
    "top center": (0.5, 0.0),
    "bottom center": (0.5, 1.0),
    "top right": (0.0, 0.0),
    "bottom right": (0.0, 1.0),
    "top left": (1.0, 0.0),
    "bottom left": (1.0, 1.0),
}


def rows(places: Sequence[float], names: Sequence[str], gap: float = 4) -> list[int]:
    """Return for each name the row, 0 and up, in which it meets no earlier one.

    `places` are the marks under which the names stand, in pixels; `gap` is kept free between two
    names.

    >>> rows([0, 10, 300], ["Data analyst", "Statistician", "ML engineer"])
    [0, 1, 0]
    """
    taken: list[list[tuple[float, float]]] = []
    chosen = []
    for place, name in zip(places, names, strict=True):
        half = CHARACTER * len(name) / 2
        left, right = place - half, place + half
        row = 0
        while row < len(taken) and any(left < b + gap and a < right + gap for a, b in taken[row]):
            row += 1
        if row == len(taken):
            taken.append([])
        taken[row].append((left, right))
        chosen.append(row)
    return chosen


def positions(
    layouts: Sequence[Sequence[tuple[float, float]]], names: Sequence[str], mark: float = 9
) -> list[str]:
    """Return for each name a `textposition` at which it hides no mark and no earlier name.

    Each layout holds the marks in pixels, upwards, for one size of the picture: a name has the same
    position at all sizes, the one that hides least over all of them. `mark` is a mark's size.

    >>> positions([[(0, 0), (0, 100)]], ["Data analyst", "ML engineer"])
    ['middle right', 'middle right']
    """
    taken: list[list[Box]] = [[_square(x, y, mark) for x, y in points] for points in layouts]
    chosen = []
    for i, name in enumerate(names):
        hidden = {
            anchor: sum(
                _overlap(_box(*points[i], name, anchor, mark), other)
                for points, boxes in zip(layouts, taken, strict=True)
                for other in boxes
            )
            for anchor in _ANCHORS
        }
        best = min(hidden, key=hidden.__getitem__)
        for points, boxes in zip(layouts, taken, strict=True):
            boxes.append(_box(*points[i], name, best, mark))
        chosen.append(best)
    return chosen


def _square(x: float, y: float, size: float) -> Box:
    return (x - size / 2, y - size / 2, x + size / 2, y + size / 2)


def _box(x: float, y: float, name: str, anchor: str, mark: float) -> Box:
    along, up = _ANCHORS[anchor]
    width = CHARACTER * len(name)
    left = x - along * width + (0 if along == 0.5 else (0.5 - along) * 2 * mark)
    bottom = y - up * LINE + (0 if up == 0.5 else (0.5 - up) * 2 * mark)
    return (left, bottom, left + width, bottom + LINE)


def _overlap(a: Box, b: Box) -> float:
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    return max(0.0, width) * max(0.0, height)
