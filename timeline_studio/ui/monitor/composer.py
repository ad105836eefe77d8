"""The monitor's compositor: kept from picture to picture, made anew for another size."""

import logging
from typing import TypeAlias

from PySide6.QtGui import QImage

from timeline_studio.errors import StudioError
from timeline_studio.media import FrameCache
from timeline_studio.render import Compositor, Resolve
from timeline_studio.render.display import bgra_bytes
from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.monitor.picture import Picture, PictureSize

_log = logging.getLogger(__name__)

CACHE_BYTES = 300_000_000
"""About 96 decoded pictures of 1080p: what makes scrubbing back and forth quick."""

BUG = "This picture could not be made: internal error. See the log, and move on."

_Shape: TypeAlias = tuple[int, int]


class Composer:
    """Makes pictures, on the one thread that calls it."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self._cache = FrameCache(CACHE_BYTES)
        self._compositor: Compositor | None = None
        self._timeline: Timeline | None = None
        self._shape: _Shape = (0, 0)

    def picture(self, timeline: Timeline, time: int, size: PictureSize) -> Picture:
        """`timeline` at `time` flicks; what a user can act on comes back as the error's words."""
        try:
            return Picture(time, self._image(timeline, time, size))
        except StudioError as error:
            return Picture(time, error=str(error))
        except Exception:  # noqa: BLE001 - a bug must not end the thread
            _log.exception("The picture at %d flicks could not be made", time)
            return Picture(time, error=BUG)

    def close(self) -> None:
        """Give back the open files."""
        if self._compositor is not None:
            self._compositor.close()
            self._compositor = None

    def _image(self, timeline: Timeline, time: int, size: PictureSize) -> QImage:
        frame = self._compositor_for(timeline, size.composed).frame(time)
        pixels, stride = bgra_bytes(frame, size.width, size.height)
        return QImage(pixels, size.width, size.height, stride, QImage.Format.Format_RGB32)

    def _compositor_for(self, timeline: Timeline, shape: _Shape) -> Compositor:
        if self._compositor is None or shape != self._shape:
            self.close()
            width, height = self._shape = shape
            self._compositor = Compositor(
                timeline, self._resolve, width=width, height=height, cache=self._cache
            )
        elif timeline is not self._timeline:
            self._compositor.change(timeline)
        self._timeline = timeline
        return self._compositor
