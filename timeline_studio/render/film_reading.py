"""The frames and the samples of a timeline, one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

import av

from timeline_studio.render.compositor import Compositor
from timeline_studio.render.filters import FrameFilters
from timeline_studio.render.mastering.master import Master
from timeline_studio.render.sources import Sources
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_count, frame_start

SAMPLE_RATE = 48_000
_LOOK_AHEAD = FLICKS_PER_SECOND // 2


@dataclass(frozen=True)
class Film:
    """A timeline that has its size and rate. `advance` hears the share that is done, 0 to 1, and
    may raise to cancel."""

    timeline: Timeline
    sources: Sources
    advance: Callable[[float], None]

    @property
    def rate(self) -> Fraction:
        return self.timeline.rate

    @property
    def frame_total(self) -> int:
        return frame_count(self.timeline.duration, self.rate)

    @property
    def sample_total(self) -> int:
        """As many as the frames last."""
        return round(Fraction(self.frame_total * SAMPLE_RATE) / self.rate)

    def frames(self) -> Iterator[av.VideoFrame]:
        """YUV 4:2:0, BT.709 limited; pts count from 0. Ours to change."""
        filters = FrameFilters()
        compositor = Compositor(
            self.timeline, self.sources.resolve, look_ahead=_LOOK_AHEAD, sources=self.sources
        )
        try:
            for number in range(self.frame_total):
                shared = compositor.frame(frame_start(number, self.rate))
                frame = filters.reference(shared)
                frame.pts, frame.time_base = number, 1 / self.rate
                yield frame
        finally:
            compositor.close()

    def frame_at(self, time: int) -> av.VideoFrame:
        """What is on at `time`, in flicks; at the end, the last frame."""
        number = min(self.frame_total - 1, max(0, int(time * self.rate / FLICKS_PER_SECOND)))
        compositor = Compositor(self.timeline, self.sources.resolve, sources=self.sources)
        try:
            return compositor.frame(frame_start(number, self.rate))
        finally:
            compositor.close()

    def sound(self) -> Master:
        """As long as the frames; `advance` may end it."""
        return Master(
            self.timeline, self.sources, self.sample_total, check=lambda: self.advance(0.0)
        )
