"""Who makes HLS out of a master: one Protocol for MediaConvert and for this machine."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol, TypeAlias

from timeline_studio.productions.production_error import ProductionError

TranscodeState: TypeAlias = Literal["SUBMITTED", "PROGRESSING", "COMPLETE", "CANCELED", "ERROR"]


class TranscodeJobNotFound(ProductionError):  # noqa: N818 - says what happened
    """The transcoder has no job of that id."""


class TranscoderUnreachable(ProductionError):  # noqa: N818 - says what happened
    """The transcoder does not answer, or is too busy: what was asked may well work later.

    What was submitted meanwhile may have been accepted: `find` tells.
    """


@dataclass(frozen=True)
class TranscodeStatus:
    """MediaConvert's words. `percent` is 0 to 100, None when unknown;
    `phase` is PROBING, TRANSCODING or UPLOADING."""

    state: TranscodeState
    percent: int | None = None
    phase: str | None = None
    error: str | None = None

    @property
    def is_final(self) -> bool:
        return self.state in {"COMPLETE", "CANCELED", "ERROR"}


class Transcoder(Protocol):
    """Takes MediaConvert job settings, token-free and validated.

    Everything may raise TranscoderUnreachable, where there is something to reach.
    `poll_seconds` is how long to wait between two looks at a job: at its beginning, and at most.
    """

    poll_seconds: tuple[float, float] = (5.0, 15.0)

    def submit(self, settings: dict[str, Any], *, token: str, metadata: dict[str, str]) -> str:
        """The job's id. Submitting twice with one `token` gives one job."""

    def status(self, job_id: str) -> TranscodeStatus:
        """Raises TranscodeJobNotFound."""

    def statuses(self, job_ids: Iterable[str]) -> dict[str, TranscodeStatus]:
        """Of many at once, for a list: those that there are not are left out."""
        found: dict[str, TranscodeStatus] = {}
        for job_id in job_ids:
            try:
                found[job_id] = self.status(job_id)
            except TranscodeJobNotFound:
                continue
        return found

    def cancel(self, job_id: str) -> None:
        """A job that has ended stays as it ended. Raises TranscodeJobNotFound."""

    def find(
        self,
        *,
        metadata: dict[str, str],
        input_uri: str | None = None,
        since: datetime | None = None,
    ) -> str | None:
        """The id of the newest job submitted with this user metadata, to adopt one whose
        answer was lost. `input_uri` and `since` (UTC where it has no zone) only make the search
        shorter: the job is of that input, and not older."""
