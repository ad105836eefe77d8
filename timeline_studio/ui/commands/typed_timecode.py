"""Timecodes as they are typed: from the right frames, seconds, minutes, hours."""

import re
from fractions import Fraction

from timeline_studio.timeline.time import frame_at, frame_start

_TYPED = re.compile(r"([+-]?)\s*(\d[\d:;.]*)")
_MOST_PARTS = 4


def typed_timecode(text: str, rate: Fraction, playhead: int) -> int | None:
    """Flicks of `1:02:00`, `512` (five seconds, twelve frames) or, from the playhead, `+10`;
    None for anything else."""
    found = _TYPED.fullmatch(text.strip())
    parts = _parts(found[2]) if found else []
    if not found or not parts:
        return None
    base = max(1, round(rate))
    frames, seconds, minutes, hours = (*reversed(parts), 0, 0, 0)[:_MOST_PARTS]
    count = ((hours * 60 + minutes) * 60 + seconds) * base + frames
    if found[1]:
        count = frame_at(playhead, rate) + (-count if found[1] == "-" else count)
    return frame_start(max(0, count), rate)


def _parts(digits: str) -> list[int]:
    """Hours first; digits without colons are taken in twos from the right. Empty where there are
    too many, or one is missing."""
    parts = re.split(r"[:;.]", digits)
    if len(parts) == 1:
        even = digits.zfill(len(digits) + len(digits) % 2)
        parts = [even[n : n + 2] for n in range(0, len(even), 2)]
    return [int(part) for part in parts] if all(parts) and len(parts) <= _MOST_PARTS else []
