"""Brings clips to one loudness: listens to them in the background, then is one undo step."""

import threading
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from timeline_studio.errors import StudioError
from timeline_studio.render import Resolve
from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Clip
from timeline_studio.ui.background import BackgroundTasks, Task, sentence_of
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.language import tr
from timeline_studio.workflows.levelling import gains_to_level


class _Cancelled(StudioError):  # noqa: N818 - nothing went wrong
    """Nobody wants to know any more."""


class Levelling(QObject):
    """One at a time. `working` carries the share that is done, None when it is over; `failed`
    what to tell."""

    working = Signal(object)  # float | None
    failed = Signal(str)
    _advanced = Signal(float)

    def __init__(
        self,
        document: TimelineDocument,
        resolve: Resolve,
        tasks: BackgroundTasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._resolve = resolve
        self._tasks = tasks
        self._task: Task | None = None
        self._stop = threading.Event()
        self._advanced.connect(self._on_advanced, Qt.ConnectionType.QueuedConnection)

    @property
    def is_working(self) -> bool:
        return self._task is not None

    def begin(self, clips: Sequence[Clip], loudness: float) -> None:
        """Bring these clips to a loudness, in LUFS."""
        if self.is_working or not clips:
            return
        stop = self._stop = threading.Event()

        def advance(share: float) -> None:
            if stop.is_set():
                raise _Cancelled
            self._advanced.emit(share)

        chosen = tuple(clips)
        self.working.emit(0.0)
        self._task = self._tasks.run(
            lambda: gains_to_level(chosen, loudness, self._resolve, progress=advance),
            done=self._on_done,
            failed=self._on_failed,
        )

    def cancel(self) -> None:
        """At the next moment; nothing is changed."""
        self._stop.set()
        if self._task is not None:
            self._task.cancel()
        self._end()

    def _on_advanced(self, share: float) -> None:
        if self.is_working:
            self.working.emit(share)

    def _on_done(self, raises: Mapping[str, float]) -> None:
        self._end()
        if not raises:
            self.failed.emit(tr("These clips are silent: there is nothing to level."))
            return
        self._document.apply("Level clips", lambda timeline: edits.raise_gains(timeline, raises))

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.failed.emit(sentence_of(error))

    def _end(self) -> None:
        self._task = None
        self.working.emit(None)
