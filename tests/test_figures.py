"""The pictures show what the numbers say, in the same traces whatever they show."""

import re
from dataclasses import replace
from functools import partial
from itertools import combinations, pairwise, product

import pytest
from hands import HouseStyle, contrast, drawn_as, plain, traces
from hypothesis import example, given
from hypothesis import strategies as st
from people import INSTRUMENT, answers_of
from strategies import any_answers, examples, placeable, whole

from rolekit import Answers, place, roles
from rolekit.base.plot import labels, palette
from rolekit.base.plot.marks import BIN, DOT
from rolekit.figures import facet_profile, role_map, spectrum, where_you_sit
from rolekit.measure.figures.role_map import HEIGHT
from rolekit.measure.figures.spectrum import BOTTOM, REACH, TOP, WIDTHS

ANSWERS = {
    "narrow": answers_of([50] * 5, [60] * 5, [50, 50]),
    "wide": answers_of([0, 100, 50, 0, 100], [100, 0, 50, 100, 0], [0, 100]),
    "depth unknown": answers_of([20, 30, 40, 50], [80] * 5, [60]),
    "leftmost": answers_of([100] * 5, [0] * 5, [0, 0]),
    "rightmost": answers_of([0] * 5, [100] * 5, [100, 100]),
}
PLACES = {"none": None} | {name: place(answers) for name, answers in ANSWERS.items()}
# The pictures as functions of a place, a guess and a message, so that one law holds for all.
DRAW = {
    "spectrum": spectrum,
    "role_map": lambda placement, guess, message: role_map(placement),
    "where_you_sit": where_you_sit,
}
CORE = [role for role in roles() if role.core]
SYMBOLS = {role.name for role in roles()} | {"analytics", "engineering", "you", "your guess", ""}

every_place = pytest.mark.parametrize("placement", PLACES.values(), ids=PLACES)
real_places = pytest.mark.parametrize("placement", [*PLACES.values()][1:], ids=ANSWERS)
every_figure = pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)
on_strip = pytest.mark.parametrize("draw", [spectrum, where_you_sit])
on_map = pytest.mark.parametrize("draw", [role_map, where_you_sit])

FIGURES = {
    f"{kind}, {name}": partial(draw, placement, 65, "3 of 4 needed")
    for name, placement in PLACES.items()
    for kind, draw in DRAW.items()
} | {
    f"profile, {name}": partial(facet_profile, answers)
    for name, answers in {"none": Answers(), **ANSWERS}.items()
}


def any_place(law):
    """Hold a law to places of all kinds, the extremes among them."""
    for name in ("leftmost", "rightmost", "narrow"):
        law = example(ANSWERS[name])(law)
    return given(placeable(whole))(law)


def strip(figure):
    """The traces of the strip by name: they come first where the map has one of that name too."""
    return {trace.name: trace for trace in reversed(figure.data)}


def pairs(trace):
    return list(zip(trace.x, trace.y, strict=True))


def text_box(x, y, text, position, mark):
    """Where a text stands: left, bottom, right, top in pixels, for a mark of some size at x, y."""
    if position != "middle center":
        return labels.box_of(x, y, re.sub(r"</?b>", "", text), position, mark)
    half = labels.CHARACTER * len(text) / 2
    return (x - half, y - labels.LINE / 2, x + half, y + labels.LINE / 2)


@pytest.fixture(params=FIGURES)
def figure(request):
    return FIGURES[request.param]()


class TestEveryPicture(HouseStyle):
    @every_figure
    @every_place
    def test_has_the_same_traces_and_layout_whatever_it_shows(self, draw, placement):
        """A live figure sends what changed in its traces, and relies on all else to stand still."""
        first = draw(None, None, "")
        for guess in (None, -100, 0, 100):
            figure = draw(placement, guess, "3 of 4 needed")
            for trace, as_before in zip(figure.data, first.data, strict=True):
                before, after = as_before.to_plotly_json(), trace.to_plotly_json()
                for key in ("name", "type", "mode", "yaxis"):
                    assert after.get(key) == before.get(key)
            assert figure.layout == first.layout

    @every_figure
    def test_says_nothing_of_a_person_who_has_no_place_yet(self, draw):
        for trace in draw(None, None, "").data:
            if trace.name in ("band", "guess", "depth unknown"):
                assert not trace.x
            elif trace.name == "you":
                assert not trace.x or set(trace.marker.size) == {0}

    def test_shows_a_person_with_nothing_shining_through(self, figure):
        """Plotly makes marks of several sizes translucent unless it is told not to."""
        for trace in drawn_as(figure, "markers"):
            assert trace.marker.opacity == 1 or not isinstance(trace.marker.size, tuple)

    def test_contains_only_texts_of_ours(self, figure):
        known = SYMBOLS | {facet.name for facet in INSTRUMENT.facets}
        known |= {"not answered", "3 of 4 needed"}
        for trace in drawn_as(figure, "text"):
            assert set(map(plain, trace.text)) <= known

    def test_shows_names_that_plotly_does_not_take_for_markup(self):
        names = [thing.name for thing in (*roles(), *INSTRUMENT.facets)]
        assert not [name for name in names if re.search(r"[<>&%{}$]", name)]

    @every_figure
    @every_place
    def test_cuts_nobody_off_at_an_edge(self, draw, placement):
        """Plotly cuts off what reaches beyond the axes unless it is told not to."""
        people = [trace for trace in draw(placement, None, "").data if trace.name == "you"]
        assert people
        assert all(trace.cliponaxis is False for trace in people)

    @pytest.mark.parametrize("draw", [spectrum, role_map, where_you_sit])
    def test_fills_the_width_of_the_page(self, draw):
        assert draw().layout.autosize


class TestStrip:
    @on_strip
    @real_places
    def test_shows_you_at_your_lean_and_the_band_as_twenty_dots(self, draw, placement):
        you = strip(draw(placement))["you"]
        assert set(you.x) == {placement.lean}
        assert (you.y[0], you.marker.size[0] > 0, you.marker.size[1]) == (0, True, 0)
        assert you.text == ("", "<b>you</b>")
        band = strip(draw(placement))["band"]
        assert len(set(pairs(band))) == 20

    @on_strip
    def test_shows_a_message_in_place_of_a_point_and_none_beside_it(self, draw):
        you = strip(draw(None, message="3 of 4 needed on the engineering side"))["you"]
        assert you.text == ("", "3 of 4 needed on the engineering side")
        assert set(you.marker.size) == {0}
        assert set(you.x) == {0}
        assert BOTTOM < you.y[1] < TOP
        figure = draw(PLACES["wide"], message="3 of 4 needed")
        assert "3 of 4" not in figure.to_json()

    @on_strip
    @every_place
    def test_shows_a_guess_where_it_was_made_and_none_where_none_was(self, draw, placement):
        for guess in (-100, -1, 0, 60, 100):
            shown = strip(draw(placement, guess))["guess"]
            assert (shown.x, shown.text) == ((guess,), ("your guess",))
        shown = strip(draw(placement))["guess"]
        assert (shown.x, shown.y) == ((), ())

    @on_strip
    @every_place
    def test_names_the_core_roles_and_shows_others_smaller_or_hollow(self, draw, placement):
        shown = strip(draw(placement))
        assert shown["role names"].x == tuple(role.lean for role in CORE)
        assert shown["role names"].text == tuple(role.name for role in CORE)
        marks = strip(draw(placement))["roles"]
        assert marks.x == tuple(role.lean for role in roles())
        for role, text, symbol, size in zip(
            roles(), marks.text, marks.marker.symbol, marks.marker.size, strict=True
        ):
            assert text.startswith(role.said)
            assert (symbol == "diamond-open") == role.adverts_only
            assert (size == max(marks.marker.size)) == role.core

    @pytest.mark.parametrize("width", WIDTHS)
    @pytest.mark.parametrize("guess", [None, *range(-100, 101, 20)])
    def test_writes_no_word_over_another_or_past_the_edge(self, width, guess):
        shown = strip(spectrum(None, guess))
        boxes = []
        for name in ("ends", "role names", "guess"):
            trace = shown[name]
            where = trace.textposition or "middle center"
            where = [where] * len(trace.x) if isinstance(where, str) else where
            for (x, y), text, side in zip(pairs(trace), trace.text, where, strict=False):
                mark = 9 if name == "guess" else 0
                boxes.append(text_box(x * width / (2 * REACH), y, text, side, mark))
        for left, bottom, right, _ in boxes:
            assert -width / 2 <= left
            assert right <= width / 2
            assert bottom >= BOTTOM
        assert not [pair for pair in combinations(boxes, 2) if labels.overlap(*pair)]

    @any_place
    def test_stacks_its_dots_where_they_belong_and_none_astride_the_middle(self, answers):
        placement = place(answers)
        shown = strip(spectrum(placement))
        band, stacks = shown["band"], {}
        for x, y in pairs(band):
            stacks.setdefault(x, []).append(y)
        assert sum(map(len, stacks.values())) == 20
        for x, heights in stacks.items():
            assert abs(x) <= 100
            # Each on top of the one before, from just above the line to below the word "you".
            assert all(b - a == DOT for a, b in pairwise(sorted(heights)))
            assert min(heights) - DOT / 2 > 5
            assert max(heights) + DOT / 2 < shown["you"].y[1] < TOP - 2
        # So that the dots of either side can be counted, and each has the colour of its side.
        assert min(map(abs, band.x)) >= BIN / 2
        assert sum(x < 0 for x in band.x) == sum(dot < 0 for dot in placement.dots)
        sides = ["engineering" if x > 0 else "analytics" for x in band.x]
        assert list(band.marker.color) == [palette.POLE_COLOURS[side] for side in sides]
        for x, dot in zip(band.x, placement.dots, strict=True):
            assert abs(x - dot) <= BIN / 2 or (abs(dot) > 90 and abs(x - dot) < 4 * BIN)

    def test_names_both_ends(self):
        ends = strip(spectrum())["ends"]
        assert ends.x == (-100, 100)
        assert ends.text == ("<b>analytics</b>", "<b>engineering</b>")


class TestMap:
    @on_map
    @pytest.mark.parametrize("name", ["narrow", "wide", "leftmost", "rightmost"])
    def test_shows_you_at_your_lean_and_depth(self, draw, name):
        placement = PLACES[name]
        assert pairs(traces(draw(placement))["you"]) == [(placement.lean, placement.depth)]

    @on_map
    @given(answers=placeable(whole))
    @examples(25)
    def test_draws_bars_to_the_very_ends_of_the_bands(self, draw, answers):
        placement = place(answers)
        you = traces(draw(placement))["you"]
        if placement.depth is None:
            return
        for bar, middle, low, high in [
            (you.error_x, placement.lean, placement.low, placement.high),
            (you.error_y, placement.depth, placement.depth_low, placement.depth_high),
        ]:
            assert (bar.type, bar.symmetric) == ("data", False)
            assert middle + bar.array[0] == pytest.approx(high, abs=1e-9)
            assert middle - bar.arrayminus[0] == pytest.approx(low, abs=1e-9)

    @on_map
    def test_shows_a_line_where_depth_is_not_known(self, draw):
        placement = PLACES["depth unknown"]
        shown = traces(draw(placement))
        assert pairs(shown["depth unknown"]) == [(placement.lean, 0), (placement.lean, 100)]
        assert shown["depth unknown"].line.dash == "dash"
        assert not shown["you"].x

    @on_map
    @pytest.mark.parametrize("name", ["none", "narrow", "leftmost"])
    def test_shows_no_such_line_otherwise(self, draw, name):
        assert not traces(draw(PLACES[name]))["depth unknown"].x

    @on_map
    @every_place
    def test_shows_ten_roles_at_their_lean_and_depth(self, draw, placement):
        shown = traces(draw(placement))
        for name, core in [("roles", True), ("neighbours", False)]:
            expected = [(role.name, role.lean, role.depth) for role in roles() if role.core is core]
            trace = shown[name]
            assert list(zip(map(plain, trace.text), trace.x, trace.y, strict=True)) == expected

    @pytest.mark.parametrize("width", [480, 1220])
    def test_the_name_of_a_title_gives_way_to_a_persons_mark_and_the_ends_of_its_lines(self, width):
        places = list(product(range(-60, 61, 20), range(10, 91, 20)))
        hidden = 0
        for lean, depth in places:
            low, high, bottom, top = lean - 9, lean + 9, depth - 12, depth + 12
            own = {"low": low, "high": high, "depth_low": bottom, "depth_high": top}
            place = replace(PLACES["narrow"], lean=lean, depth=depth, **own)
            boxes = role_boxes(width, chosen_positions(place))
            ring, *ends = (
                labels.square_at(x * width / (2 * REACH), y * HEIGHT / 108, size)
                for x, y, size in (
                    (lean, depth, 18),
                    *((x, depth, 10) for x in (low, high)),
                    *((lean, y, 10) for y in (bottom, top)),
                )
            )
            assert not any(labels.overlap(box, ring) > 20 for box in boxes), (lean, depth)
            hidden += any(labels.overlap(box, end) > 20 for box, end in product(boxes, ends))
        assert hidden <= 0.1 * len(places)

    @on_map
    def test_draws_no_mark_over_the_name_of_a_title(self, draw):
        assert [trace.name for trace in draw(PLACES["narrow"]).data][-2:] == ["roles", "neighbours"]

    def test_marks_the_six_neighbours_more_quietly_and_hollow_where_of_adverts_only(self):
        shown = traces(role_map())
        quiet, loud = shown["neighbours"], shown["roles"]
        assert max(quiet.marker.size) < min(loud.marker.size)
        assert quiet.textfont.size < loud.textfont.size
        assert quiet.textfont.style == "italic"
        for trace in drawn_as(role_map(), "text"):
            for name, symbol, said in zip(
                map(plain, trace.text), trace.marker.symbol, trace.customdata, strict=True
            ):
                [role] = [role for role in roles() if role.name == name]
                assert (symbol == "diamond-open") == role.adverts_only
                assert said[4] == role.said

    @pytest.mark.parametrize("width", WIDTHS)
    def test_shows_every_name_whole(self, width):
        margin = palette.TEMPLATE.layout.margin
        for left, _, right, _ in role_boxes(width, chosen_positions()):
            assert -width / 2 - margin.l <= left
            assert right <= width / 2 + margin.r
        for trace in drawn_as(role_map(), "text"):
            assert trace.cliponaxis is False

    def test_stands_on_the_same_axis_as_the_strip_at_the_height_it_is_measured_in(self):
        figure = where_you_sit()
        assert {trace.xaxis for trace in figure.data} <= {None, "x"}
        assert [trace.yaxis for trace in figure.data] == [None] * 7 + ["y2"] * 4
        assert figure.layout.xaxis.range == (-REACH, REACH) == spectrum().layout.xaxis.range
        low, high = figure.layout.yaxis2.domain, figure.layout.yaxis.domain
        assert low[0] == 0 < low[1] < high[0] < high[1] == 1
        plot = figure.layout.height - sum(palette.TEMPLATE.layout.margin[side] for side in "tb")
        for axis, height in [("yaxis", TOP - BOTTOM), ("yaxis2", HEIGHT)]:
            low, high = figure.layout[axis].domain
            assert (high - low) * plot == pytest.approx(height)


class TestProfile:
    @given(any_answers(whole))
    def test_shows_every_facet_once_with_its_score_or_as_not_answered(self, answers):
        shown = {}
        for trace in facet_profile(answers).data:
            for x, y in pairs(trace):
                shown.setdefault(y, []).append(None if trace.name == "not answered" else x)
        scores = answers.by_facet
        assert shown == {facet.name: [scores.get(facet.id)] for facet in INSTRUMENT.facets}

    def test_says_not_answered_in_words_and_tells_poles_apart_by_shape_and_colour(self):
        silent = traces(facet_profile(Answers()))["not answered"]
        assert silent.mode == "text"
        assert silent.text == ("not answered",) * len(INSTRUMENT.facets)
        marks = [trace.marker for trace in facet_profile(ANSWERS["wide"]).data[:3]]
        assert len({mark.symbol for mark in marks}) == 3
        assert len({mark.color for mark in marks}) == 3

    @pytest.mark.parametrize("answers", [Answers(), *ANSWERS.values()])
    def test_keeps_traces_and_rows_whatever_it_shows(self, answers):
        figure, empty = facet_profile(answers), facet_profile(Answers())
        assert [trace.name for trace in figure.data] == [trace.name for trace in empty.data]
        assert figure.layout == empty.layout
        order = [facet.name for facet in INSTRUMENT.facets]
        assert list(reversed(figure.layout.yaxis.categoryarray)) == order


class TestPalette:
    # Okabe and Ito, "Color Universal Design" (2008), figure 16.
    OKABE_ITO = ("#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00")
    WHITE, DARK = "#ffffff", "#111111"  # JupyterLab's pages (--jp-layout-color0)

    def test_is_the_one_that_everybody_can_tell_apart_with_a_symbol_and_a_name_for_each_pole(self):
        used = [*palette.POLE_COLOURS.values(), palette.GUESS]
        assert set(used) <= {*self.OKABE_ITO, "#CC79A7"}
        assert len(set(used)) == 4
        for table in (palette.POLE_COLOURS, palette.POLE_SYMBOLS, palette.POLE_NAMES):
            assert tuple(table) == INSTRUMENT.poles
            assert len(set(table.values())) == 3

    @pytest.mark.parametrize("colour", [*palette.POLE_COLOURS.values(), palette.GUESS])
    def test_makes_marks_stand_out_on_any_page(self, colour):
        """WCAG 2.2, 1.4.11 asks for 3:1, here by the outline on white and the filling on dark."""
        assert contrast(palette.OUTLINE, self.WHITE) >= 3
        assert contrast(colour, self.DARK) >= 3

    def test_needs_the_outline_for_orange_and_reckons_contrast_as_wcag_does(self):
        orange = palette.POLE_COLOURS["engineering"]
        assert contrast(orange, self.WHITE) == pytest.approx(2.25, abs=0.01)
        assert contrast(palette.OUTLINE, orange) >= 3
        assert contrast("#000000", "#ffffff") == pytest.approx(21)
        assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)

    def test_has_a_grey_for_text_that_is_as_light_as_white_pages_allow(self):
        lighter = "#" + f"{int(palette.TEXT[1:3], 16) + 1:02x}" * 3
        assert contrast(palette.TEXT, self.WHITE) >= 4.5 > contrast(lighter, self.WHITE)
        assert round(contrast(palette.TEXT, self.DARK), 1) == 4.2


def chosen_positions(placement=None):
    shown = traces(role_map(placement))
    chosen = {}
    for trace in (shown["roles"], shown["neighbours"]):
        chosen |= dict(zip(map(plain, trace.text), trace.textposition, strict=True))
    return [chosen[role.name] for role in roles()]


def written():
    """Each role's name as the map writes it, and the sizes of its letters and of its mark."""
    shown = traces(role_map())
    found = {}
    for trace in (shown["roles"], shown["neighbours"]):
        for text, mark in zip(trace.text, trace.marker.size, strict=True):
            found[plain(text)] = (text, trace.textfont.size, mark)
    return [found[role.name] for role in roles()]


def role_points(width):
    return [(r.lean * width / (2 * REACH), r.depth * HEIGHT / 108) for r in roles()]


def role_boxes(width, anchors):
    return [
        labels.box_of(*point, text, anchor, mark, size)
        for point, (text, size, mark), anchor in zip(
            role_points(width), written(), anchors, strict=True
        )
    ]


def boxes_of(points, names, anchors):
    return [
        labels.box_of(*point, name, anchor, 9)
        for point, name, anchor in zip(points, names, anchors, strict=True)
    ]


def hidden(points, boxes):
    """Square pixels of names that lie on another name or on a mark."""
    marks = [labels.square_at(x, y, 9) for x, y in points]
    on_names = sum(labels.overlap(a, b) for a, b in combinations(boxes, 2))
    return on_names + sum(labels.overlap(box, mark) for box in boxes for mark in marks)


class TestLabels:
    names = st.sampled_from([role.name for role in roles()])
    place = st.floats(-400, 400)

    @given(st.lists(st.tuples(place, names), max_size=8))
    def test_no_two_names_in_a_row_meet_and_no_row_is_skipped(self, named):
        places, names = zip(*named, strict=True) if named else ((), ())
        chosen = labels.rows(places, names)

        def meet(i, j):
            reach = labels.CHARACTER * (len(names[i]) + len(names[j])) / 2 + labels.APART
            return abs(places[i] - places[j]) < reach - 1e-6

        for i, row in enumerate(chosen):
            assert not any(chosen[j] == row and meet(i, j) for j in range(i))
            assert set(range(row)) <= set(chosen[:i])

    def test_a_name_keeps_to_its_side_of_its_mark(self):
        for anchor in labels.ANCHORS:
            left, bottom, right, top = labels.box_of(0, 0, "Data analyst", anchor, 9)
            up, along = anchor.split()
            assert {"top": bottom > 0, "middle": bottom == -top, "bottom": top < 0}[up]
            assert {"right": left > 0, "center": left == -right, "left": right < 0}[along]

    @given(place, st.floats(0, 150), place, st.floats(0, 150), names, names)
    def test_two_names_never_hide_each_other_or_a_mark(self, x, y, x2, y2, name, name2):
        points = [(x, y), (x2, y2)]
        if max(abs(x - x2), abs(y - y2)) < 9:  # one mark is then on the other
            return
        anchors = labels.positions([points], [name, name2])
        assert hidden(points, boxes_of(points, [name, name2], anchors)) == 0

    @given(st.lists(st.tuples(place, st.floats(0, 150), names), min_size=1, max_size=5))
    def test_names_hide_no_more_than_if_all_stood_alike(self, marked):
        points, names = [(x, y) for x, y, _ in marked], [name for _, _, name in marked]
        chosen = hidden(points, boxes_of(points, names, labels.positions([points], names)))
        for anchor in labels.ANCHORS:
            alike = boxes_of(points, names, [anchor] * len(names))
            assert chosen <= hidden(points, alike) + 1e-6

    @pytest.mark.parametrize("width", WIDTHS)
    def test_the_names_of_the_roles_can_all_be_read(self, width):
        """A tenth of one name's area is the most that all of them together may hide."""
        area = labels.LINE * labels.CHARACTER * min(len(role.name) for role in roles())
        points = role_points(width)
        lost = hidden(points, role_boxes(width, chosen_positions()))
        assert lost < area / 10

    def test_the_names_of_the_roles_could_not_all_be_read_if_they_stood_alike(self):
        points = role_points(min(WIDTHS))
        assert hidden(points, role_boxes(min(WIDTHS), ["top center"] * 10)) > 100
