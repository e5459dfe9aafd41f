"""Labels that keep out of each other's way.

Ten roles have ten names to show, and some of them are nearly on top of each other. Their positions
follow from the evidence and may change with it, so no name's position is fixed by hand.
"""

import math
from collections.abc import Callable, Sequence
from functools import cache

SIZE = 12.0  # of letters
CHARACTER = 6.7  # pixels: the mean width of a character at that size
APART = 4.0  # pixels that stay free between two names of a row
LINE = 15.0  # pixels: the height of a line at that size
MARK = 9.0  # pixels: the size of a mark

Box = tuple[float, float, float, float]  # left, bottom, right, top, in pixels

# Where a name may stand around its mark, the best place first.
ANCHORS = {
    "middle right": (0.0, 0.5),
    "middle left": (1.0, 0.5),
    "top center": (0.5, 0.0),
    "bottom center": (0.5, 1.0),
    "top right": (0.0, 0.0),
    "bottom right": (0.0, 1.0),
    "top left": (1.0, 0.0),
    "bottom left": (1.0, 1.0),
}


def rows(places: Sequence[float], names: Sequence[str]) -> list[int]:
    """Return for each name the row, 0 and up, in which it meets no earlier one.

    `places` are the middles of the names, in pixels.

    >>> rows([0, 10, 300], ["Data analyst", "Statistician", "ML engineer"])
    [0, 1, 0]
    """
    taken: list[list[tuple[float, float]]] = []
    chosen = []
    for place, name in zip(places, names, strict=True):
        half, row = (CHARACTER * len(name) + APART) / 2, 0
        left, right = place - half, place + half
        while row < len(taken) and any(left < b and a < right for a, b in taken[row]):
            row += 1
        if row == len(taken):
            taken.append([])
        taken[row].append((left, right))
        chosen.append(row)
    return chosen


def positions(
    layouts: Sequence[Sequence[tuple[float, float]]],
    names: Sequence[str],
    marks: Sequence[float] = (),
    reach: Sequence[float] = (),
    sizes: Sequence[float] = (),
) -> list[str]:
    """Return for each name a `textposition`: together they hide as little as they can.

    Each layout holds the marks in pixels, upwards, for one size of the picture: a name has the same
    position at all sizes. What counts is the area of the names that is on a mark, on another name
    or outside of the picture, over all layouts. `marks` are the sizes of the marks, 9 unless
    given; `reach` says for each layout how far to either side of 0 the picture goes, if that is
    known; `sizes` are those of the names' letters, 12 unless given. A name may have lines, with
    <br> between them; a mark without a name is only kept clear.

    >>> positions([[(0, 0), (0, 100)]], ["Data analyst", "ML engineer"])
    ['middle right', 'middle right']
    """
    sides = reach or [math.inf] * len(layouts)
    marks = marks or [MARK] * len(names)
    sizes = sizes or [SIZE] * len(names)

    @cache
    def boxes(i: int, anchor: str) -> list[Box]:
        return [box_of(*points[i], names[i], anchor, marks[i], sizes[i]) for points in layouts]

    def alone(i: int, anchor: str) -> float:
        return sum(
            sum(overlap(box, square_at(*p, mark)) for p, mark in zip(points, marks, strict=True))
            + LINE * max(0.0, -side - box[0], box[2] - side)
            for box, points, side in zip(boxes(i, anchor), layouts, sides, strict=True)
        )

    @cache
    def together(i: int, anchor: str, j: int, other: str) -> float:
        return sum(map(overlap, boxes(i, anchor), boxes(j, other)))

    named = [i for i, name in enumerate(names) if name]
    costs = [{anchor: alone(i, anchor) for anchor in ANCHORS} for i in named]
    chosen = _cheapest(costs, together, named)
    return [chosen.get(i, "middle center") for i in range(len(names))]


def _cheapest(
    costs: list[dict[str, float]],
    together: Callable[[int, str, int, str], float],
    named: Sequence[int],
) -> dict[int, str]:
    """Return for each name the position of the cheapest choice for all of them.

    `costs` are those of each name alone, `together` those that two add to each other.
    """
    least, best = math.inf, dict.fromkeys(named, "")

    def search(chosen: dict[int, str], lost: float, costs: list[dict[str, float]]) -> None:
        """Choose for one more name; `costs` are those of the rest, beside what is chosen."""
        nonlocal least, best
        # What is found early rules out most of the rest: no name hides less than it must.
        if lost + sum(min(cost.values()) for cost in costs) >= least:
            return
        if not costs:
            least, best = lost, chosen
            return
        i, *rest = named[len(chosen) :]
        for anchor in sorted(costs[0], key=costs[0].__getitem__):
            search(
                {**chosen, i: anchor},
                lost + costs[0][anchor],
                [
                    {other: cost + together(i, anchor, j, other) for other, cost in of.items()}
                    for j, of in zip(rest, costs[1:], strict=True)
                ],
            )

    search({}, 0.0, costs)
    return best


def square_at(x: float, y: float, size: float) -> Box:
    """Return the room that a mark of this size takes at a point, in pixels."""
    return (x - size / 2, y - size / 2, x + size / 2, y + size / 2)


def box_of(x: float, y: float, name: str, anchor: str, mark: float, size: float = SIZE) -> Box:
    """Return the room that a name takes beside a mark of this size at a point, in pixels."""
    along, up = ANCHORS[anchor]
    away = mark / 1.6 + 1 if mark else 0.0  # as plotly has it
    lines = name.split("<br>")
    width = CHARACTER * max(map(len, lines)) * size / SIZE
    height = LINE * len(lines) * size / SIZE
    left = x - along * width + (0 if along == 0.5 else (0.5 - along) * 2 * away)
    bottom = y - up * height + (0 if up == 0.5 else (0.5 - up) * 2 * away)
    return (left, bottom, left + width, bottom + height)


def overlap(a: Box, b: Box) -> float:
    """Return the area that two boxes have in common, in square pixels."""
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    return max(0.0, width) * max(0.0, height)
