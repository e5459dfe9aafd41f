"""From a key to the moved point: the Explorer beside what else people build."""

import statistics
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, Page

from bench import apps
from bench.row import Row, in_turn
from tests.browser import JupyterLab, Link, linked, new_page

RUNS = 5
KEYS = 6  # a run: its median is what a run says
REST = 300  # milliseconds between two keys, in which all sides come to rest
WAY = 0.2  # seconds each way, of the slow link
DRAG = 10  # seconds
AFTER = 3000  # milliseconds after a drag, in which late moves would come
FRAME = 1000 / 60
SCRIPT = (Path(__file__).parent / "press.js").read_text(encoding="utf-8")


def loop() -> Iterator[Row]:
    """Measure keys with 12 and with 24 sliders, and over a slow link."""
    with apps.lab_and_browser() as (lab, browser):
        for count in (12, 24):
            yield from beside_others(lab, browser, count)
            lab.stop_kernels()
        yield from over_a_slow_link(lab, browser)


def beside_others(lab: JupyterLab, browser: Browser, count: int) -> Iterator[Row]:
    """Measure keys on so many sliders, of all sides in turn."""
    found = apps.peers()
    with ExitStack() as stack:
        pages = {
            "ours": ours(lab, browser, count),
            "FigureWidget": ready(run(lab, browser, apps.source(apps.FIGURE_WIDGET, count))),
            "interact": ready(run(lab, browser, apps.source(apps.INTERACT, count))),
        }
        for name, command in found.items():
            page = stack.enter_context(
                apps.served(browser, command, lab.notebooks / apps.FIGURE, count)
            )
            pages[name] = ready(page)
        times = dict(zip(pages, in_turn(RUNS, *map(keys, pages.values())), strict=True))
        for page in pages.values():
            page.context.close()
    what = f"key to moved point, Explorer of {count}"
    mine, bare = times.pop("ours"), times.pop("FigureWidget")
    yield Row(what, "a bare FigureWidget", mine, bare, required=0.6, hoped=0.45)
    medians = {name: statistics.median(each) for name, each in times.items()}
    best = min(medians, key=lambda name: medians[name])
    told = [f"{name} {median:.0f} ms" for name, median in medians.items()]
    told += [f"{name} could not be installed" for name in {"Streamlit", "marimo"} - set(found)]
    beside = f"{best}, the best of: {', '.join(sorted(told))}"
    yield Row(what, beside, mine, times[best], required=0.5, hoped=0.35)


def over_a_slow_link(lab: JupyterLab, browser: Browser) -> Iterator[Row]:
    """Measure the Explorer with so much delay each way beside itself without."""
    name = f"{1000 * WAY:.0f} ms each way"
    with linked(lab, Link(WAY)) as far:
        near_page, far_page = ours(lab, browser, 12), ours(far, browser, 12)
        here, there = in_turn(RUNS, keys(near_page), keys(far_page))
        yield Row(f"key to moved point, {name}", "itself without", there, here, required=1.1)
        here, there = in_turn(1, drag(near_page), drag(far_page))
        yield Row(
            f"last move after a drag of {DRAG} seconds, {name}",
            "itself without",
            there,
            here,
            counts="more",
            required=2 * FRAME,
        )
        # The page would not be seen to be gone before the link is.
        for page in (near_page, far_page):
            page.context.close()


def ours(lab: JupyterLab, browser: Browser, count: int) -> Page:
    """Open an Explorer, which is ready to be timed."""
    page = run(lab, browser, apps.our_source(count))
    return ready(page, apps.OUR_SLIDERS, apps.OUR_POINTS)


def run(lab: JupyterLab, browser: Browser, cell: str) -> Page:
    """Open a notebook and run it."""
    page = new_page(browser)
    apps.open_notebook(lab, page, cell)
    lab.choose(page, "Run", "Run All Cells")
    return page


def ready(page: Page, sliders: str = apps.SLIDERS, points: str = apps.POINTS) -> Page:
    """Return the page once its picture is drawn, with the focus on a slider."""
    page.locator(points).last.wait_for(state="attached")
    page.evaluate(SCRIPT, points)
    page.locator(sliders).nth(2).focus()
    page.wait_for_timeout(REST)
    return page


def keys(page: Page) -> Callable[[], float]:
    """Return what presses a few keys and returns the median time, in milliseconds."""

    def press(key: str) -> float:
        page.bring_to_front()
        page.evaluate("() => void (window.timed = bench.afterKey())")
        page.keyboard.press(key)
        time = float(page.evaluate("window.timed"))
        page.wait_for_timeout(REST)
        return time

    def run() -> float:
        return statistics.median(press(("ArrowRight", "ArrowLeft")[n % 2]) for n in range(KEYS))

    run()  # once to get warm
    return run


def drag(page: Page) -> Callable[[], float]:
    """Return what drags a slider to and fro, and returns how long the points move on after it."""

    def run() -> float:
        page.bring_to_front()
        slider = page.locator(apps.OUR_SLIDERS).nth(2)
        # Clear of the result, which stays in view above the statements.
        slider.evaluate("slider => slider.scrollIntoView({ block: 'center' })")
        before, box = slider.input_value(), slider.bounding_box()
        assert box
        left, level, mouse = box["x"], box["y"] + box["height"] / 2, page.mouse
        mouse.move(left + box["width"] / 2, level)
        mouse.down()
        page.evaluate("time => void (window.timed = bench.afterDrag(time))", AFTER)
        started = page.evaluate("performance.now()")
        steps = 0
        while page.evaluate("performance.now()") - started < 1000 * DRAG:
            share = abs(steps % 40 - 20) / 20
            mouse.move(left + share * box["width"], level)
            steps += 1
        mouse.move(left + 1, level)
        mouse.up()
        assert slider.input_value() != before
        return float(page.evaluate("window.timed"))

    return run
