"""What a phone waits for after Hand in, while 300 phones come within a minute."""

import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from bench.row import Row, Run

PHONES, SECONDS = 300, 60
MOST = 200.0  # milliseconds on top of the store's own


def door() -> Iterator[Row]:
    """Hand in through a door on the loopback, each phone at an address of its own."""
    from rolekit.cohort import open_store, rehearsal
    from rolekit.record.set_up import set_up
    from tests.doors import door_program

    people = [one for one in rehearsal(350, seed=1).responses if one.round == 1][:PHONES]
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(set_up(f"{folder}/alone"))
        alone = [_timed(partial(store.add, one)) for one in people]
        with door_program(f"{folder}/room") as (_, address), ThreadPoolExecutor(50) as pool:
            waits = []
            for number, one in enumerate(people):
                waits.append(pool.submit(_take_part, address, number, one.to_code()))
                time.sleep(SECONDS / PHONES)
            ours = [wait.result() for wait in waits]
        assert len(open_store(f"{folder}/room").responses()) == PHONES
    what = f"hand-in at the door, {PHONES} phones in a minute"
    yield Row(what, "the same store without a door", ours, alone, "ms", "more", MOST, None)


def _take_part(address: str, number: int, code: str) -> float:
    from tests.doors import hand_in, phone

    with phone(address, number) as client:
        for name in ("", "door.js", "page.js"):
            client.get(name).raise_for_status()
        return _timed(lambda: hand_in(client, code).raise_for_status())


def _timed(act: Run) -> float:
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)
