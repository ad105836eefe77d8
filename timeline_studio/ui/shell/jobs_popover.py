"""What waits and runs, under the jobs chip, each with Cancel."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QProgressBar,
    QWidget,
)

from timeline_studio.jobs import JobView
from timeline_studio.ui.elements.controls import button
from timeline_studio.ui.elements.elided_label import ElidedLabel
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT
from timeline_studio.workflows.exports import EXPORT_JOB

_WIDTH = 360


class JobsPopover(Popover):
    cancel_pressed = Signal(object)  # JobView

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor, width=_WIDTH)
        self.setObjectName("jobs-popover")
        self._lines: dict[int, _JobLine] = {}

    def show_jobs(self, jobs: Sequence[JobView]) -> None:
        """One line a job; a line stays while its job does. Without jobs it closes."""
        shown = {job.id for job in jobs}
        for job_id in set(self._lines) - shown:
            line = self._lines.pop(job_id)
            line.hide()
            line.deleteLater()
        for job in jobs:
            if job.id not in self._lines:
                self._lines[job.id] = line = _JobLine()
                line.cancel.clicked.connect(partial(self._on_cancel, job.id))
                self.body.addWidget(line)
            self._lines[job.id].show_job(job)
        if not jobs:
            self.dismiss()
        elif self.isVisible():
            self.place()

    def _on_cancel(self, job_id: int) -> None:
        if job_id in self._lines:
            self.cancel_pressed.emit(self._lines[job_id].job)


class _JobLine(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.job: JobView | None = None
        self.title, self.stage = ElidedLabel(), QLabel()
        self.stage.setProperty("look", "secondary")
        self.bar = QProgressBar(textVisible=False)
        self.cancel = button("Cancel")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, GAP_TIGHT, 0, GAP_TIGHT)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP_TIGHT)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.title, 0, 0)
        grid.addWidget(self.stage, 1, 0)
        grid.addWidget(self.bar, 2, 0)
        grid.addWidget(self.cancel, 0, 1, 3, 1)

    def show_job(self, job: JobView) -> None:
        self.job = job
        name = str(job.input.get("name") or "")
        verb = "Exporting" if job.type == EXPORT_JOB else "Sending to HLS"
        self.title.setText(f"{verb} {name}".strip())
        waits = job.status == "pending" and not job.stage
        self.stage.setText(
            "Waits" if waits else f"{(job.stage or 'Working').capitalize()} · {job.percent} %"
        )
        self.bar.setValue(job.percent)
