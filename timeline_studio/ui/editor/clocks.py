"""How a moment is written over the timeline: timecode, drop-frame timecode, frames, seconds."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from timeline_studio.timeline.time import (
    drop_frame_timecode,
    nearest_frame,
    timecode,
    to_seconds,
)

ClockName: TypeAlias = Literal["timecode", "drop_frame", "frames", "seconds"]


@dataclass(frozen=True)
class Clock:
    """`write` gives a time in flicks at a frame rate its words."""

    title: str
    write: Callable[[int, Fraction], str]


def _frames(time: int, rate: Fraction) -> str:
    return str(nearest_frame(time, rate))


def _seconds(time: int, _rate: Fraction) -> str:
    return f"{to_seconds(time):.2f} s"


CLOCKS: dict[ClockName, Clock] = {
    "timecode": Clock("Timecode", timecode),
    "drop_frame": Clock("Drop-Frame Timecode", drop_frame_timecode),
    "frames": Clock("Frames", _frames),
    "seconds": Clock("Seconds", _seconds),
}
