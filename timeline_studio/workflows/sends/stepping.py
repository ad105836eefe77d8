"""The worker's part of a send: one step forward, then `Later`, until it is published."""

from typing import Any

from timeline_studio.errors import StudioError
from timeline_studio.jobs import JobCancelled, JobContext, Later, may_pass
from timeline_studio.library import Production, UnitOfWork, Upload
from timeline_studio.productions import (
    ProductionError,
    TranscodeJobNotFound,
    TranscoderUnreachable,
    TranscodeStatus,
)
from timeline_studio.storage import StorageUnreachable, push_below
from timeline_studio.workflows.captions import exported_timeline, write_beside
from timeline_studio.workflows.patience import waiting_offline
from timeline_studio.workflows.publications import publish
from timeline_studio.workflows.report_jobs import queue_report
from timeline_studio.workflows.sends.outputs import discard_outputs, outputs_of
from timeline_studio.workflows.sends.polling import StatusPolls, pause_before_next_look
from timeline_studio.workflows.sends.rows import (
    FINAL,
    change_unfinished,
    fail,
    now,
    read_production,
)
from timeline_studio.workflows.sends.submitting import submit
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.transfers import is_on_its_way
from timeline_studio.workflows.watching import write_watch_pages

AWAITS_FILE = "Waits for the upload"
VERIFYING = "Verifying"
PUBLISHING = "Publishing"
AWAIT_FILE_SECONDS = 1.0


@waiting_offline
def run_production(
    studio: Studio, job: JobContext, polls: StatusPolls | None = None
) -> dict[str, Any]:
    """Safe to run again after a crash at any point."""
    production_id = job.input["productionId"]
    production, upload = read_production(studio, production_id)
    if production.status not in FINAL:
        try:
            _advance(studio, job, production, upload, polls or StatusPolls())
        except JobCancelled:
            raise  # the worker stops: the production has not failed
        except StudioError as error:
            if not _passes(error):
                fail(studio, production_id, str(error))
            raise
        production, _ = read_production(studio, production_id)
    if production.status == "completed":
        _publish(studio, job, production_id)
    return {"productionId": production_id, "status": production.status}


def _passes(error: StudioError) -> bool:
    return may_pass(error) or isinstance(error, StorageUnreachable | TranscoderUnreachable)


def _advance(
    studio: Studio, job: JobContext, production: Production, upload: Upload, polls: StatusPolls
) -> None:
    job_id = production.mediaconvert_job_id
    if job_id is None:
        if is_on_its_way(studio, upload.s3_key):
            job.waits(AWAITS_FILE)
            raise Later(AWAIT_FILE_SECONDS)
        job_id = submit(studio, production, upload)
    try:
        status = polls.status(studio, job_id)
    except TranscodeJobNotFound as error:
        status = _ended_long_ago(studio, production, error)
    if not status.is_final:
        percent = max(status.percent or 0, studio.queue.get(job.job_id).percent)
        job.progress(percent / 100, status.phase or "Queued")
        raise Later(pause_before_next_look(studio.transcoder, production.started_at, now()))
    job.progress(1.0, VERIFYING)
    _finish(studio, production.id, status)


def _ended_long_ago(
    studio: Studio, production: Production, error: TranscodeJobNotFound
) -> TranscodeStatus:
    """A transcoder forgets old jobs: what such a one made may lie there whole."""
    try:
        outputs_of(studio, production)
    except ProductionError:
        raise error from None
    return TranscodeStatus("COMPLETE", 100)


def _finish(studio: Studio, production_id: int, status: TranscodeStatus) -> None:
    if status.state != "COMPLETE":
        what = "was cancelled" if status.state == "CANCELED" else "failed"
        raise ProductionError(status.error or f"The transcoding {what}. Retry the production.")
    production, upload = read_production(studio, production_id)
    timeline = exported_timeline(studio, upload)
    if timeline is not None and production.output_prefix:
        write_beside(studio, production.output_prefix, upload, timeline)
    outputs_of(studio, production)
    write_watch_pages(studio.output_store, production)
    for prefix in ("watch/", production.output_prefix or ""):  # what could not be put at once
        push_below(studio.output_store, prefix)

    def complete(work: UnitOfWork) -> bool:
        is_wanted = change_unfinished(
            work, production_id, status="completed", completed_at=now(), error_message=None
        )
        if is_wanted:
            queue_report(work, studio.user_id, production_id)
        return is_wanted

    if not studio.run(complete):
        discard_outputs(studio, production)


def _publish(studio: Studio, job: JobContext, production_id: int) -> None:
    """A space that went meanwhile fails the job; the production stays completed. Where it is to be
    shown may have been changed since the job was taken up."""
    told = studio.queue.get(job.job_id).input
    for space_id in told.get("publishTo") or ():
        job.progress(1.0, PUBLISHING)
        publish(studio, production_id, space_id)
