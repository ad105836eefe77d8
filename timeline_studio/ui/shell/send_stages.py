"""The stages of a send, as plain values: check, render, upload, transcode, verify, ready."""

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from timeline_studio.ui.elements.words import duration_text
from timeline_studio.workflows.outbox import OutboxEntry
from timeline_studio.workflows.outbox import Stage as OutboxStage

StageState: TypeAlias = Literal["waiting", "running", "done", "reused", "skipped", "held", "failed"]

STAGES = ("Check", "Render", "Upload", "Transcode", "Verify", "Ready")
CHECK, RENDER, UPLOAD, TRANSCODE, VERIFY, READY = range(6)
_KEPT = {"reused", "skipped"}


@dataclass(frozen=True)
class Stage:
    name: str
    state: StageState = "waiting"
    percent: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Stages:
    """Immutable; each method gives the next state."""

    lines: tuple[Stage, ...] = tuple(Stage(name) for name in STAGES)

    def reached(self, number: int, *, percent: int | None = None, note: str = "") -> "Stages":
        """This stage runs; all before are done (or were reused)."""
        lines = [
            line if line.state in _KEPT else replace(line, state="done", percent=None, note="")
            for line in self.lines[:number]
        ]
        now = Stage(STAGES[number], "running", percent, note)
        rest = [
            line if line.state in _KEPT else Stage(line.name) for line in self.lines[number + 1 :]
        ]
        return Stages((*lines, now, *rest))

    def reused(self, number: int) -> "Stages":
        lines = list(self.lines)
        lines[number] = Stage(STAGES[number], "reused", note="reused: nothing changed")
        return Stages(tuple(lines))

    def skipped(self, number: int) -> "Stages":
        """There is nothing to do for it."""
        lines = list(self.lines)
        lines[number] = Stage(STAGES[number], "skipped", note="not needed here")
        return Stages(tuple(lines))

    def held(self, number: int, note: str) -> "Stages":
        """This stage waits, or rests, and `note` says why."""
        lines = list(self.reached(number).lines)
        lines[number] = Stage(STAGES[number], "held", note=note)
        return Stages(tuple(lines))

    def finished(self) -> "Stages":
        lines = self.reached(READY).lines
        return Stages((*lines[:-1], Stage(STAGES[READY], "done")))

    def failed(self, reason: str) -> "Stages":
        """The stage that ran failed; earlier ones stay ticked."""
        return Stages(
            tuple(
                Stage(line.name, "failed", note=reason)
                if line.state in {"running", "held"}
                else line
                for line in self.lines
            )
        )

    @property
    def is_finished(self) -> bool:
        return self.lines[READY].state == "done"

    @property
    def is_going_on(self) -> bool:
        return any(line.state in {"running", "held"} for line in self.lines)

    def again(self) -> "Stages":
        """The stage that failed is tried once more."""
        return Stages(
            tuple(
                Stage(line.name, "running") if line.state == "failed" else line
                for line in self.lines
            )
        )


_NUMBERS: Final[dict[OutboxStage, int]] = {
    "rendered": RENDER,
    "uploaded": UPLOAD,
    "submitted": TRANSCODE,
    "transcoding": TRANSCODE,
    "verified": VERIFY,
    "published": READY,
}


def shown_stages(before: Stages, entry: OutboxEntry) -> Stages:
    """The stages as the outbox has them."""
    number = _NUMBERS[entry.stage]
    if entry.state in {"waiting", "paused"}:
        note = "Paused" if entry.state == "paused" else entry.note
        return before.held(number, note)
    left = "" if entry.seconds_left is None else f"{duration_text(entry.seconds_left)} left"
    return before.reached(number, percent=entry.percent, note=left)
