"""What was fetched from S3, kept in a folder: one folder a key, one file a version."""

import hashlib
import logging
import os
import re
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from timeline_studio.storage.held_files import HeldFiles

CACHE_BYTES = 50_000_000_000

_LEFT = 0.9
"""Of the limit, once it was passed: so that not every download has to make room."""

_log = logging.getLogger(__name__)


class _Kept(NamedTuple):
    used: int
    size: int
    path: Path


class FetchedObjects:
    """Names are digests: keys may be longer than file names, and one may lie below another.

    `bucket_url` keeps the buckets of several servers apart; `limit` bytes are for all of them
    together. Beyond it those go that were used longest ago, by whichever process, but none that a
    living process was given.
    """

    def __init__(self, folder: Path, bucket_url: str, *, limit: int = CACHE_BYTES) -> None:
        self._folder, self._bucket_url, self._limit = folder, bucket_url, limit
        self._held = HeldFiles(folder / ".held")
        self._counting = threading.Lock()
        self._room: int | None = None

    def path(self, key: str, etag: str) -> Path:
        """Where this version belongs; it keeps the key's extension."""
        suffix = re.search(r"\.[A-Za-z0-9]{1,16}$", key)
        version = hashlib.sha256(etag.encode()).hexdigest()[:16]
        return self._folder_of(key) / f"{version}{suffix[0] if suffix else ''}"

    def newest(self, key: str) -> Path | None:
        """The version of `key` that was fetched last; None where none is here."""
        kept = [path for path in self._folder_of(key).glob("*") if path.is_file()]
        return max(kept, key=lambda path: path.stat().st_mtime_ns, default=None)

    def hold(self, path: Path) -> Path:
        """Keep it as long as this process lives; it is used now. Raises OSError."""
        self._held.hold(path.relative_to(self._folder).as_posix())
        with suppress(FileNotFoundError):  # not fetched yet
            # The time of reading is set here, since not every file system keeps it.
            os.utime(path, ns=(time.time_ns(), path.stat().st_mtime_ns))
        return path

    def make_room(self, added: int) -> None:
        """After `added` bytes were. A folder that cannot be read or emptied is only told of."""
        with self._counting:
            if self._room is not None:
                self._room -= added
                if self._room > 0:
                    return
            try:
                left = self._swept()
            except OSError as error:
                _log.warning("The cache %s stays as large as it is: %s", self._folder, error)
                left = 0
            # Others add, too: this looks again before they can have filled what is left.
            self._room = max(self._limit - left, 0) // 4

    def _swept(self) -> int:
        """The bytes that are left."""
        with self._held.settled():
            kept = sorted(self._kept())
            total = sum(one.size for one in kept)
            if total <= self._limit:
                return total
            held = self._held.all()
            for one in kept:
                if total <= self._limit * _LEFT:
                    break
                if one.path.relative_to(self._folder).as_posix() in held:
                    continue
                with suppress(OSError):  # Windows keeps what is open
                    one.path.unlink()
                    total -= one.size
                    one.path.parent.rmdir()  # where it was the only version
        return total

    def _kept(self) -> Iterator[_Kept]:
        for path in self._folder.glob("[0-9a-f][0-9a-f]/*/*"):
            with suppress(FileNotFoundError):
                found = path.stat()
                used = max(found.st_atime_ns, found.st_mtime_ns)
                yield _Kept(used, found.st_size, path)

    def _folder_of(self, key: str) -> Path:
        name = hashlib.sha256(f"{self._bucket_url}\n{key}".encode()).hexdigest()[:40]
        return self._folder / name[:2] / name


def is_complete(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size
