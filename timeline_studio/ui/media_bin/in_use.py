"""Which media the open timeline shows, looked up after edits and off the GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from timeline_studio.timeline.queries import media_urls
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.ui.document import TimelineDocument

_PAUSE_MS = 300


class MediaInUse(QObject):
    """Calls `show` with the URLs, soon after the timeline has changed."""

    def __init__(
        self,
        document: TimelineDocument,
        tasks: BackgroundTasks,
        show: Callable[[frozenset[str]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._tasks = tasks
        self._show = show
        self.pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.pause.timeout.connect(self._look)
        document.changed.connect(self.pause.start)
        self.pause.start()

    def _look(self) -> None:
        timeline = self._document.timeline
        self._tasks.run(lambda: frozenset(media_urls(timeline)), done=self._show)
