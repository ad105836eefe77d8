"""Is an object on this computer, or must it be fetched first?"""

from typing import Protocol, runtime_checkable

from timeline_studio.storage.store import ObjectStore


@runtime_checkable
class KeepsCopies(Protocol):
    """A store whose objects lie elsewhere, with copies of some of them here."""

    def is_here(self, key: str) -> bool:
        """Whether a copy is on this computer, an older version too. Asks no network."""


def is_here(store: ObjectStore, key: str) -> bool:
    """Always so in a folder of this computer."""
    return store.is_here(key) if isinstance(store, KeepsCopies) else True
