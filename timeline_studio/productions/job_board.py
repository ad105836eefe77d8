"""What the local transcoder needs of a job queue."""

from collections.abc import Mapping
from typing import Any, Protocol


class PostedJob(Protocol):
    """`status` in the queue's words: pending, processing, completed, failed, dead."""

    @property
    def id(self) -> int: ...

    @property
    def status(self) -> str: ...

    @property
    def percent(self) -> int: ...

    @property
    def stage(self) -> str: ...

    @property
    def error(self) -> str | None: ...

    @property
    def is_cancelled(self) -> bool: ...


class JobBoard(Protocol):
    """A durable queue: what is added is run by some worker, some time."""

    def add(self, job_type: str, job_input: Mapping[str, Any], *, token: str | None = None) -> int:
        """The job's id. Adding twice with one token gives one job."""

    def get(self, job_id: int) -> PostedJob:
        """Raises StudioError when there is none."""

    def cancel(self, job_id: int) -> None:
        """A job that has ended stays as it is."""

    def find(self, job_type: str, input_contains: Mapping[str, Any]) -> PostedJob | None:
        """The newest whose input has all these values, nested ones included."""
