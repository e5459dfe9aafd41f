"""What a page needs to know to place a person by itself.

The participant's loop is written twice: in Python for notebooks and tests, and in JavaScript
(`placement.js`, `resemblance.js`, `words.js`, `codes.js`, `order.js`) for the page, where nothing
waits for a kernel. Neither holds a number or a sentence of its own: both take them from here and
from data/, and `tests/test_conformance.py` compares every answer of the two.
"""

from dataclasses import asdict
from statistics import NormalDist
from typing import Any

from rolekit.base.sentences import sentences
from rolekit.measure.families import families
from rolekit.measure.kept_page import kept_page
from rolekit.measure.placement import BALANCED_WITHIN, BAND, LEAST_SPREAD, NEEDED, SIDE_FROM
from rolekit.measure.resemblance import INTERVAL
from rolekit.record.codes import ALPHABET, IGNORED, LONGEST_TEXT
from rolekit.record.instrument import SIDES, STEM, load_instrument


def page_tables() -> dict[str, Any]:
    """Return all of it, ready for JSON: items of every version, facets, rules and sentences.

    >>> tables = page_tables()
    >>> len(tables["items"]), tables["facets"][0]["id"], tables["rules"]["needed"]
    (24, 'exploration', 4)
    """
    instrument = load_instrument()
    return {
        "version": instrument.version,
        "stem": STEM,
        "poles": list(instrument.poles),
        "sides": list(SIDES),
        "facets": [asdict(facet) for facet in instrument.facets],
        "items": [asdict(item) for item in instrument.ever_asked],
        "families": [
            {"said": family.said, "profiles": [dict(role.profile) for role in family.roles]}
            for family in families()
        ],
        "keptPage": kept_page(),
        "sentences": dict(sentences()),
        "rules": {
            "band": BAND,
            "needed": NEEDED,
            "leastSpread": LEAST_SPREAD,
            "sideFrom": SIDE_FROM,
            "balancedWithin": BALANCED_WITHIN,
            "reach": NormalDist().inv_cdf((1 + INTERVAL) / 2),
        },
        "codes": {
            "alphabet": ALPHABET,
            "ignored": "".join(sorted(IGNORED)),
            "longest": LONGEST_TEXT,
        },
    }
