"""Notes of files that are being stored and have no row yet: a crash leaves no file unknown.

A note is written before the file and goes with its row's commit. The next start looks at the
notes of processes that died: a file that nobody knows is deleted.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager

from timeline_studio.jobs import is_known_dead, new_worker_id
from timeline_studio.storage import StorageError
from timeline_studio.workflows.studio import Studio

_SUFFIX = ".storing"
_FORGOTTEN_SECONDS = 24 * 60 * 60  # where nobody can tell whether its process lives


@contextmanager
def promise(studio: Studio, key: str) -> Iterator[None]:
    """While the object of `key` is stored and its row written. Raises StorageError."""
    note = studio.home.work / f"{new_worker_id().replace(':', '~')}{_SUFFIX}"
    try:
        part = note.with_suffix(".partial")
        part.write_text(json.dumps({"key": key}), "utf-8")
        part.replace(note)
    except OSError as error:
        raise StorageError(
            f"Cannot write {note}: {error.strerror or error}. Free some space, or make the "
            "folder writable, then try again."
        ) from error
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def sweep_promises(studio: Studio) -> None:
    """Delete what processes that died stored without a row. Offline, it is tried again at the
    next start."""
    for note in studio.home.work.glob(f"*{_SUFFIX}"):
        worker_id = note.stem.replace("~", ":")
        is_forgotten = time.time() - note.stat().st_mtime > _FORGOTTEN_SECONDS
        if not (is_forgotten or is_known_dead(worker_id)):
            continue
        key = json.loads(note.read_text("utf-8"))["key"]
        with studio.reading() as work:
            known = work.uploads.find_by_key(studio.media_store.bucket, key)
        try:
            if known is None:
                studio.media_store.delete(key)
        except StorageError:
            continue
        note.unlink(missing_ok=True)
