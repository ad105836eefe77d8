"""Trying an account out without holding up the window."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from timeline_studio.ui.background import BackgroundTasks, Task, sentence_of
from timeline_studio.workflows.accounts import AccountParts
from timeline_studio.workflows.connection import Step, connection_steps


class ConnectionRun(QObject):
    """One at a time; a new one gives up the last. `planned` names everything before it is tried."""

    planned = Signal(list)  # list[str]
    tried = Signal(int, object)  # number of the step, Trial
    failed = Signal(str)
    ended = Signal()

    _reported = Signal(object, int, object)  # the run's token, number, Trial

    def __init__(self, tasks: BackgroundTasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._running: tuple[Task, threading.Event] | None = None
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        return self._running is not None

    def start(self, make_parts: Callable[[], AccountParts]) -> None:
        """Raises StudioError where the account's values cannot work."""
        self.cancel()
        steps = connection_steps(make_parts())
        stopped = threading.Event()
        self.planned.emit([step.what for step in steps])
        task = self._tasks.run(
            lambda: self._run(steps, stopped), done=lambda _: self._end(), failed=self._on_failed
        )
        self._running = task, stopped

    def cancel(self) -> None:
        """What is being tried may take its time to end; nobody waits for it."""
        if self._running is not None:
            task, stopped = self._running
            stopped.set()
            task.cancel()
            self._end()

    def _run(self, steps: list[Step], stopped: threading.Event) -> None:
        for number, step in enumerate(steps):
            if stopped.is_set():
                return
            self._reported.emit(stopped, number, step.run())

    def _on_reported(self, stopped: threading.Event, number: int, trial: object) -> None:
        if not stopped.is_set():
            self.tried.emit(number, trial)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(sentence_of(error))
        self._end()

    def _end(self) -> None:
        self._running = None
        self.ended.emit()
