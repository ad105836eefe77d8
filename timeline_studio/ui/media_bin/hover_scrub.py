"""The picture of a card under the pointer: the footage from left to right."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from timeline_studio.library import Upload
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.ui.clip_pictures import ClipPictures
from timeline_studio.workflows.media import reference_to

_PICTURES = 24
_HEIGHT = 90


class HoverScrub(QObject):
    """`changed` says of which upload the picture is another one now. Pictures come from the
    filmstrips' cache; until one is there, the thumbnail stays."""

    changed = Signal(int)

    def __init__(self, clips: ClipPictures | None) -> None:
        super().__init__()
        self.clips = clips
        self._upload: Upload | None = None
        self._share = 0.0
        if clips is not None:
            clips.ready.connect(self._tell)

    def move(self, upload: Upload | None, share: float = 0.0) -> None:
        """The pointer is over `upload`, at `share` (0 to 1) of its picture; or over none."""
        before = self._upload
        is_film = upload is not None and upload.kind == "video" and upload.duration_seconds
        self._upload = upload if is_film else None
        self._share = min(1.0, max(0.0, share))
        if before is not None and (self._upload is None or before.id != self._upload.id):
            self.changed.emit(before.id)
        self._tell()

    def share(self, upload: Upload) -> float | None:
        """Where the pointer is; None where it is elsewhere, or there is no picture yet."""
        return self._share if self.picture(upload) is not None else None

    def picture(self, upload: Upload) -> QPixmap | None:
        if self.clips is None or self._upload is None or upload.id != self._upload.id:
            return None
        length = (upload.duration_seconds or 0) * FLICKS_PER_SECOND
        number = min(_PICTURES - 1, int(self._share * _PICTURES))
        return self.clips.picture(reference_to(upload), length * number // _PICTURES, _HEIGHT)

    def _tell(self) -> None:
        if self._upload is not None:
            self.changed.emit(self._upload.id)
