"""The page in the other engine: a guess, sliders, a code, a hand-in."""

import pytest
import webkit
from browser import until
from conftest import skip_or_fail
from page_host import served
from phones import SETTLED

import rolekit
from rolekit.measure.words import describe

pytestmark = [pytest.mark.browser, pytest.mark.long]


@pytest.fixture
def window(tmp_path):
    """Give a window of WebKit; skip without it, unless ROLEKIT_REQUIRE_WEBKIT is set."""
    if missing := webkit.absent():
        skip_or_fail(
            f"Not found: {missing}. Install webkit2gtk-driver and xvfb to run this test.",
            "ROLEKIT_REQUIRE_WEBKIT",
        )
    with webkit.page(tmp_path, 360, 740) as window:
        yield window


def test_the_way_from_the_guess_to_the_hand_in(window) -> None:
    with served(has_door=True) as door:
        window.call("/url", url=door.address)
        window.press(window.all(".rk-cover input")[0], 0.25)
        window.press(window.button("This is my guess"))
        sliders = window.all(".rk-statements input")
        assert len(sliders) == 12
        for n, slider in enumerate(sliders):
            window.press(slider, 0.1 + 0.8 * (n * 5 % 12) / 12)
        until(
            lambda: window.text(".rk-progress") == "Done: here's your result.",
            lambda: window.text(".rk-result"),
        )
        until(lambda: window.all(SETTLED), "the page has not settled")
        code = window.text(".rk-code-box code")
        response = rolekit.Response.from_code(code)
        assert (response.guess or 0) < 0
        assert len({response.answers[item] for item in response.answers}) > 6
        assert describe(rolekit.place(response.answers)) in window.text(".rk-card")
        window.press(window.button("Hand in"))
        until(lambda: door.kept == [code], "nothing arrived")
        until(lambda: "Handed in." in window.text(".rk-loop"), "nothing was said")
