"""Pause, resume, cancel and retry: each in a transaction, so that it outlives the program."""

from timeline_studio.jobs import JobView
from timeline_studio.jobs.view import view_of
from timeline_studio.library import UnitOfWork
from timeline_studio.productions import LOCAL_TRANSCODE
from timeline_studio.workflows.export_jobs import EXPORT_JOB
from timeline_studio.workflows.outbox.entry import OutboxEntry
from timeline_studio.workflows.outbox.listing import waiting_renders
from timeline_studio.workflows.sends import (
    FINAL,
    PRODUCTION_JOB,
    cancel_production,
    retry_production,
)
from timeline_studio.workflows.studio import Studio


def pause_entry(studio: Studio, entry: OutboxEntry) -> None:
    """Let it rest, also over restarts; all others go on. A transfer goes on later where it
    stopped; a render, or a transcode of this computer, begins again. What MediaConvert does
    meanwhile it does, and is looked at later."""

    def step(work: UnitOfWork) -> None:
        for job_id in _all_jobs(work, entry):
            work.jobs.pause(job_id)

    studio.run(step)


def resume_entry(studio: Studio, entry: OutboxEntry) -> None:
    def step(work: UnitOfWork) -> None:
        for job_id in _all_jobs(work, entry):
            work.jobs.resume(job_id)

    studio.run(step)


def move_entry(studio: Studio, entry: OutboxEntry, by: int) -> None:
    """Change its turn among the renders that wait: -1 is one earlier, 1 one later. Stays within
    the line; all of them keep their places over restarts."""

    def step(work: UnitOfWork) -> None:
        listed = map(view_of, work.jobs.list([EXPORT_JOB], ["pending"]))
        order = [job.id for job in waiting_renders(listed)]
        if entry.id not in order:  # it runs by now
            return
        place = order.index(entry.id)
        order.insert(min(len(order) - 1, max(0, place + by)), order.pop(place))
        for priority, job_id in enumerate(reversed(order)):  # the last one has 0, as most jobs
            work.jobs.prioritise(job_id, priority)

    studio.run(step)


def cancel_entry(studio: Studio, entry: OutboxEntry) -> None:
    """Stop it for good; one that failed is taken off the list. Footage that was imported has to
    arrive: its transfer is only paused."""
    if entry.state == "failed":
        studio.run(lambda work: _dismiss(work, entry))
    elif entry.production_id is not None:
        cancel_production(studio, entry.production_id)
    elif entry.kind != "upload":
        studio.queue.cancel(entry.id)


def retry_entry(studio: Studio, entry: OutboxEntry) -> int:
    """Go on from the stage that failed; what was done before it is not done again. Returns the id
    of the job that carries it now.

    A production that failed stays as it is: a new one, with a ULID of its own, is made of the
    same upload.
    """
    ended = [
        job for job in map(studio.queue.get, entry.job_ids) if job.status in {"failed", "dead"}
    ]
    failed = [job for job in ended if not job.is_dismissed]
    if not failed:  # pressed twice
        return entry.id
    if entry.production_id is not None and _is_over(studio, entry.production_id, failed):
        again = retry_production(studio, entry.production_id)
        studio.run(lambda work: _dismiss(work, entry))
        carrier = studio.queue.find(PRODUCTION_JOB, {"productionId": again})
        return carrier.id if carrier else entry.id
    for job in failed:
        studio.queue.retry(job.id)
    return entry.id


def _is_over(studio: Studio, production_id: int, failed: list[JobView]) -> bool:
    """Whether the production itself failed; not its transfer, nor only its publishing."""
    with studio.reading() as work:
        production = work.productions.get(production_id)
    is_carrier = any(job.input.get("productionId") == production_id for job in failed)
    return production.status == "failed" or (is_carrier and production.status not in FINAL)


def _dismiss(work: UnitOfWork, entry: OutboxEntry) -> None:
    for job_id in entry.job_ids:
        work.jobs.dismiss(job_id)


def _all_jobs(work: UnitOfWork, entry: OutboxEntry) -> list[int]:
    """With the transcode of this computer, where there is one."""
    if entry.production_id is None:
        return list(entry.job_ids)
    ulid = work.productions.get(entry.production_id).ulid
    transcode = work.jobs.find(LOCAL_TRANSCODE, {"metadata": {"production_ulid": ulid}})
    return [*entry.job_ids, *([transcode.id] if transcode else [])]
