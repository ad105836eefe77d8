"""Asking for a deletion: off the lists at once, and a job for the rest."""

from collections.abc import Sequence
from datetime import UTC, datetime

from timeline_studio.errors import StudioError
from timeline_studio.library import Production, UnitOfWork, Upload
from timeline_studio.workflows.exports import EXPORT_JOB
from timeline_studio.workflows.publications import unpublish_all
from timeline_studio.workflows.sends import cancel_production
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.uploads import MediaInUseError, used_in

DELETE_JOB = "delete_v1"


class HasProductionsError(StudioError):
    """An upload that productions were made of."""


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


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
