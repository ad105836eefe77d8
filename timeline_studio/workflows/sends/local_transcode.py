"""The worker's part of the transcoder of this computer."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any, TypeAlias

from timeline_studio.jobs import JobCancelled, JobContext
from timeline_studio.library import NotFound
from timeline_studio.productions import (
    ProductionError,
    destinations,
    transcode,
    verify_outputs,
)
from timeline_studio.storage import ObjectStore, StorageUnreachable, push_below
from timeline_studio.workflows.patience import waiting_offline
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.work_folder import job_folder

_Place: TypeAlias = tuple[ObjectStore, str]


@waiting_offline
def run_local_transcode(studio: Studio, job: JobContext) -> dict[str, Any]:
    """Encode, then bring the outputs to where they belong. An encode that does not end well
    leaves none; what was encoded is not encoded again because a network went away."""
    settings = job.input["settings"]
    stores = {store.bucket: store for store in (studio.media_store, studio.output_store)}
    places = [_place(stores, destination) for destination in destinations(settings)]
    if not _is_encoded(places):
        _encode(studio, job, stores, places)
    for store, prefix in places:
        push_below(store, prefix, lambda done: job.progress(done, "UPLOADING"))
    _refuse_cancelled(studio, job)
    return {}


def _encode(
    studio: Studio, job: JobContext, stores: dict[str, ObjectStore], places: Sequence[_Place]
) -> None:
    try:
        with job_folder(studio, job.job_id) as folder:
            transcode(
                job.input["settings"],
                stores,
                work_dir=folder,
                progress=job.progress,
                source_name=_source_name(studio, job),
            )
        _refuse_cancelled(studio, job)
    except BaseException:
        for store, prefix in places:
            with suppress(StorageUnreachable):  # the next run writes the same keys
                store.delete_prefix(prefix)
        raise


def _source_name(studio: Studio, job: JobContext) -> str | None:
    """What the user calls the film: a damaged one is named so, not by its place in the store."""
    ulid = job.input.get("metadata", {}).get("production_ulid", "")
    with suppress(NotFound), studio.reading() as uow:
        return uow.uploads.get(uow.productions.get_by_ulid(ulid).upload_id).name
    return None


def _is_encoded(places: Sequence[_Place]) -> bool:
    """Whether an earlier run came that far. Raises StorageUnreachable: before an encode, not
    after it."""
    if not all(any(store.list(prefix)) for store, prefix in places):
        return False
    try:
        for store, prefix in places:
            verify_outputs(store, prefix)
    except ProductionError:
        return False
    return True


def _place(stores: dict[str, ObjectStore], destination: str) -> _Place:
    bucket, _, prefix = destination.removeprefix("s3://").partition("/")
    return stores[bucket], prefix


def _refuse_cancelled(studio: Studio, job: JobContext) -> None:
    """After its last progress a job does not hear by itself that it was cancelled."""
    if studio.queue.get(job.job_id).is_cancelled:
        raise JobCancelled(f"The transcoding {job.job_id} was cancelled.")
