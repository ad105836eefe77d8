"""Bringing files in, with progress, without holding up the window."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from timeline_studio.errors import StudioError
from timeline_studio.library import Upload
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.workflows.media import import_media
from timeline_studio.workflows.studio import Studio

Then = Callable[[list[Upload]], None]


class _ImportStoppedError(StudioError):
    pass


class MediaImport(QObject):
    """One import at a time; what is asked for meanwhile follows."""

    began = Signal()
    progressed = Signal(float, str)  # 0 to 1, the file's name
    imported = Signal(object)  # list[Upload]
    failed = Signal(str)
    ended = Signal()

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._waiting: list[tuple[list[Path], Then | None]] = []
        self._cancelled = threading.Event()
        self._is_running = False
        self._reported.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    _reported = Signal(float, str)

    @property
    def is_running(self) -> bool:
        return self._is_running

    def start(self, paths: Sequence[Path], *, then: Then | None = None) -> None:
        """`then` is called with the uploads of this import, if it succeeds."""
        if not paths:
            return
        self._waiting.append((list(paths), then))
        if not self._is_running:
            self._next()

    def cancel(self) -> None:
        self._waiting.clear()
        self._cancelled.set()

    def _next(self) -> None:
        paths, then = self._waiting.pop(0)
        self._is_running = True
        self._cancelled.clear()
        self.began.emit()
        self._tasks.run(
            lambda: import_media(self._studio, paths, progress=self._report),
            done=lambda uploads: self._on_imported(uploads, then),
            failed=self._on_failed,
        )

    def _report(self, fraction: float, name: str) -> None:
        """Runs outside of the GUI thread; the queued signal takes it there."""
        if self._cancelled.is_set():
            raise _ImportStoppedError("The import was cancelled.")
        self._reported.emit(fraction, name)

    def _on_imported(self, uploads: list[Upload], then: Then | None) -> None:
        self.imported.emit(uploads)
        if then is not None:
            then(uploads)
        self._finish()

    def _on_failed(self, error: Exception) -> None:
        self.imported.emit([])  # files before the one that failed may have come in
        if not isinstance(error, _ImportStoppedError):
            self.failed.emit(sentence_of(error))
        self._finish()

    def _finish(self) -> None:
        self._is_running = False
        self.ended.emit()
        if self._waiting:
            self._next()
