"""Bytes on their way to or from S3: windows of a file, paced, and ended between two reads."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path
from threading import Event, Lock
from time import monotonic
from typing import BinaryIO

READ_BYTES = 1024 * 1024


class StoppedError(BaseException):
    """Ends a transfer from another thread. Not an Exception: those boto3 would try again."""


class Pace:
    """A cap on bytes a second that all transfers of a store share; None is no cap."""

    def __init__(self, bytes_per_second: int | None) -> None:
        self._rate = bytes_per_second
        self._lock = Lock()
        self._free_at = 0.0

    def wait_for(self, count: int, stop: Event) -> None:
        """Until `count` bytes may pass, or `stop` is set."""
        if not self._rate:
            return
        with self._lock:
            now = monotonic()
            begin = max(now, self._free_at)
            self._free_at = begin + count / self._rate
        stop.wait(begin - now)


class PartReader:
    """Bytes [`start`, `start + size`) of an open file, as boto3 reads a request's body.

    `sent` is told how much of it has been read; less again where boto3 begins anew. A file that
    ends too early stops the transfer.
    """

    def __init__(
        self,
        stream: BinaryIO,
        start: int,
        size: int,
        *,
        pace: Pace,
        stop: Event,
        sent: Callable[[int], None],
    ) -> None:
        self._stream, self._start, self._size = stream, start, size
        self._pace, self._stop, self._sent = pace, stop, sent
        self._at = 0

    def read(self, count: int = -1) -> bytes:
        if self._stop.is_set():
            raise StoppedError
        left = self._size - self._at
        wanted = left if count is None or count < 0 else min(count, left)
        self._stream.seek(self._start + self._at)
        data = self._stream.read(wanted)
        if len(data) < wanted:
            raise StoppedError
        self._pace.wait_for(wanted, self._stop)
        self._at += wanted
        self._sent(self._at)
        return data

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = offset + {0: 0, 1: self._at, 2: self._size}[whence]
        return self._at

    def tell(self) -> int:
        return self._at

    def __len__(self) -> int:
        return self._size


def sha256_of(path: Path, start: int, size: int, stop: Event) -> bytes:
    """The digest of a window of a file. Raises StoppedError."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        stream.seek(start)
        while size > 0 and (data := stream.read(min(READ_BYTES, size))):
            if stop.is_set():
                raise StoppedError
            digest.update(data)
            size -= len(data)
    return digest.digest()


def as_base64(digest: bytes) -> str:
    """As S3 writes checksums."""
    return base64.b64encode(digest).decode()


def checksum_of_parts(digests: list[bytes]) -> str:
    """S3's COMPOSITE checksum: the digest of the parts' digests, and their number."""
    return f"{as_base64(hashlib.sha256(b''.join(digests)).digest())}-{len(digests)}"
