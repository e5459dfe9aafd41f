"""The sides are apart for people who see fewer colours; nothing moves where none is wanted."""

import re
from itertools import combinations
from pathlib import Path

import numpy
import pytest

import rolekit
from rolekit.base.plot.palette import POLE_COLOURS, POLE_SYMBOLS

# Linear red, green and blue as they are seen (Machado, Oliveira and Fernandes 2009, severity 1).
SEEN = {
    "as most people do": numpy.eye(3),
    "without red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "without green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "without blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# From linear sRGB to XYZ (IEC 61966-2-1); white is where all three are 1.
XYZ = numpy.array([(0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)])
# In CIELAB a difference of 2.3 is just noticed (Mahy and others 1994); for marks this is far more.
APART = 15


def lab(colour, seen):
    """A colour, #rrggbb, in CIELAB as somebody sees it."""
    share = numpy.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = numpy.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    xyz = XYZ @ numpy.clip(seen @ linear, 0, 1) / XYZ.sum(axis=1)
    f = numpy.where(xyz > 216 / 24389, numpy.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return numpy.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("seen", SEEN.values(), ids=SEEN)
def test_the_kinds_of_work_are_apart_in_colour(seen):
    for one, other in combinations(POLE_COLOURS.values(), 2):
        apart = numpy.linalg.norm(lab(one, numpy.array(seen)) - lab(other, numpy.array(seen)))
        assert apart > APART, f"{one} and {other}"


def test_the_kinds_of_work_are_apart_in_shape_where_there_is_no_colour():
    assert len(set(POLE_SYMBOLS.values())) == len(POLE_COLOURS) == 3


MOTION = re.compile(r"\b(transition|animation|scroll-behavior)\s*:|\banimate\(|[\"']smooth[\"']")
WANTED = re.compile(r"@media \(prefers-reduced-motion: no-preference\) \{.*?\n\}", re.S)


def test_nothing_moves_by_itself_but_where_no_less_motion_is_wanted():
    sources = [p for end in ("js", "css") for p in Path(rolekit.__file__).parent.rglob(f"*.{end}")]
    texts = {path: path.read_text(encoding="utf-8") for path in sources}
    assert any(WANTED.search(text) for text in texts.values())
    assert [p for p, text in texts.items() if MOTION.search(WANTED.sub("", text))] == []
    assert MOTION.search(".a { transition: all 1s }")
