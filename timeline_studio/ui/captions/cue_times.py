"""A cue's times as the list shows them, and as they are typed."""

import re

from timeline_studio.timeline.captions.clock import thousandth
from timeline_studio.timeline.time import FLICKS_PER_SECOND

_TYPED = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+)(?:[.,](\d{1,3}))?")


def time_text(time: int) -> str:
    """`1:02.345`, with hours only where there are some."""
    seconds, thousandths = divmod(thousandth(time), 1000)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    whole = f"{hours}:{minute:02}" if hours else f"{minute}"
    return f"{whole}:{second:02}.{thousandths:03}"


def typed_time(text: str) -> int | None:
    """Flicks of `62`, `1:02`, `0:01:02.5`, with a point or a comma; None for anything else."""
    found = _TYPED.fullmatch(text.strip())
    if not found:
        return None
    hours, minutes, seconds, fraction = (part or "0" for part in found.groups())
    whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
    return (whole * 1000 + int(fraction.ljust(3, "0"))) * (FLICKS_PER_SECOND // 1000)


def typed_shift(text: str) -> int | None:
    """Flicks of a time with a sign before it or none: `-0.5`, `+1:00`."""
    plain = text.strip().replace("−", "-")
    time = typed_time(plain.lstrip("+-"))
    return None if time is None else -time if plain.startswith("-") else time
