"""Thumbnails of uploads, made when they are first asked for."""

import time
from collections import OrderedDict

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.workflows.studio import Studio
from timeline_studio.workflows.thumbnails import upload_thumbnail

_KEPT = 500
_AGAIN_SECONDS = 30.0
"""After which a thumbnail that could not be made is tried again, when it is asked for."""


class UploadPictures(QObject):
    """`picture` answers at once, with None while the thumbnail is being made, or where there
    is none; `ready` says for which upload to ask again."""

    ready = Signal(int)

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._made: OrderedDict[int, QPixmap] = OrderedDict()
        self._asked: set[int] = set()
        self._failed_at: dict[int, float] = {}

    def picture(self, upload_id: int) -> QPixmap | None:
        if upload_id in self._made:
            self._made.move_to_end(upload_id)
            return self._made[upload_id]
        if upload_id not in self._asked and not self.is_missing(upload_id):
            self._asked.add(upload_id)
            self._tasks.run(
                lambda: self._read(upload_id),
                done=lambda image: self._on_made(upload_id, image),
                failed=lambda _error: self._on_failed(upload_id),
            )
        return None

    def is_missing(self, upload_id: int) -> bool:
        """No thumbnail could be made a moment ago: it is sound, or the file cannot be read now."""
        failed_at = self._failed_at.get(upload_id)
        return failed_at is not None and time.monotonic() - failed_at < _AGAIN_SECONDS

    def _read(self, upload_id: int) -> QImage:
        """QImage, not QPixmap: this runs outside of the GUI thread."""
        return QImageReader(str(upload_thumbnail(self._studio, upload_id))).read()

    def _on_made(self, upload_id: int, image: QImage) -> None:
        self._asked.discard(upload_id)
        if image.isNull():
            self._failed_at[upload_id] = time.monotonic()
        else:
            self._failed_at.pop(upload_id, None)
            self._made[upload_id] = QPixmap.fromImage(image)
            if len(self._made) > _KEPT:
                self._made.popitem(last=False)
        self.ready.emit(upload_id)

    def _on_failed(self, upload_id: int) -> None:
        self._asked.discard(upload_id)
        self._failed_at[upload_id] = time.monotonic()
        self.ready.emit(upload_id)


def fitted(picture: QPixmap, width: int, height: int, ratio: float) -> QPixmap:
    """`picture` inside width x height logical pixels, its shape kept."""
    scaled = picture.scaled(
        round(width * ratio),
        round(height * ratio),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    scaled.setDevicePixelRatio(ratio)
    return scaled
