"""Working, here or wherever a job was taken, until what was asked for has ended."""

import time
from collections.abc import Callable
from typing import Any

from timeline_studio.cli.context import CliContext
from timeline_studio.cli.output import Output
from timeline_studio.errors import StudioError
from timeline_studio.jobs import JobView
from timeline_studio.library import Production, Upload
from timeline_studio.workflows import Studio, sends

_LOOK_SECONDS = 0.2
_CANCELLED: dict[str, str] = {
    "gone": "Nothing of it is left.",
    "told": "Its transcode is told to stop; what that has made goes at the next start.",
    "queued": "Its transcoder does not answer now, and is told at the next start.",
}


def run_export(context: CliContext, studio: Studio, output: Output, job_id: int) -> Upload:
    """The export that the job made. Raises StudioError with the job's reason."""
    result = follow_export(context, studio, output, job_id)
    with studio.reading() as uow:
        return uow.uploads.get(result["resultUploadId"])


def follow_export(
    context: CliContext, studio: Studio, output: Output, job_id: int
) -> dict[str, Any]:
    """The job's result, once it has ended. Raises StudioError with the job's reason."""
    with output.progress() as report:

        def has_ended() -> bool:
            job = studio.queue.get(job_id)
            report(job.percent / 100, job.stage or "waiting", job.message)
            return job.is_finished

        try:
            context.work(studio, _sparing(has_ended))
        except KeyboardInterrupt:
            studio.queue.cancel(job_id)
            raise
    return _result_of(studio.queue.get(job_id))


def run_send(
    context: CliContext, studio: Studio, output: Output, started: sends.StartedSend
) -> Production:
    """The completed production of a timeline, after its export. Raises StudioError with what
    failed."""
    production_id = started.production_id
    if production_id is None:
        run_export(context, studio, output, started.job_id)
        production_id = _result_of(studio.queue.get(started.job_id))["productionId"]
    return run_production(context, studio, output, production_id)


def _result_of(job: JobView) -> dict[str, Any]:
    if job.status != "completed" or job.result is None:
        raise StudioError(f"The export failed: {job.error}")
    return job.result


def run_production(
    context: CliContext, studio: Studio, output: Output, production_id: int
) -> Production:
    """The completed production. Raises StudioError with its reason."""
    with output.progress() as report:

        def is_final() -> bool:
            row = sends.get_production(studio, production_id)
            report((row.percent or 0) / 100, (row.stage or row.production.status).lower())
            job = studio.queue.find(sends.PRODUCTION_JOB, {"productionId": production_id})
            is_published = job is None or job.is_finished
            return row.production.status in sends.FINAL and is_published

        try:
            context.work(studio, _sparing(is_final))
        except KeyboardInterrupt as interrupt:
            raise StudioError(cancel_send(studio, production_id)) from interrupt
    production = sends.get_production(studio, production_id).production
    if production.status != "completed":
        raise StudioError(f"The production failed: {production.error_message}")
    job = studio.queue.find(sends.PRODUCTION_JOB, {"productionId": production_id})
    if job is not None and job.error and not job.is_cancelled:
        raise StudioError(f"The production {production.ulid} is not published: {job.error}")
    return production


def cancel_send(studio: Studio, production_id: int) -> str:
    """Cancel it here and at its transcoder. What came of that, in one line."""
    sends.cancel_production(studio, production_id)
    if sends.get_production(studio, production_id).production.error_message != sends.CANCELLED:
        return f"The production {production_id} has ended already; nothing is cancelled."
    ended = sends.finish_cancellation(studio, production_id)
    return f"Cancelled: production {production_id}. {_CANCELLED[ended]}"


def until_interrupted() -> None:
    """Wait for Ctrl+C."""
    try:
        while True:
            time.sleep(0.5)  # a signal that comes just before is noticed only after it
    except KeyboardInterrupt:
        return


def _sparing(check: Callable[[], bool]) -> Callable[[], bool]:
    """`check`, asked at most five times a second: it reads the database."""
    asked = 0.0
    answer = False

    def ask() -> bool:
        nonlocal asked, answer
        if not answer and time.monotonic() - asked >= _LOOK_SECONDS:
            asked, answer = time.monotonic(), check()
        return answer

    return ask
