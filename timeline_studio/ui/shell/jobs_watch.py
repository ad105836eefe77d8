"""What the worker is doing, asked twice a second."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_studio.jobs import JobView
from timeline_studio.ui.background import BackgroundTasks
from timeline_studio.workflows.outbox import OutboxEntry, Rates, list_outbox
from timeline_studio.workflows.studio import Studio

_BUSY_MS = 500
_IDLE_MS = 2_000
_ACTIVE = ["pending", "processing"]

_Found = tuple[list[JobView], list[JobView], list[OutboxEntry]]


class JobsWatch(QObject):
    """`changed` carries what is on its way; `ended` each job that waits or runs no longer."""

    changed = Signal(object)  # list[OutboxEntry]
    ended = Signal(object)  # JobView

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self._rates = Rates()
        self._followed: set[int] = set()
        self._is_asking = False
        self.entries: list[OutboxEntry] = []
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

    def entry_of(self, job_id: int) -> OutboxEntry | None:
        """The entry that this job belongs to, as it was at the last look."""
        return next((entry for entry in self.entries if job_id in entry.job_ids), None)

    def look(self) -> None:
        if self._is_asking:
            return
        self._is_asking = True
        self._tasks.run(self._question(), done=self._on_found, failed=self._on_failed)

    def _question(self) -> Callable[[], _Found]:
        followed = set(self._followed)

        def ask() -> _Found:
            queue = self._studio.queue
            active = queue.list(statuses=_ACTIVE)
            gone = followed - {job.id for job in active}
            ended = [queue.get(job_id) for job_id in gone]
            return active, ended, list_outbox(self._studio, rates=self._rates)

        return ask

    def _on_found(self, found: _Found) -> None:
        self._is_asking = False
        active, ended, self.entries = found
        self._followed -= {job.id for job in ended}
        self._followed |= {job.id for job in active}
        self._timer.setInterval(_BUSY_MS if active else _IDLE_MS)
        self.changed.emit(self.entries)
        for job in ended:
            self.ended.emit(job)

    def _on_failed(self, _error: Exception) -> None:
        """The library cannot be read just now; the next look tries again."""
        self._is_asking = False


def overall_percent(entries: Sequence[OutboxEntry]) -> int:
    """The mean of what they say; one that says nothing counts as 0."""
    return round(sum(each.percent or 0 for each in entries) / len(entries)) if entries else 0
