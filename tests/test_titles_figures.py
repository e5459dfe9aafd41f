"""The pictures of the notebook on the two roles show what the counts say."""

import re
from itertools import pairwise

import pytest
from hands import HouseStyle, contrast, plain, reach_of, traces
from people import INSTRUMENT

from rolekit import figures, roles
from rolekit.base.plot import palette
from rolekit.base.plot.labels import LINE
from rolekit.figures import all_guesses, guess_and_truth, interests, role_differences, two_roles
from rolekit.titles.figures.role_differences import LETTERS
from rolekit.titles.figures.two_roles import DOING, PALE
from rolekit.titles.guesses import TITLES, Guess, load_questions
from rolekit.titles.shares import CATEGORIES, differences
from rolekit.titles.sources import INTERESTS, language_models, occupations

QUESTIONS = load_questions()
GUESSES = [Guess(question, (5 * i, 95 - 5 * i)) for i, question in enumerate(QUESTIONS)]
FOUND = differences(*TITLES)
FIGURES = {
    "two_roles": two_roles(),
    "guess_and_truth": guess_and_truth(GUESSES[2]),
    "all_guesses": all_guesses(GUESSES),
    "role_differences": role_differences(FOUND[:12], *TITLES),
    "interests": interests(occupations("ml_engineer")),
    "language_models": figures.language_models(language_models()),
}


@pytest.fixture(params=FIGURES)
def figure(request):
    return FIGURES[request.param]


class TestEveryPicture(HouseStyle):
    heights = (200, 950)
    more_colours = (*palette.ROLE_COLOURS.values(), *PALE.values())


class TestLanguageModels:
    def test_every_share_has_its_row_its_interval_and_its_n(self):
        found, drawn = language_models(), traces(figures.language_models(language_models()))
        labels = figures.language_models(found).layout.yaxis.ticktext
        names = {role.id: role.name for role in roles()}
        for year in (2024, 2025, 2026):
            shown = drawn[str(year)]
            seen = dict(zip(shown.text, zip(shown.x, reach_of(shown), strict=True), strict=True))
            expected = {
                f"{names[id]}, {year}: n = {own[year].n:,}": own[year]
                for id, own in found.items()
                if year in own
            }
            assert set(seen) == set(expected)
            for text, share in expected.items():
                x, reach = seen[text]
                assert x == pytest.approx(100 * share.share)
                assert reach == pytest.approx([100 * end for end in share.interval])
                assert any(f"{share.n:,}" in label for label in labels)

    def test_titles_that_adverts_alone_tell_of_are_hollow(self):
        for trace in figures.language_models(language_models()).data[1:]:
            for text, symbol in zip(trace.text, trace.marker.symbol, strict=True):
                [role] = [role for role in roles() if text.startswith(f"{role.name},")]
                assert symbol.endswith("-open") == role.adverts_only


class TestTwoRoles:
    def test_nothing_in_it_is_larger_on_one_side_and_the_words_are_those_of_the_idea(self):
        """Each stop on the one way is exactly as high as one on the other."""
        one, other = two_roles().data
        assert one.y == other.y
        assert len(one.x) == len(other.x) == 7
        for left, right in zip(one.x, other.x, strict=True):
            assert left + right == pytest.approx(100)
        assert one.marker.size == other.marker.size
        halves = [shape for shape in two_roles().layout.shapes if shape.type == "path"]
        corners = [[float(value) for value in re.findall(r"[\d.]+", half.path)] for half in halves]
        assert sorted(corners[0][1::2]) == sorted(corners[1][1::2])
        assert max(corners[0][::2]) + min(corners[1][::2]) == pytest.approx(100)
        assert ", ".join(map(plain, one.text)) == DOING["analytics"]
        assert ", ".join(map(plain, other.text)) == DOING["engineering"]

    @pytest.mark.parametrize("pole", INSTRUMENT.poles)
    def test_dark_text_can_be_read_on_every_ground(self, pole):
        assert contrast(PALE[pole], palette.OUTLINE) > 12


class TestGuessAndTruth:
    def test_it_shows_the_share_and_interval_of_seven_titles(self):
        shares = GUESSES[2].question.sign.shares
        names = {role.name: role.id for role in roles()}
        drawn = traces(guess_and_truth(GUESSES[2]))["share, with its 95% interval"]
        assert len(drawn.x) == 7
        marks = zip(drawn.x, drawn.y, reach_of(drawn), drawn.customdata, strict=True)
        for x, label, ends, n in marks:
            share = shares[names[plain(label)]]
            assert x == pytest.approx(100 * share.share)
            assert ends == pytest.approx([100 * end for end in share.interval])
            assert n == share.n

    def test_the_two_that_were_guessed_come_first(self):
        drawn = guess_and_truth(GUESSES[2])
        assert [plain(label) for label in drawn.data[0].y[:2]] == ["Data scientist", "ML engineer"]
        assert drawn.layout.yaxis.categoryarray[-1] == drawn.data[0].y[0]

    @pytest.mark.parametrize("values", [(None, None), (0, None), (None, 100), (35, 35)])
    def test_only_what_was_guessed_is_shown_as_guessed(self, values):
        drawn = traces(guess_and_truth(Guess(QUESTIONS[0], values)))["your guess"]
        assert list(drawn.x) == [value for value in values if value is not None]
        labels = zip(values, ["<b>Data scientist</b>", "<b>ML engineer</b>"], strict=True)
        assert list(drawn.y) == [label for value, label in labels if value is not None]


class TestAllGuesses:
    def test_truth_is_shown_for_all_and_guesses_where_there_are_any(self):
        some = [Guess(QUESTIONS[0], (10, None)), *(Guess(q) for q in QUESTIONS[1:])]
        drawn = traces(all_guesses(some))
        assert list(drawn["your guess"].x) == [10]
        for side, name in enumerate(("Data scientist", "ML engineer")):
            assert drawn[name].x == pytest.approx(
                [100 * question.shares[side].share for question in QUESTIONS]
            )

    def test_every_guess_has_a_line_to_its_truth(self):
        drawn = traces(all_guesses(GUESSES))
        line = drawn["from guess to share"]
        points = list(zip(line.x, line.y, strict=True))
        assert len(points) == 3 * 2 * len(QUESTIONS)
        lines = zip(points[::3], points[1::3], points[2::3], strict=True)
        for (guessed, y), (true, same), gap in lines:
            assert y == same
            assert gap == (None, None)
            title = drawn["Data scientist" if y % 1 > 0.5 else "ML engineer"]
            assert true == title.x[list(title.y).index(y)]
            assert guessed in drawn["your guess"].x

    def test_the_questions_are_named_from_the_top(self):
        axis = all_guesses(GUESSES).layout.yaxis
        assert list(axis.ticktext) == [question.short for question in QUESTIONS]
        assert axis.range[0] > axis.range[1]


class TestRoleDifferences:
    @pytest.mark.parametrize("category", CATEGORIES)
    def test_rows_keep_clear_of_each_other(self, category):
        found = differences(*TITLES, category)[:12]
        figure = role_differences(found, *TITLES)
        words, dots = traces(figure)["words"], traces(figure)["Data scientist"]
        for text, below, own in zip(words.text, words.y, dots.y, strict=True):
            assert own < below
            assert all(len(line) <= LETTERS for line in text.split("<br>"))
        tops = [y + LINE * (1 + t.count("<br>")) for t, y in zip(words.text, words.y, strict=True)]
        for dot, top in pairwise([*dots.y, figure.layout.yaxis.range[0]]):
            assert top < dot
        for dot, top in zip(dots.y, tops[1:], strict=False):
            assert top <= dot - 7  # half of a mark
        assert max(tops) <= 0

    def test_shares_and_intervals_are_those_of_the_differences(self):
        drawn = traces(role_differences(FOUND[:12], *TITLES))
        for name, side in (("Data scientist", "one"), ("ML engineer", "other")):
            shares = [getattr(found, side) for found in FOUND[:12]]
            assert drawn[name].x == pytest.approx([100 * share.share for share in shares])
            intervals = [pytest.approx([100 * e for e in share.interval]) for share in shares]
            assert reach_of(drawn[name]) == intervals
            assert [n for n, _ in drawn[name].customdata] == [share.n for share in shares]

    def test_how_far_apart_is_what_the_two_numbers_give(self):
        drawn = traces(role_differences(FOUND[:12], *TITLES))["apart"]
        expected = [abs(found.one.of_100 - found.other.of_100) for found in FOUND[:12]]
        assert list(drawn.text) == [f"{points} apart" for points in expected]

    def test_the_years_stand_beside_the_words_and_every_title_has_its_own_colour(self):
        words = traces(role_differences(FOUND[:12], *TITLES))["words"].text
        assert plain(words[0]) == "Advert mentions statistics (2022 to 2026)"
        words = traces(role_differences(differences(*TITLES, search="sql"), *TITLES))["words"].text
        assert "SQL (2021)" in words
        assert set(palette.ROLE_COLOURS) == {role.id for role in roles()}
        assert len(set(palette.ROLE_COLOURS.values())) == 10
        assert palette.GUESS not in palette.ROLE_COLOURS.values()


class TestInterests:
    def test_every_score_is_drawn_and_equal_ones_stay_in_sight(self):
        found = occupations("ml_engineer")
        for trace, one in zip(interests(found).data, found, strict=True):
            assert plain(trace.name) == one.name
            assert list(trace.x) == [one.interests[interest] for interest in INTERESTS]
        sizes = [trace.marker.size for trace in interests(occupations("ml_engineer")).data]
        assert sizes == sorted(sizes, reverse=True)
        assert len(set(sizes)) == 3
