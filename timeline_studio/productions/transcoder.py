"""Who makes HLS out of a master: one Protocol for MediaConvert and for this machine."""

from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeAlias

TranscodeState: TypeAlias = Literal["SUBMITTED", "PROGRESSING", "COMPLETE", "CANCELED", "ERROR"]


@dataclass(frozen=True)
class TranscodeStatus:
    """MediaConvert's words. `percent` is 0 to 100, None when unknown;
    `phase` is PROBING, TRANSCODING or UPLOADING."""

    state: TranscodeState
    percent: int | None = None
    phase: str | None = None
    error: str | None = None


class Transcoder(Protocol):
    """Takes MediaConvert job settings, token-free and validated."""

    def submit(self, settings: dict[str, Any], *, token: str, metadata: dict[str, str]) -> str:
        """The job's id. Submitting twice with one `token` gives one job."""

    def status(self, job_id: str) -> TranscodeStatus: ...

    def cancel(self, job_id: str) -> None: ...

    def find(self, *, metadata: dict[str, str]) -> str | None:
        """The id of the newest job submitted with this user metadata, to adopt one whose
        answer was lost."""
