"""A job as the rest of the program sees it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from timeline_studio.library import DISMISSED, PAUSED_UNTIL, MediaJob


@dataclass(frozen=True)
class JobView:
    """`status` is pending, processing, completed, failed or dead; `percent` is 0 to 100.

    `error` is the message of a job that failed, or of the last attempt of one that will run
    again; `error_code` is “cancelled” for a cancelled job, else the error's class.
    """

    id: int
    type: str
    status: str
    percent: int
    stage: str
    message: str
    input: dict[str, Any]
    result: dict[str, Any] | None
    error: str | None
    error_code: str | None
    attempts: int
    created_at: datetime
    run_after: datetime | None = None
    progressed_at: datetime | None = None
    priority: int = 0

    @property
    def is_finished(self) -> bool:
        """It will not run again by itself."""
        return self.status in {"completed", "failed", "dead"}

    @property
    def is_paused(self) -> bool:
        """It waits for somebody to let it go on."""
        return self.status == "pending" and self.run_after == PAUSED_UNTIL

    @property
    def is_dismissed(self) -> bool:
        """It failed, and somebody has seen that."""
        return self.error_code == DISMISSED

    @property
    def is_cancelled(self) -> bool:
        return self.status == "dead" and self.error_code == "cancelled"


def view_of(job: MediaJob) -> JobView:
    return JobView(
        id=job.id,
        type=job.type,
        status=job.status,
        percent=job.progress_pct or 0,
        stage=job.progress_stage or "",
        message=job.progress_message or "",
        input=job.input_json,
        result=job.result_json,
        error=job.error_message,
        error_code=job.error_code,
        attempts=job.attempts,
        created_at=job.created_at,
        run_after=job.run_after,
        progressed_at=job.progress_updated_at,
        priority=job.priority,
    )
