"""Links that let others read an object, where a store can give them."""

from datetime import timedelta
from typing import Protocol, runtime_checkable

from timeline_studio.storage.outgoing import OutgoingStore
from timeline_studio.storage.store import ObjectStore


@runtime_checkable
class Signs(Protocol):
    """A store whose objects others can read by a link that it signs."""

    def link(self, key: str, *, lasts: timedelta = ...) -> str:
        """A URL for `key` that needs no credentials, for so long."""


def signer_of(store: ObjectStore) -> Signs | None:
    """None for a folder of this computer."""
    remote = store.remote if isinstance(store, OutgoingStore) else store
    return remote if isinstance(remote, Signs) else None
