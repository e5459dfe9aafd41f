"""The page to keep is one that opens anywhere, with a place for each thing that is kept."""

import re

from hands import tags, words_of

from rolekit.base.page import page
from rolekit.measure.kept_page import kept_page

PLACES = {"sentence", "picture", "guess", "nearest", "pairs", "more", "code", "day"}


def test_it_has_one_place_for_all_that_is_kept_and_the_style_of_every_printed_page():
    assert sorted(re.findall(r"\{(\w+)\}", kept_page())) == sorted(PLACES)
    style = re.search(r"<style>(.+?)</style>", page("", ""), re.S)[1]
    assert style in kept_page()


def test_it_fetches_nothing_and_says_how_to_come_back_and_what_it_is_not_for():
    names = [name for name, _ in tags(kept_page())]
    assert not {"script", "link", "iframe", "img"} & set(names)
    assert "url(" not in kept_page()
    told = words_of(kept_page())
    assert "paste the code into Resume from a code ." in told
    assert "not for choosing between applicants" in told
