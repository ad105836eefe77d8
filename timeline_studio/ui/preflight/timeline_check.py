"""A check of the stored timeline, outside of the GUI thread."""

import threading
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, Signal

from timeline_studio.errors import StudioError
from timeline_studio.ui.background import BackgroundTasks, Task, sentence_of
from timeline_studio.workflows.preflight import Finding, check_timeline
from timeline_studio.workflows.studio import Studio

_TELL_SECONDS = 0.05


class _CheckStoppedError(StudioError):
    pass


class TimelineCheck(QObject):
    """One at a time: a newer one takes the place of the one that runs."""

    progressed = Signal(float, str)  # 0 to 1, what is looked at
    checked = Signal(object)  # list[Finding]
    failed = Signal(str)

    _told = Signal(object, float, str)

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._task: Task | None = None
        self._stopped = threading.Event()
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def start(
        self, project_id: int, *, then: Callable[[list[Finding]], None] | None = None
    ) -> None:
        """Check what is stored; `then` gets what was found, after who listens."""
        self.cancel()
        stopped = self._stopped = threading.Event()
        self._task = self._tasks.run(
            lambda: check_timeline(self._studio, project_id, progress=self._teller(stopped)),
            done=lambda found: self._on_done(found, then),
            failed=self._on_failed,
        )

    def cancel(self) -> None:
        """Nothing more is heard of the check that runs."""
        self._stopped.set()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _teller(self, stopped: threading.Event) -> Callable[[float, str], None]:
        """Called outside of the GUI thread; the queued signal goes there."""
        last = 0.0

        def tell(fraction: float, stage: str) -> None:
            nonlocal last
            if stopped.is_set():
                raise _CheckStoppedError("The check was cancelled.")
            if monotonic() - last >= _TELL_SECONDS:
                last = monotonic()
                self._told.emit(stopped, fraction, stage)

        return tell

    def _on_told(self, stopped: threading.Event, fraction: float, stage: str) -> None:
        if stopped is self._stopped and self.is_running:
            self.progressed.emit(fraction, stage)

    def _on_done(self, found: list[Finding], then: Callable[[list[Finding]], None] | None) -> None:
        self._task = None
        self.checked.emit(found)
        if then is not None:
            then(found)

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(sentence_of(error))
