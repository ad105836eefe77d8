"""How a run of a job can end, and what each end writes to its row."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from timeline_studio.library import Jobs

INTERNAL_ERROR = "Internal error, see the log. Try again; if it stays, report it with the log."


class Conclusion(Protocol):
    def write(self, jobs: Jobs, job_id: int, worker_id: str) -> bool:
        """False when the job is no longer this worker's: then nothing is written."""


@dataclass(frozen=True)
class Completed:
    result: dict[str, Any]

    def write(self, jobs: Jobs, job_id: int, worker_id: str) -> bool:
        return jobs.complete(job_id, worker_id, self.result)


@dataclass(frozen=True)
class Failed:
    """`code` is the error's class; with `retry` the job runs again after `delay`."""

    code: str
    message: str
    retry: bool
    delay: timedelta = timedelta()

    def write(self, jobs: Jobs, job_id: int, worker_id: str) -> bool:
        return jobs.fail(
            job_id,
            worker_id,
            self.code,
            self.message,
            retry=self.retry,
            run_after=jobs.now() + self.delay,
        )


@dataclass(frozen=True)
class Released:
    """Put back, to run again after `delay`."""

    delay: timedelta = timedelta()

    def write(self, jobs: Jobs, job_id: int, worker_id: str) -> bool:
        return jobs.release(job_id, worker_id, run_after=jobs.now() + self.delay)


@dataclass(frozen=True)
class Cancelled:
    """By the handler itself."""

    def write(self, jobs: Jobs, job_id: int, worker_id: str) -> bool:
        return jobs.is_held(job_id, worker_id) and jobs.cancel(job_id)
