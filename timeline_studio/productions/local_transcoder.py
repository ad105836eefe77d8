"""The Transcoder that runs on this computer: a job on the queue, which a worker takes."""

from datetime import datetime
from typing import Any

from timeline_studio.errors import StudioError
from timeline_studio.productions.job_board import JobBoard, PostedJob
from timeline_studio.productions.local.planning import read_plan
from timeline_studio.productions.transcoder import (
    TranscodeJobNotFound,
    Transcoder,
    TranscodeState,
    TranscodeStatus,
)

LOCAL_TRANSCODE = "local_transcode_v1"
_STATES: dict[str, TranscodeState] = {
    "pending": "SUBMITTED",
    "processing": "PROGRESSING",
    "completed": "COMPLETE",
}


class LocalTranscoder(Transcoder):
    """Job ids are the queue's own, as text. A job of the type LOCAL_TRANSCODE has the input
    `{"settings", "token", "metadata"}`; its handler runs `transcode`."""

    poll_seconds = (0.5, 0.5)

    def __init__(self, board: JobBoard) -> None:
        self._board = board

    def submit(self, settings: dict[str, Any], *, token: str, metadata: dict[str, str]) -> str:
        """Raises ProductionError for settings that the local engine does not know."""
        read_plan(settings)
        job_input = {"settings": settings, "metadata": metadata}
        return str(self._board.add(LOCAL_TRANSCODE, job_input, token=token))

    def status(self, job_id: str) -> TranscodeStatus:
        job = self._job(job_id)
        state = _STATES.get(job.status, "CANCELED" if job.is_cancelled else "ERROR")
        return TranscodeStatus(
            state=state,
            percent=100 if state == "COMPLETE" else job.percent,
            phase=(job.stage or None) if state == "PROGRESSING" else None,
            error=job.error if state == "ERROR" else None,
        )

    def cancel(self, job_id: str) -> None:
        """A job that has ended stays as it ended."""
        self._board.cancel(self._job(job_id).id)

    def find(
        self,
        *,
        metadata: dict[str, str],
        input_uri: str | None = None,  # noqa: ARG002 - the queue's own index is enough
        since: datetime | None = None,  # noqa: ARG002
    ) -> str | None:
        job = self._board.find(LOCAL_TRANSCODE, {"metadata": metadata})
        return None if job is None else str(job.id)

    def _job(self, job_id: str) -> PostedJob:
        try:
            return self._board.get(int(job_id))
        except (ValueError, StudioError) as error:
            raise TranscodeJobNotFound(
                f"The local transcoder has no job {job_id}: send the production again."
            ) from error
