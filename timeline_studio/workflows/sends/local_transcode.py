"""The worker's part of the transcoder of this computer."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from timeline_studio.jobs import JobCancelled, JobContext
from timeline_studio.productions import destinations, transcode
from timeline_studio.storage import ObjectStore, StorageUnreachable
from timeline_studio.workflows.patience import waiting_offline
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.work_folder import job_folder


@waiting_offline
def run_local_transcode(studio: Studio, job: JobContext) -> dict[str, Any]:
    """One that does not end well leaves no outputs."""
    settings = job.input["settings"]
    stores = {store.bucket: store for store in (studio.media_store, studio.output_store)}
    places = [_place(stores, destination) for destination in destinations(settings)]
    _reach(places)
    try:
        with job_folder(studio, job.job_id) as folder:
            transcode(settings, stores, work_dir=folder, progress=job.progress)
        _refuse_cancelled(studio, job)
    except BaseException:
        for store, prefix in places:
            with suppress(StorageUnreachable):  # the next run writes the same keys
                store.delete_prefix(prefix)
        raise
    return {}


def _place(stores: dict[str, ObjectStore], destination: str) -> tuple[ObjectStore, str]:
    bucket, _, prefix = destination.removeprefix("s3://").partition("/")
    return stores[bucket], prefix


def _reach(places: Sequence[tuple[ObjectStore, str]]) -> None:
    """Raises StorageUnreachable before an encode, not after it."""
    for store, prefix in places:
        next(store.list(prefix), None)


def _refuse_cancelled(studio: Studio, job: JobContext) -> None:
    """After its last progress a job does not hear by itself that it was cancelled."""
    if studio.queue.get(job.job_id).is_cancelled:
        raise JobCancelled(f"The transcoding {job.job_id} was cancelled.")
