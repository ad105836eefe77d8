"""What the local transcoder needs of a job queue."""

from collections.abc import Sequence
from typing import Any, Protocol


class PostedJob(Protocol):
    """`status` in the words of the queue: pending, processing, completed, failed, dead."""

    @property
    def id(self) -> int: ...

    @property
    def input(self) -> dict[str, Any]: ...

    @property
    def status(self) -> str: ...

    @property
    def percent(self) -> int | None: ...

    @property
    def stage(self) -> str | None: ...

    @property
    def error(self) -> str | None: ...


class JobBoard(Protocol):
    """A durable queue: what is added is run by some worker, some time."""

    def add(self, type: str, input: dict[str, Any], *, priority: int = 0) -> int: ...

    def get(self, id: int) -> PostedJob: ...

    def cancel(self, id: int) -> None: ...

    def list(
        self, *, types: Sequence[str] | None = None, limit: int | None = None
    ) -> Sequence[PostedJob]:
        """The newest first."""
