"""A worker: takes one job after the other from the queue and runs its handler."""

import logging
import threading
from collections.abc import Callable, Mapping
from datetime import timedelta
from time import monotonic
from typing import Any, TypeAlias

from timeline_studio.errors import StudioError
from timeline_studio.jobs.conclusions import (
    INTERNAL_ERROR,
    Cancelled,
    Completed,
    Conclusion,
    Failed,
    Released,
)
from timeline_studio.jobs.context import JobContext, Progress
from timeline_studio.jobs.errors import JobCancelled, Later, TransientError
from timeline_studio.jobs.heartbeat import Heartbeat
from timeline_studio.jobs.identity import is_known_dead, new_worker_id
from timeline_studio.library import (
    Library,
    LibraryError,
    MediaJob,
    NotFound,
    StaleRevision,
    UnitOfWork,
)

_log = logging.getLogger(__name__)

Handler: TypeAlias = Callable[[JobContext], dict[str, Any]]


def growing_delay(attempt: int) -> timedelta:
    """How long to wait after failed attempt number `attempt`: 1, 4, 16 … seconds, at most 300."""
    return timedelta(seconds=min(300, 4 ** (attempt - 1)))


class Worker:
    """Runs jobs of the types in `handlers`, one at a time.

    A job that its worker left behind is taken over when its `lease` ends; one of a process of
    this computer that is known to be dead, as soon as a worker starts.
    """

    def __init__(
        self,
        library: Library,
        user_id: int,
        handlers: Mapping[str, Handler],
        *,
        lease: timedelta = timedelta(seconds=30),
        poll: float = 0.2,
        retry_delay: Callable[[int], timedelta] = growing_delay,
        worker_id: str | None = None,
    ) -> None:
        self.worker_id = worker_id or new_worker_id()
        self._library = library
        self._user_id = user_id
        self._handlers = dict(handlers)
        self._lease = lease
        self._poll = poll
        self._retry_delay = retry_delay
        self._stopping = threading.Event()

    def run(self, until: Callable[[], bool]) -> None:
        """Work until `until()` or `stop`; `until` is asked between jobs, and every `poll` seconds
        while there is none. A library that does not answer is asked again."""
        self._answered(self.take_over_dead)
        while not (self._stopping.is_set() or until()):
            if not self._answered(self.run_once):
                self._stopping.wait(self._poll)

    def stop(self) -> None:
        """End soon: a running job is stopped at its next progress, and put back."""
        self._stopping.set()

    def run_once(self) -> bool:
        """Run the next job, if there is one; whether there was. Raises LibraryError."""
        job = self._claim()
        if job is None:
            return False
        context = JobContext(job.id, job.input_json, job.attempts)
        heartbeat = Heartbeat(
            self._library,
            self._user_id,
            context=context,
            worker_id=self.worker_id,
            lease=self._lease,
            stopping=self._stopping,
        )
        try:
            with heartbeat:
                conclusion = self._run(self._handlers[job.type], context)
        except BaseException:  # the program is told to end, in the middle of a handler
            self._conclude(context, Released())
            raise
        self._conclude(context, conclusion)
        return True

    def take_over_dead(self) -> bool:
        """End the leases of workers that are known to be dead; whether there were any."""
        with self._library.unit_of_work(self._user_id, read_only=True) as work:
            running = work.jobs.list(types=self._handlers, statuses=["processing"])
        lost = [(job.id, job.locked_by) for job in running if is_known_dead(job.locked_by or "")]
        for job_id, dead_worker in lost:
            if self._end_lease(job_id, dead_worker or ""):
                _log.info("Job %s is taken up again: worker %s died.", job_id, dead_worker)
        return bool(lost)

    def _claim(self) -> MediaJob | None:
        """Looks first without the write lock, so that waiting for work costs others nothing."""
        with self._library.unit_of_work(self._user_id, read_only=True) as work:
            if not work.jobs.has_claimable(self._handlers, self._lease):
                return None
        return self._library.run(
            self._user_id,
            lambda work: work.jobs.claim(self._handlers, self.worker_id, self._lease),
        )

    def _end_lease(self, job_id: int, dead_worker: str) -> bool:
        return self._library.run(
            self._user_id, lambda work: work.jobs.end_lease(job_id, dead_worker)
        )

    def _run(self, handler: Handler, context: JobContext) -> Conclusion:
        try:
            return Completed(handler(context))
        except Later as later:
            return Released(timedelta(seconds=later.seconds))
        except JobCancelled:
            return Released() if context.is_cancelled() else Cancelled()
        except StudioError as error:
            _log.info("Job %s failed: %s", context.job_id, error)
            delay = self._retry_delay(context.attempt)
            return Failed(type(error).__name__, str(error), retry=may_pass(error), delay=delay)
        except Exception as error:  # noqa: BLE001 - a bug of ours: logged whole, and retried
            _log.exception("Job %s: internal error", context.job_id)
            delay = self._retry_delay(context.attempt)
            return Failed(type(error).__name__, INTERNAL_ERROR, retry=True, delay=delay)

    def _conclude(self, context: JobContext, conclusion: Conclusion) -> None:
        """Asks a library that does not answer again for one lease: work that is done would
        otherwise be done once more."""
        last = context.take_progress()
        deadline = monotonic() + self._lease.total_seconds()
        while True:
            try:
                return self._write(context, conclusion, last)
            except LibraryError as error:
                _log.warning("Job %s: %s", context.job_id, error)
                if monotonic() >= deadline or self._stopping.wait(self._poll):
                    raise

    def _write(self, context: JobContext, conclusion: Conclusion, last: Progress | None) -> None:
        def step(work: UnitOfWork) -> bool:
            if last is not None:
                work.jobs.heartbeat(
                    context.job_id, self.worker_id, last.percent, last.stage, last.message
                )
            return conclusion.write(work.jobs, context.job_id, self.worker_id)

        if not self._library.run(self._user_id, step):
            _log.info("Job %s was cancelled or taken over meanwhile.", context.job_id)

    def _answered(self, step: Callable[[], bool]) -> bool:
        try:
            return step()
        except LibraryError as error:
            _log.warning("%s", error)
            return False


def may_pass(error: StudioError) -> bool:
    """A busy database or a disk that is full for a moment may; a row that is gone does not."""
    if isinstance(error, NotFound | StaleRevision):
        return False
    return isinstance(error, TransientError | LibraryError)
