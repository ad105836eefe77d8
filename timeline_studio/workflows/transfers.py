"""From this computer to the object store: every file that waits has a job that brings it there.

The row is `uploading` until its file has arrived, then `uploaded`. With a store that is a folder
of this computer nothing waits, and there is no job.
"""

from datetime import UTC, datetime
from typing import Any

from timeline_studio.jobs import JobContext, Later
from timeline_studio.library import NotFound, UnitOfWork
from timeline_studio.settings.place import place_of
from timeline_studio.storage import (
    ObjectNotFound,
    OutgoingStore,
    StoredObject,
    is_pending,
    pending_keys,
)
from timeline_studio.workflows.patience import waiting_offline
from timeline_studio.workflows.studio import Studio

UPLOAD_JOB = "upload_v1"
UPLOADING = "Uploading"
ELSEWHERE = "Waits for the computer that has the file"
ELSEWHERE_SECONDS = 2.0


def queue_transfer(studio: Studio, work: UnitOfWork, key: str, name: str) -> str:
    """The status that the row of `key` is to have; `uploading` where a job was added for it.

    For the unit of work that adds the row: so no file waits without a job, and no job without
    its row.
    """
    if not is_pending(studio.media_store, key):
        return "uploaded"
    work.jobs.add(
        UPLOAD_JOB,
        {"key": key, "name": name, "userId": studio.user_id, "waitsAt": place_of(studio.home)},
    )
    return "uploading"


def is_on_its_way(studio: Studio, key: str) -> bool:
    """Whether the file of `key` has yet to arrive, from here or from another computer."""
    if is_pending(studio.media_store, key):
        return True
    job = studio.queue.find(UPLOAD_JOB, {"key": key})
    return job is not None and job.status != "completed" and not job.is_cancelled


@waiting_offline
def run_transfer(studio: Studio, job: JobContext) -> dict[str, Any]:
    """The worker's part: the file to the store, then the row, then what else waits unasked."""
    key = job.input["key"]
    _refuse_anothers(studio, key)
    try:
        stored = _push(studio, job, key)
    except ObjectNotFound as error:
        if _is_wanted(studio, key) and job.input.get("waitsAt") != place_of(studio.home):
            job.waits(ELSEWHERE, str(error))
            raise Later(ELSEWHERE_SECONDS) from error
        if _is_wanted(studio, key):
            raise
        return {"key": key, "status": "deleted"}
    if not studio.library.run(studio.user_id, lambda work: _record(studio, work, stored)):
        studio.media_store.delete(key)
        return {"key": key, "status": "deleted"}
    _push_small_things(studio)
    return {"key": key, "status": "uploaded"}


def _refuse_anothers(studio: Studio, key: str) -> None:
    """What nobody wants is deleted: another user's file is not ours to judge."""
    with studio.reading() as work:
        bucket = studio.media_store.bucket
        is_mine = work.uploads.find_by_key(bucket, key) is not None
        if not is_mine and work.uploads.is_key_taken(bucket, key):
            raise NotFound(f"There is no upload {key} in this library.")


def _push(studio: Studio, job: JobContext, key: str) -> StoredObject:
    store = studio.media_store
    if not isinstance(store, OutgoingStore):
        return store.head(key)
    size = store.head(key).size or 1
    return store.push(key, progress=lambda sent: job.progress(sent / size, UPLOADING))


def _is_wanted(studio: Studio, key: str) -> bool:
    """Not once its row is gone, or its source was deleted."""
    with studio.reading() as work:
        upload = work.uploads.find_by_key(studio.media_store.bucket, key)
    return upload is not None and upload.source_deleted_at is None


def _record(studio: Studio, work: UnitOfWork, stored: StoredObject) -> bool:
    """False when nobody wants the file any more."""
    upload = work.uploads.find_by_key(studio.media_store.bucket, stored.key)
    if upload is None or upload.source_deleted_at is not None:
        return False
    work.uploads.update(
        upload.id,
        status="uploaded",
        etag=stored.etag,
        uploaded_at=datetime.now(UTC).replace(tzinfo=None),
    )
    return True


def _push_small_things(studio: Studio) -> None:
    """Thumbnails that were made without a network have no row, and no job of their own."""
    store = studio.media_store
    for key in pending_keys(store):
        if isinstance(store, OutgoingStore) and studio.queue.find(UPLOAD_JOB, {"key": key}) is None:
            store.push(key)
