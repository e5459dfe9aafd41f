"""Notebooks 04 and 05 in a real JupyterLab: clicked through, and gone when they are closed."""

import re
import socket

import pages
import pytest
from browser import until
from pages import in_view, panel, reload, save
from playwright.sync_api import expect

# Every day tests/test_weather_panels.py presses the same buttons, and the layout tests draw them.
pytestmark = [pytest.mark.browser, pytest.mark.long]


def click(page, name, button):
    pages.click(panel(page, name), button)


def wait_for_text(page, name, text):
    panel(page, name).get_by_text(text).first.wait_for()


def open_and_run(page, lab, notebook, last):
    """Open a notebook and run all of it, to its last step."""
    lab.open(page, notebook)
    lab.hide_files(page)
    lab.run_all(page)
    panel(page, last).wait_for(state="attached")


def is_listening(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_an_afternoon_serves_refuses_watches_and_ends_with_its_kernel(own_page, own_lab):
    open_and_run(own_page, own_lab, "04-try-the-work.ipynb", "enjoyed")
    click(own_page, "serve", "Train and publish")
    wait_for_text(own_page, "serve", "until 2015-12-30")
    click(own_page, "serve", "Start the service")
    wait_for_text(own_page, "serve", "The service is listening at http://127.0.0.1:")
    port = int(re.search(r"127\.0\.0\.1:(\d+)", panel(own_page, "serve").inner_text())[1])
    assert is_listening(port)
    click(own_page, "serve", "A good evening")
    wait_for_text(own_page, "serve", "Answered (200): the chance of rain on 2016-01-01 is")
    click(own_page, "serve", "10,000 days at once")
    wait_for_text(own_page, "serve", "Refused (413)")
    click(own_page, "watchload", "Send 400 requests")
    wait_for_text(own_page, "watchload", "360 answered, 40 refused, 0 failed")
    # The sentence is the picture's name, for those who cannot see it.
    named = panel(own_page, "watchload").locator(".rk-figure")
    expect(named).to_have_attribute("aria-label", re.compile("40 refused"))
    click(own_page, "repeat", "Publish today's model")
    wait_for_text(own_page, "repeat", "until 2015-12-31")
    click(own_page, "repeat", "Exchange the file")
    wait_for_text(own_page, "repeat", "is not the file that was recorded at training")
    own_lab.stop_kernels()
    until(lambda: not is_listening(port), "the server outlived its kernel")


def test_a_slider_moved_by_keyboard_moves_the_teams_and_a_reload_shows_them_so(own_page, own_lab):
    open_and_run(own_page, own_lab, "05-why-both-matter.ipynb", "nexteuro")
    click(own_page, "fourteams", "weak analysis, strong engineering")
    wait_for_text(own_page, "fourteams", "Euros saved in three years, compared with")
    strong = """() => {
        const plot = document.querySelector('.rk-panel-fourteams .js-plotly-plot');
        const line = plot?.data?.find(d => d.name === 'strong analysis, strong engineering');
        return Array.from(line?.y._inputArray ?? line?.y ?? []).at(-1);
    }"""
    own_page.wait_for_function(f"() => ({strong})() > 2000")
    slider = panel(own_page, "fourteams").get_by_role("slider", name="Tables out on a wet day cost")
    slider.focus()
    for _ in range(5):
        slider.press("ArrowLeft")
    # 50 euros each: what is left of 2,588 euros is about 50.
    own_page.wait_for_function(f"() => ({strong})() < 500")
    wait_for_text(own_page, "fourteams", "strong analysis, strong engineering 50 (")
    wait_for_text(own_page, "mechanisms", "50 and 50 euros")
    save(own_page)
    reload(own_page)
    in_view(panel(own_page, "fourteams")).locator(".js-plotly-plot").first.wait_for()
    own_page.wait_for_function(f"() => ({strong})() < 500")
