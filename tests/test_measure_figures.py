"""The pictures of notebook 03 show the numbers of an explanation, and nothing else."""

import re
from functools import partial
from itertools import pairwise
from math import floor

import pytest
from hands import HouseStyle, plain, reach_of, trace, values_of
from hypothesis import example, given
from hypothesis import strategies as st
from people import FACETS, INSTRUMENT, pairs_of, sides, using
from strategies import EQUAL, examples, placeable, whole

from rolekit import explain, place, resemblance, roles
from rolekit.base.plot import palette
from rolekit.base.plot.marks import BIN, invented
from rolekit.figures import flips, how_sure, pulls, resembling, two_methods
from rolekit.measure.example import EXAMPLE
from rolekit.measure.explain import other_weightings
from rolekit.measure.figures.how_sure import DOTS
from rolekit.measure.figures.spectrum import REACH
from rolekit.measure.pairs import score_pairs
from rolekit.measure.placement import lean_of
from rolekit.measure.resemblance import by_family

HOLLOW = {"AI engineer", "MLOps engineer", "Analytics engineer"}
ENGINEERING, ANALYTICS = (palette.POLE_COLOURS[pole] for pole in ("engineering", "analytics"))


ANSWERED = {"example": EXAMPLE.answers} | {
    f"{low} and {high}": sides(low, high) for low, high in ((30, 70), (0, 100), (50, 50))
}

DRAW = {
    "pulls": lambda answers: pulls(explain(answers)),
    "flips": lambda answers: flips(explain(answers).flips),
    "how sure": lambda answers: how_sure({"other work": place(answers).dots}, place(answers).lean),
    "two methods": lambda answers: two_methods(place(answers), score_pairs(pairs_of(7))),
}
FIGURES = {
    f"{kind}, {who}": partial(draw, answers)
    for who, answers in ANSWERED.items()
    for kind, draw in DRAW.items()
} | {"resembling": lambda: resembling(resemblance(EXAMPLE.answers))}
del FIGURES["flips, 50 and 50"]  # nothing would have to change


@pytest.fixture(params=FIGURES)
def figure(request):
    return FIGURES[request.param]()


class TestEveryPicture(HouseStyle):
    heights = (100, 500)

    def test_gets_a_mark_above_it_where_nobody_gave_the_answers(self, figure):
        marked = invented(figure)
        assert [a.text for a in marked.layout.annotations].count("an invented person") == 1
        assert "an invented person" not in figure.to_json()
        # The picture keeps its size: what is added to the height is added to the margin.
        before = figure.layout.margin.t or figure.layout.template.layout.margin.t
        added = marked.layout.margin.t - before
        assert added == marked.layout.height - figure.layout.height > 0

    def test_has_no_text_that_is_taken_for_markup(self, figure):
        for text in values_of(figure, lambda key: key == "text"):
            assert not re.search(r"[<>]", re.sub(r"</?b>|<br>", "", text))


class TestPulls:
    def test_a_worked_example(self):
        # Analytics 30 and engineering 70, equally weighted: elevation 50. Every facet pulls by
        # 0.2 * 20 = 4 towards engineering, and ten of them make 40.
        with using(EQUAL):
            figure = pulls(explain(sides(30, 70)))
        bars = trace(figure, "pulls")
        assert bars.x == pytest.approx([4] * 10)
        assert bars.base == pytest.approx([4 * i for i in range(10)])
        assert trace(figure, "lean").x == pytest.approx((40,))
        assert trace(figure, "lean").text == ("   <b>40 →</b>   ",)
        assert set(trace(figure, "points").text) == {" 4 → "}
        assert "Exploration (30)" in bars.y
        assert "Deployment (70)" in bars.y

    @given(placeable(whole))
    @examples(30)
    def test_each_bar_begins_where_the_last_ended_and_the_last_ends_at_lean(self, answers):
        explanation = explain(answers)
        figure = pulls(explanation)
        bars = trace(figure, "pulls")
        assert bars.base[0] == 0
        for (base, points), (next_base, _) in pairwise(zip(bars.base, bars.x, strict=True)):
            assert next_base == pytest.approx(base + points, abs=1e-9)
        end = bars.base[-1] + bars.x[-1]
        [lean] = trace(figure, "lean").x
        assert lean == pytest.approx(end, abs=1e-9)
        assert lean == pytest.approx(place(answers).lean, abs=1e-9)
        assert list(bars.x) == [part.points for part in explanation.contributions]

    @given(placeable(whole))
    @examples(30)
    def test_colour_arrow_and_side_of_the_number_all_follow_the_sign(self, answers):
        explanation = explain(answers)
        figure = pulls(explanation)
        bars, points = trace(figure, "pulls"), trace(figure, "points")
        for i, part in enumerate(explanation.contributions):
            right = part.points > 0
            assert bars.marker.color[i] == (ENGINEERING if right else ANALYTICS)
            assert points.textposition[i] == ("middle right" if right else "middle left")
            ends = (bars.base[i], bars.base[i] + bars.x[i])
            assert points.x[i] == pytest.approx((max if right else min)(ends), abs=1e-9)
            size = abs(explanation.whole_points[part.facet])
            right = explanation.whole_points[part.facet] > 0
            wanted = "0" if not size else f"{size} →" if right else f"← {size}"
            assert points.text[i].strip() == wanted
            name = FACETS[part.facet].name
            assert bars.y[i] == points.y[i] == f"{name} ({part.score:.0f})"

    @given(placeable(whole))
    @examples(20)
    def test_everything_lies_within_the_axis_with_room_for_the_numbers(self, answers):
        figure = pulls(explain(answers))
        low, high = figure.layout.xaxis.range
        bars = trace(figure, "pulls")
        ends = [0.0, *(base + x for base, x in zip(bars.base, bars.x, strict=True))]
        assert min(ends) - low == pytest.approx(high - max(ends))
        room = max(4, 0.2 * (max(ends) - min(ends)))
        assert min(ends) - low >= room - 1e-9

    def test_rows_stand_in_the_order_of_their_size_with_the_sum_below(self):
        figure = pulls(explain(EXAMPLE.answers))
        order = figure.layout.yaxis.categoryarray
        # Plotly counts upwards.
        assert order == ("<b>your position</b>", *reversed(trace(figure, "pulls").y))
        assert len(order) == 11

    @pytest.mark.parametrize("value", [0, 50, 100])
    def test_contributions_of_nothing_are_drawn_as_nothing(self, value):
        figure = pulls(explain(sides(value, value)))
        assert trace(figure, "pulls").x == pytest.approx([0] * 10, abs=1e-9)
        assert {text.strip() for text in trace(figure, "points").text} == {"0"}
        assert trace(figure, "lean").text[0].strip() == "<b>0</b>"
        assert figure.layout.xaxis.range == pytest.approx((-4, 4))

    def test_a_facet_without_an_answer_has_no_row(self):
        answers = EXAMPLE.answers.having("pipelines-1", None)
        rows = trace(pulls(explain(answers)), "pulls").y
        assert len(rows) == 9
        assert not any("Pipelines" in row for row in rows)


class TestFlips:
    @given(placeable(whole))
    @examples(25)
    def test_following_the_arrows_leads_to_the_very_middle(self, answers):
        found = explain(answers).flips
        figure = flips(found)
        now, wanted = trace(figure, "now"), trace(figure, "wanted")
        ids = {facet.name: facet.id for facet in INSTRUMENT.facets}
        scores = dict(answers.by_facet)
        assert now.x == tuple(scores[ids[name]] for name in now.y)
        scores |= {ids[name]: x for name, x in zip(wanted.y, wanted.x, strict=True)}
        assert lean_of(scores, INSTRUMENT).value == pytest.approx(0, abs=1e-6)
        arrows = [a for a in figure.layout.annotations if a.axref == "x"]
        ends = [(arrow.y, arrow.ax, arrow.x) for arrow in arrows]
        assert ends == list(zip(now.y, now.x, wanted.x, strict=True))
        # Who follows the numbers is off by half a point of a facet at most, which has a weight of
        # 0.31 / (1 - 0.243) = 0.41 at most, where reliability is not answered.
        read = scores | {
            ids[name]: float(re.search(r"→ <b>(\d+)", text)[1])
            for name, text in zip(wanted.y, figure.layout.yaxis.ticktext, strict=True)
        }
        assert abs(lean_of(read, INSTRUMENT).value) <= 0.5 * 0.41 * len(found) + 1e-6

    def test_a_worked_example(self):
        # As in test_explain.py: 40 = 0.2 * 70 + 0.2 * 70 + 0.2 * 60, so two facets go all the way,
        # an engineering one from 70 to 0 or an analytics one from 30 to 100, and one goes 60.
        with using(EQUAL):
            figure = flips(explain(sides(30, 70)).flips)
        now, wanted = trace(figure, "now"), trace(figure, "wanted")
        moves = [abs(a - b) for a, b in zip(now.x, wanted.x, strict=True)]
        assert moves == pytest.approx([70, 70, 60])
        says = figure.layout.yaxis.ticktext
        assert all(re.search("<br>(30|70) → ", text) for text in says)
        assert re.search("<b>(100|0)</b>", says[0])

    def test_the_symbol_is_that_of_the_side(self):
        figure = flips(explain(EXAMPLE.answers).flips)
        assert trace(figure, "now").y == ("Architecture",)
        assert trace(figure, "now").marker.symbol == ("diamond",)
        assert trace(figure, "wanted").marker.symbol == ("diamond",)

    @given(placeable(whole))
    @examples(15)
    def test_every_mark_is_on_the_picture(self, answers):
        found = explain(answers).flips
        figure = flips(found)
        bottom, top = figure.layout.yaxis.range
        left, right = figure.layout.xaxis.range
        assert top < 0 <= len(found) - 0.5 == bottom or not found
        for drawn in figure.data:
            assert all(left < x < right for x in drawn.x)


leans = st.floats(-100, 100, allow_nan=False)


class TestHowSure:
    @given(st.lists(leans, min_size=1, max_size=60))
    @example([0.0])
    @example([-0.0] * 2000)
    @example([100.0] * 20)
    @example([-100.0] * 20)
    @example([-1e-15] * 20)
    @examples(75)
    def test_there_are_always_twenty_dots_on_the_line(self, distribution):
        figure = how_sure({"row": distribution}, 0.0)
        dots = trace(figure, "row")
        assert len(dots.x) == len(dots.y) == DOTS == 20
        assert all(-REACH < x < REACH for x in dots.x)
        assert len(set(zip(dots.x, dots.y, strict=True))) == 20
        low, high = figure.layout.yaxis.range
        assert all(low < y < high for y in dots.y)
        for x, colour in zip(dots.x, dots.marker.color, strict=True):
            assert colour == (ENGINEERING if x > 0 else ANALYTICS)

    @given(st.lists(leans, min_size=1, max_size=60))
    @examples(30)
    def test_every_dot_is_in_the_bin_of_a_lean_of_the_distribution(self, distribution):
        bins = {floor(lean / BIN) for lean in distribution}
        dots = trace(how_sure({"row": distribution}, 0.0), "row")
        assert {round(x / BIN - 0.5) for x in dots.x} <= bins

    def test_the_dots_are_quantiles(self):
        # Of 0, 0.01 ... 20 the quantiles at 2.5, 7.5 ... 97.5 % are 0.5, 1.5 ... 19.5.
        # A bin is 2.5 wide: 0.5 and 1.5 are in the first, 2.5 (its edge), 3.5 and 4.5 in the
        # second, 5.5 and 6.5 in the third, and so on in turn.
        dots = trace(how_sure({"row": [n / 100 for n in range(2001)]}, 0.0), "row")
        counts = [dots.x.count(BIN * (i + 0.5)) for i in range(8)]
        assert counts == [2, 3, 2, 3, 2, 3, 2, 3]

    @given(placeable(whole))
    @examples(20)
    def test_the_dots_of_a_place_are_its_own(self, answers):
        placement = place(answers)
        dots = trace(how_sure({"row": placement.dots}, placement.lean), "row")
        assert dots.x == pytest.approx([BIN * (floor(lean / BIN) + 0.5) for lean in placement.dots])

    def test_rows_stand_below_each_other_and_do_not_meet(self):
        """The highest column there can be, of twenty dots, ends below the name of its row."""
        rows = {"one": [50.0] * 3, "two": [0.0], "three": [-100.0, 100.0]}
        figure = how_sure(rows, 12.0)
        feet = [t.y[0] for t in figure.data if t.mode == "lines" and t.x[0] == -100]
        assert feet == sorted(feet, reverse=True)
        names = [t for t in figure.data if t.mode == "text"]
        assert [name.text[0] for name in names] == [f"<b>{name}</b>" for name in rows]
        for (row, foot), name, above in zip(
            zip(rows, feet, strict=True), names, [1e9, *feet], strict=False
        ):
            dots = trace(figure, row)
            assert foot < min(dots.y)
            assert max(dots.y) + 4 < name.y[0] - 8
            assert name.y[0] + 8 < above
        marks = [t for t in figure.data if t.marker.symbol == "triangle-up"]
        assert [(mark.x, mark.y[0]) for mark in marks] == [((12.0,), foot) for foot in feet]

    def test_answers_that_are_all_the_same_stand_in_the_middle(self):
        answers = sides(50, 50)
        figure = how_sure({"weights": other_weightings(answers)}, 0.0)
        assert {abs(x) for x in trace(figure, "weights").x} == {BIN / 2}


class TestResembling:
    def test_a_row_a_role_with_its_own_interval(self):
        found = {one.role.name: one for one in resemblance(EXAMPLE.answers)}
        figure = resembling(list(found.values()))
        [rows] = figure.data
        labels = [plain(label).removeprefix("– ") for label in figure.layout.yaxis.ticktext]
        names = [labels[y] for y in rows.y]
        assert set(names) == {role.name for role in roles()} | {"ML engineer family"}
        found["ML engineer family"] = by_family(resemblance(EXAMPLE.answers))[0]
        assert list(rows.x) == [found[name].r for name in names]
        assert reach_of(rows) == [pytest.approx((found[n].low, found[n].high)) for n in names]
        for i, name in enumerate(names):
            one = found[name]
            hollow = rows.marker.symbol[i] == "diamond-open"
            assert hollow == (name in HOLLOW)
            green = rows.marker.color[i] == palette.POLE_COLOURS["machine_learning"]
            assert green == (one.low > 0)
            # What is not clear is grey, and only what rests on adverts alone is hollow.
            assert green or rows.marker.color[i] == palette.TEXT
        low, high = figure.layout.yaxis.range
        assert low > high  # from above

    def test_a_family_comes_before_its_titles_and_families_come_by_their_means(self):
        found = by_family(resemblance(EXAMPLE.answers))
        labels = list(map(plain, resembling(resemblance(EXAMPLE.answers)).layout.yaxis.ticktext))
        expected = []
        for one in found:
            names = [title.role.name for title in one.titles]
            expected += [one.family.name, *(f"– {n}" for n in names)] if names[1:] else names
        assert labels == expected
        assert labels[0] == "ML engineer family"

    def test_the_two_that_are_set_against_each_other_are_bold(self):
        labels = resembling(resemblance(EXAMPLE.answers)).layout.yaxis.ticktext
        bold = {plain(one) for one in labels if "<b>" in one}
        assert bold == {"Data scientist", "– ML engineer"}

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
        [rows] = two_methods(placement, score_pairs(pairs_of(9))).data
        assert (rows.y, rows.x) == (("sliders", "pairs"), pytest.approx((40, 80)))
        assert reach_of(rows) == [
            pytest.approx((placement.low, placement.high), abs=0.01),
            pytest.approx((43.51, 93.92), abs=0.01),
        ]
        assert rows.customdata == ("40 points towards engineering", "9 of 10 for engineering")

    @given(placeable(whole), st.integers(1, 10), st.data())
    @examples(25)
    def test_both_rows_lie_on_one_axis(self, answers, made, data):
        engineering = data.draw(st.integers(0, made))
        result = score_pairs(pairs_of(engineering, made - engineering))
        figure = two_methods(place(answers), result)
        [rows] = figure.data
        assert rows.x[1] == pytest.approx(200 * engineering / made - 100)
        left, right = figure.layout.xaxis.range
        for x, (low, high) in zip(rows.x, reach_of(rows), strict=True):
            assert left < low <= x <= high < right
        assert rows.customdata[1] == f"{engineering} of {made} for engineering"

    @pytest.mark.parametrize(("engineering", "at"), [(0, -100), (5, 0), (10, 100)])
    def test_the_ends_and_the_middle_of_the_axis_are_those_of_the_shares(self, engineering, at):
        figure = two_methods(place(sides(50, 50)), score_pairs(pairs_of(engineering)))
        assert figure.data[0].x == pytest.approx((0, at))
        ticks = dict(zip(figure.layout.xaxis.tickvals, figure.layout.xaxis.ticktext, strict=True))
        assert {at: text.replace("<br>", " ") for at, text in ticks.items()} == {
            -100: "all analytics",
            0: "as much of both",
            100: "all engineering",
        }

    def test_both_sides_are_tinted_in_their_colour(self):
        shapes = two_methods(place(sides(30, 70)), score_pairs(pairs_of(5))).layout.shapes
        tints = {(s.x0, s.x1): s.fillcolor for s in shapes if s.type == "rect"}
        assert tints == {(-104, 0): ANALYTICS, (0, 104): ENGINEERING}
