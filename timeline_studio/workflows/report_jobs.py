"""The job that measures a production once it is completed."""

from typing import Final

from timeline_studio.library import MediaJob, UnitOfWork

REPORT_JOB: Final = "report_v1"
_PRIORITY = -10  # whatever someone waits for comes first


def queue_report(work: UnitOfWork, user_id: int, production_id: int) -> MediaJob:
    """In the caller's transaction: the one that completes the production."""
    job_input = {"productionId": production_id, "userId": user_id}
    return work.jobs.add(REPORT_JOB, job_input, priority=_PRIORITY)
