"""Let phones in from a terminal.

    python -m rolekit.cohort.door STORE

asks at which of this computer's addresses, and shows the page's address and how many came, until
Ctrl+C. Reveal and the wall are in notebook 08 alone. STORE is a store as
`rolekit.cohort.open_store` takes it; without it, a folder is made.
"""

import sys
import time
from contextlib import suppress

from rolekit.cohort.door import VISIBLE, Door, folder_of, store_at
from rolekit.cohort.door.addresses import Address, addresses
from rolekit.errors import RolekitError
from rolekit.page.build import page_files
from rolekit.record.qr import qr_in_letters


def _asked(places: list[Address]) -> Address:
    """Ask in a terminal where to listen, until it is known."""
    print("Where can phones reach this computer?")
    for number, place in enumerate(places, 1):
        print(f"  {number}  {place.label}")
    while True:
        answer = input("Number [1]: ").strip() or "1"
        if answer not in map(str, range(1, len(places) + 1)):
            print(f"Type a number from 1 to {len(places)}.")
            continue
        place = places[int(answer) - 1]
        if not place.warning or input(f"{place.warning}\nType yes to go on: ").strip() == "yes":
            return place


def main(arguments: list[str]) -> None:
    """Open a door from a terminal, until Ctrl+C; raise SystemExit with what is wrong."""
    if len(arguments) > 1 or arguments[:1] in (["-h"], ["--help"]):
        raise SystemExit(__doc__)
    try:
        door = Door(store_at(arguments[0] if arguments else str(folder_of())), page_files())
        print(f"{VISIBLE}\n\nHand-ins are kept in {door.store!r}.")
        door.open(_asked(addresses()).host)
    except RolekitError as problem:
        raise SystemExit(str(problem)) from None
    print(f"\n{qr_in_letters(door.address)}\n{door.address}\n\nCtrl+C closes the door.")
    with suppress(KeyboardInterrupt):
        while door.is_open:
            print(f"\r{door.told}", end="", flush=True)
            time.sleep(1)
    door.close()
    print(f"\r{door.told} The door is closed.")


if __name__ == "__main__":
    main(sys.argv[1:])
