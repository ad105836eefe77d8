"""The durable queue: jobs are added, looked up, cancelled and retried here, and run by workers."""

from collections.abc import Collection, Mapping
from typing import Any

from timeline_studio.jobs.view import JobView, view_of
from timeline_studio.library import Library, MediaJob, UnitOfWork


class JobQueue:
    def __init__(self, library: Library, user_id: int) -> None:
        self._library = library
        self._user_id = user_id

    def add(
        self,
        job_type: str,
        job_input: Mapping[str, Any],
        *,
        priority: int = 0,
        token: str | None = None,
    ) -> int:
        """The new job's id. Higher priorities run first.

        With `token`, adding twice gives one job: the id of the one that was added first.
        """

        def step(work: UnitOfWork) -> MediaJob:
            if token is not None:
                return work.jobs.add_once(job_type, job_input, token, priority)
            return work.jobs.add(job_type, job_input, priority)

        return self._library.run(self._user_id, step).id

    def get(self, job_id: int) -> JobView:
        """Raises NotFound."""
        with self._library.unit_of_work(self._user_id, read_only=True) as work:
            return view_of(work.jobs.get(job_id))

    def list(
        self,
        types: Collection[str] | None = None,
        statuses: Collection[str] | None = None,
        limit: int | None = None,
        before_id: int | None = None,
    ) -> list[JobView]:
        """Newest first; `before_id` asks for the next page."""
        with self._library.unit_of_work(self._user_id, read_only=True) as work:
            return [view_of(job) for job in work.jobs.list(types, statuses, limit, before_id)]

    def find(self, job_type: str, input_contains: Mapping[str, Any]) -> JobView | None:
        """The newest job of this type whose input has all these values, nested ones included."""
        with self._library.unit_of_work(self._user_id, read_only=True) as work:
            job = work.jobs.find(job_type, input_contains)
            return None if job is None else view_of(job)

    def cancel(self, job_id: int) -> None:
        """One that runs stops at its next progress; one that has ended stays as it is."""
        self._library.run(self._user_id, lambda work: work.jobs.cancel(job_id))

    def pause(self, job_id: int) -> bool:
        """Let it rest until `resume`, whatever is restarted meanwhile. One that runs stops at its
        next progress; False for one that has ended."""
        return self._library.run(self._user_id, lambda work: work.jobs.pause(job_id))

    def resume(self, job_id: int) -> bool:
        """Let a paused job go on; False for any other."""
        return self._library.run(self._user_id, lambda work: work.jobs.resume(job_id))

    def dismiss(self, job_id: int) -> bool:
        """Take a job that failed off the list of what needs somebody; False for any other."""
        return self._library.run(self._user_id, lambda work: work.jobs.dismiss(job_id))

    def retry(self, job_id: int) -> bool:
        """Run a failed, dead or cancelled job again, with all its attempts; False for others."""
        return self._library.run(self._user_id, lambda work: work.jobs.retry(job_id))
