"""Stopping a production, wherever it is, even while its transcoder is out of reach.

The row is final at once; a job of the queue tells the transcoder, as often as it takes, and then
removes what had been made.
"""

from typing import Any

from timeline_studio.jobs import JobContext, Later
from timeline_studio.library import NotFound, UnitOfWork
from timeline_studio.productions import TranscodeJobNotFound
from timeline_studio.workflows.patience import waiting_offline
from timeline_studio.workflows.sends.outputs import discard_outputs
from timeline_studio.workflows.sends.polling import pause_before_next_look
from timeline_studio.workflows.sends.rows import FINAL, PRODUCTION_JOB, now, read_production
from timeline_studio.workflows.sends.transcodes import transcode_of
from timeline_studio.workflows.studio import Studio

CANCEL_JOB = "cancel_production_v1"
CANCELLED = "Cancelled."
CANCELLING = "Cancelling"  # the transcoder is told, and has not ended yet


def cancel_production(studio: Studio, production_id: int) -> None:
    """Stop it; a production that is final stays as it is."""

    def step(work: UnitOfWork) -> None:
        production = work.productions.get(production_id)
        if production.status in FINAL:
            return
        job = work.jobs.find(PRODUCTION_JOB, {"productionId": production_id})
        if job is not None:
            work.jobs.cancel(job.id)
        work.productions.update(
            production_id, status="failed", error_message=CANCELLED, completed_at=now()
        )
        queue_cancellation(studio, work, production_id)

    studio.run(step)


def queue_cancellation(studio: Studio, work: UnitOfWork, production_id: int) -> None:
    work.jobs.add(
        CANCEL_JOB,
        {"productionId": production_id, "userId": studio.user_id},
        priority=1,  # before another look at what goes on
    )


@waiting_offline
def run_cancellation(studio: Studio, job: JobContext) -> dict[str, Any]:
    """The worker's part: again until the transcoder has ended the job, then its outputs go."""
    production_id = job.input["productionId"]
    try:
        production, _ = read_production(studio, production_id)
    except NotFound:  # deleted meanwhile, with all of its outputs
        return {"productionId": production_id}
    job_id = transcode_of(studio, production)
    if job_id is not None and not _has_ended(studio, job_id):
        job.waits(CANCELLING)
        started = production.started_at
        raise Later(pause_before_next_look(studio.transcoder, started, now()))
    discard_outputs(studio, production)
    return {"productionId": production_id}


def _has_ended(studio: Studio, job_id: str) -> bool:
    try:
        studio.transcoder.cancel(job_id)
        return studio.transcoder.status(job_id).is_final
    except TranscodeJobNotFound:
        return True
