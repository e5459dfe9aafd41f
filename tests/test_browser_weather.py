"""Notebooks 04 and 05 in a real JupyterLab: clicked through, and gone when they are closed."""

import re
import socket
import time

import pytest

pytestmark = pytest.mark.browser

PATIENCE = 60_000  # milliseconds


def panel(page, name):
    return page.locator(f".rk-panel-{name}").first


def click(page, name, button):
    panel(page, name).get_by_role("button", name=button, exact=True).click()


def wait_for_text(page, name, text):
    panel(page, name).get_by_text(text).first.wait_for(timeout=PATIENCE)


def open_and_run(page, lab, notebook, last):
    """Open a notebook and run all of it; return the seconds until its last step is there."""
    page.set_default_timeout(PATIENCE)
    lab.open(page, notebook)
    page.keyboard.press("Control+b")
    began = time.monotonic()
    lab.run_all(page)
    panel(page, last).wait_for(state="attached")
    return time.monotonic() - began


def is_listening(port):
    with socket.socket() as probe:
        probe.settimeout(2)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_an_afternoon_serves_refuses_watches_and_ends_with_its_kernel(page, lab):
    assert open_and_run(page, lab, "04-try-the-work.ipynb", "enjoyed") < 60
    click(page, "serve", "Train and publish")
    wait_for_text(page, "serve", "until 2015-12-30")
    click(page, "serve", "Start the service")
    wait_for_text(page, "serve", "The service listens at http://127.0.0.1:")
    port = int(re.search(r"127\.0\.0\.1:(\d+)", panel(page, "serve").inner_text())[1])
    assert is_listening(port)
    click(page, "serve", "A good evening")
    wait_for_text(page, "serve", "Answered (200): the chance of rain on 2016-01-01 is")
    click(page, "serve", "10,000 days at once")
    wait_for_text(page, "serve", "Refused (413)")
    click(page, "watchload", "Send 400 requests")
    wait_for_text(page, "watchload", "360 answered, 40 refused, 0 failed")
    # The sentence is the picture's name, for those who cannot see it.
    named = panel(page, "watchload").locator(".js-plotly-plot")
    assert "40 refused" in named.get_attribute("aria-label")
    click(page, "repeat", "Publish today's model")
    wait_for_text(page, "repeat", "until 2015-12-31")
    click(page, "repeat", "Exchange the file")
    wait_for_text(page, "repeat", "is not the file that was recorded at training")
    lab.stop_kernels()
    for _ in range(100):
        if not is_listening(port):
            break
        time.sleep(0.1)
    assert not is_listening(port), "the server outlived its kernel"


def test_a_morning_is_guessed_shuffled_tried_and_told(page, lab):
    open_and_run(page, lab, "04-try-the-work.ipynb", "enjoyed")
    panel(page, "look").locator("input[type=range]").press("Enter")
    click(page, "look", "Show me")
    wait_for_text(page, "look", "For July you guessed 50.")
    click(page, "ask", "No")
    click(page, "ask", "Shuffle 1,000 times")
    wait_for_text(page, "ask", "Of 1,000 shuffles")
    click(page, "experiment", "the model")
    panel(page, "experiment").get_by_label("temperature").check()
    click(page, "experiment", "Try it")
    wait_for_text(page, "experiment", "today's rain, season, temperature")
    assert panel(page, "experiment").locator(".js-plotly-plot").count() == 2
    click(page, "tell", "Euros by rule")
    wait_for_text(page, "tell", "in 2015, a year on which nothing was tried out")


def test_a_slider_moved_by_keyboard_moves_the_teams_and_a_reload_shows_them_so(page, lab):
    open_and_run(page, lab, "05-why-both-matter.ipynb", "nexteuro")
    click(page, "fourteams", "weak analysis, strong engineering")
    wait_for_text(page, "fourteams", "Saved against same as today in three years")
    strong = """() => {
        const plot = document.querySelector('.rk-panel-fourteams .js-plotly-plot');
        const line = plot.data.find(d => d.name === 'strong analysis, strong engineering');
        return Array.from(line.y._inputArray ?? line.y).at(-1);
    }"""
    page.wait_for_function(f"() => ({strong})() > 2000")
    slider = panel(page, "fourteams").get_by_role("slider", name="Tables out on a wet day cost")
    slider.focus()
    for _ in range(5):
        slider.press("ArrowLeft")
    # 50 euros each: what is left of 2,588 euros is about 50.
    page.wait_for_function(f"() => ({strong})() < 500", timeout=PATIENCE)
    wait_for_text(page, "fourteams", "strong analysis, strong engineering 50 (")
    wait_for_text(page, "mechanisms", "50 and 50 euros")
    page.keyboard.press("Control+s")
    page.wait_for_timeout(1500)
    page.reload()
    panel(page, "fourteams").locator(".js-plotly-plot").first.wait_for(state="attached")
    page.wait_for_function(f"() => ({strong})() < 500", timeout=PATIENCE)
