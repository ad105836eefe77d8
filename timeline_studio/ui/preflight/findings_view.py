"""Findings, one under the other; the arrow keys walk them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from timeline_studio.ui.language import tr
from timeline_studio.ui.preflight.finding_row import FindingRow
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP_TIGHT
from timeline_studio.workflows.preflight import Finding

_TALLEST = 300


class FindingsView(QScrollArea):
    """As tall as its rows, up to a limit; then it scrolls."""

    fix_pressed = Signal(object)  # Finding
    place_pressed = Signal(object)  # Finding

    def __init__(self, theme: Theme, *, width: int) -> None:
        super().__init__(widgetResizable=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Findings"))
        self._theme = theme
        self._width = width
        self.setFixedWidth(width)
        self.rows: list[FindingRow] = []
        self.show_findings([])

    @property
    def findings(self) -> list[Finding]:
        return [row.finding for row in self.rows]

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; the row that had the focus gives it to the one that takes its place."""
        at = next((n for n, row in enumerate(self.rows) if row.isAncestorOf(_focus(row))), -1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_TIGHT)
        self.rows = [FindingRow(self._theme, finding) for finding in findings]
        for row in self.rows:
            row.fix_pressed.connect(self.fix_pressed)
            row.place_pressed.connect(self.place_pressed)
            row.step_wanted.connect(self._step)
            column.addWidget(row)
        column.addStretch()
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        bar = self.verticalScrollBar().sizeHint().width()
        self.setFixedHeight(min(_TALLEST, max(1, column.heightForWidth(self._width - bar))))
        if at >= 0 and self.rows:
            self.rows[min(at, len(self.rows) - 1)].setFocus()

    def begin(self) -> None:
        """Give the keyboard to the first finding."""
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, by: int) -> None:
        at = next((n for n, row in enumerate(self.rows) if row.hasFocus()), 0)
        row = self.rows[min(max(at + by, 0), len(self.rows) - 1)]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(row)

    def sizeHint(self) -> QSize:
        return QSize(self._width, self.height())


def _focus(widget: QWidget) -> QWidget:
    return widget.focusWidget() or widget
