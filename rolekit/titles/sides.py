"""Which titles are on which side, and the two that are set against each other.

`data/roles.csv` tells, in its columns `side` and `pair`.
"""

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


def name_of(role: str) -> str:
    """Return the name of a role on the page, given its id.

    >>> name_of("ml_engineer")
    'ML engineer'
    """
    return str({row["id"]: row["name"] for row in load_table("roles")}[role])


def in_a_sentence(role: str) -> str:
    """Return the name of a role within a sentence, given its id.

    >>> in_a_sentence("data_scientist"), in_a_sentence("ml_engineer")
    ('data scientist', 'ML engineer')
    """
    name = name_of(role)
    return name if name[1].isupper() else name[0].lower() + name[1:]


def pair() -> tuple[str, str]:
    """Return the ids of the two roles that are set against each other, that of analytics first.

    >>> pair()
    ('data_scientist', 'ml_engineer')
    """
    return roles_of("analytics")[0], roles_of("engineering")[0]
