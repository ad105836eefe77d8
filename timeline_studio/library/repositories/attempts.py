"""The record of a job's runs."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from timeline_studio.library.tables import MediaJobAttempt


class Attempts:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, job_id: int) -> list[MediaJobAttempt]:
        query = select(MediaJobAttempt).where(MediaJobAttempt.job_id == job_id)
        return [*self._session.scalars(query.order_by(MediaJobAttempt.attempt_no))]

    def open(self, job_id: int, worker_id: str, now: datetime) -> None:
        """Numbers go on after a retry, although the job counts its attempts anew."""
        highest = select(func.max(MediaJobAttempt.attempt_no)).where(
            MediaJobAttempt.job_id == job_id
        )
        self._session.add(
            MediaJobAttempt(
                job_id=job_id,
                attempt_no=(self._session.scalar(highest) or 0) + 1,
                worker_id=worker_id,
                started_at=now,
            )
        )
        self._session.flush()

    def close(self, job_id: int, now: datetime, *, error_class: str | None = None) -> None:
        """End the run that is still open; `exit_code` stays None, for it is no process's."""
        for attempt in self._running(job_id):
            attempt.finished_at = now
            attempt.duration_ms = max(0, (now - attempt.started_at) // timedelta(milliseconds=1))
            attempt.error_class = error_class
        self._session.flush()

    def forget(self, job_id: int) -> None:
        """Drop the run that is still open: the job only looked and was put back."""
        for attempt in self._running(job_id):
            self._session.delete(attempt)
        self._session.flush()

    def _running(self, job_id: int) -> list[MediaJobAttempt]:
        query = select(MediaJobAttempt).where(
            MediaJobAttempt.job_id == job_id, MediaJobAttempt.finished_at.is_(None)
        )
        return [*self._session.scalars(query)]
