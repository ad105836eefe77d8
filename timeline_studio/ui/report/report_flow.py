"""Shows, measures and saves the report of a production."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from timeline_studio.jobs import JobView
from timeline_studio.ui.background import BackgroundTasks, sentence_of
from timeline_studio.ui.language import tr
from timeline_studio.ui.report.report_popover import ReportPopover
from timeline_studio.ui.theme import Theme
from timeline_studio.workflows.reports import (
    Report,
    edits_since,
    make_report,
    report_of,
    save_report,
)
from timeline_studio.workflows.sends import ProductionRow
from timeline_studio.workflows.studio import Studio


class ReportFlow(QObject):
    """`following` carries the job of a measurement that was asked for here; who watches the queue
    tells its end by `on_job_ended`."""

    following = Signal(int)
    said = Signal(str)
    failed = Signal(str)

    def __init__(
        self, studio: Studio, tasks: BackgroundTasks, theme: Theme, anchor: QWidget
    ) -> None:
        super().__init__(anchor)
        self._studio = studio
        self._tasks = tasks
        self._theme = theme
        self._anchor = anchor
        self._row: ProductionRow | None = None
        self._shown: tuple[Report | None, int | None] = (None, None)
        self._job_id = 0
        self.popover: ReportPopover | None = None

    def open(self, row: ProductionRow) -> None:
        self._row = row
        self._look(row)

    def on_job_ended(self, job: JobView) -> None:
        if job.id != self._job_id or self._row is None or self.popover is None:
            return
        self._job_id = 0
        if job.status == "completed":
            self._look(self._row)
        elif self.popover.isVisible():
            self.popover.say(tr("It was not measured: {error}", error=job.error))

    def _look(self, row: ProductionRow) -> None:
        self._tasks.run(
            lambda: (
                report_of(self._studio, row.production.id),
                edits_since(self._studio, row.upload),
            ),
            done=lambda found: self._show(row, *found),
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def _show(self, row: ProductionRow, report: Report | None, edits: int | None) -> None:
        if row is not self._row:
            return
        self._shown = report, edits
        popover = self._the_popover()
        popover.open()
        popover.show_report(row.production.name or row.upload.name, report, edits)

    def _measure(self) -> None:
        row = self._row
        if row is None:
            return
        self._the_popover().say("Measuring; it goes on when this is closed.", is_measuring=True)
        self._tasks.run(
            lambda: make_report(self._studio, row.production.id),
            done=self._follow,
            failed=lambda error: self.failed.emit(sentence_of(error)),
        )

    def _follow(self, job_id: int) -> None:
        self._job_id = job_id
        self.following.emit(job_id)

    def _save(self) -> None:
        report, edits = self._shown
        if report is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self._anchor.window(),
            "Save report",
            f"{_file_name(report.name)}.html",
            "Page (*.html);;JSON (*.json)",
        )
        if name:
            self._tasks.run(
                lambda: save_report(report, Path(name), edits),
                done=lambda path: self.said.emit(tr("Saved {name}.", name=path.name)),
                failed=lambda error: self.failed.emit(sentence_of(error)),
            )

    def _the_popover(self) -> ReportPopover:
        if self.popover is None:
            self.popover = ReportPopover(self._anchor, self._theme)
            self.popover.save_pressed.connect(self._save)
            self.popover.measure_pressed.connect(self._measure)
        return self.popover


def _file_name(name: str) -> str:
    """What every file system takes."""
    return "".join(letter if letter.isalnum() or letter in " -_." else "-" for letter in name)[:100]
