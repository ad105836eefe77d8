"""What the commands are given by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass

from timeline_studio.workflows import Studio


@dataclass(frozen=True)
class Check:
    """One line of `doctor`. What is `needed` and not `ok` makes the command fail."""

    name: str
    ok: bool
    detail: str
    needed: bool = True


@dataclass(frozen=True)
class CliContext:
    """`work` runs this computer's queue in this process until `until()` holds;
    `open_window` returns the window's exit code."""

    open_studio: Callable[[], Studio]
    work: Callable[[Studio, Callable[[], bool]], None]
    serve_worker: Callable[[], None]
    open_window: Callable[[int | None], int]
    diagnose: Callable[[], list[Check]]
