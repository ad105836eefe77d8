"""Old rows of the web application, completed with what newer ones say of themselves.

Both may be stopped and repeated: what is done is skipped.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from timeline_studio.library import MediaJob, NotFound, UnitOfWork
from timeline_studio.workflows.exports import EXPORT_JOB
from timeline_studio.workflows.studio import Studio

BATCH = 200

Report = Callable[[float, str], None]


@dataclass(frozen=True)
class Backfilled:
    """`changed` counts what would be changed in a dry run; `skipped` says why, by row."""

    looked_at: int = 0
    changed: int = 0
    right_before: int = 0
    skipped: tuple[str, ...] = ()


def backfill_exports(
    studio: Studio, *, apply: bool = False, progress: Report | None = None
) -> Backfilled:
    """Give uploads that an export job made their role and their timeline; newest jobs first.

    Without `apply` nothing is written.
    """
    report = Backfilled()
    ids: list[int] = []
    newest = 0
    while True:
        page = partial(
            _look_at_page, before_id=ids[-1] if ids else None, apply=apply, report=report
        )
        ids, report = studio.library.run(studio.user_id, page)
        if not ids:
            return report
        newest = newest or ids[0]
        if progress is not None:
            progress(1 - (ids[-1] - 1) / newest, "exports")


def backfill_ulids(
    studio: Studio, *, apply: bool = False, progress: Report | None = None
) -> Backfilled:
    """Give productions that are older than ULIDs theirs; oldest first.

    Without `apply` nothing is written.
    """
    with studio.reading() as work:
        missing = work.productions.count_without_ulid()
    if not apply:
        return Backfilled(looked_at=missing, changed=missing)
    done = 0
    while filled := studio.library.run(
        studio.user_id, lambda work: work.productions.fill_missing_ulids(BATCH)
    ):
        done += filled
        if progress is not None:
            progress(min(1.0, done / max(1, missing)), "ulids")
    return Backfilled(looked_at=done, changed=done)


def _look_at_page(
    work: UnitOfWork, *, before_id: int | None, apply: bool, report: Backfilled
) -> tuple[list[int], Backfilled]:
    """The jobs that were looked at, newest first, and `report` with them."""
    jobs = work.jobs.list([EXPORT_JOB], ["completed"], BATCH, before_id)
    for job in jobs:
        report = _look_at(work, job, report, apply=apply)
    return [job.id for job in jobs], report


def _look_at(work: UnitOfWork, job: MediaJob, report: Backfilled, *, apply: bool) -> Backfilled:
    report = replace(report, looked_at=report.looked_at + 1)
    upload_id = _number(job.result_json, "resultUploadId")
    project_id = _number(job.input_json, "projectId")
    if upload_id is None or project_id is None:
        return _skip(report, job, "does not say what it made of which timeline")
    try:
        upload = work.uploads.get(upload_id)
    except NotFound:
        return _skip(report, job, f"upload {upload_id} is gone, or another user's")
    if upload.create_video_project_id not in {None, project_id} or upload.video_role == "source":
        return _skip(report, job, f"upload {upload_id} says otherwise of itself, and is kept so")
    if upload.video_role == "export" and upload.create_video_project_id == project_id:
        return replace(report, right_before=report.right_before + 1)
    if apply:
        work.uploads.update(upload_id, video_role="export", create_video_project_id=project_id)
    return replace(report, changed=report.changed + 1)


def _skip(report: Backfilled, job: MediaJob, why: str) -> Backfilled:
    return replace(report, skipped=(*report.skipped, f"job {job.id}: {why}"))


def _number(document: object, name: str) -> int | None:
    value = document.get(name) if isinstance(document, dict) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None
