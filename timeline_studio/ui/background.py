"""Blocking work off the GUI thread; its answer comes back on it.

::

    tasks.run(lambda: list_projects(studio), done=self._show, failed=self._explain)
"""

import logging
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QRunnable, Qt, QThreadPool, Signal

from timeline_studio.errors import StudioError

_Answer = TypeVar("_Answer")


log = logging.getLogger(__name__)


class Task:
    """One piece of work that was asked for. Cancelling drops its answer, and skips it altogether
    where it has not begun."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()


class BackgroundTasks(QObject):
    """A thread pool for functions that read or write files and the database.

    `unexpected` carries what is a bug of ours (not a StudioError), for the top-level hook;
    `failed` of the task is called with it too, so that no panel waits for ever.
    """

    unexpected = Signal(object)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None, *, threads: int = 4) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._pending = 0
        self._is_closed = False
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        function: Callable[[], _Answer],
        *,
        done: Callable[[_Answer], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        priority: int = 0,
    ) -> Task:
        """Call `function` on another thread, then `done` or `failed` on the GUI thread.

        What has waited with a higher `priority` begins first: -1 for what only adorns. After
        `close` nothing begins any more.
        """
        task = Task()
        if self._is_closed:
            task.cancel()
            return task
        self._pending += 1
        self._pool.start(_Work(function, task, done, failed, self._answered.emit), priority)
        return task

    @property
    def is_idle(self) -> bool:
        return self._pending == 0

    def wait_idle(self, timeout_ms: int = 10_000) -> bool:
        """Handle events until every answer has been delivered. False when time ran out."""
        return self.wait_until(lambda: not self._pending, timeout_ms)

    def wait_until(self, is_so: Callable[[], bool], timeout_ms: int = 10_000) -> bool:
        """Handle events until an answer has made `is_so` true. False when time ran out, or all
        were delivered in vain."""
        deadline = QDeadlineTimer(timeout_ms)
        loop = QEventLoop()
        while self._pending and not is_so() and not deadline.hasExpired():
            loop.processEvents(
                QEventLoop.ProcessEventsFlag.AllEvents
                | QEventLoop.ProcessEventsFlag.WaitForMoreEvents,
                max(1, min(50, deadline.remainingTime())),
            )
        return is_so()

    def close(self) -> None:
        """Forget what has not begun, and wait for what has; answers are not delivered.

        To be called before this is destroyed: the pool's destructor waits for its threads with
        Python's lock held, which they need to end.
        """
        self._is_closed = True
        self._pool.clear()
        self._pool.waitForDone()

    def _on_answered(self, answer: "_Answered") -> None:
        self._pending -= 1
        if answer.error is not None and not isinstance(answer.error, StudioError):
            log.error("A bug in background work", exc_info=answer.error)
            self.unexpected.emit(answer.error)
        if not answer.task.is_cancelled:
            answer.deliver()


class _Answered:
    def __init__(
        self,
        task: Task,
        call: Callable[[Any], None] | None,
        value: object,
        error: Exception | None = None,
    ) -> None:
        self.task = task
        self.error = error
        self._call = call
        self._value = value

    def deliver(self) -> None:
        if self._call is not None:
            self._call(self._value)


class _Work(QRunnable):
    def __init__(
        self,
        function: Callable[[], Any],
        task: Task,
        done: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
        answer: Callable[[_Answered], None],
    ) -> None:
        super().__init__()
        self._function = function
        self._task = task
        self._done = done
        self._failed = failed
        self._answer = answer

    def run(self) -> None:
        if self._task.is_cancelled:
            self._answer(_Answered(self._task, None, None))
            return
        try:
            value = self._function()
        except Exception as error:  # noqa: BLE001 - handed to the GUI thread, which judges it
            self._answer(_Answered(self._task, self._failed, error, error))
        else:
            self._answer(_Answered(self._task, self._done, value))


def sentence_of(error: Exception) -> str:
    """What to tell the user: a bug of ours says nothing that they could act on."""
    if isinstance(error, StudioError | OSError):
        return str(error)
    return f"Something went wrong inside the program ({type(error).__name__}). See the log folder."
