"""Deleting for good: objects and rows, in an order that a crash cannot break.

::

    delete_…       taken off the lists, unpublished, and a job: one transaction
    run_deletion   transcodes stopped -> objects -> rows

Until the rows go they say where the objects lie, so that a second run finishes what a first one
began; what is gone already is skipped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from timeline_studio.errors import StudioError
from timeline_studio.jobs import JobContext, Later
from timeline_studio.library import NotFound, Production, UnitOfWork, Upload
from timeline_studio.productions import (
    ProductionError,
    TranscodeJobNotFound,
    TranscoderUnreachable,
    output_prefix,
)
from timeline_studio.storage import StorageUnreachable, thumb_key
from timeline_studio.workflows.exports import EXPORT_JOB
from timeline_studio.workflows.publications import unpublish_all
from timeline_studio.workflows.sends import asset_of, cancel_production
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.uploads import MediaInUseError, used_in

DELETE_JOB = "delete_v1"
AGAIN_SECONDS = 1.0
OFFLINE_SECONDS = 15.0


class HasProductionsError(StudioError):
    """An upload that productions were made of."""


@dataclass(frozen=True)
class Consequences:
    """What a deletion of uploads would break, and take: names of timelines, and of productions."""

    timelines: tuple[str, ...]
    productions: tuple[str, ...]


def consequences_of(studio: Studio, upload_ids: Sequence[int]) -> Consequences:
    timelines: dict[str, None] = {}
    productions: list[str] = []
    for upload_id in upload_ids:
        timelines |= dict.fromkeys(used_in(studio, upload_id))
        with studio.reading() as work:
            upload = work.uploads.get(upload_id)
            made = work.productions.of_upload(upload_id)
        productions += [production.name or upload.name for production in made]
    return Consequences(tuple(timelines), tuple(productions))


def delete_production(studio: Studio, production_id: int) -> int:
    """Delete one production with all of its outputs; one that runs is cancelled first.

    Returns the id of the job that removes the objects.
    """
    cancel_production(studio, production_id)

    def request(work: UnitOfWork) -> int:
        _take_off(work, production_id)
        return work.jobs.add(
            DELETE_JOB, {"productionId": production_id, "userId": studio.user_id}
        ).id

    return studio.library.run(studio.user_id, request)


def delete_upload(
    studio: Studio, upload_id: int, *, force: bool = False, with_productions: bool = False
) -> int:
    """Delete an upload's file. Returns the id of the job that removes the objects.

    A source's row stays and says when (`source_deleted_at`); an export's goes with its file.
    Raises MediaInUseError naming the timelines that show it, unless it is to `force`, and
    HasProductionsError naming what was made of an export, unless it goes `with_productions`.
    """
    with studio.reading() as work:
        upload = work.uploads.get(upload_id)
        productions = work.productions.of_upload(upload_id)
    _refuse_used(studio, upload, force=force)
    if with_productions:
        for production in productions:
            cancel_production(studio, production.id)

    def request(work: UnitOfWork) -> int:
        found = work.uploads.get(upload_id)
        made = work.productions.of_upload(upload_id)
        if found.is_export and made and not with_productions:
            raise HasProductionsError(_refusal(found, made))
        work.uploads.update(upload_id, source_deleted_at=_now())
        for project in work.projects.with_last_export(upload_id):
            _fall_back(work, project.id)
        for production in made if with_productions else ():
            _take_off(work, production.id)
        job_input = {"uploadId": upload_id, "userId": studio.user_id, "whole": with_productions}
        return work.jobs.add(DELETE_JOB, job_input).id

    return studio.library.run(studio.user_id, request)


def run_deletion(studio: Studio, job: JobContext) -> dict[str, Any]:
    """The worker's part. Safe to run again after a crash at any point."""
    try:
        if "productionId" in job.input:
            _remove_production(studio, job.input["productionId"])
        else:
            _remove_upload(studio, job.input["uploadId"], whole=bool(job.input.get("whole")))
    except (TranscoderUnreachable, StorageUnreachable) as error:
        job.progress(0, "Offline, waits", str(error)[:255])
        raise Later(OFFLINE_SECONDS) from error
    return {}


def _refuse_used(studio: Studio, upload: Upload, *, force: bool) -> None:
    users = [] if force else used_in(studio, upload.id)
    if users:
        raise MediaInUseError(
            f"“{upload.name}” is used in {', '.join(users)}. Take it out of these timelines first."
        )


def _refusal(upload: Upload, made: Sequence[Production]) -> str:
    names = ", ".join(
        f"{production.name or upload.name} ({production.ulid})" for production in made
    )
    return (
        f"“{upload.name}” was sent to HLS: {names}. Delete these productions with it, or keep it."
    )


def _take_off(work: UnitOfWork, production_id: int) -> None:
    """Off the lists, and off every feed that shows it."""
    work.productions.request_deletion(production_id)
    unpublish_all(work, production_id)


def _fall_back(work: UnitOfWork, project_id: int) -> None:
    """The newest export that is left becomes the project's last one, with the job that made it."""
    newest = work.uploads.list_exports(project_id=project_id, limit=1)
    if not newest:
        work.projects.set_last_export(project_id, None, None)
        return
    upload = newest[0][0]
    job = (
        work.jobs.find(EXPORT_JOB, {"assetUuid": upload.asset_uuid}) if upload.asset_uuid else None
    )
    work.projects.set_last_export(project_id, upload.id, job.id if job else None)


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
    for store in (studio.media_store, studio.output_store):
        store.delete(f"captions/vtt/production_{production_id}.vtt")
    studio.library.run(studio.user_id, lambda work: work.productions.delete(production_id))


def _wait_for_transcode(studio: Studio, production: Production) -> None:
    """One that still runs would write objects after they were deleted: it is cancelled, and
    waited for."""
    transcoder = studio.transcoder
    job_id = production.mediaconvert_job_id or transcoder.find(
        metadata={"production_ulid": production.ulid},
        since=production.created_at - timedelta(hours=1),
    )
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


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
