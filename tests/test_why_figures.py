"""The pictures of notebook 03 show the numbers of an explanation, and nothing else."""

import json
import re
from itertools import pairwise
from math import floor

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import EQUAL, INSTRUMENT, placeable, whole
from test_explain import lean_of, sides, using
from test_figures import flat, values

from rolekit import explain, place, resemblance, roles
from rolekit.example import EXAMPLE
from rolekit.explain import other_weightings
from rolekit.figures import flips, how_sure, palette, pulls, resembling, two_methods
from rolekit.figures.how_sure import DOTS
from rolekit.figures.spectrum import BIN, REACH
from rolekit.pairs import score_pairs
from rolekit.widgets.person import invented

FACETS = {facet.id: facet for facet in INSTRUMENT.facets}
ENGINEERING, ANALYTICS = (palette.POLE_COLOURS[pole] for pole in ("engineering", "analytics"))


def named(figure, name):
    [found] = [trace for trace in figure.data if trace.name == name]
    return found


def chosen(engineering, made=10):
    rest = ["analytics"] * (made - engineering) + [None] * (10 - made)
    return score_pairs(["engineering"] * engineering + rest)


def every_figure():
    for answers in (EXAMPLE.answers, sides(30, 70), sides(0, 100), sides(50, 50)):
        placement, explanation = place(answers), explain(answers)
        yield pulls(explanation)
        if explanation.flips:
            yield flips(explanation.flips)
        yield how_sure({"other work": placement.dots}, placement.lean)
        yield two_methods(placement, chosen(7))
    yield resembling(resemblance(EXAMPLE.answers))


class TestEveryPicture:
    def test_takes_its_colours_from_the_palette(self):
        known = {value for value in vars(palette).values() if isinstance(value, str)}
        known |= {"rgba(0, 0, 0, 0)", *palette.POLE_COLOURS.values()}
        for figure in every_figure():
            used = set(values(json.loads(figure.to_json()), lambda key: "color" in key))
            assert {colour for colour in used if isinstance(colour, str)} <= known

    def test_is_small_and_as_high_as_it_says(self):
        for figure in every_figure():
            assert len(figure.to_json()) < 16_000
            assert 100 < figure.layout.height < 500

    def test_outlines_every_mark_in_a_dark_colour(self):
        for figure in every_figure():
            for trace in figure.select_traces({"type": "scatter"}):
                if "markers" in (trace.mode or ""):
                    assert trace.marker.line.color == palette.OUTLINE

    def test_gets_a_mark_above_it_where_nobody_gave_the_answers(self):
        for figure in every_figure():
            marked = invented(figure)
            assert [a.text for a in marked.layout.annotations].count("an invented person") == 1
            assert "an invented person" not in figure.to_json()
            # The picture keeps its size: what is added to the height is added to the margin.
            before = figure.layout.margin.t or figure.layout.template.layout.margin.t
            added = marked.layout.margin.t - before
            assert added == marked.layout.height - figure.layout.height > 0


class TestPulls:
    def test_a_worked_example(self):
        # Analytics 30 and engineering 70, equally weighted: elevation 50. Every facet pulls by
        # 0.2 * 20 = 4 towards engineering, and ten of them make 40.
        with using(EQUAL):
            figure = pulls(explain(sides(30, 70)))
        bars = named(figure, "pulls")
        assert bars.x == pytest.approx([4] * 10)
        assert bars.base == pytest.approx([4 * i for i in range(10)])
        assert named(figure, "lean").x == pytest.approx((40,))
        assert named(figure, "lean").text == ("   <b>40 →</b>   ",)
        assert set(named(figure, "points").text) == {" 4 → "}
        assert "Exploration (30)" in bars.y
        assert "Deployment (70)" in bars.y

    @given(placeable(whole))
    @settings(max_examples=60)
    def test_each_bar_begins_where_the_last_ended_and_the_last_ends_at_lean(self, answers):
        explanation = explain(answers)
        figure = pulls(explanation)
        bars = named(figure, "pulls")
        assert bars.base[0] == 0
        for (base, points), (next_base, _) in pairwise(zip(bars.base, bars.x, strict=True)):
            assert next_base == pytest.approx(base + points, abs=1e-9)
        end = bars.base[-1] + bars.x[-1]
        [lean] = named(figure, "lean").x
        assert lean == pytest.approx(end, abs=1e-9)
        assert lean == pytest.approx(place(answers).lean, abs=1e-9)
        assert list(bars.x) == [part.points for part in explanation.contributions]

    @given(placeable(whole))
    @settings(max_examples=60)
    def test_colour_arrow_and_side_of_the_number_all_follow_the_sign(self, answers):
        explanation = explain(answers)
        figure = pulls(explanation)
        bars, points = named(figure, "pulls"), named(figure, "points")
        for i, part in enumerate(explanation.contributions):
            right = part.points > 0
            assert bars.marker.color[i] == (ENGINEERING if right else ANALYTICS)
            assert points.textposition[i] == ("middle right" if right else "middle left")
            ends = (bars.base[i], bars.base[i] + bars.x[i])
            assert points.x[i] == pytest.approx((max if right else min)(ends), abs=1e-9)
            size = round(abs(part.points))
            wanted = "0" if not size else f"{size} →" if right else f"← {size}"
            assert points.text[i].strip() == wanted
            name = FACETS[part.facet].name
            assert bars.y[i] == points.y[i] == f"{name} ({part.score:.0f})"

    @given(placeable(whole))
    @settings(max_examples=40)
    def test_everything_lies_within_the_axis_with_room_for_the_numbers(self, answers):
        figure = pulls(explain(answers))
        low, high = figure.layout.xaxis.range
        bars = named(figure, "pulls")
        ends = [0.0, *(base + x for base, x in zip(bars.base, bars.x, strict=True))]
        assert min(ends) - low == pytest.approx(high - max(ends))
        room = max(4, 0.2 * (max(ends) - min(ends)))
        assert min(ends) - low >= room - 1e-9

    def test_rows_stand_in_the_order_of_their_size_with_the_sum_below(self):
        figure = pulls(explain(EXAMPLE.answers))
        order = figure.layout.yaxis.categoryarray
        # Plotly counts upwards.
        assert order == ("<b>your lean</b>", *reversed(named(figure, "pulls").y))
        assert len(order) == 11

    @pytest.mark.parametrize("value", [0, 50, 100])
    def test_contributions_of_nothing_are_drawn_as_nothing(self, value):
        figure = pulls(explain(sides(value, value)))
        assert named(figure, "pulls").x == pytest.approx([0] * 10, abs=1e-9)
        assert {text.strip() for text in named(figure, "points").text} == {"0"}
        assert named(figure, "lean").text[0].strip() == "<b>0</b>"
        assert figure.layout.xaxis.range == pytest.approx((-4, 4))

    def test_a_facet_without_an_answer_has_no_row(self):
        answers = EXAMPLE.answers.having("pipelines-1", None)
        rows = named(pulls(explain(answers)), "pulls").y
        assert len(rows) == 9
        assert not any("Pipelines" in row for row in rows)


class TestFlips:
    @given(placeable(whole))
    @settings(max_examples=50)
    def test_following_the_arrows_leads_to_the_very_middle(self, answers):
        found = explain(answers).flips
        figure = flips(found)
        now, wanted = named(figure, "now"), named(figure, "wanted")
        ids = {facet.name: facet.id for facet in INSTRUMENT.facets}
        scores = dict(answers.by_facet)
        assert now.x == tuple(scores[ids[name]] for name in now.y)
        scores |= {ids[name]: x for name, x in zip(wanted.y, wanted.x, strict=True)}
        assert lean_of(scores) == pytest.approx(0, abs=1e-6)
        arrows = [(a.y, a.ax, a.x) for a in figure.layout.annotations]
        assert arrows == list(zip(now.y, now.x, wanted.x, strict=True))
        assert all(arrow.axref == "x" for arrow in figure.layout.annotations)
        # Who follows the numbers is off by half a point of a facet at most, which has a weight of
        # 0.31 / (1 - 0.243) = 0.41 at most, where reliability is not answered.
        read = scores | {
            ids[name]: float(re.sub("</?b>", "", text))
            for name, text in zip(wanted.y, wanted.text, strict=True)
        }
        assert abs(lean_of(read)) <= 0.5 * 0.41 * len(found) + 1e-6

    def test_a_worked_example(self):
        # As in test_explain.py: 40 = 0.2 * 70 + 0.2 * 70 + 0.2 * 60, so two facets go all the way,
        # an engineering one from 70 to 0 or an analytics one from 30 to 100, and one goes 60.
        with using(EQUAL):
            figure = flips(explain(sides(30, 70)).flips)
        now, wanted = named(figure, "now"), named(figure, "wanted")
        moves = [abs(a - b) for a, b in zip(now.x, wanted.x, strict=True)]
        assert moves == pytest.approx([70, 70, 60])
        assert all(text in ("30 now", "70 now") for text in now.text)
        assert wanted.text[0] in ("<b>100</b>", "<b>0</b>")

    def test_the_symbol_is_that_of_the_side(self):
        figure = flips(explain(EXAMPLE.answers).flips)
        assert named(figure, "now").y == ("Architecture",)
        assert named(figure, "now").marker.symbol == ("diamond",)
        assert named(figure, "wanted").marker.symbol == ("diamond",)

    @given(placeable(whole))
    @settings(max_examples=30)
    def test_every_mark_is_on_the_picture(self, answers):
        found = explain(answers).flips
        figure = flips(found)
        bottom, top = figure.layout.yaxis.range
        left, right = figure.layout.xaxis.range
        assert top < 0 <= len(found) - 0.5 == bottom or not found
        for trace in figure.data:
            assert all(left < x < right for x in trace.x)


leans = st.floats(-100, 100, allow_nan=False)


class TestHowSure:
    @given(st.lists(leans, min_size=1, max_size=60))
    @example([0.0])
    @example([-0.0] * 2000)
    @example([100.0] * 20)
    @example([-100.0] * 20)
    @example([-1e-15] * 20)
    @settings(max_examples=150)
    def test_there_are_always_twenty_dots_on_the_line(self, distribution):
        figure = how_sure({"row": distribution}, 0.0)
        dots = named(figure, "row")
        assert len(dots.x) == len(dots.y) == DOTS == 20
        assert all(-REACH < x < REACH for x in dots.x)
        assert len(set(zip(dots.x, dots.y, strict=True))) == 20
        low, high = figure.layout.yaxis.range
        assert all(low < y < high for y in dots.y)
        for x, colour in zip(dots.x, dots.marker.color, strict=True):
            assert colour == (ENGINEERING if x > 0 else ANALYTICS)

    @given(st.lists(leans, min_size=1, max_size=60))
    @settings(max_examples=60)
    def test_every_dot_is_in_the_bin_of_a_lean_of_the_distribution(self, distribution):
        bins = {floor(lean / BIN) for lean in distribution}
        dots = named(how_sure({"row": distribution}, 0.0), "row")
        assert {round(x / BIN - 0.5) for x in dots.x} <= bins

    def test_the_dots_are_quantiles(self):
        # Of 0, 0.01 ... 20 the quantiles at 2.5, 7.5 ... 97.5 % are 0.5, 1.5 ... 19.5.
        # A bin is 2.5 wide: 0.5 and 1.5 are in the first, 2.5 (its edge), 3.5 and 4.5 in the
        # second, 5.5 and 6.5 in the third, and so on in turn.
        dots = named(how_sure({"row": [n / 100 for n in range(2001)]}, 0.0), "row")
        counts = [dots.x.count(BIN * (i + 0.5)) for i in range(8)]
        assert counts == [2, 3, 2, 3, 2, 3, 2, 3]

    @given(placeable(whole))
    @settings(max_examples=40)
    def test_the_dots_of_a_place_are_its_own(self, answers):
        placement = place(answers)
        dots = named(how_sure({"row": placement.dots}, placement.lean), "row")
        assert dots.x == pytest.approx([BIN * (floor(lean / BIN) + 0.5) for lean in placement.dots])

    def test_rows_stand_below_each_other_and_do_not_meet(self):
        """The highest column there can be, of twenty dots, ends below the name of its row."""
        rows = {"one": [50.0] * 3, "two": [0.0], "three": [-100.0, 100.0]}
        figure = how_sure(rows, 12.0)
        feet = [trace.y[0] for trace in figure.data if trace.mode == "lines" and trace.x[0] == -100]
        assert feet == sorted(feet, reverse=True)
        names = [t for t in figure.data if t.mode == "text"]
        assert [name.text[0] for name in names] == [f"<b>{name}</b>" for name in rows]
        for (row, foot), name, above in zip(
            zip(rows, feet, strict=True), names, [1e9, *feet], strict=False
        ):
            dots = named(figure, row)
            assert foot < min(dots.y)
            assert max(dots.y) + 4 < name.y[0] - 8
            assert name.y[0] + 8 < above
        marks = [t for t in figure.data if t.marker.symbol == "triangle-up"]
        assert [(mark.x, mark.y[0]) for mark in marks] == [((12.0,), foot) for foot in feet]

    def test_answers_that_are_all_the_same_take_no_time(self):
        answers = sides(50, 50)
        figure = how_sure({"weights": other_weightings(answers)}, 0.0)
        assert {abs(x) for x in named(figure, "weights").x} == {BIN / 2}


class TestResembling:
    def test_a_row_a_role_with_its_own_interval(self):
        found = resemblance(EXAMPLE.answers)
        figure = resembling(found)
        [trace] = figure.data
        assert trace.y == tuple(one.role.name for one in found)
        assert set(trace.y) == {role.name for role in roles()}
        assert list(trace.x) == sorted(trace.x, reverse=True)
        for i, one in enumerate(found):
            assert trace.x[i] == one.r
            assert trace.x[i] + trace.error_x.array[i] == pytest.approx(one.high)
            assert trace.x[i] - trace.error_x.arrayminus[i] == pytest.approx(one.low)
            filled = ("diamond", palette.POLE_COLOURS["machine_learning"])
            open_ = ("circle", palette.PERSON)
            seen = (trace.marker.symbol[i], trace.marker.color[i])
            assert seen == (filled if one.low > 0 else open_)
        assert figure.layout.yaxis.autorange == "reversed"

    def test_the_example_resembles_and_does_not_resemble(self):
        """Else the two looks of a mark would not both have been seen."""
        assert {one.is_clear for one in resemblance(EXAMPLE.answers)} == {True, False}


class TestTwoMethods:
    def test_a_worked_example(self):
        # 9 of 10: 200 * 0.9 - 100 = 80. Its Wilson interval, z = 1.281552, z^2/10 = 0.164237, has
        # the middle (0.9 + 0.082119) / 1.164237 = 0.843573 and reaches 1.281552 / 1.164237
        # * sqrt(0.9 * 0.1 / 10 + 0.164237 / 40) = 0.126015 to either side: from 0.717558 to
        # 0.969588, which are 43.5 and 93.9 on the axis.
        placement = place(sides(30, 70))
        [trace] = two_methods(placement, chosen(9)).data
        assert trace.y == ("sliders", "pairs")
        assert trace.x == pytest.approx((40, 80))
        low = [x - less for x, less in zip(trace.x, trace.error_x.arrayminus, strict=True)]
        high = [x + more for x, more in zip(trace.x, trace.error_x.array, strict=True)]
        assert low == pytest.approx([placement.low, 43.51], abs=0.01)
        assert high == pytest.approx([placement.high, 93.92], abs=0.01)
        assert trace.customdata == ("lean 40", "9 of 10")

    @given(placeable(whole), st.integers(1, 10), st.data())
    @settings(max_examples=50)
    def test_both_rows_lie_on_one_axis(self, answers, made, data):
        engineering = data.draw(st.integers(0, made))
        placement, result = place(answers), chosen(engineering, made)
        figure = two_methods(placement, result)
        [trace] = figure.data
        assert trace.x[1] == pytest.approx(200 * engineering / made - 100)
        left, right = figure.layout.xaxis.range
        for i in (0, 1):
            assert trace.error_x.array[i] >= 0
            assert trace.error_x.arrayminus[i] >= 0
            assert left < trace.x[i] - trace.error_x.arrayminus[i]
            assert trace.x[i] + trace.error_x.array[i] < right
        assert trace.customdata[1] == f"{engineering} of {made}"

    @pytest.mark.parametrize(("engineering", "at"), [(0, -100), (5, 0), (10, 100)])
    def test_the_ends_and_the_middle_of_the_axis_are_those_of_the_shares(self, engineering, at):
        figure = two_methods(place(sides(50, 50)), chosen(engineering))
        assert figure.data[0].x == pytest.approx((0, at))
        ticks = dict(zip(figure.layout.xaxis.tickvals, figure.layout.xaxis.ticktext, strict=True))
        assert ticks == {-100: "all analytics", 0: "as much of both", 100: "all engineering"}

    def test_both_sides_are_tinted_in_their_colour(self):
        shapes = two_methods(place(sides(30, 70)), chosen(5)).layout.shapes
        tints = {(s.x0, s.x1): s.fillcolor for s in shapes if s.type == "rect"}
        assert tints == {(-104, 0): ANALYTICS, (0, 104): ENGINEERING}


def test_no_text_of_a_picture_is_taken_for_markup():
    for figure in every_figure():
        for trace in figure.data:
            for text in flat([trace.text or ()]):
                assert not re.search(r"[<>]", re.sub(r"</?b>", "", text))
