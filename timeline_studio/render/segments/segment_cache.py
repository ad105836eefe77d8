"""Segments and sounds that were encoded before, in a folder of bounded size."""

import logging
import os
import threading
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

from timeline_studio.render.segments.stored import Stored

_Kept = TypeVar("_Kept", bound=Stored)
_log = logging.getLogger(__name__)
_SUFFIX = ".segment"
_PARTIAL = f".partial{_SUFFIX}"  # what a crash leaves is swept as any other
_ROOM_AFTER_SWEEP = 0.9


class SegmentCache:
    """One file a segment or part of a sound, by fingerprint. For threads and processes together;
    what cannot be written or read only has to be encoded again."""

    def __init__(self, folder: Path, *, limit_bytes: int) -> None:
        self._folder = folder
        self._limit = limit_bytes
        self._lock = threading.Lock()
        self._size: int | None = None

    @property
    def folder(self) -> Path:
        return self._folder

    def get(self, fingerprint: str, kind: type[_Kept]) -> _Kept | None:
        """None where there is none, or a damaged one, which is deleted."""
        file = self._file(fingerprint)
        try:
            kept = kind.from_bytes(file.read_bytes())
            os.utime(file)  # what was used last goes last
        except OSError:
            return None
        except ValueError:
            _log.warning("%s is damaged: what it held is encoded again", file)
            file.unlink(missing_ok=True)
            return None
        return kept

    def holds(self, fingerprint: str) -> bool:
        """Whether `get` would look at a file; it may still be damaged."""
        return self._file(fingerprint).is_file()

    def put(self, fingerprint: str, kept: Stored) -> None:
        """Whole or not at all."""
        data = kept.to_bytes()
        file = self._file(fingerprint)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=file.parent, suffix=_PARTIAL, delete=False) as part:
                try:
                    part.write(data)
                    part.close()
                    Path(part.name).replace(file)
                except BaseException:
                    Path(part.name).unlink(missing_ok=True)
                    raise
        except OSError as error:
            _log.warning("What was encoded was not kept for the next export: %s", error)
            return
        self._make_room(len(data))

    def _file(self, fingerprint: str) -> Path:
        return self._folder / fingerprint[:2] / (fingerprint + _SUFFIX)

    def _make_room(self, added: int) -> None:
        with self._lock:
            if self._size is None:
                self._size = sum(size for _, size, _ in self._kept())
            else:
                self._size += added
            if self._size > self._limit:
                self._size = self._swept()

    def _swept(self) -> int:
        """Deletes those that were used longest ago; the bytes that are left."""
        kept = sorted(self._kept())
        size = sum(size for _, size, _ in kept)
        for _, file_size, file in kept:
            if size <= self._limit * _ROOM_AFTER_SWEEP:
                break
            file.unlink(missing_ok=True)
            size -= file_size
        return size

    def _kept(self) -> list[tuple[int, int, Path]]:
        """(time of last use in ns, bytes, file)."""
        found = []
        for file in self._folder.glob(f"*/*{_SUFFIX}"):
            try:
                status = file.stat()
            except FileNotFoundError:  # another process made room
                continue
            found.append((status.st_mtime_ns, status.st_size, file))
        return found
