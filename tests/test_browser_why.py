"""Notebook 03 in a real JupyterLab: what pulled, how sure, and the ten pairs by key and by mouse.

What the page shows must be what rolekit makes of the code that was pasted.
"""

from dataclasses import replace

import pytest
from browser import JupyterLab
from pages import cells, check_readable, expect_picture, in_view, panel, reload, save, use_code
from people import ONE as PERSON
from playwright.sync_api import Locator, Page, expect

import rolekit
from rolekit.measure import words
from rolekit.measure.example import EXAMPLE
from rolekit.measure.pairs import compare, load_pairs, score_pairs
from rolekit.measure.twelve_more import twelve_more

pytestmark = pytest.mark.browser

NOTEBOOK = "03-why-you-sit-there.ipynb"
PANELS = ("pulls", "flips", "howsure", "resembles", "secondlook", "guessandresult")
PAIRS = load_pairs()
SIDE_OF = {pair.analytics: "analytics" for pair in PAIRS}
SIDE_OF |= {pair.engineering: "engineering" for pair in PAIRS}
ID_OF = {text: pair.id for pair in PAIRS for text in (pair.analytics, pair.engineering)}
COVERED = "After the last pair, you'll see both methods side by side here."


def sentences(response: rolekit.Response) -> dict[str, str]:
    """Return what each panel has to say about a person."""
    placement, explanation = rolekit.place(response.answers), rolekit.explain(response.answers)
    found = rolekit.resemblance(response.answers)
    foreseen = twelve_more(response.answers)
    said = [*placement.notes, *explanation.notes]
    return {
        "pulls": words.describe_pulls(explanation),
        "flips": words.describe_flips(explanation.flips),
        "howsure": words.describe_sureness(placement, explanation.kept_share, foreseen, placement),
        "resembles": words.describe_resemblance(found),
        "secondlook": " ".join(said)
        or (
            "Nothing stands out: no long run of the same answer, and no two answers on one kind of "
            "work that are far apart."
        ),
        "guessandresult": words.describe_guess(placement, response.guess),
    }


def both_methods(response: rolekit.Response) -> str:
    """Return what the game has to say at its end."""
    assert response.pairs
    result = score_pairs(response.pairs)
    return f"{compare(rolekit.place(response.answers), result)} {words.describe_pairs(result)}"


def start(lab: JupyterLab, page: Page, code: str = "") -> None:
    """Open the notebook, run it, and paste a code if there is one."""
    lab.open(page, NOTEBOOK)
    page.evaluate("sessionStorage.clear()")  # of whom another test was about
    lab.run_all(page)
    for name in ("guessandresult", "pairsgame", "pulls", "person"):
        in_view(panel(page, name))
    if code:
        use_code(page, code)


def check(page: Page, name: str, sentence: str) -> None:
    """Check that a panel says this, as its picture does where there is one."""
    shown = in_view(panel(page, name))
    said = shown.locator(":is(.rk-sentence, .rk-picture:not(.rk-empty)):not(.rk-hand-in *) > p")
    expect(said).to_have_text(sentence)
    if name != "secondlook":
        expect_picture(shown, sentence)
        expect(shown.locator(".js-plotly-plot")).to_have_count(1)


def cards(page: Page) -> Locator:
    return panel(page, "pairsgame").locator(".rk-card")


def texts(page: Page) -> list[str]:
    """Return the two tasks that are shown, left and right."""
    return cards(page).evaluate_all(
        "cards => cards.map((card) => card.querySelector('span:not([aria-hidden])').textContent)"
    )


def expect_pair(page: Page, number: int) -> None:
    asked = panel(page, "pairsgame").locator(".rk-pairs-ask")
    expect(asked).to_have_text(f"Pair {number} of 10: which would you rather do?")


# The claims


def test_the_pairs_are_played_by_keyboard_and_outlive_a_reload(lab: JupyterLab, page: Page) -> None:
    start(lab, page, PERSON.to_code())
    game, before = panel(page, "pairsgame"), cells(page)
    panel(page, "pulls").get_by_role("button", name="Skip").click()
    check(page, "pulls", sentences(PERSON)["pulls"])
    in_view(game)
    # From the choice above it, Tab alone leads to the first card.
    page.locator(".rk-panel-secondlook").first.click()
    for _ in range(40):
        if page.evaluate("document.activeElement.classList.contains('rk-card')"):
            break
        page.keyboard.press("Tab")
    expect(cards(page).first).to_be_focused()

    made: dict[int, str] = {}

    def choose(key: str) -> None:
        shown = texts(page)
        chosen = shown[0 if key == "ArrowLeft" else 1]
        made[ID_OF[chosen]] = SIDE_OF[chosen]
        page.keyboard.press(key)

    for number, key in enumerate(["ArrowLeft", "ArrowRight", "ArrowLeft"], start=1):
        expect_pair(page, number)
        choose(key)
    expect_pair(page, 4)
    expect(game).to_contain_text(COVERED)
    # A key that is held down counts once: all but the first are repeats.
    first, other = texts(page)
    page.keyboard.down("ArrowRight")
    for _ in range(5):
        page.keyboard.down("ArrowRight")
    page.keyboard.up("ArrowRight")
    expect_pair(page, 5)
    # Back shows what was chosen, and another choice takes its place.
    for _ in range(2):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('rk-back')"):
            break
    expect(game.get_by_role("button", name="Back")).to_be_focused()
    page.keyboard.press("Enter")
    expect_pair(page, 4)
    assert texts(page) == [first, other]
    expect(cards(page).nth(1)).to_have_attribute("aria-pressed", "true")
    expect(cards(page).nth(0)).to_have_attribute("aria-pressed", "false")
    choose("ArrowLeft")
    for number in range(5, 11):
        expect_pair(page, number)
        choose("ArrowRight" if number % 2 else "ArrowLeft")

    response = replace(PERSON, pairs=tuple(made[pair.id] for pair in PAIRS))
    check(page, "pairsgame", both_methods(response))
    expect(game.locator(".rk-code-box code")).to_have_text(response.to_code())
    expect(game.get_by_role("button", name="Back to the last pair")).to_be_focused()
    # No arrow reached JupyterLab, and the other panels stand as they stood.
    assert cells(page) == before
    expect(page.locator(".jp-Notebook.jp-mod-editMode")).to_have_count(0)
    told = sentences(PERSON)
    check(page, "pulls", told["pulls"])

    save(page)
    reload(page)
    for name in PANELS:
        expect(panel(page, name)).to_be_attached()
        check(page, name, told[name])
    check(page, "pairsgame", both_methods(response))
    expect(game.locator(".rk-code-box code")).to_have_text(response.to_code())
    game.get_by_role("button", name="Back to the last pair").click()
    expect_pair(page, 10)
    pressed = game.locator(".rk-card[aria-pressed=true] span:not([aria-hidden])")
    last = pressed.text_content()
    assert last
    assert made[ID_OF[last]] == SIDE_OF[last]


def test_every_panel_says_and_shows_what_the_code_holds(lab: JupyterLab, page: Page) -> None:
    start(lab, page)
    for name, sentence in sentences(EXAMPLE).items():
        if name == "secondlook":
            continue
        check(page, name, f"An invented person, as if it were you. {sentence}")
        expect(panel(page, name).locator(".js-plotly-plot")).to_contain_text("an invented person")

    use_code(page, PERSON.to_code())
    sum_of = panel(page, "pulls")
    expect(sum_of.locator(".rk-cover")).to_be_visible()
    expect(sum_of.locator(".js-plotly-plot")).to_have_count(0)
    told = sentences(PERSON)
    for name in PANELS[1:]:
        check(page, name, told[name])
        expect(panel(page, name)).not_to_contain_text("invented")

    hardest = rolekit.explain(PERSON.answers).contributions[0].facet
    named = {facet.id: facet.name for facet in rolekit.load_instrument().facets}
    missed = next(name for id, name in named.items() if id != hardest)
    sum_of.get_by_role("combobox").select_option(missed)
    sum_of.get_by_role("button", name="This is my guess").click()
    guessed = next(id for id, name in named.items() if name == missed)
    met = words.describe_pulls(rolekit.explain(PERSON.answers), guessed)
    check(page, "pulls", met)
    expect(sum_of.locator(".rk-cover")).to_have_count(0)

    # The page names what was pasted as text, whatever it is.
    person = panel(page, "person")
    person.get_by_label("Your response code").fill("ROLE1-<img src=x onerror=alert(1)>")
    person.get_by_role("button", name="Use my code").click()
    expect(person).to_contain_text("Character 7 of this code, '<', never occurs in codes.")
    expect(person.locator("img")).to_have_count(0)
    check(page, "pulls", met)


def test_the_pairs_are_played_by_mouse_on_a_narrow_dark_page(lab: JupyterLab, page: Page) -> None:
    start(lab, page, PERSON.to_code())
    lab.use_theme(page, "JupyterLab Dark")
    lab.hide_files(page)
    page.set_viewport_size({"width": 390, "height": 844})
    game = panel(page, "pairsgame")
    in_view(game)
    expect_pair(page, 1)
    expect(page.locator("#jp-left-stack")).to_be_hidden()
    check_readable(game, least=6)
    for card in cards(page).all():
        box = card.bounding_box()
        assert box
        assert box["width"] >= 100
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert card.evaluate("card => card.scrollWidth <= card.clientWidth")

    made: dict[int, str | None] = {}
    for number in range(1, 11):
        expect_pair(page, number)
        shown = texts(page)
        if number == 4:
            made[ID_OF[shown[0]]] = None
            game.get_by_role("button", name="Neither, skip").click()
        else:
            at = [SIDE_OF[text] for text in shown].index("analytics")
            made[ID_OF[shown[at]]] = "analytics"
            cards(page).nth(at).click()
    response = replace(PERSON, pairs=tuple(made[pair.id] for pair in PAIRS))
    check(page, "pairsgame", both_methods(response))
    expect(game.locator(".rk-code-box code")).to_have_text(response.to_code())
    check_readable(game, least=6)

    # Starting over asks first, and forgets nothing before it is answered.
    game.get_by_role("button", name="Start over").click()
    expect(game.locator(".rk-pairs-ask")).to_have_text("Forget your 10 choices?")
    game.get_by_role("button", name="Keep them").click()
    expect(game.locator(".rk-code-box code")).to_have_text(response.to_code())
    game.get_by_role("button", name="Start over").click()
    game.get_by_role("button", name="Forget them").click()
    expect_pair(page, 1)


@pytest.mark.long
def test_the_cards_do_not_break_when_the_kernel_is_gone(
    own_lab: JupyterLab, own_page: Page
) -> None:
    """An uncaught error on the page fails the test: the fixture sees to that."""
    start(own_lab, own_page, PERSON.to_code())
    game = panel(own_page, "pairsgame")
    in_view(game)
    cards(own_page).first.click()
    expect_pair(own_page, 2)
    own_lab.shut_down(own_page)
    for number in range(2, 11):
        expect_pair(own_page, number)
        cards(own_page).nth(number % 2).click()
    expect(game.locator(".rk-pairs-ask")).to_have_text("That was the last pair.")
    game.get_by_role("button", name="Back to the last pair").click()
    expect_pair(own_page, 10)
    own_page.keyboard.press("Escape")
    expect_pair(own_page, 10)
