"""The worker's part of a deletion: transcodes stopped, then objects, then rows."""

from typing import Any

from timeline_studio.jobs import JobContext, Later
from timeline_studio.library import NotFound, Production, UnitOfWork, Upload
from timeline_studio.productions import ProductionError, TranscodeJobNotFound, output_prefix
from timeline_studio.storage import thumb_key
from timeline_studio.workflows.patience import waiting_offline
from timeline_studio.workflows.sends import asset_of
from timeline_studio.workflows.sends.outputs import discard_captions
from timeline_studio.workflows.sends.transcodes import transcode_of
from timeline_studio.workflows.studio import Studio

AGAIN_SECONDS = 1.0


@waiting_offline
def run_deletion(studio: Studio, job: JobContext) -> dict[str, Any]:
    """The worker's part. Safe to run again after a crash at any point."""
    if "productionId" in job.input:
        _remove_production(studio, job.input["productionId"])
    else:
        _remove_upload(studio, job.input["uploadId"], whole=bool(job.input.get("whole")))
    return {}


def _remove_production(studio: Studio, production_id: int) -> None:
    try:
        with studio.reading() as work:
            production = work.productions.get(production_id)
            upload = work.uploads.get(production.upload_id)
    except NotFound:
        return  # by an earlier run
    _wait_for_transcode(studio, production)
    for prefix in _prefixes_of(production, upload):
        studio.output_store.delete_prefix(prefix)
    discard_captions(studio, production)
    studio.library.run(studio.user_id, lambda work: work.productions.delete(production_id))


def _wait_for_transcode(studio: Studio, production: Production) -> None:
    """One that still runs would write objects after they were deleted: it is cancelled, and
    waited for."""
    transcoder = studio.transcoder
    job_id = transcode_of(studio, production)
    if job_id is None:
        return
    try:
        status = transcoder.status(job_id)
    except TranscodeJobNotFound:
        return
    if status.state in {"SUBMITTED", "PROGRESSING"}:
        transcoder.cancel(job_id)
        raise Later(AGAIN_SECONDS)


def _prefixes_of(production: Production, upload: Upload) -> set[str]:
    """Where its outputs may lie. What is older than ULIDs lies in the upload's own folder, which
    other productions share: it goes with the upload."""
    found = {production.output_prefix} if production.output_prefix else set()
    try:
        asset_id, day = asset_of(upload)
    except ProductionError:
        pass
    else:
        found.add(output_prefix(day, asset_id, production.ulid))
    return {prefix for prefix in found if production.ulid in prefix}


def _remove_upload(studio: Studio, upload_id: int, *, whole: bool) -> None:
    try:
        with studio.reading() as work:
            upload = work.uploads.get(upload_id)
            doomed = work.productions.doomed_of_upload(upload_id)
    except NotFound:
        return
    for production in doomed if whole else ():
        _remove_production(studio, production.id)
    if whole:
        _remove_all_outputs(studio, upload)
    studio.media_store.delete(thumb_key(upload_id))
    studio.media_store.delete(upload.s3_key)
    if upload.is_export:
        studio.library.run(studio.user_id, lambda work: _forget(work, upload_id))


def _remove_all_outputs(studio: Studio, upload: Upload) -> None:
    """Everything below the upload's own folder, unless something was made of it meanwhile."""
    with studio.reading() as work:
        is_needed = bool(work.productions.of_upload(upload.id))
    try:
        asset_id, day = asset_of(upload)
    except ProductionError:
        return
    if not is_needed:
        studio.output_store.delete_prefix(f"{day}/{asset_id}/")


def _forget(work: UnitOfWork, upload_id: int) -> None:
    """A row that a production or an old publication stands on stays, off every list."""
    if not work.uploads.is_stood_on(upload_id):
        work.uploads.delete(upload_id)
