"""The Transcoder that runs on this computer: a job on the queue, which a worker takes."""

import threading
from typing import Any

from timeline_studio.errors import StudioError
from timeline_studio.productions.job_board import JobBoard, PostedJob
from timeline_studio.productions.local.planning import read_plan
from timeline_studio.productions.production_error import ProductionError
from timeline_studio.productions.transcoder import TranscodeState, TranscodeStatus

LOCAL_TRANSCODE = "local_transcode_v1"
_STATES: dict[str, TranscodeState] = {
    "pending": "SUBMITTED",
    "processing": "PROGRESSING",
    "completed": "COMPLETE",
    "failed": "ERROR",
    "dead": "ERROR",
}
_CANCELLED = "cancelled"


class LocalTranscoder:
    """Job ids are the queue's own, as text. A job of the type LOCAL_TRANSCODE has the input
    `{"settings", "token", "metadata"}`; its handler runs `transcode`."""

    def __init__(self, board: JobBoard) -> None:
        self._board = board
        self._submitting = threading.Lock()

    def submit(self, settings: dict[str, Any], *, token: str, metadata: dict[str, str]) -> str:
        """Raises ProductionError for settings that the local engine does not know."""
        read_plan(settings)
        with self._submitting:
            for job in self._jobs():
                if job.input.get("token") == token:
                    return str(job.id)
            job_input = {"settings": settings, "token": token, "metadata": metadata}
            return str(self._board.add(LOCAL_TRANSCODE, job_input))

    def status(self, job_id: str) -> TranscodeStatus:
        job = self._job(job_id)
        state = _STATES[job.status]
        if state == "ERROR" and (job.error or "").lower().startswith(_CANCELLED):
            state = "CANCELED"
        return TranscodeStatus(
            state=state,
            percent=100 if state == "COMPLETE" else job.percent,
            phase=job.stage if state == "PROGRESSING" else None,
            error=job.error if state == "ERROR" else None,
        )

    def cancel(self, job_id: str) -> None:
        """A job that has ended stays as it ended."""
        if self.status(job_id).state in {"SUBMITTED", "PROGRESSING"}:
            self._board.cancel(int(job_id))

    def find(self, *, metadata: dict[str, str]) -> str | None:
        for job in self._jobs():
            own = job.input.get("metadata", {})
            if all(own.get(name) == value for name, value in metadata.items()):
                return str(job.id)
        return None

    def _jobs(self) -> list[PostedJob]:
        """The newest first, whatever order the board keeps."""
        return sorted(
            self._board.list(types=[LOCAL_TRANSCODE]), key=lambda job: job.id, reverse=True
        )

    def _job(self, job_id: str) -> PostedJob:
        try:
            return self._board.get(int(job_id))
        except (ValueError, StudioError) as error:
            raise ProductionError(
                f"The local transcoder has no job {job_id}: send the production again."
            ) from error
