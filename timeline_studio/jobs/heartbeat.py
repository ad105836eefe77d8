"""The thread that keeps a running job's lease, and writes its progress."""

import logging
import threading
from datetime import timedelta
from time import monotonic
from types import TracebackType
from typing import Self

from timeline_studio.jobs.context import JobContext
from timeline_studio.library import Library, LibraryError

_log = logging.getLogger(__name__)

BEAT_SECONDS = 0.25
"""At most four writes a second, and how long a cancelled handler may go on unaware."""


class Heartbeat:
    """While it is entered: renews the lease, writes progress, and stops the handler of a job
    that was cancelled or taken over, or whose worker is `stopping`."""

    def __init__(
        self,
        library: Library,
        user_id: int,
        *,
        context: JobContext,
        worker_id: str,
        lease: timedelta,
        stopping: threading.Event,
    ) -> None:
        self._library = library
        self._user_id = user_id
        self._context = context
        self._worker_id = worker_id
        self._lease_seconds = lease.total_seconds()
        self._stopping = stopping
        self._ended = threading.Event()
        self._renewed_at = monotonic()
        self._thread = threading.Thread(
            target=self._beat, name=f"heartbeat of job {context.job_id}", daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _beat(self) -> None:
        pause = min(BEAT_SECONDS, self._lease_seconds / 4)
        while not self._ended.wait(pause):
            if self._stopping.is_set() or not self._still_ours():
                self._context.stop()

    def _still_ours(self) -> bool:
        """A library that does not answer is asked again, for as long as the lease holds."""
        try:
            held = self._renew_or_look()
        except LibraryError as error:
            _log.warning("Job %s: %s", self._context.job_id, error)
            return monotonic() - self._renewed_at < self._lease_seconds
        return held

    def _renew_or_look(self) -> bool:
        progress = self._context.take_progress()
        is_due = monotonic() - self._renewed_at >= self._lease_seconds / 3
        if progress is None and not is_due:
            with self._library.unit_of_work(self._user_id, read_only=True) as work:
                return work.jobs.is_held(self._context.job_id, self._worker_id)
        started = monotonic()
        with self._library.unit_of_work(self._user_id) as work:
            held = work.jobs.heartbeat(
                self._context.job_id,
                self._worker_id,
                pct=progress.percent if progress else None,
                stage=progress.stage if progress else None,
                message=progress.message if progress else None,
            )
        self._renewed_at = started
        return held
