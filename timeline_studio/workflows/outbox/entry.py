"""One thing that is on its way: how far it came, and what holds it up."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Stage: TypeAlias = Literal[
    "rendered", "uploaded", "submitted", "transcoding", "verified", "published"
]
EntryKind: TypeAlias = Literal["send", "export", "upload", "proxy"]
EntryState: TypeAlias = Literal["queued", "running", "waiting", "paused", "failed"]

STAGES: Final[tuple[Stage, ...]] = (
    "rendered",
    "uploaded",
    "submitted",
    "transcoding",
    "verified",
    "published",
)


@dataclass(frozen=True)
class OutboxEntry:
    """`stage` is the one that is worked on, or that failed: those before it are done.

    `id` is that of the job which carries it now, `job_ids` all that belong to it. `note` says why
    it waits, or the transcoder's phase; `error` what failed, `advice` what Retry does about it.
    `place` counts from 1 among the renders that wait, in the order in which they are taken up.
    `percent` is of this stage, None where nothing can be said; so is `seconds_left`.
    """

    id: int
    kind: EntryKind
    name: str
    stage: Stage
    state: EntryState
    note: str = ""
    percent: int | None = None
    seconds_left: float | None = None
    attempts: int = 0
    error: str | None = None
    advice: str | None = None
    job_ids: tuple[int, ...] = ()
    production_id: int | None = None
    upload_id: int | None = None
    place: int | None = None

    @property
    def can_pause(self) -> bool:
        return self.state in {"queued", "running", "waiting"}

    @property
    def can_move(self) -> bool:
        """Whether its turn can be changed."""
        return self.place is not None

    @property
    def can_cancel(self) -> bool:
        """Footage that was imported has to arrive: it is deleted among the uploads instead."""
        return self.kind != "upload" or self.state == "failed"
