"""How large media is meant to look: asked for while painting, read elsewhere."""

from PySide6.QtCore import QObject, Signal

from timeline_studio.media import probe
from timeline_studio.render import Resolve
from timeline_studio.render.geometry import Size
from timeline_studio.timeline.model import MediaReference
from timeline_studio.ui.background import BackgroundTasks


class MediaShapes(QObject):
    """`of` answers at once, with None until it is known, or where it cannot be."""

    found = Signal()

    def __init__(
        self, resolve: Resolve, tasks: BackgroundTasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._resolve = resolve
        self._tasks = tasks
        self._known: dict[str, Size | None] = {}

    def of(self, media: MediaReference) -> Size | None:
        if media.url not in self._known:
            self._known[media.url] = None
            self._tasks.run(
                lambda: self._read(media),
                done=lambda size: self._keep(media.url, size),
                failed=lambda _error: self._forget(media.url),
                priority=-1,
            )
        return self._known[media.url]

    def _read(self, media: MediaReference) -> Size | None:
        video = probe(self._resolve(media)).video
        return None if video is None else Size(video.display_width, video.display_height)

    def _forget(self, url: str) -> None:
        """Asked for again: its file may be put back."""
        self._known.pop(url, None)

    def _keep(self, url: str, size: Size | None) -> None:
        self._known[url] = size
        self.found.emit()
