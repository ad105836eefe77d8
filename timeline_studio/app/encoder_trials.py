"""The process in which encoders are tried: a driver may take it down."""

import sys
from collections.abc import Sequence

from timeline_studio.workflows.encoder_trials import serve_trials


def serve_encoder_trials(names: Sequence[str]) -> None:
    """Tell on standard output which of them work."""
    for line in serve_trials(names):
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()


def trials_command() -> list[str]:
    """This program again; the encoders' names go behind it. A bundle has no Python to call."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [
        sys.executable, "-m", "timeline_studio",
    ]  # fmt: skip
    return [*program, "try-encoders"]
