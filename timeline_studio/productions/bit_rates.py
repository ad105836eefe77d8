"""How many bits a second a rendition takes, as playlists state it (RFC 8216, 4.3.4.2)."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Segment:
    """`duration` in seconds, `size` in bytes."""

    duration: float
    size: int


def peak_bit_rate(segments: Sequence[Segment], target_duration: float) -> int:
    """The highest rate of any run of segments that lasts 0.5 to 1.5 target durations; of the
    whole where no run does."""
    peak = 0.0
    for first in range(len(segments)):
        duration, size = 0.0, 0
        for segment in segments[first:]:
            duration += segment.duration
            size += segment.size
            if duration > 1.5 * target_duration:
                break
            if duration >= 0.5 * target_duration:
                peak = max(peak, size * 8 / duration)
    return round(peak) or average_bit_rate(segments)


def average_bit_rate(segments: Sequence[Segment]) -> int:
    duration = sum(segment.duration for segment in segments)
    return round(sum(segment.size for segment in segments) * 8 / duration) if duration else 0
