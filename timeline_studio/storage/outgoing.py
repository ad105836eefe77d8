"""An object store whose files may wait on this computer until the remote one takes them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from heapq import merge
from pathlib import Path
from typing import Protocol

from timeline_studio.storage.growing import GrowingFile, sent_while_made
from timeline_studio.storage.local_folder import LocalFolderStore
from timeline_studio.storage.presence import is_here
from timeline_studio.storage.store import (
    ObjectNotFound,
    ObjectStore,
    StorageError,
    StorageUnreachable,
    StoredObject,
)

_WAITING, _BEGUN, _SENT = "waiting", "begun", "sent"
_KEPT = timedelta(days=1)


class RemoteStore(ObjectStore, Protocol):
    """What a store must be able to do for files to wait in front of it."""

    def holds(self, key: str, source: Path) -> bool:
        """Whether `key` is there with exactly the bytes of `source`. False where the store
        cannot tell; raises StorageUnreachable where it does not answer."""

    def keep(self, key: str, source: Path) -> None:
        """Take `source` for what `fetch` would download, where that costs nothing."""


class OutgoingStore:
    """Files are put into `folder` first, whole and on the disk; `push` brings one to `remote`.

    Reading looks in the folder first, so that footage is there at once, and without a network.
    Any process may push: what it left is found again by the next, and a file whose bytes have
    arrived is never sent twice. A path that `fetch` gave stays good for a day: the copy here goes
    when the store is opened after that. Small things (`put_bytes`) go to `remote` at once, and
    wait like files only where it does not answer.
    """

    def __init__(self, remote: RemoteStore, folder: Path) -> None:
        self.bucket = remote.bucket
        self.remote = remote
        self._waiting = LocalFolderStore(folder / _WAITING, remote.bucket)
        # A mark a key whose push was begun: only then may `remote` hold it, or a part of it.
        self._begun = LocalFolderStore(folder / _BEGUN, remote.bucket)
        # A mark a key that has arrived: its copy here may still be read by somebody.
        self._sent = LocalFolderStore(folder / _SENT, remote.bucket)
        self._sweep()

    def pending(self) -> list[str]:
        """The keys whose files wait on this computer, in order."""
        return [found.key for found in self._pending_below("")]

    def is_pending(self, key: str) -> bool:
        return _has(self._waiting, key) and not _has(self._sent, key)

    def push(self, key: str, *, progress: Callable[[int], None] | None = None) -> StoredObject:
        """Bring a waiting file to the remote store; it waits until it is verified there.

        It goes on where an earlier push stopped, whatever stopped it. What waits no more was
        pushed already. `progress` is that of `put_file`. Raises ObjectNotFound where neither
        place has the file, StorageUnreachable where it may work later.
        """
        if not self.is_pending(key):
            return self.remote.head(key)
        source = self._waiting.fetch(key)
        if not (_has(self._begun, key) and self.remote.holds(key, source)):
            self._begun.put_bytes(key, b"")
            self._send(key, source, progress)
        self._refuse_deleted(key)
        self.remote.keep(key, source)
        stored = self.remote.head(key)
        self._sent.put_bytes(key, b"")
        self._begun.delete(key)
        return stored

    def put_file(
        self,
        key: str,
        source: Path,
        *,
        move: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> StoredObject:
        for marks in (self._sent, self._begun):  # what was sent, if anything, was another file
            marks.delete(key)
        return self._waiting.put_file(key, source, move=move, progress=progress)

    @contextmanager
    def growing(self, key: str) -> Iterator[GrowingFile | None]:
        """Parts of a file that will be put here: they arrive before it waits."""
        self._begun.put_bytes(key, b"")
        try:
            with sent_while_made(self.remote, key) as file:
                yield file
        except Exception:
            self._begun.delete(key)
            raise
        if self.is_pending(key):
            self._begun.put_bytes(key, b"")

    def put_bytes(self, key: str, data: bytes) -> StoredObject:
        try:
            stored = self.remote.put_bytes(key, data)
        except StorageUnreachable:
            self._sent.delete(key)
            return self._waiting.put_bytes(key, data)
        self._forget(key)
        return stored

    def get(self, key: str, *, start: int = 0, end: int | None = None) -> bytes:
        with suppress(ObjectNotFound):
            return self._waiting.get(key, start=start, end=end)
        return self.remote.get(key, start=start, end=end)

    def fetch(self, key: str, *, progress: Callable[[int], None] | None = None) -> Path:
        with suppress(ObjectNotFound):
            return self._waiting.fetch(key)
        return self.remote.fetch(key, progress=progress)

    def is_here(self, key: str) -> bool:
        """Whether it waits here, or was fetched before."""
        return _has(self._waiting, key) or is_here(self.remote, key)

    def head(self, key: str) -> StoredObject:
        return self._waiting.head(key) if self.is_pending(key) else self.remote.head(key)

    def list(self, prefix: str = "") -> Iterator[StoredObject]:
        waiting = self._pending_below(prefix)
        here = {found.key for found in waiting}
        there = (found for found in self.remote.list(prefix) if found.key not in here)
        yield from merge(waiting, there, key=lambda found: found.key)

    def delete(self, key: str) -> None:
        """What was never sent is gone at once, also without a network."""
        is_here_only = self.is_pending(key) and not _has(self._begun, key)
        self._waiting.delete(key)
        try:
            self.remote.delete(key)
        except StorageUnreachable:
            if not is_here_only:
                raise
        self._forget(key)

    def delete_prefix(self, prefix: str) -> int:
        waiting = {found.key for found in self._pending_below(prefix)} if prefix else set()
        there = {found.key for found in self.remote.list(prefix)} if waiting else set()
        gone = self.remote.delete_prefix(prefix)
        for found in self._waiting.list(prefix):
            self._forget(found.key)
        return gone + len(waiting - there)

    def uri(self, key: str) -> str:
        return self.remote.uri(key)

    def _pending_below(self, prefix: str) -> Sequence[StoredObject]:
        sent = {found.key for found in self._sent.list(prefix)}
        return [found for found in self._waiting.list(prefix) if found.key not in sent]

    def _sweep(self) -> None:
        """Remove what arrived long ago, and nobody reads any more."""
        now = datetime.now(UTC)
        for mark in list(self._sent.list()):
            if now - mark.modified > _KEPT:
                self._forget(mark.key)

    def _send(self, key: str, source: Path, progress: Callable[[int], None] | None) -> None:
        try:
            self.remote.put_file(key, source, progress=progress)
        except StorageError:
            self._refuse_deleted(key)  # then that is the reason
            raise

    def _refuse_deleted(self, key: str) -> None:
        """Deleted while it was sent: then it is not wanted there either."""
        if not self.is_pending(key):
            self.remote.delete(key)
            raise ObjectNotFound(f"{key} was deleted while it was sent to “{self.bucket}”.")

    def _forget(self, key: str) -> None:
        for each in (self._waiting, self._begun, self._sent):  # the marks last: a crash keeps them
            each.delete(key)


def _has(store: LocalFolderStore, key: str) -> bool:
    try:
        store.head(key)
    except ObjectNotFound:
        return False
    return True


def pending_keys(store: ObjectStore) -> list[str]:
    """The keys whose files have yet to reach the store; a folder of this computer has none."""
    return store.pending() if isinstance(store, OutgoingStore) else []


def push_below(
    store: ObjectStore, prefix: str, progress: Callable[[float], None] | None = None
) -> None:
    """Bring all that waits below `prefix` to the store; `progress` gets 0 to 1. Raises
    StorageUnreachable where it does not answer."""
    if not isinstance(store, OutgoingStore):
        return
    waiting = [key for key in store.pending() if key.startswith(prefix)]
    for number, key in enumerate(waiting):
        if progress is not None:
            progress(number / len(waiting))
        store.push(key)


def is_pending(store: ObjectStore, key: str) -> bool:
    return isinstance(store, OutgoingStore) and store.is_pending(key)
