"""What is kept of a person: the answers to the instrument, as a code, in a store."""

from rolekit.base.face import face

_MODULES = (
    "answers",
    "codes",
    "database_store",
    "folder_store",
    "instrument",
    "open_store",
    "paper_form",
    "qr",
    "read_codes",
    "response",
    "set_up",
    "stores",
)

__getattr__, __dir__, __all__ = face(__name__, {}, {one: f"record.{one}" for one in _MODULES})
