"""The orders that footage can be listed in."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from timeline_studio.workflows.media import BinRow

NEWEST: Final = "newest"

_KEYS: Final[dict[str, Callable[[BinRow], Any]]] = {
    "name": lambda row: (row.upload.name.casefold(), row.upload.id),
    "length": lambda row: (-(row.upload.duration_seconds or 0), row.upload.id),
    "size": lambda row: (-(row.upload.size_bytes or 0), row.upload.id),
    "kind": lambda row: (row.upload.kind, row.upload.name.casefold(), row.upload.id),
}
ORDERS: Final = {
    NEWEST: "Newest First",
    "name": "Name",
    "length": "Longest First",
    "size": "Largest First",
    "kind": "Kind",
}
"""The words of each."""


def in_order(rows: Sequence[BinRow], order: str) -> list[BinRow]:
    """As they are where `order` is the library's own."""
    key = _KEYS.get(order)
    return list(rows) if key is None else sorted(rows, key=key)
