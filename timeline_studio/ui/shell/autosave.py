"""Saving every edit, in order, off the GUI thread."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_studio.library import StaleRevision
from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.background import BackgroundTasks

Save = Callable[[int, Timeline, int], int]
"""(project id, timeline, revision) -> the new revision."""

_RETRY_MS = 5_000


class Autosave(QObject):
    """Saves the newest wanted timeline, one save at a time: a slow disk skips states between,
    never the last one. A failed save is kept, said, and tried again."""

    saved = Signal(object)  # datetime, local
    failed = Signal(object)  # Exception

    def __init__(self, save: Save, tasks: BackgroundTasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._tasks = tasks
        self._project_id = 0
        self._revision = 0
        self._wanted: Timeline | None = None
        self._is_saving = False
        self._begun = 0  # counts: a save that was begun before `begin` says nothing any more
        self._waiting: list[Callable[[bool], None]] = []
        self._retry = QTimer(self, singleShot=True, interval=_RETRY_MS)
        self._retry.timeout.connect(self.retry)

    @property
    def is_dirty(self) -> bool:
        """Whether an edit is not on disk yet."""
        return self._is_saving or self._wanted is not None

    def begin(self, project_id: int, revision: int) -> None:
        """From now on, save to this project. What is unsaved of another is forgotten: flush."""
        self._retry.stop()
        self._begun += 1
        self._wanted = None
        self._is_saving = False
        self._project_id = project_id
        self._revision = revision
        self._answer(is_saved=False)

    def want(self, timeline: Timeline) -> None:
        self._wanted = timeline
        self._start()

    def retry(self) -> None:
        self._start()

    def flush(self, then: Callable[[bool], None]) -> None:
        """Call `then` when all is saved, with False when it could not be."""
        if not self.is_dirty:
            then(True)
            return
        self._waiting.append(then)
        self._start()

    def _start(self) -> None:
        if self._is_saving or self._wanted is None:
            return
        timeline, self._wanted = self._wanted, None
        project_id, revision, begun = self._project_id, self._revision, self._begun
        self._is_saving = True
        self._tasks.run(
            lambda: self._save(project_id, timeline, revision),
            done=lambda saved: self._on_saved(begun, saved),
            failed=lambda error: self._on_failed(begun, timeline, error),
            priority=1,
        )

    def _on_saved(self, begun: int, revision: int) -> None:
        if begun != self._begun:
            return
        self._is_saving = False
        self._revision = revision
        if self._wanted is not None:
            self._start()
            return
        self._retry.stop()
        self.saved.emit(datetime.now().astimezone())
        self._answer(is_saved=True)

    def _on_failed(self, begun: int, timeline: Timeline, error: Exception) -> None:
        if begun != self._begun:
            return
        self._is_saving = False
        if self._wanted is None:
            self._wanted = timeline
        if not isinstance(error, StaleRevision):  # that one waits for the user's choice
            self._retry.start()
        self.failed.emit(error)
        self._answer(is_saved=False)

    def _answer(self, *, is_saved: bool) -> None:
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(is_saved)
