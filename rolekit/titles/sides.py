"""Which titles stand on which side, and the two that are set against each other.

`data/roles.csv` tells, in its columns `side` and `pair`.
"""

from __future__ import annotations

from rolekit.base.tables import load_table
from rolekit.errors import DataError


def roles_of(side: str) -> tuple[str, ...]:
    """Return the ids of the roles of a side, the one of the pair first.

    `side` is "analytics" or "engineering". Raises `DataError` unless one of them is of the pair.

    >>> roles_of("engineering")
    ('ml_engineer', 'data_engineer', 'software_engineer')
    """
    rows = [row for row in load_table("roles") if row["side"] == side]
    if sum(row["pair"] for row in rows) != 1:
        raise DataError(f"roles.csv: one role of the side {side} must have 'pair' true.")
    return tuple(row["id"] for row in sorted(rows, key=lambda row: not row["pair"]))


def pair() -> tuple[str, str]:
    """Return the ids of the two roles that are set against each other, that of analytics first.

    >>> pair()
    ('data_scientist', 'ml_engineer')
    """
    return roles_of("analytics")[0], roles_of("engineering")[0]
