"""Is there a screen to open a window on? Qt ends the whole program where there is none."""

import os
import sys
from collections.abc import Mapping

from timeline_studio.errors import StudioError


class DisplayError(StudioError):
    """There is no screen for a window."""


def display_name(environ: Mapping[str, str] = os.environ) -> str | None:
    """What Qt would show windows on; None on a Linux without any."""
    if sys.platform != "linux":
        return sys.platform
    named = (environ.get(name) for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"))
    return next(filter(None, named), None)


def need_display(environ: Mapping[str, str] = os.environ) -> None:
    """Raises DisplayError."""
    if display_name(environ) is None:
        raise DisplayError(
            "There is no display to open the window on (neither DISPLAY nor WAYLAND_DISPLAY is "
            "set). Start it on a desktop, or use the commands: timeline-studio --help."
        )
