"""The durable queue: jobs that are added, looked up, cancelled and retried."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from timeline_studio.library.clock import Clock
from timeline_studio.library.repositories.attempts import Attempts
from timeline_studio.library.repositories.job_inputs import JobScope, input_has
from timeline_studio.library.repositories.leases import Leases
from timeline_studio.library.repositories.rows import one_at_a_time, only
from timeline_studio.library.tables import MediaJob, MediaJobAttempt

CANCELLED = "cancelled"
DISMISSED = "dismissed"
PAUSED_UNTIL = datetime(9999, 1, 1)  # noqa: DTZ001 - naive UTC, like all times in the library
TOKEN = "token"  # noqa: S105 - the member of a job's input that tells submissions apart


class Jobs(Leases):
    """A user's: another's are neither found nor taken up (see `JobScope`)."""

    def __init__(self, session: Session, now: Clock, scope: JobScope) -> None:
        super().__init__(session, now, scope)
        self._attempts = Attempts(session)

    def add(
        self, job_type: str, job_input: Mapping[str, Any], priority: int = 0, max_attempts: int = 3
    ) -> MediaJob:
        """Higher priorities run first. `job_input`, with whose it is, is all that it will know."""
        now = self.now()
        job = MediaJob(
            type=job_type,
            status="pending",
            priority=priority,
            max_attempts=max_attempts,
            input_json=self._scope.stamped(job_input),
            progress_pct=0,
            created_at=now,
            updated_at=now,
        )
        self._session.add(job)
        self._session.flush()
        return job

    def add_once(
        self, job_type: str, job_input: Mapping[str, Any], token: str, priority: int = 0
    ) -> MediaJob:
        """The job of this type with `token` as that member of its input: added if there is none.

        Others that add with a token wait until this unit of work ends.
        """
        one_at_a_time(self._session)
        known = self.find(job_type, {TOKEN: token})
        if known is not None:
            return known
        return self.add(job_type, {**job_input, TOKEN: token}, priority)

    def get(self, job_id: int) -> MediaJob:
        query = select(MediaJob).where(MediaJob.id == job_id, self._scope.is_shown())
        return only(self._session, query.execution_options(populate_existing=True), f"job {job_id}")

    def list(
        self,
        types: Collection[str] | None = None,
        statuses: Collection[str] | None = None,
        limit: int | None = None,
        before_id: int | None = None,
        *,
        oldest_first: bool = False,
    ) -> list[MediaJob]:
        """Newest first, unless it is to be `oldest_first`; `before_id` asks for the next page."""
        shown = select(MediaJob).where(self._scope.is_shown())
        query = shown.order_by(MediaJob.id if oldest_first else MediaJob.id.desc()).limit(limit)
        if types is not None:
            query = query.where(MediaJob.type.in_(types))
        if statuses is not None:
            query = query.where(MediaJob.status.in_(statuses))
        if before_id is not None:
            query = query.where(MediaJob.id < before_id)
        return [*self._session.scalars(query)]

    def live_ids(self) -> Sequence[int]:
        """Of those that wait or run; what they are to do is not read."""
        live = select(MediaJob.id).where(MediaJob.status.in_(("pending", "processing")))
        return self._session.scalars(live.where(self._scope.is_shown())).all()

    def find(self, job_type: str, input_contains: Mapping[str, Any]) -> MediaJob | None:
        """The newest job of `job_type` whose input has all these values, nested ones included."""
        query = (
            select(MediaJob)
            .where(MediaJob.type == job_type, self._scope.is_shown(), input_has(input_contains))
            .order_by(MediaJob.id.desc())
            .limit(1)
        )
        return self._session.scalars(query).one_or_none()

    def attempts(self, job_id: int) -> Sequence[MediaJobAttempt]:
        """Every run of the job, first to last."""
        return self._attempts.of(self.get(job_id).id)

    def cancel(self, job_id: int) -> bool:
        """Dead, with the code “cancelled”; False when the job had ended already."""
        job = self.get(job_id)
        if job.status not in {"pending", "processing"}:
            return False
        self._attempts.close(job.id, self.now(), error_class="JobCancelled")
        self._end(job, "dead", code=CANCELLED, message="Cancelled.")
        return True

    def pause(self, job_id: int) -> bool:
        """Nobody takes the job up before `resume`, and who has it stops; False when it had ended.
        What it said of its progress stays."""
        job = self.get(job_id)
        if job.status not in {"pending", "processing"}:
            return False
        if job.status == "processing":
            self._attempts.forget(job.id)
            job.attempts -= 1
        self._put_back(job, PAUSED_UNTIL)
        return True

    def prioritise(self, job_id: int, priority: int) -> bool:
        """Higher ones are taken up first; False for a job that is not pending."""
        job = self.get(job_id)
        if job.status != "pending":
            return False
        job.priority = priority
        job.updated_at = self.now()
        self._session.flush()
        return True

    def resume(self, job_id: int) -> bool:
        """A paused job may be taken up at once; False for any other."""
        job = self.get(job_id)
        if job.status != "pending" or job.run_after != PAUSED_UNTIL:
            return False
        self._put_back(job, None)
        return True

    def dismiss(self, job_id: int) -> bool:
        """Somebody has seen that it failed: its code becomes “dismissed”; False for any other."""
        job = self.get(job_id)
        if job.status not in {"failed", "dead"} or job.error_code == CANCELLED:
            return False
        job.error_code = DISMISSED
        job.updated_at = self.now()
        self._session.flush()
        return True

    def retry(self, job_id: int) -> bool:
        """A failed or dead job becomes pending with all its attempts; False for any other."""
        job = self.get(job_id)
        if job.status not in {"failed", "dead"}:
            return False
        job.status = "pending"
        job.attempts = 0
        job.progress_pct = 0
        job.run_after = job.locked_at = job.locked_by = job.completed_at = None
        job.progress_stage = job.progress_message = None
        job.error_code = job.error_message = job.result_json = None
        job.updated_at = self.now()
        self._session.flush()
        return True
