"""What a handler gets: its input, a place for its progress, and word when to stop."""

import threading
from dataclasses import dataclass
from typing import Any

from timeline_studio.jobs.errors import JobCancelled


@dataclass(frozen=True)
class Progress:
    """`percent` is None where it stays as it was."""

    percent: int | None
    stage: str
    message: str


class JobContext:
    """`attempt` counts from 1. The worker's heartbeat writes the progress to the job's row."""

    def __init__(self, job_id: int, job_input: dict[str, Any], attempt: int) -> None:
        self.job_id = job_id
        self.input = job_input
        self.attempt = attempt
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._unwritten: Progress | None = None

    def progress(self, fraction: float, stage: str, message: str = "") -> None:
        """`fraction` is 0 to 1. Cheap: call it for every frame.

        Raises JobCancelled when the job is not to go on.
        """
        if self._stopped.is_set():
            raise JobCancelled(f"Job {self.job_id} was stopped.")
        percent = int(100 * min(1.0, max(0.0, fraction)))
        with self._lock:
            self._unwritten = Progress(percent, stage, message)

    def waits(self, stage: str, message: str = "") -> None:
        """Say why nothing goes on just now; the percentage stays. Raise `Later` after it."""
        with self._lock:
            self._unwritten = Progress(None, stage, message)

    def is_cancelled(self) -> bool:
        return self._stopped.is_set()

    def stop(self) -> None:
        """Let the next `progress` raise JobCancelled."""
        self._stopped.set()

    def take_progress(self) -> Progress | None:
        """What was reported since the last time, if anything."""
        with self._lock:
            taken, self._unwritten = self._unwritten, None
            return taken
