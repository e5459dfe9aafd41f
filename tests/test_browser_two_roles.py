"""The guessing game and the role explorer in a real JupyterLab, by keyboard."""

import re

import pytest
from browser import JupyterLab, until
from pages import expect_picture, in_view, press, reload, save
from playwright.sync_api import Locator, Page, expect

from rolekit.base.plot.figure import packed_plotly
from rolekit.titles import words
from rolekit.titles.guesses import Guess, judge, load_questions
from rolekit.titles.shares import differences

pytestmark = pytest.mark.browser

NOTEBOOK = "01-two-roles.ipynb"
QUESTIONS = load_questions()
PACKED = packed_plotly()[:64]
LARGEST = 100_000  # bytes of a message; a FigureWidget opens with five million


def start(lab: JupyterLab, page: Page) -> tuple[Locator, Locator]:
    """Open the notebook and run it; return the game and the explorer."""
    lab.open(page, NOTEBOOK)
    lab.run_all(page)
    return find(page)


def find(page: Page) -> tuple[Locator, Locator]:
    game = page.locator(".rk-panel-guessshares")
    explorer = page.locator(".rk-panel-roleexplorer")
    expect(in_view(explorer).locator(".js-plotly-plot text").first).to_be_attached()
    expect(in_view(game).locator(".rk-slider").last).to_be_attached()
    game.evaluate("game => game.scrollIntoView()")
    return game, explorer


def closed(game: Locator, page: Page, at: int) -> None:
    """Check that a question is there, and nothing on the page that would answer it."""
    expect(game.locator("> .rk-sentence p")).to_have_text(
        f"{at + 1} of {len(QUESTIONS)}. How many {QUESTIONS[at].words}?"
    )
    expect(game.get_by_role("img")).to_have_count(0)
    seen = page.locator(".jp-Notebook").evaluate(
        """page => page.textContent + [...page.querySelectorAll("*")].flatMap(
             (part) => ["title", "alt", "aria-label", "aria-valuetext"].map(
               (name) => part.getAttribute(name) ?? "")).join(" ")"""
    )
    question = QUESTIONS[at]
    assert question.note not in seen
    assert words.describe_shares(question).split(" (")[0] not in seen
    if question.sign.unit == "people":  # how many adverts there are, the page says elsewhere
        assert not re.search(rf"\b{question.shares[0].n:,}\b", seen)


def note(frame: str | bytes, frames: list[int]) -> None:
    """Note how much came, but for Plotly's script, which is packed."""
    if PACKED not in (frame if isinstance(frame, bytes) else frame.encode()):
        frames.append(len(frame))


def opened(game: Locator, guess: Guess) -> None:
    """Wait until the picture, with its name, and the words show what is true."""
    picture = game.get_by_role("img", name=words.describe_shares(guess.question), exact=True)
    expect(picture).to_be_visible()
    expect(picture.locator(".point")).to_have_count(7 + sum(v is not None for v in guess.values))
    expect(game.locator(".rk-sentence p").last).to_have_text(words.describe_answer(guess))


def test_the_game_is_played_by_keyboard_and_gives_nothing_away(lab: JupyterLab, page: Page) -> None:
    frames: list[int] = []
    page.on("websocket", lambda ws: ws.on("framereceived", lambda frame: note(frame, frames)))
    game, _ = start(lab, page)
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    guesses = []
    game.get_by_role("slider").first.focus()
    for at, question in enumerate(QUESTIONS):
        one, other = game.get_by_role("slider").first, game.get_by_role("slider").last
        expect(one).to_be_focused()
        expect(one).to_have_accessible_name(f"Of 100 {question.asked[0]}, how many?")
        closed(game, page, at)
        if at == 0:  # left out
            press(page, "Tab", "Tab")
            guess = Guess(question)
        else:
            press(page, *["ArrowRight"] * at, "Tab", "Tab")
            expect(other).to_be_focused()
            expect(other).to_have_accessible_name(f"Of 100 {question.asked[1]}, how many?")
            press(page, *["ArrowLeft"] * (at % 3), "Enter", "Tab", "Tab")
            guess = Guess(question, (min(100, 50 + 5 * at), 50 - 5 * (at % 3)))
        guesses.append(guess)
        expect(game.get_by_role("button", name="Show me")).to_be_focused()
        press(page, "Enter")
        opened(game, guess)
        expect(one).to_be_disabled()
        step = game.get_by_role(
            "button",
            name=f"See all {len(QUESTIONS)}" if question is QUESTIONS[-1] else "Next question",
        )
        expect(step).to_be_focused()
        press(page, "Enter")
    expect(game.get_by_text(words.describe_judgement(judge(guesses)))).to_be_visible()
    said = words.describe_guesses(guesses)
    expect_picture(game, said)
    expect(game.get_by_role("button", name="Look at them again")).to_be_focused()
    # Long words are folded for those who see; a screen reader hears them all.
    picture = game.locator(".rk-picture")
    expect(picture.get_by_role("status")).to_have_text(said)
    rest = picture.locator(".rk-rest")
    assert rest.evaluate("rest => rest.clientWidth") <= 1
    game.get_by_text("The same in words").click()
    expect(rest).to_be_in_viewport()
    assert rest.evaluate("rest => getComputedStyle(rest).position") == "static"
    expect(game.get_by_text(words.describe_surprises())).to_be_visible()
    assert len(frames) > 20
    assert max(frames) < LARGEST


def test_a_guess_made_by_mouse_counts_and_a_second_look_changes_nothing(
    lab: JupyterLab, page: Page
) -> None:
    game, _ = start(lab, page)
    slider = game.get_by_role("slider").first
    press(page, "Shift")  # from the first key on, the page stays where it is

    def is_dragged() -> bool:
        """Pull the handle beyond the end; a hand that a page in motion mocks tries again."""
        slider.hover()
        page.mouse.down()
        box = slider.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] + 30, box["y"] + box["height"] / 2, steps=8)
        page.mouse.up()
        return slider.get_attribute("aria-valuetext") == "100 of 100"

    until(is_dragged, "the handle is not at the end")
    # At once, as people do: for the kernel the slider's last steps are still on their way.
    game.get_by_role("button", name="Show me").click()
    opened(game, Guess(QUESTIONS[0], (100, None)))
    expect(slider).to_be_disabled()
    slider.click(force=True, position={"x": 10, "y": 12})
    expect(slider).to_have_attribute("aria-valuetext", "100 of 100")
    opened(game, Guess(QUESTIONS[0], (100, None)))


def test_titles_are_chosen_filtered_and_searched_by_keyboard(lab: JupyterLab, page: Page) -> None:
    _, explorer = start(lab, page)
    reply = explorer.locator(".rk-row .rk-sentence p")

    def compares(category: str = "", search: str = "", first: int = 0) -> None:
        found = differences("data_scientist", "ml_engineer", category, search)[first : first + 12]
        said = words.describe_differences(found, "data_scientist", "ml_engineer")
        picture = in_view(explorer.get_by_role("img", name=said, exact=True))
        expect(picture.locator(".point")).to_have_count(2 * len(found))

    explorer.get_by_label("Compare").focus()
    press(page, "ArrowDown", "Tab")
    expect(explorer.get_by_label("with")).to_be_focused()
    press(page, "ArrowUp")
    compares()
    expect(reply).to_contain_text("Rows 1 to 12 of 183.")
    explorer.get_by_role("button", name="More rows").focus()
    press(page, "Enter")
    compares(first=12)
    expect(reply).to_contain_text("Rows 13 to 24 of 183.")

    explorer.get_by_label("Compare").focus()
    press(page, "Tab", "Tab")
    expect(explorer.get_by_label("Category")).to_be_focused()
    press(page, *["ArrowDown"] * 3)
    compares("advert")
    press(page, "Home", "Tab")
    expect(explorer.get_by_label("Search")).to_be_focused()
    page.keyboard.type("SQL")
    press(page, "Enter")
    compares(search="SQL")

    explorer.get_by_label("Search").fill("<b>cobol</b>")
    press(page, "Enter")
    expect(reply).to_have_text(
        "Nothing here matches “<b>cobol</b>”. Try a shorter word, or choose Everything."
    )
    expect(explorer.get_by_role("img")).to_have_count(0)
    # The page's own commands were not meant by any of these keys.
    expect(page.locator(".jp-Notebook.jp-mod-editMode")).to_have_count(0)


@pytest.mark.long
def test_after_a_reload_beside_a_living_kernel_all_is_as_it_was(
    own_lab: JupyterLab, own_page: Page
) -> None:
    game, explorer = start(own_lab, own_page)
    sliders = game.get_by_role("slider")
    sliders.first.focus()
    press(own_page, "ArrowRight")
    game.get_by_role("button", name="Show me").click()
    opened(game, Guess(QUESTIONS[0], (55, None)))
    explorer.get_by_label("Compare").select_option("Statistician")
    found = differences("statistician", "data_engineer")[:12]
    said = words.describe_differences(found, "statistician", "data_engineer")
    expect_picture(explorer, said)

    save(own_page)
    assert (own_lab.notebooks / NOTEBOOK).stat().st_size < 10 * LARGEST
    reload(own_page)
    game, explorer = find(own_page)
    opened(game, Guess(QUESTIONS[0], (55, None)))
    expect(game.get_by_role("slider").first).to_have_attribute("aria-valuetext", "55 of 100")
    expect(explorer.get_by_label("Compare")).to_have_value("Statistician")
    expect_picture(explorer, said)
    game.get_by_role("button", name="Next question").click()
    closed(game, own_page, 1)
