"""Files on their way into a store: complete and on the disk before they get their name."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

if os.name == "posix":
    import fcntl

PARTIAL_SUFFIX = ".partial"


class Incoming:
    """A folder of partial files, each locked by the process that writes it.

    The lock ends with its process, so what a killed one left is told from a transfer that runs.
    """

    def __init__(self, folder: Path, *, suffix: str = PARTIAL_SUFFIX) -> None:
        self._folder = folder
        self._suffix = suffix

    @contextmanager
    def file(self) -> Iterator[tuple[Path, BinaryIO]]:
        """A new partial file, open for writing; removed at the end unless it was renamed away."""
        path, stream = self._create()
        try:
            with stream:
                yield path, stream
        finally:
            path.unlink(missing_ok=True)

    def sweep(self) -> int:
        """Remove what dead processes left; the number of files that went."""
        removed = 0
        for path in sorted(self._folder.glob(f"*{self._suffix}")):
            with suppress(OSError):  # another process may sweep, or still write, this one
                removed += _remove_unless_locked(path)
        return removed

    def _create(self) -> tuple[Path, BinaryIO]:
        self._folder.mkdir(parents=True, exist_ok=True)
        while True:
            path = self._folder / f"{uuid4().hex}{self._suffix}"
            stream = path.open("xb")
            _lock(stream)
            if path.exists():  # else a sweep came between its creation and the lock
                return path, stream
            stream.close()


def sync_file(stream: BinaryIO) -> None:
    """Put what was written on the disk itself, so that a power cut cannot take it back."""
    stream.flush()
    os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Put the folder's names on the disk itself; Windows does so by itself."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _lock(stream: BinaryIO) -> None:
    if os.name == "posix":
        with suppress(OSError):  # a file system without locks: the sweep cannot take one either
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _remove_unless_locked(path: Path) -> bool:
    if os.name != "posix":
        path.unlink()  # refused by Windows while a process has it open
        return True
    with path.open("rb") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink()
    return True
