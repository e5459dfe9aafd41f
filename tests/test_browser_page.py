"""The whole way on a phone, by touch: nothing is lost, nothing leaves it unasked."""

from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import until
from hands import long
from page_host import served
from pages import check_readable, press
from people import RISING
from phones import (
    QUESTION,
    answer_all,
    expect_answered,
    guess,
    phone,
    response_of,
    sliders,
    tap,
    tap_line,
)
from playwright.sync_api import Browser, Page, expect

import rolekit
from rolekit.cohort.door import Door, store_at
from rolekit.measure.words import describe, describe_gain, describe_guess, describe_nearest
from rolekit.page.build import page_files

pytestmark = pytest.mark.browser

OPEN = "The facilitator, and others on this network, could read what you send."
THEIRS = rolekit.Response(RISING, guess=-40).to_code()
KEPT = "Object.values(localStorage).join()"
TOUCH = 44  # pixels: what a thumb hits


@pytest.fixture(scope="module")
def host():
    with served() as running:
        yield running


@pytest.fixture
def door():
    with served(has_door=True) as running:
        yield running


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    for name, content in page_files().items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def new(chromium: Browser):
    """Open the page on a new phone, which has no errors to the end."""
    opened, errors = [], []

    def new(address: str, **more) -> Page:
        page = phone(chromium, **more)
        page.on("pageerror", lambda error: errors.append(error.stack))
        page.on("console", lambda said: errors.append(said.text) if "Refused" in said.text else 0)
        page.goto(address)
        opened.append(page)
        return page

    yield new
    for page in opened:
        page.context.close()
    assert not errors, errors


def test_the_whole_way_from_a_disk(new, folder) -> None:
    page = new((folder / "index.html").as_uri())
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    expect(sliders(page).first).to_be_hidden()
    guess(page)
    expect_answered(page, 0)
    answer_all(page, 11)
    expect_answered(page, 1)
    answer_all(page)
    response = expect_answered(page, 12)
    placement = rolekit.place(response.answers)
    card = page.locator(".rk-loop .rk-card")
    expect(card).to_contain_text(describe(placement))
    expect(card).to_contain_text(describe_guess(placement, response.guess))
    expect(card).to_contain_text(describe_nearest(rolekit.resemblance(response.answers)))
    assert not asked
    tap(page, "Ask me 12 more")
    answer_all(page, 12)
    response = expect_answered(page, 24)
    assert response.guess is not None
    after = rolekit.place(response.answers)
    expect(page.locator(".rk-gain")).to_have_text(describe_gain(placement, after))
    expect(page.get_by_role("button", name="Share")).to_have_count(0)  # a disk cannot be linked to


def test_a_tap_counts_where_it_is_on_phones_that_leave_the_handle_where_it_was(new, host) -> None:
    page = new(host.address)
    tap(page, "Skip")
    # What no hand made moves no handle either.
    up = """(input, share) => {
      const { left, width } = input.getBoundingClientRect();
      const clientX = left + share * width;
      input.dispatchEvent(new PointerEvent("pointerup", { pointerType: "touch", clientX }));
    }"""
    for n, (share, value) in enumerate([(0, 0), (0.2, 15), (0.47, 50), (0.8, 85), (1, 100)]):
        sliders(page).nth(n).evaluate(up, share)
        expect(sliders(page).nth(n)).to_have_value(str(value))
        expect_answered(page, n + 1)


def test_a_finger_that_scrolls_over_a_slider_answers_nothing(new, host) -> None:
    page = new(host.address)
    tap(page, "Skip")
    box = sliders(page).nth(2).bounding_box()
    assert box
    x, y = box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2
    touch = page.context.new_cdp_session(page)
    points = [("touchStart", y), *[("touchMove", y - 30 * n) for n in range(1, 8)]]
    for kind, at in points:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": at}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    until(lambda: page.evaluate("scrollY") > 50, "the page did not scroll")
    expect_answered(page, 0)


def test_the_strip_shows_what_was_answered(new, host) -> None:
    page = new(host.address)
    guess(page, 0.1)
    answer_all(page)
    response = expect_answered(page, 12)
    placement = rolekit.place(response.answers)
    width = page.locator(".rk-figure svg").evaluate("svg => svg.viewBox.baseVal.width")
    # A point of lean is 1/212 of the strip's width.
    lean_of = """part => new DOMMatrix(getComputedStyle(part).transform).m41"""
    to_lean = lambda x: (x / width - 0.5) * 212  # noqa: E731

    def lean(part: str) -> float:
        return to_lean(page.locator(part).evaluate(lean_of))

    until(lambda: abs(lean(".rk-you") - placement.lean) < 0.5, "the point is elsewhere")
    assert lean(".rk-guess") == pytest.approx(response.guess, abs=0.5)
    ends = page.locator(".rk-range").get_attribute("d").removeprefix("M").split(" -8.5H")
    assert [to_lean(float(x)) for x in ends] == pytest.approx([placement.low, placement.high])
    dots = page.locator(".rk-moving > circle")
    assert dots.count() == 20
    found = sorted(to_lean(dots.nth(n).evaluate(lean_of)) for n in range(20))
    # Each in the column of 4 points that its place falls into.
    until(
        lambda: (
            sorted(to_lean(dots.nth(n).evaluate(lean_of)) for n in range(20))
            == pytest.approx(sorted(placement.dots), abs=4.1)
        ),
        lambda: f"{found} are not {placement.dots}",
    )


@pytest.mark.parametrize("size", [*long("100%"), "200%"])
def test_words_of_the_strip_keep_apart_and_inside_and_nothing_is_wider_than_the_phone(
    new, host, size
) -> None:
    page = new(host.address)
    page.add_style_tag(content=f"html {{ font-size: {size}; }}")
    guess(page, 0.5)
    answer_all(page)
    boxes = page.locator(".rk-names text, .rk-end, .rk-still g text").evaluate_all(
        "texts => texts.map(text => text.getBoundingClientRect().toJSON())"
    )
    assert len(boxes) == 6
    for n, one in enumerate(boxes):
        assert 0 <= one["left"] < one["right"] <= 360
        for other in boxes[:n]:
            apart = one["left"] >= other["right"] or other["left"] >= one["right"]
            # Letters are lower than their box.
            assert apart or abs(one["top"] - other["top"]) > 0.7 * one["height"], (one, other)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("size", [(360, 740), *long((740, 360))])
def test_the_result_is_in_sight_beside_every_statement(new, host, size) -> None:
    page = new(host.address, **dict(zip(("width", "height"), size, strict=True)))
    guess(page)
    answer_all(page)
    for part in (".rk-you", ".rk-said", ".rk-progress"):
        expect(page.locator(part)).to_be_in_viewport(ratio=1)
    last = sliders(page).last
    expect(last).to_be_in_viewport(ratio=1)
    strip, slider = page.locator(".rk-result").bounding_box(), last.bounding_box()
    assert strip
    assert slider
    beside = slider["x"] >= strip["x"] + strip["width"]
    assert beside or slider["y"] >= strip["y"] + strip["height"]


def test_the_whole_way_by_keyboard_and_no_focus_is_hidden_below_the_result(new, host) -> None:
    page = new(host.address)
    press(page, "Tab", "ArrowLeft", "Tab", "Tab", "Enter")  # past the button that clears the guess
    assert expect_answered(page, 0).guess == -5
    for answered in range(1, 13):
        press(page, "ArrowRight")
        expect_answered(page, answered)
        for part in ("Clear", "What is meant by", "slider"):
            press(page, "Tab")
            top, name = page.evaluate(
                """() => {
                  const { activeElement } = document;
                  const name = activeElement.getAttribute("aria-label") ?? activeElement.type;
                  return [activeElement.getBoundingClientRect().top, name];
                }"""
            )
            assert top >= page.locator(".rk-result").bounding_box()["height"] - 1, (part, name)
    press(page, "Enter")
    expect(sliders(page)).to_have_count(24)


def test_a_screen_reader_hears_the_result_and_the_count_when_a_slider_rests(new, host) -> None:
    page = new(host.address)
    tap(page, "Skip")
    answer_all(page)
    placement = rolekit.place(expect_answered(page, 12).answers)
    said = page.get_by_role("status").filter(has_text="Done: here's your result.")
    expect(said).to_have_text(f"{describe(placement)} Done: here's your result.")
    expect(page.get_by_role("img", name=describe(placement), exact=True)).to_be_visible()


def test_nothing_moves_by_itself_for_people_who_want_it_so(new, host) -> None:
    moving = "getComputedStyle(document.querySelector('.rk-you')).transitionDuration"
    page = new(host.address, reduced_motion="reduce")
    assert page.evaluate(moving) == "0s"
    assert new(host.address).evaluate(moving) != "0s"


def test_all_that_is_touched_is_as_large_as_a_thumb(new, host) -> None:
    page = new(host.address)
    guess(page)
    answer_all(page)
    found = page.locator("button, input[type=range], summary, .rk-round, .rk-resume input")
    sizes = found.locator("visible=true").evaluate_all(
        "all => all.map(one => [one.outerHTML.slice(0, 60), one.getBoundingClientRect().height])"
    )
    assert len(sizes) > 40
    assert not [one for one in sizes if one[1] < TOUCH]


def test_a_reload_or_a_closed_tab_loses_nothing(new, host) -> None:
    page = new(host.address)
    guess(page)
    answer_all(page, 7)
    code = response_of(page).to_code()
    statements = page.locator(".rk-statements .rk-label").all_inner_texts()
    page.reload()
    assert expect_answered(page, 5).to_code() == code
    assert page.locator(".rk-statements .rk-label").all_inner_texts() == statements
    other = page.context.new_page()
    page.close()
    other.goto(host.address)
    assert expect_answered(other, 5).to_code() == code


def test_where_storage_is_blocked_all_goes_on(new, host) -> None:
    page = new("about:blank")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })"
    )
    page.goto(host.address)
    guess(page)
    answer_all(page)
    expect_answered(page, 12)


def test_answers_are_forgotten_when_somebody_says_so_twice(new, host) -> None:
    page = new(host.address)
    guess(page)
    answer_all(page, 6)
    mine = response_of(page)
    assert mine.to_code() in page.evaluate(KEPT)
    tap(page, "Forget my answers")
    tap(page.locator("dialog"), "Cancel")
    expect_answered(page, 6)
    tap(page, "Forget my answers")
    tap(page.locator("dialog"), "Forget my answers")
    expect(page.get_by_role("slider", name=QUESTION)).to_be_visible()
    assert page.evaluate(KEPT) == ""
    # The same person may begin afresh; the next one is another.
    assert response_of(page) == rolekit.Response(rolekit.Answers(), id=mine.id)
    tap(page, "Skip")
    answer_all(page, 10)
    expect_answered(page, 2)
    tap(page, "Someone else's turn")
    tap(page.locator("dialog"), "Someone else's turn")
    expect(page.get_by_role("slider", name=QUESTION)).to_be_visible()
    assert response_of(page).id != mine.id
    assert page.evaluate(KEPT) == ""
    page.reload()
    expect(page.get_by_role("slider", name=QUESTION)).to_be_visible()


def test_a_code_is_resumed_with_its_guess_and_its_further_answers(new, host) -> None:
    page = new(host.address)
    tap(page, "Skip")
    page.get_by_label("Resume from a code").fill(THEIRS.lower())
    tap(page, "Resume")
    assert expect_answered(page, 12).to_code() == THEIRS


def test_the_map_comes_only_when_asked_for_and_has_the_person_on_it(new, host) -> None:
    host.asked.clear()
    page = new(f"{host.address}#{THEIRS}")
    show = page.get_by_role("button", name="Show the map")
    expect(show).to_be_visible()
    assert "map.js" not in host.asked
    show.tap()
    map = page.get_by_role("img", name="A map: from analytics to engineering")
    expect(map.locator(".main-svg").first).to_be_visible()
    assert {"index.html", "door.js", "page.js", "map.js"} <= set(host.asked)
    placement = rolekit.place(RISING)
    drawn = page.evaluate("document.querySelector('.js-plotly-plot').data[1]")
    assert [drawn["x"], drawn["y"]] == [
        pytest.approx([placement.lean]),
        pytest.approx([placement.depth]),
    ]


@pytest.mark.long
def test_a_map_that_does_not_come_can_be_asked_for_again(new, host) -> None:
    page = new(f"{host.address}#{THEIRS}")
    page.route("**/map.js", lambda route: route.abort())
    tap(page, "Show the map")
    expect(page.get_by_text("The map didn't arrive.")).to_be_visible()
    page.unroute("**/map.js")
    tap(page, "Show the map")
    expect(page.locator(".rk-map .main-svg").first).to_be_visible()


def test_a_code_is_copied_with_and_without_a_clipboard(new, host) -> None:
    page = new(host.address, permissions=["clipboard-read", "clipboard-write"])
    guess(page)
    tap(page, "Copy")
    expect(page.get_by_text("Copied.")).to_be_visible()
    code = response_of(page).to_code()
    assert page.evaluate("navigator.clipboard.readText()") == code
    page.evaluate("navigator.clipboard.writeText('')")
    page.evaluate("delete Navigator.prototype.clipboard")
    answer_all(page, 11)
    tap(page, "Copy")
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("String(getSelection())") == response_of(page).to_code()


def test_a_shared_link_shows_a_result_and_changes_nothing_unasked(new, host) -> None:
    page = new(host.address)
    guess(page)
    answer_all(page)
    code = response_of(page).to_code()
    tap(page, "Share")
    dialog = page.locator("dialog")
    expect(dialog).to_contain_text("Anyone with this link can read your answers.")
    tap(dialog, "Copy the link")
    link = f"{host.address}#{code}"
    expect(page.locator(".rk-link")).to_have_text(link)
    expect(page.get_by_text("Copied.")).to_be_visible()

    other = new(host.address)
    tap(other, "Skip")
    answer_all(other, 6)
    own = response_of(other).to_code()
    other.goto(link)  # the address differs in its fragment alone
    expect(other.get_by_text("Someone shared this result with you")).to_be_visible()
    said = describe(rolekit.place(response_of(page).answers))
    expect(other.locator(".rk-loop .rk-card")).to_contain_text(said)
    assert other.url == host.address
    expect(other.locator("input").locator("visible=true")).to_have_count(0)
    tap(other, "Go to my answers")
    assert expect_answered(other, 6).to_code() == own
    other.goto(link)
    tap(other, "Continue with these answers")
    tap(other.locator("dialog"), "Cancel")
    assert own in other.evaluate(KEPT)
    tap(other, "Continue with these answers")
    expect(other.locator("dialog")).to_contain_text("These answers would replace your own")
    tap(other.locator("dialog"), "Continue with these answers")
    # The shared result says the same. A page that is closed while it loads anew may never close.
    expect(other.get_by_text("Someone shared this result with you")).to_have_count(0)
    assert expect_answered(other, 12).to_code() == code


def test_a_link_with_half_a_code_says_so_and_lets_one_begin(new, host) -> None:
    page = new(f"{host.address}#{THEIRS[:-4]}")
    expect(page.get_by_text("This looks like a code with 3 characters missing.")).to_be_visible()
    assert page.url == host.address
    guess(page)
    expect_answered(page, 0)


def test_at_a_door_nothing_is_shared_and_a_shared_result_cannot_be_handed_in(new, door) -> None:
    page = new(door.address)
    guess(page)
    expect(page.get_by_text(OPEN)).to_be_visible()
    expect(page.get_by_role("button", name="Share")).to_have_count(0)
    page.goto(f"{door.address}#{THEIRS}")
    expect(page.get_by_text("Someone shared this result with you")).to_be_visible()
    expect(page.get_by_role("button", name="Hand in")).to_have_count(0)


def test_what_is_handed_in_counts_anew_when_it_was_changed(new, door) -> None:
    page = new(door.address)
    guess(page)
    hand_in = page.get_by_role("button", name="Hand in", exact=True)
    expect(hand_in).to_be_disabled()
    answer_all(page)
    hand_in.tap()
    expect(page.get_by_text("Handed in. If you change an answer")).to_be_visible()
    tap_line(sliders(page).first, 0.9)
    expect(page.get_by_text("You've changed something since you handed in.")).to_be_visible()
    page.reload()
    page.get_by_label("This is after the discussion (second round)").tap()
    hand_in.tap()
    expect(page.get_by_text("Handed in. If you change an answer")).to_be_visible()
    first, second = map(rolekit.Response.from_code, door.kept)
    assert first.id == second.id
    assert (first.round, second.round) == (1, 2)
    assert second == response_of(page)


def test_a_hand_in_that_fails_stays_on_the_phone_and_tries_again(new, door) -> None:
    page = new(door.address)
    guess(page)
    answer_all(page)
    code = response_of(page).to_code()
    door.status = 503
    tap(page, "Hand in")
    waiting = page.get_by_text("It hasn't arrived yet.")
    expect(waiting).to_be_visible()
    page.reload()
    expect(waiting).to_be_visible()
    tap(page, "Someone else's turn")
    expect(page.locator("dialog")).to_contain_text("haven't reached the facilitator yet")
    tap(page.locator("dialog"), "Cancel")
    assert door.kept == []
    door.status = 200
    expect(page.get_by_text("Handed in.")).to_be_visible()  # by itself
    assert door.kept == [code]
    expect(page.get_by_text(OPEN)).to_be_visible()


@pytest.mark.long
def test_at_another_door_the_same_answers_are_still_to_be_handed_in(new, door) -> None:
    page = new(door.address)
    guess(page)
    answer_all(page)
    code = response_of(page).to_code()
    tap(page, "Hand in")
    expect(page.get_by_text("Handed in.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Handed in.")).to_be_visible()
    page.goto(urljoin(door.address, "../tomorrow/"))
    assert expect_answered(page, 12).to_code() == code
    expect(page.get_by_text("Handed in.")).to_have_count(0)
    assert door.kept == [code]


def test_a_phone_back_on_the_network_hands_in_at_once(new, door) -> None:
    page = new(door.address)
    guess(page)
    answer_all(page)
    page.context.set_offline(True)
    tap(page, "Hand in")
    expect(page.get_by_text("It hasn't arrived yet.")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Handed in.")).to_be_visible()
    assert door.kept == [response_of(page).to_code()]


def test_a_real_door_that_was_closed_meanwhile_gets_everything_in_the_end(new, tmp_path) -> None:
    real = Door(store_at(str(tmp_path / "room")), page_files())
    real.open()
    page = new(real.address)
    guess(page)
    answer_all(page)
    tap(page, "Hand in")
    expect(page.get_by_text("Handed in.")).to_be_visible()
    real.close()
    tap_line(sliders(page).first, 0.95)
    tap(page, "Hand in")
    expect(page.get_by_text("It hasn't arrived yet.")).to_be_visible()
    assert real.store.read().responses[0] != response_of(page)
    real.open()
    expect(page.get_by_text("Handed in.")).to_be_visible()
    assert list(real.store.read().responses) == [response_of(page)]
    real.close()


def test_what_the_door_refuses_is_said_in_its_words(new, door) -> None:
    page = new(door.address)
    tap(page, "Skip")
    answer_all(page, 11)
    door.status = 400
    tap(page, "Hand in")
    expect(page.get_by_text("That is no code.")).to_be_visible()
    door.status = 200
    tap(page, "Hand in")
    expect(page.get_by_text("Handed in.")).to_be_visible()


@pytest.mark.parametrize("colours", ["light", *long("dark")])
def test_axe_finds_nothing_at_any_step(new, host, door, colours) -> None:
    page = new(door.address, color_scheme=colours)

    def look() -> None:
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
        check_readable(page.locator("body"), 6)

    look()
    guess(page)
    look()
    answer_all(page)
    tap(page, "Hand in")
    expect(page.get_by_text("Handed in.")).to_be_visible()
    tap(page, "Show the map")
    expect(page.locator(".rk-map .main-svg").first).to_be_visible()
    look()
    tap(page, "Forget my answers")
    look()
    page.goto(urljoin(host.address, f"index.html#{THEIRS}"))
    look()
