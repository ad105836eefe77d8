"""Notes of files that are being stored and have no row yet: a crash leaves no file unknown.

A note is written before the file and goes with its row's commit; where nobody can tell whether
that was a commit, it stays. The next start looks at the notes of processes that died: a file that
nobody knows is deleted.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from timeline_studio.jobs import is_known_dead, new_worker_id
from timeline_studio.library import OutcomeUnknown
from timeline_studio.storage import StorageError
from timeline_studio.workflows.studio import Studio

_SUFFIX, _PART = ".storing", ".partial"
_FORGOTTEN_SECONDS = 24 * 60 * 60  # where nobody can tell whether its process lives


@contextmanager
def promise(studio: Studio, key: str) -> Iterator[None]:
    """While the object of `key` is stored and its row written. Raises StorageError."""
    note = studio.home.work / f"{new_worker_id().replace(':', '~')}{_SUFFIX}"
    try:
        part = note.with_suffix(_PART)
        part.write_text(json.dumps({"key": key}), "utf-8")
        part.replace(note)
    except OSError as error:
        raise StorageError(
            f"Cannot write {note}: {error.strerror or error}. Free some space, or make the "
            "folder writable, then try again."
        ) from error
    try:
        yield
    except OutcomeUnknown:
        raise
    except BaseException:
        note.unlink(missing_ok=True)
        raise
    note.unlink(missing_ok=True)


def sweep_promises(studio: Studio) -> None:
    """Delete what processes that died stored without a row. Offline, it is tried again at the
    next start."""
    work = studio.home.work
    for unwritten in filter(_is_left, work.glob(f"*{_PART}")):
        unwritten.unlink(missing_ok=True)
    for note in filter(_is_left, work.glob(f"*{_SUFFIX}")):
        with suppress(StorageError, FileNotFoundError):  # another process sweeps too
            _forget_stored(studio, note)
            note.unlink()


def _is_left(note: Path) -> bool:
    """Whether the process that wrote it died, or the note is so old that it must have."""
    if is_known_dead(note.stem.replace("~", ":")):
        return True
    with suppress(FileNotFoundError):
        return time.time() - note.stat().st_mtime > _FORGOTTEN_SECONDS
    return False  # its row was written just now


def _forget_stored(studio: Studio, note: Path) -> None:
    key = json.loads(note.read_text("utf-8"))["key"]
    with studio.reading() as work:
        known = work.uploads.find_by_key(studio.media_store.bucket, key)
    if known is None:
        studio.media_store.delete(key)
