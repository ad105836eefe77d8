"""The times of caption files: hours of up to nine digits, thousandths of a second."""

import re

from timeline_studio.timeline.captions.cue import FLICKS_PER_MILLISECOND

_TIME = r"(?:(\d{1,9}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})\d*"
TIMING = re.compile(rf"^{_TIME}\s*-->\s*{_TIME}(?:\s+(.*))?$")
"""A line of timing: four numbers of each time, and settings."""


def timing_of(line: str) -> tuple[int, int, str] | None:
    """Start and end in flicks, and what follows them; None where it is no line of timing."""
    found = TIMING.match(line)
    if not found:
        return None
    parts = found.groups()
    return _flicks(parts[:4]), _flicks(parts[4:8]), parts[8] or ""


def clock_text(time: int, separator: str = ".") -> str:
    """`01:02:03.004`, rounded to the thousandth; WebVTT's point, or SRT's comma."""
    seconds, thousandths = divmod(thousandth(time), 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02}{separator}{thousandths:03}"


def thousandth(time: int) -> int:
    """The thousandth of a second that is nearest to a time in flicks."""
    return (time + FLICKS_PER_MILLISECOND // 2) // FLICKS_PER_MILLISECOND


def _flicks(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
    return (whole * 1000 + int(fraction.ljust(3, "0"))) * FLICKS_PER_MILLISECOND
