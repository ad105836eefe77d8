"""What is known of an upload that is under way: enough for another process to go on with it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from timeline_studio.storage.incoming import sync_file
from timeline_studio.storage.store import StorageUnreachable

if os.name == "posix":
    import fcntl


GROWING = -1
"""The size of a file that is still being made."""


@dataclass(frozen=True)
class UploadPlan:
    """One multipart upload. `replaces` is the ETag of the object that had the key before. A file
    that is still being made has no `size` yet, and no parts but whole ones."""

    upload_id: str
    size: int
    mtime_ns: int
    part_size: int
    replaces: str | None

    @property
    def part_numbers(self) -> range:
        return range(1, -(-self.size // self.part_size) + 1)

    @property
    def is_growing(self) -> bool:
        return self.size == GROWING

    def window(self, number: int) -> tuple[int, int]:
        """Where a part starts, and its size; the last one may be shorter."""
        start = (number - 1) * self.part_size
        return start, self.part_size if self.is_growing else min(self.part_size, self.size - start)


@dataclass(frozen=True)
class SentPart:
    """`sha256` in hexadecimal; `etag` as the server gave it."""

    number: int
    etag: str
    sha256: str


class UploadJournal:
    """A file of JSON lines, the plan and then each part that arrived, held by one process.

    A line that a crash cut short is left out; its part is sent again. `was_left` says that an
    earlier process opened it, and did not come to its end.
    """

    def __init__(self, path: Path, stream: BinaryIO, *, was_left: bool) -> None:
        self._path, self._stream = path, stream
        self.was_left = was_left

    def read(self) -> tuple[UploadPlan | None, dict[int, SentPart]]:
        self._stream.seek(0)
        lines = [_parsed(line) for line in self._stream.read().splitlines()]
        try:
            plan = UploadPlan(**lines[0]) if lines else None
            sent = [SentPart(**line) for line in lines[1:] if line]
        except TypeError:  # of another version, or damaged: begin again
            return None, {}
        return plan, {part.number: part for part in sent}

    def begin(self, plan: UploadPlan, sent: Iterable[SentPart] = ()) -> None:
        """Forget what was there; on the disk itself, or the server keeps parts nobody knows."""
        self._stream.seek(0)
        self._stream.truncate()
        self._write(asdict(plan))
        for part in sent:
            self._write(asdict(part))
        sync_file(self._stream)

    def add(self, part: SentPart) -> None:
        self._write(asdict(part))

    def remove(self) -> None:
        with suppress(OSError):  # Windows removes no open file: emptied, it begins again
            self._stream.truncate(0)
            self._path.unlink()

    def _write(self, row: dict[str, object]) -> None:
        self._stream.seek(0, os.SEEK_END)
        # The newline comes first, so that a line cut short spoils no other.
        self._stream.write(b"\n" * bool(self._stream.tell()) + json.dumps(row).encode())
        self._stream.flush()


@contextmanager
def open_journal(folder: Path, bucket_url: str, key: str) -> Iterator[UploadJournal]:
    """The journal of one key. Raises StorageUnreachable while another process uploads to it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = _path(folder, bucket_url, key)
    was_left = path.exists()
    with _held(path, key) as stream:
        yield UploadJournal(path, stream, was_left=was_left)


def has_journal(folder: Path, bucket_url: str, key: str) -> bool:
    """Whether an upload of `key` was begun here, and did not come to its end."""
    return _path(folder, bucket_url, key).exists()


def drop_journal(folder: Path, bucket_url: str, key: str) -> None:
    """Of an upload that was complete before its process could say so, if there is one."""
    if not has_journal(folder, bucket_url, key):
        return
    with suppress(StorageUnreachable), open_journal(folder, bucket_url, key) as journal:
        journal.remove()


def _path(folder: Path, bucket_url: str, key: str) -> Path:
    name = hashlib.sha256(f"{bucket_url}\n{key}".encode()).hexdigest()[:40]
    return folder / f"{name}.upload"


@contextmanager
def _held(path: Path, key: str) -> Iterator[BinaryIO]:
    while True:
        with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as stream:
            if os.name == "posix":
                try:
                    fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError as error:
                    raise StorageUnreachable(
                        f"{key} is being uploaded already. Wait until that has ended."
                    ) from error
                if not _is_still(path, stream):
                    continue  # its former holder removed it between opening and locking
            yield stream
            return


def _is_still(path: Path, stream: BinaryIO) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(stream.fileno()))
    except FileNotFoundError:
        return False


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError:
        return {}
    return row if isinstance(row, dict) else {}
