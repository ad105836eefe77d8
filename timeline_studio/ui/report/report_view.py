"""A report in words: facts, then the ladder as a table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from timeline_studio.ui.elements.controls import label
from timeline_studio.ui.elements.wrapped_text import WrappedText
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, GAP_WIDE
from timeline_studio.workflows.reports import LADDER_HEAD, Report, ladder_rows, report_facts

_TALLEST = 420


class ReportView(QScrollArea):
    """Its values can be selected and copied."""

    def __init__(self, *, width: int) -> None:
        super().__init__(widgetResizable=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Report"))
        self.setFixedWidth(width)
        self.facts: list[tuple[str, str]] = []
        self.ladder: list[tuple[str, ...]] = []

    def show_report(self, report: Report, edits: int | None) -> None:
        self.facts = [fact for fact in report_facts(report, edits) if fact[1]]
        self.ladder = ladder_rows(report)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, GAP_WIDE, 0)
        column.setSpacing(GAP_WIDE)
        column.addLayout(self._form())
        column.addWidget(label("Ladder", "section"))
        column.addLayout(self._table())
        column.addStretch()
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        bar = self.verticalScrollBar().sizeHint().width()
        self.setFixedHeight(min(_TALLEST, column.heightForWidth(self.width() - bar)))

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(GAP_WIDE)
        form.setVerticalSpacing(GAP_TIGHT)
        for word, value in self.facts:
            heading = label(word, "field")
            heading.setAlignment(Qt.AlignmentFlag.AlignTop)
            form.addRow(heading, WrappedText(word, value))
        return form

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_WIDE)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(len(LADDER_HEAD) - 1, 1)
        for column, word in enumerate(LADDER_HEAD):
            grid.addWidget(label(word, "secondary"), 0, column)
        for row, cells in enumerate(self.ladder, start=1):
            for column, cell in enumerate(cells):
                shown = label(cell)
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                shown.setWordWrap(column == len(LADDER_HEAD) - 1)
                grid.addWidget(shown, row, column)
        return grid
