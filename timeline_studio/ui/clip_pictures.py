"""Pictures and waveforms of media for the timeline: asked for while painting, made elsewhere."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from timeline_studio.errors import StudioError
from timeline_studio.media import MediaError, Waveform, WaveformCache, filmstrip_rgb
from timeline_studio.timeline.model import MediaReference
from timeline_studio.workflows.media import MediaNotHereError

Resolve = Callable[[MediaReference], Path]

_BATCH = 12
_BATCHES_AT_ONCE = 2
_WAITING = 400
_WAVEFORMS = 64


class Tasks(Protocol):
    """Runs `function` on another thread, then `done` or `failed` on the GUI thread."""

    def run(
        self,
        function: Callable[[], Any],
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> object: ...


class MissingMediaError(StudioError):
    """There is no file for this media: where it was looked for."""


class _Wanted(NamedTuple):
    url: str
    time: int
    height: int
    is_still: bool


class ClipPictures(QObject):
    """Answers at once with what there is, and says `ready` when there is more.

    What was asked for last is made first; of what was asked for long ago, and may be off the
    screen by now, the oldest is forgotten: who still shows it asks again.
    """

    ready = Signal()
    missing_changed = Signal()

    def __init__(
        self,
        resolve: Resolve,
        tasks: Tasks,
        cache_folder: Path,
        parent: QObject | None = None,
        *,
        max_bytes: int = 96 * 1024 * 1024,
        pixel_ratio: float = 1.0,
    ) -> None:
        super().__init__(parent)
        self._resolve = resolve
        self._tasks = tasks
        self._waveform_cache = WaveformCache(cache_folder)
        self._max_bytes = max_bytes
        self._pixel_ratio = pixel_ratio
        self._pictures: OrderedDict[_Wanted, QPixmap] = OrderedDict()
        self._bytes = 0
        self._waiting: OrderedDict[_Wanted, MediaReference] = OrderedDict()
        self._under_way: set[_Wanted] = set()
        self._batches = 0
        self._waveforms: OrderedDict[str, Waveform | None] = OrderedDict()
        self._missing: set[str] = set()
        self._away: frozenset[str] = frozenset()
        self._proxied: frozenset[str] = frozenset()
        self._unreadable: set[tuple[str, bool]] = set()

    def picture(
        self, media: MediaReference, time: int, height: int, *, is_still: bool = False
    ) -> QPixmap | None:
        """The picture at `time` (flicks of the media), `height` logical pixels high."""
        wanted = _Wanted(media.url, time, round(height * self._pixel_ratio), is_still)
        found = self._pictures.get(wanted)
        if found is not None:
            self._pictures.move_to_end(wanted)
            return found
        if height > 0 and wanted not in self._under_way and self._is_readable(media.url, True):
            self._waiting[wanted] = media
            self._waiting.move_to_end(wanted)
            if len(self._waiting) > _WAITING:
                self._waiting.popitem(last=False)
            self._start()
        return None

    def waveform(self, media: MediaReference) -> Waveform | None:
        """The peaks of the media's sound."""
        if media.url in self._waveforms:
            self._waveforms.move_to_end(media.url)
            return self._waveforms[media.url]
        if self._is_readable(media.url, False):
            self._waveforms[media.url] = None
            self._tasks.run(
                lambda: self._waveform_cache.get(_found(self._resolve, media)),
                done=lambda waveform: self._keep_waveform(media.url, waveform),
                failed=lambda error: self._on_failed(media.url, error, is_picture=False),
            )
        return None

    def is_missing(self, url: str) -> bool:
        """Whether the media was looked for and could not be found or read."""
        return url in self._missing

    def is_away(self, url: str) -> bool:
        """Whether the media is in the store only, and is being fetched."""
        return url in self._away

    def is_proxied(self, url: str) -> bool:
        """Whether a proxy stands for the media in the monitor."""
        return url in self._proxied

    def set_proxied(self, urls: frozenset[str]) -> None:
        """Proxies stand for these, and for no others."""
        self._proxied = urls
        self.missing_changed.emit()

    def set_away(self, urls: frozenset[str]) -> None:
        """These are being fetched; what was and is no more is asked for again."""
        arrived, self._away = self._away - urls, urls
        for url in arrived:
            self._unreadable -= {(url, True), (url, False)}
            if self._waveforms.get(url) is None:
                self._waveforms.pop(url, None)
        self.missing_changed.emit()
        self.ready.emit()

    def look_again(self) -> None:
        """Forget what was missing: its file may have been put back."""
        if not self._missing:
            return
        self._missing.clear()
        self._unreadable.clear()
        self.missing_changed.emit()
        self.ready.emit()

    def _is_readable(self, url: str, is_picture: bool) -> bool:
        if url in self._away:
            return False
        return url not in self._missing and (url, is_picture) not in self._unreadable

    def _start(self) -> None:
        while self._waiting and self._batches < _BATCHES_AT_ONCE:
            self._run_batch(*self._next_batch())

    def _next_batch(self) -> tuple[MediaReference, list[_Wanted]]:
        """The newest wish, and the newest others that the same file can answer in one go."""
        newest, media = next(reversed(self._waiting.items()))
        alike = [
            wanted
            for wanted in reversed(self._waiting)
            if (wanted.url, wanted.height, wanted.is_still)
            == (newest.url, newest.height, newest.is_still)
        ][:_BATCH]
        for wanted in alike:
            del self._waiting[wanted]
        return media, sorted(alike, key=lambda wanted: wanted.time)

    def _run_batch(self, media: MediaReference, batch: list[_Wanted]) -> None:
        self._batches += 1
        self._under_way.update(batch)
        self._tasks.run(
            lambda: _read_pictures(_found(self._resolve, media), batch),
            done=lambda images: self._keep_pictures(batch, images),
            failed=lambda error: self._drop_batch(batch, error),
        )

    def _keep_pictures(self, batch: list[_Wanted], images: list[QImage]) -> None:
        for wanted, image in zip(batch, images, strict=False):
            picture = QPixmap.fromImage(image)
            picture.setDevicePixelRatio(self._pixel_ratio)
            self._pictures[wanted] = picture
            self._bytes += _size(picture)
        while self._bytes > self._max_bytes and len(self._pictures) > 1:
            _, dropped = self._pictures.popitem(last=False)
            self._bytes -= _size(dropped)
        self._finish(batch)
        self.ready.emit()

    def _drop_batch(self, batch: list[_Wanted], error: Exception) -> None:
        self._finish(batch)
        self._on_failed(batch[0].url, error, is_picture=True)

    def _finish(self, batch: list[_Wanted]) -> None:
        self._batches -= 1
        self._under_way.difference_update(batch)
        self._start()

    def _keep_waveform(self, url: str, waveform: Waveform) -> None:
        self._waveforms[url] = waveform
        if len(self._waveforms) > _WAVEFORMS:
            self._waveforms.popitem(last=False)
        self.ready.emit()

    def _on_failed(self, url: str, error: Exception, *, is_picture: bool) -> None:
        """Media that is there, but has no such stream, only has nothing to show."""
        self._unreadable.add((url, is_picture))
        if isinstance(error, MissingMediaError) and url not in self._missing:
            self._missing.add(url)
            self.missing_changed.emit()
        self.ready.emit()


def _found(resolve: Resolve, media: MediaReference) -> Path:
    try:
        path = resolve(media)
    except MediaNotHereError:
        raise  # on its way: not missing
    except StudioError as error:
        raise MissingMediaError(str(error)) from error
    if not path.exists():
        raise MissingMediaError(f"{path} does not exist: put it back, or relink the media.")
    return path


def _read_pictures(path: Path, batch: list[_Wanted]) -> list[QImage]:
    if batch[0].is_still:
        return [_read_still(path, batch[0].height)] * len(batch)
    times = [wanted.time for wanted in batch]
    return [_image(pixels) for pixels in filmstrip_rgb(path, times, batch[0].height)]


def _read_still(path: Path, height: int) -> QImage:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(QSize(max(1, size.width() * height // size.height()), height))
    image = reader.read()
    if image.isNull():
        raise MediaError(f"“{path.name}” cannot be shown: {reader.errorString()}.")
    return image


def _image(pixels: npt.NDArray[np.uint8]) -> QImage:
    """A copy that owns its pixels; the array is (height, width, 3)."""
    height, width, _ = pixels.shape
    packed = np.ascontiguousarray(pixels)
    return QImage(packed.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
