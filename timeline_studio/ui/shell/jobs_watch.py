"""What the worker is doing, asked twice a second."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_studio.jobs import JobQueue, JobView
from timeline_studio.productions import LOCAL_TRANSCODE
from timeline_studio.ui.background import BackgroundTasks

_BUSY_MS = 500
_IDLE_MS = 2_000
_ACTIVE = ["pending", "processing"]

_Found = tuple[list[JobView], list[JobView]]


class JobsWatch(QObject):
    """`changed` carries the jobs that wait or run; `ended` each job that no longer does."""

    changed = Signal(object)  # list[JobView]
    ended = Signal(object)  # JobView

    def __init__(
        self, queue: JobQueue, tasks: BackgroundTasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._tasks = tasks
        self._followed: set[int] = set()
        self._is_asking = False
        self.active: list[JobView] = []
        self._timer = QTimer(self, interval=_IDLE_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self._timer.start()
        self.look()

    def stop(self) -> None:
        self._timer.stop()

    def follow(self, job_id: int) -> None:
        """Say when this job ends, even if it does before the next look."""
        self._followed.add(job_id)
        self._timer.setInterval(_BUSY_MS)
        self.look()

    def look(self) -> None:
        if self._is_asking:
            return
        self._is_asking = True
        self._tasks.run(self._question(), done=self._on_found, failed=self._on_failed)

    def _question(self) -> Callable[[], _Found]:
        followed = set(self._followed)

        def ask() -> _Found:
            active = self._queue.list(statuses=_ACTIVE)
            gone = followed - {job.id for job in active}
            return active, [self._queue.get(job_id) for job_id in gone]

        return ask

    def _on_found(self, found: _Found) -> None:
        self._is_asking = False
        active, ended = found
        self._followed -= {job.id for job in ended}
        self._followed |= {job.id for job in active}
        self.active = [job for job in active if job.type != LOCAL_TRANSCODE]
        self._timer.setInterval(_BUSY_MS if active else _IDLE_MS)
        self.changed.emit(self.active)
        for job in ended:
            self.ended.emit(job)

    def _on_failed(self, _error: Exception) -> None:
        """The library cannot be read just now; the next look tries again."""
        self._is_asking = False


def overall_percent(jobs: list[JobView]) -> int:
    """The mean of what the jobs say; a job that says nothing counts as 0."""
    return round(sum(job.percent or 0 for job in jobs) / len(jobs)) if jobs else 0
