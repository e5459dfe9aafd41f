"""The page for phones on a slow link and a slow processor: from its first byte to the question."""

from collections.abc import Iterator

from playwright.sync_api import Browser

from bench.row import Row, in_turn
from tests.browser import chromium, new_page
from tests.page_host import Host, served

ROUNDS = 5
LINK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 3e6 / 8,
    "uploadThroughput": 3e6 / 8,
}
SLOWER = 4  # times
WANTED = 1000  # milliseconds
# Two frames after the question is there, it has been painted.
WATCH = """new MutationObserver((_, watch) => {
  if (!document.querySelector(".rk-cover input")) return;
  watch.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => (window.ready = performance.now())));
}).observe(document, { childList: true, subtree: true });"""


def on_a_phone() -> Iterator[Row]:
    """Measure the page beside the second that it may take."""
    with chromium() as browser, served() as host:
        first, second = in_turn(ROUNDS, lambda: opened(browser, host), lambda: WANTED)
        link = "3 Mbit/s, 150 ms, a processor 4 times slower"
        yield Row(
            f"phone: first byte to the question, {link}", "a second", first, second, required=1
        )


def opened(browser: Browser, host: Host) -> float:
    """Open the page on a new phone; return the milliseconds from its first byte to the question."""
    page = new_page(browser, 360, 740, has_touch=True, is_mobile=True)
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", LINK)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(WATCH)
    page.goto(host.address)
    ready = page.wait_for_function("window.ready").json_value()
    [begun] = page.evaluate("performance.getEntriesByType('navigation').map(n => n.responseStart)")
    page.context.close()
    return float(ready - begun)
