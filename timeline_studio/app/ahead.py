"""The process that renders ahead: quiet, and gone with the window."""

import os
import sys
import threading

from timeline_studio.render import prepare_text
from timeline_studio.settings import Account
from timeline_studio.workflows.rendering_ahead import render_ahead

_NICEST = 19
_IDLE_PRIORITY_CLASS = 0x40  # of Windows


def serve_ahead() -> None:
    """Read one order from standard input, and tell what became ready on standard output."""
    _give_way()
    order = sys.stdin.buffer.readline()
    if not order:
        return
    threading.Thread(target=_end_with_parent, name="parent-watch", daemon=True).start()
    prepare_text()
    for line in render_ahead(order):
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()


def ahead_command(account: Account) -> list[str]:
    """This program again; a bundle has no Python to call."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [
        sys.executable, "-m", "timeline_studio",
    ]  # fmt: skip
    return [*program, "--account", account.name, "ahead"]


def _give_way() -> None:
    """To everything else that this computer does."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - it has nothing for others

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _IDLE_PRIORITY_CLASS)
    else:
        os.nice(_NICEST)


def _end_with_parent() -> None:
    """Standard input closes when the window ends or dies; nothing here needs tidying up."""
    while sys.stdin.buffer.read(4096):
        pass
    os._exit(0)
