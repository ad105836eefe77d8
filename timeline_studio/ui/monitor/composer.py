"""The monitor's compositors: one for each size, kept from picture to picture."""

import logging
from collections import OrderedDict
from contextlib import suppress
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtGui import QImage

from timeline_studio.errors import StudioError
from timeline_studio.media import FrameCache
from timeline_studio.render import Compositor, Resolve
from timeline_studio.render.display import bgra_bytes
from timeline_studio.render.readers import Readers
from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.monitor.picture import Picture, PictureSize

_log = logging.getLogger(__name__)

CACHE_BYTES = 300_000_000
"""About 96 decoded pictures of 1080p: what makes scrubbing back and forth quick."""

BUG = "This picture could not be made: internal error. See the log, and move on."

_SIZES = 3
"""Standing, playing, and one to spare: changing between them opens no file again."""

_Shape: TypeAlias = tuple[int, int]


class Composer:
    """Makes pictures, on the one thread that calls it. The open files serve all sizes."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self._cache = FrameCache(CACHE_BYTES)
        self._readers = Readers(self._cache)
        self._compositors: OrderedDict[_Shape, Compositor] = OrderedDict()
        self._timeline: Timeline | None = None

    def picture(self, timeline: Timeline, time: int, size: PictureSize) -> Picture:
        """`timeline` at `time` flicks; what a user can act on comes back as the error's words."""
        try:
            return Picture(time, self._image(timeline, time, size))
        except StudioError as error:
            return Picture(time, error=str(error))
        except Exception:  # noqa: BLE001 - a bug must not end the thread
            _log.exception("The picture at %d flicks could not be made", time)
            return Picture(time, error=BUG)

    def near(self, timeline: Timeline, time: int, size: PictureSize) -> Picture:
        """As `picture`, but at once: where that takes long, of key pictures before that time.
        Asked again it is nearer each time, and in the end exact."""
        with self._readers.in_haste() as haste:
            picture = self.picture(timeline, time, size)
        return replace(picture, is_exact=haste.is_exact)

    def prepare(self, start: int, end: int) -> None:
        """Decode what is shown at `start` flicks, and open what comes onto the screen from there
        to `end`, without waiting; media that cannot be opened is told of when it is due."""
        if self._compositors:
            used_last = next(reversed(self._compositors.values()))
            with suppress(StudioError):
                used_last.prepare(start, end)

    def close(self) -> None:
        """Give back the open files; the next picture opens them again, where they are now."""
        self._compositors.clear()
        self._readers.close()
        self._readers = Readers(self._cache)

    def _image(self, timeline: Timeline, time: int, size: PictureSize) -> QImage:
        frame = self._compositor_for(timeline, size.composed).frame(time)
        pixels, stride = bgra_bytes(frame, size.width, size.height)
        return QImage(pixels, size.width, size.height, stride, QImage.Format.Format_RGB32)

    def _compositor_for(self, timeline: Timeline, shape: _Shape) -> Compositor:
        if timeline is not self._timeline:
            for compositor in self._compositors.values():
                compositor.change(timeline)
            self._timeline = timeline
        if shape not in self._compositors:
            width, height = shape
            self._compositors[shape] = Compositor(
                timeline, self._resolve, width=width, height=height, readers=self._readers
            )
            if len(self._compositors) > _SIZES:
                self._compositors.popitem(last=False)
        self._compositors.move_to_end(shape)
        return self._compositors[shape]
