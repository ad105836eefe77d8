"""Which moments the ruler names: round steps only, never closer than one can read."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from timeline_studio.timeline.time import frame_at, frame_start
from timeline_studio.ui.editor.viewport import Viewport

LABEL_DISTANCE = 96
TICK_DISTANCE = 8
_FRAMES = (1, 2, 5, 10)
_SECONDS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000, 36_000)


@dataclass(frozen=True, slots=True)
class Steps:
    """Frames from label to label, and from tick to tick."""

    label: int
    tick: int


def steps(scale: float, rate: Fraction, *, in_frames: bool = False) -> Steps:
    """The closest round steps at `scale` flicks a pixel. Timecode counts frames, so that a
    second of 29.97 fps is 30 of them; `in_frames`, they are round as numbers of frames."""
    base = 100 if in_frames else max(1, round(rate))
    rounds = [frames for frames in _FRAMES if frames < base]
    rounds += [seconds * base for seconds in _SECONDS]
    frame = frame_start(1, rate) / scale
    label = next((step for step in rounds if step * frame >= LABEL_DISTANCE), rounds[-1])
    fine = (step for step in rounds if label % step == 0 and step * frame >= TICK_DISTANCE)
    return Steps(label, next(fine, label))


def ticks(viewport: Viewport, rate: Fraction, step: int) -> Iterator[tuple[int, int]]:
    """(x, frame) of each `step` frames that lies on the canvas, and one before it."""
    frame = frame_at(max(0, viewport.time_at(0)), rate) // step * step
    while (x := viewport.x_of(frame_start(frame, rate))) < viewport.width:
        yield x, frame
        frame += step
