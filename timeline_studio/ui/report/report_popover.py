"""A production's report over the window, with Save and Measure Again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.elements.popover import Popover
from timeline_studio.ui.language import tr
from timeline_studio.ui.report.report_view import ReportView
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP_WIDE
from timeline_studio.workflows.reports import Report

_WIDTH = 620


class ReportPopover(Popover):
    save_pressed = Signal()
    measure_pressed = Signal()

    def __init__(self, anchor: QWidget, theme: Theme) -> None:
        super().__init__(anchor, width=_WIDTH, stays=True)
        self.setObjectName("report-popover")
        self.title = self.add_head(theme, "Report")
        self.said = label("", "secondary")
        self.said.setWordWrap(True)
        self.view = ReportView(width=_WIDTH - 2 * GAP_WIDE)
        self.measure = button("Measure", "report-measure", tip="Measure the outputs (again)")
        self.measure.clicked.connect(self.measure_pressed)
        self.save = button("Save Report…", "report-save", tip="As a page, or as JSON")
        self.save.clicked.connect(self.save_pressed)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.measure)
        buttons.addWidget(self.save)
        self.body.addWidget(self.said)
        self.body.addWidget(self.view)
        self.body.addLayout(buttons)

    def show_report(self, name: str, report: Report | None, edits: int | None) -> None:
        self.title.setText(tr("Report: {name}", name=name))
        self.view.setVisible(report is not None)
        self.save.setEnabled(report is not None)
        self.measure.setText(tr("Measure") if report is None else tr("Measure Again"))
        self.say("" if report is not None else "It is not measured yet.")
        if report is not None:
            self.view.show_report(report, edits)
        self._settle()

    def say(self, text: str, *, is_measuring: bool = False) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self.measure.setEnabled(not is_measuring)
        self._settle()

    def _settle(self) -> None:
        if self.isVisible():
            self.place()
