"""What a worker does with a job: claim it, keep it, end it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.orm import Session

from timeline_studio.library.clock import Clock
from timeline_studio.library.repositories.attempts import Attempts
from timeline_studio.library.repositories.job_inputs import JobScope
from timeline_studio.library.repositories.rows import rows_changed
from timeline_studio.library.tables import MediaJob
from timeline_studio.library.tables.media_jobs import MESSAGE_LENGTH, STAGE_LENGTH

ATTEMPTS_USED_UP = "attempts_used_up"

_CANDIDATES = 20
"""More than workers that would claim at the same moment."""


class Leases:
    """A job is held by the worker in `locked_by` for one lease after its last heartbeat.

    Every write asks first whether the worker still holds the job: the answer False means that
    it was cancelled or taken over, and that nothing was written.
    """

    def __init__(self, session: Session, now: Clock, scope: JobScope) -> None:
        self._session = session
        self.now = now
        self._scope = scope
        self._attempts = Attempts(session)

    def has_claimable(self, types: Collection[str], lease: timedelta) -> bool:
        """Whether a claim would find something; reads only."""
        query = select(MediaJob.id).where(self._claimable(types, lease, self.now())).limit(1)
        return self._session.scalar(query) is not None

    def claim(self, types: Collection[str], worker_id: str, lease: timedelta) -> MediaJob | None:
        """The next job, now held by `worker_id` with a new attempt; None when there is none.

        First by priority, then by age. A job that a worker left behind with all its attempts
        used up becomes dead.
        """
        now = self.now()
        any_ended = True
        while any_ended:
            any_ended = False
            for job_id in self._next_ids(types, lease, now):
                job = self._lock_if_claimable(job_id, types, lease, now)
                if job is None:
                    continue
                self._attempts.close(job.id, now, error_class="LeaseExpired")
                if job.attempts < job.max_attempts:
                    self._hold(job, worker_id, now)
                    return job
                self._end_used_up(job)
                any_ended = True
        return None

    def is_held(self, job_id: int, worker_id: str) -> bool:
        """Whether the worker still holds the job; reads only."""
        query = select(MediaJob.id).where(self._held(job_id, worker_id))
        return self._session.scalar(query) is not None

    def heartbeat(
        self,
        job_id: int,
        worker_id: str,
        pct: int | None = None,
        stage: str | None = None,
        message: str | None = None,
    ) -> bool:
        """Renew the lease, and write what is known of the progress; `pct` is 0 to 100."""
        now = self.now()
        progress = {
            "progress_pct": pct,
            "progress_stage": stage and stage[:STAGE_LENGTH],
            "progress_message": message and message[:MESSAGE_LENGTH],
        }
        known: dict[str, Any] = {name: it for name, it in progress.items() if it is not None}
        if known:
            known |= {"progress_updated_at": now, "updated_at": now}
        renewal = update(MediaJob).where(self._held(job_id, worker_id))
        return rows_changed(self._session, renewal.values(locked_at=now, **known)) == 1

    def complete(self, job_id: int, worker_id: str, result: Mapping[str, Any]) -> bool:
        job = self._held_by(job_id, worker_id)
        if job is None:
            return False
        self._attempts.close(job_id, self.now())
        job.progress_pct = 100
        job.result_json = dict(result)
        self._end(job, "completed")
        return True

    def fail(
        self,
        job_id: int,
        worker_id: str,
        code: str,
        message: str,
        *,
        retry: bool,
        run_after: datetime | None = None,
    ) -> bool:
        """Without `retry` the job is failed; with it pending again, not before `run_after`, or
        dead when its attempts are used up. `code` is the error's class."""
        job = self._held_by(job_id, worker_id)
        if job is None:
            return False
        self._attempts.close(job_id, self.now(), error_class=code)
        if not retry:
            self._end(job, "failed", code=code, message=message)
        elif job.attempts >= job.max_attempts:
            self._end(job, "dead", code=code, message=message)
        else:
            job.error_code = code
            job.error_message = message
            self._put_back(job, run_after)
        return True

    def release(self, job_id: int, worker_id: str, run_after: datetime | None = None) -> bool:
        """Put the job back as if it had not been claimed, not to run before `run_after`."""
        job = self._held_by(job_id, worker_id)
        if job is None:
            return False
        self._attempts.forget(job_id)
        job.attempts -= 1
        self._put_back(job, run_after)
        return True

    def end_lease(self, job_id: int, worker_id: str) -> bool:
        """Let the next claim take the job at once: its worker is known to be dead."""
        job = self._held_by(job_id, worker_id)
        if job is None:
            return False
        job.locked_at = None
        self._session.flush()
        return True

    def _next_ids(self, types: Collection[str], lease: timedelta, now: datetime) -> Sequence[int]:
        """Without locks: a server that sorts locks all that it reads, and other workers, which
        skip what is locked, would find nothing."""
        query = (
            select(MediaJob.id)
            .where(self._claimable(types, lease, now))
            .order_by(MediaJob.priority.desc(), MediaJob.id)
            .limit(_CANDIDATES)
        )
        return self._session.scalars(query).all()

    def _lock_if_claimable(
        self, job_id: int, types: Collection[str], lease: timedelta, now: datetime
    ) -> MediaJob | None:
        """None when another took it, or is about to. SQLite needs no lock but its own."""
        query = (
            select(MediaJob)
            .where(MediaJob.id == job_id, self._claimable(types, lease, now))
            .with_for_update(skip_locked=True)
            .execution_options(populate_existing=True)
        )
        return self._session.scalars(query).one_or_none()

    def _claimable(
        self, types: Collection[str], lease: timedelta, now: datetime
    ) -> ColumnElement[bool]:
        due = or_(MediaJob.run_after.is_(None), MediaJob.run_after <= now)
        left_behind = or_(MediaJob.locked_at.is_(None), MediaJob.locked_at <= now - lease)
        return and_(
            MediaJob.type.in_(types),
            or_(
                and_(MediaJob.status == "pending", due),
                and_(MediaJob.status == "processing", left_behind),
            ),
            self._scope.is_runnable(),
        )

    def _end_used_up(self, job: MediaJob) -> None:
        self._end(
            job,
            "dead",
            code=ATTEMPTS_USED_UP,
            message=f"Stopped {job.attempts} times before its end. See the log, then retry.",
        )

    def _hold(self, job: MediaJob, worker_id: str, now: datetime) -> None:
        job.status = "processing"
        job.attempts += 1
        job.locked_by = worker_id
        job.locked_at = job.updated_at = now
        self._attempts.open(job.id, worker_id, now)

    def _put_back(self, job: MediaJob, run_after: datetime | None) -> None:
        job.status = "pending"
        job.run_after = run_after
        job.locked_by = job.locked_at = None
        job.updated_at = self.now()
        self._session.flush()

    def _end(
        self, job: MediaJob, status: str, *, code: str | None = None, message: str | None = None
    ) -> None:
        job.status = status
        job.error_code = code
        job.error_message = message
        job.locked_by = job.locked_at = None
        job.completed_at = job.updated_at = self.now()
        self._session.flush()

    def _held(self, job_id: int, worker_id: str) -> ColumnElement[bool]:
        return and_(
            MediaJob.id == job_id,
            MediaJob.status == "processing",
            MediaJob.locked_by == worker_id,
            self._scope.is_shown(),
        )

    def _held_by(self, job_id: int, worker_id: str) -> MediaJob | None:
        query = select(MediaJob).where(self._held(job_id, worker_id)).with_for_update()
        fresh = query.execution_options(populate_existing=True)
        return self._session.scalars(fresh).one_or_none()
