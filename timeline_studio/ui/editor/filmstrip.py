"""A clip's pictures at fixed moments of its media, so that they stand still when it scrolls."""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from timeline_studio.timeline.model import Clip
from timeline_studio.timeline.time import frame_start
from timeline_studio.ui.editor.viewport import Viewport

USUAL_ASPECT = 16 / 9


class Tile(NamedTuple):
    """From `left` to `right` (canvas pixels) the media's picture at `time` (flicks) is shown."""

    left: int
    right: int
    time: int


@lru_cache(16)
def bucket_frames(scale: float, rate: Fraction, width: float) -> int:
    """How many frames one picture stands for: a power of two, at most `width` pixels."""
    frames = 1
    while frame_start(2 * frames, rate) <= width * scale:
        frames *= 2
    return frames


def tiles(
    clip: Clip,
    rate: Fraction,
    viewport: Viewport,
    *,
    width: float,
    across: tuple[int, int],
) -> Iterator[Tile]:
    """The tiles of `clip` between two canvas pixels, at most `width` pixels wide; the clip's
    first shows its exact first frame."""
    bucket = frame_start(bucket_frames(viewport.scale, rate, width), rate)
    # The media's beginning, on the timeline's clock: buckets count from there.
    origin = clip.start - _until(clip)
    first = (max(clip.start, viewport.time_at(across[0])) - origin) // bucket
    last = (min(clip.end, viewport.time_at(across[1])) - origin - 1) // bucket
    is_usual = clip.speed == 1
    clip_start, clip_end = clip.start, clip.end
    for number in range(first, last + 1):
        start = max(clip_start, origin + number * bucket)
        end = min(clip_end, origin + (number + 1) * bucket)
        time = number * bucket
        if start == clip_start or not is_usual:
            time = clip.source_time(start)
        yield Tile(viewport.x_of(start), viewport.x_of(end), max(0, time))


def _until(clip: Clip) -> int:
    """How long the clip would have run when it comes to its first picture."""
    if clip.speed == 1:
        return clip.source_start
    return round(clip.source_start / clip.speed) if clip.speed else 0
