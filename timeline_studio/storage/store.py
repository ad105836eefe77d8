"""The object store: what a bucket can do, whoever keeps it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from timeline_studio.errors import StudioError


class StorageError(StudioError):
    """An object store that refuses, and which key it was."""


class ObjectNotFound(StorageError):  # noqa: N818 - says what happened
    """No object has that key."""


class StorageUnreachable(StorageError):  # noqa: N818 - says what happened
    """Nothing answers, or not now: the same call may succeed later."""


@dataclass(frozen=True)
class StoredObject:
    """`size` in bytes; `etag` is opaque, and changes when the bytes do."""

    key: str
    size: int
    etag: str
    modified: datetime


class ObjectStore(Protocol):
    """Keys are relative POSIX paths; a key that leaves the root raises StorageError."""

    bucket: str

    def put_file(
        self,
        key: str,
        source: Path,
        *,
        move: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> StoredObject:
        """Store `source` whole or not at all. With `move` the store may consume it.
        `progress` gets the bytes stored so far; an exception it raises ends the transfer."""

    def put_bytes(self, key: str, data: bytes) -> StoredObject: ...

    def get(self, key: str, *, start: int = 0, end: int | None = None) -> bytes:
        """Bytes [`start`, `end`). Raises ObjectNotFound."""

    def fetch(self, key: str, *, progress: Callable[[int], None] | None = None) -> Path:
        """A local file with the object's bytes, to be read only. Raises ObjectNotFound.
        `progress` is as in `put_file`; it is not called where nothing has to be transferred."""

    def head(self, key: str) -> StoredObject:
        """Raises ObjectNotFound."""

    def list(self, prefix: str = "") -> Iterator[StoredObject]:
        """Every object whose key begins with `prefix`, by key."""

    def delete(self, key: str) -> None:
        """Deleting what is not there is fine."""

    def delete_prefix(self, prefix: str) -> int:
        """How many objects went. An empty prefix is refused."""

    def uri(self, key: str) -> str:
        """`s3://bucket/key`, as job settings name it."""
