"""The exact frame rate, and whether it is constant, from what a file says and does."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from av.video.stream import VideoStream

from timeline_studio.timeline.time import exact_rate

_INDEX_RUN = 4000  # pictures looked at in the start, the middle and the end of an index
_DEFAULT_RATE = Fraction(25)  # FFmpeg's own, for a file that does not say
_CLOCK_DRIFT = Fraction(1, 200_000)  # between a declared rate and a stream's own clock


@dataclass(frozen=True)
class FrameTiming:
    """Frames per second; the average of those that vary."""

    rate: Fraction
    is_variable: bool


def has_full_index(stream: VideoStream) -> bool:
    """Whether the container's index has every picture (MP4, AVI), not only key pictures."""
    return 0 < stream.frames < 2 * len(stream.index_entries)


def indexed_runs(stream: VideoStream) -> list[list[int]]:
    """Ticks of successive pictures, from the index alone."""
    index = stream.index_entries
    count = len(index)
    starts = (0, count // 2, count - _INDEX_RUN) if count > 3 * _INDEX_RUN else (0,)
    length = count if len(starts) == 1 else _INDEX_RUN
    return [
        sorted(entry.timestamp for entry in index[start : start + length] if not entry.is_discard)
        for start in starts
    ]


def frame_timing(stream: VideoStream, runs: Sequence[Sequence[int]]) -> FrameTiming:
    """From runs of successive pictures' sorted ticks, checked against the declared rates."""
    declared = [r for r in (stream.average_rate, stream.guessed_rate, stream.base_rate) if r]
    measured = [_Measured.of(run, stream) for run in runs if len(run) > 1 and run[-1] > run[0]]
    if not measured:
        return FrameTiming(exact_rate(declared[0]) if declared else _DEFAULT_RATE, False)
    first = measured[0]
    if any(map(_is_uneven, runs)) or not all(first.agrees(other.rate) for other in measured):
        average = stream.average_rate if has_full_index(stream) else None
        return FrameTiming(average or first.rate, True)
    if first.rate in declared:
        return FrameTiming(first.rate, False)
    standard = [exact_rate(rate) for rate in (*declared, first.rate)]
    agreeing = [rate for rate in (*standard, *declared) if first.agrees(rate)]
    return FrameTiming((*agreeing, first.rate)[0], False)


@dataclass(frozen=True)
class _Measured:
    rate: Fraction
    slack: Fraction

    @classmethod
    def of(cls, ticks: Sequence[int], stream: VideoStream) -> Self:
        span = ticks[-1] - ticks[0]
        rate = Fraction(len(ticks) - 1, span) / (stream.time_base or Fraction(1))
        return cls(rate, rate * (Fraction(2, span) + _CLOCK_DRIFT))

    def agrees(self, rate: Fraction) -> bool:
        """Whether `rate` is this one but for the rounding of the two ends to ticks."""
        return abs(rate - self.rate) <= self.slack


def _is_uneven(ticks: Sequence[int]) -> bool:
    """Whether a picture lies off an even grid by over a quarter of a picture, and over the
    tick that rounding may cost."""
    start, count = ticks[0], len(ticks) - 1
    span = ticks[-1] - start
    # |tick - start - n * span / count| > max(1, span / count / 4), without fractions
    allowed = max(4 * count, span)
    return any(4 * abs((tick - start) * count - n * span) > allowed for n, tick in enumerate(ticks))
