"""A camera reads from the picture what the person would have copied."""

import re
import xml.etree.ElementTree

import numpy
import people
import pytest
import segno
import zxingcpp
from hypothesis import given
from strategies import examples, responses

from rolekit import Answers, Response
from rolekit.cohort import read_codes
from rolekit.record.qr import ALT, qr_svg

GOLDEN = [Response.from_code(each["code"]) for each in people.GOLDEN["codes"]]
LONGEST = max(GOLDEN, key=lambda response: len(response.to_code()))
SVG = "{http://www.w3.org/2000/svg}"


def pixels(response):
    """The picture as a table of 0 (dark) and 255 (light).

    Its dark part is drawn as strokes, one unit high, from left to right.
    """
    root = xml.etree.ElementTree.fromstring(qr_svg(response))
    light, dark = root.findall(f".//{SVG}path")
    assert (light.get("fill"), dark.get("stroke")) == ("#fff", "#000")
    side = int(root.get("width")) // 8
    table, x, y = numpy.full((side, side), 255, numpy.uint8), 0.0, 0.0
    for kind, numbers in re.findall("([Mmh])([^Mmh]*)", dark.get("d")):
        dx, dy = [*map(float, re.findall(r"-?[\d.]+", numbers)), 0][:2]
        if kind == "h":
            table[int(y), int(x) : int(x + dx)] = 0
        x, y = (dx, dy) if kind == "M" else (x + dx, y + dy)
    return table.repeat(8, 0).repeat(8, 1)


def seen(table):
    """What a camera reads."""
    [found] = zxingcpp.read_barcodes(numpy.ascontiguousarray(table))
    assert found.format == zxingcpp.BarcodeFormat.QRCode
    return found.text


@pytest.mark.parametrize("response", GOLDEN, ids=Response.to_code)
def test_a_camera_reads_the_code(response):
    assert seen(pixels(response)) == response.to_code()


@examples(30)
@given(responses)
def test_a_camera_reads_every_code(response):
    assert read_codes(seen(pixels(response))).responses == (response,)


def test_a_camera_reads_it_small_large_turned_and_scratched():
    table = pixels(LONGEST)
    table = table[: len(table) // 2 * 2, : len(table) // 2 * 2]
    large = table.repeat(3, 0).repeat(3, 1)
    scratched = table.copy()
    scratched[150:158, 60:220] = 255
    assert (scratched != table).any()
    on_a_dark_page = numpy.pad(table, 100, constant_values=0)
    turned = (table.T[::-1], table[::-1, ::-1])
    for view in (table[::2, ::2], large, *turned, scratched, on_a_dark_page):
        assert seen(view) == LONGEST.to_code()


def test_the_longest_code_fits_into_29_squares_a_side():
    qr = segno.make_qr(LONGEST.to_code(), error="m", boost_error=False)
    assert (qr.version, qr.mode, qr.error) == (3, "alphanumeric", "M")
    assert pixels(LONGEST).shape == (8 * (29 + 2 * 4), 8 * (29 + 2 * 4))


def test_the_picture_is_told_in_words():
    root = xml.etree.ElementTree.fromstring(qr_svg(Response(Answers(), id=7)))
    assert root.get("role") == "img"
    assert root.get("aria-label") == ALT
    assert len(ALT) > 30


def test_the_svg_runs_nothing_and_asks_for_nothing():
    svg = qr_svg(LONGEST)
    assert "<script" not in svg
    assert svg.count("http") == 1  # the name of the language
