"""The stages of a send, as plain values: check, render, transcode, verify, ready."""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

StageState: TypeAlias = Literal["waiting", "running", "done", "reused", "failed"]

STAGES = ("Check", "Render", "Transcode", "Verify", "Ready")
CHECK, RENDER, TRANSCODE, VERIFY, READY = range(5)


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
            line if line.state == "reused" else replace(line, state="done", percent=None, note="")
            for line in self.lines[:number]
        ]
        now = Stage(STAGES[number], "running", percent, note)
        rest = [Stage(name) for name in STAGES[number + 1 :]]
        return Stages((*lines, now, *rest))

    def reused(self, number: int) -> "Stages":
        lines = list(self.lines)
        lines[number] = Stage(STAGES[number], "reused", note="reused: nothing changed")
        return Stages(tuple(lines))

    def finished(self) -> "Stages":
        lines = self.reached(READY).lines
        return Stages((*lines[:-1], Stage(STAGES[READY], "done")))

    def failed(self, reason: str) -> "Stages":
        """The stage that ran failed; earlier ones stay ticked."""
        return Stages(
            tuple(
                Stage(line.name, "failed", note=reason) if line.state == "running" else line
                for line in self.lines
            )
        )

    @property
    def is_finished(self) -> bool:
        return self.lines[READY].state == "done"
