"""One finding: how grave it is, its words, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from timeline_studio.ui.elements.controls import button, label
from timeline_studio.ui.elements.symbol import Symbol
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, RADIUS_CONTROL
from timeline_studio.workflows.preflight import Finding

_LOOKS = {"blocker": ("failed", "err", "Stops the send"), "warning": ("warning", "warn", "Warning")}


class FindingRow(QWidget):
    """Return goes to the place on the timeline; Tab reaches the buttons."""

    fix_pressed = Signal(object)  # Finding
    place_pressed = Signal(object)  # Finding
    step_wanted = Signal(int)

    def __init__(self, theme: Theme, finding: Finding) -> None:
        super().__init__()
        self.finding = finding
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        symbol, color, meaning = _LOOKS[finding.severity]
        self.setAccessibleName(f"{meaning}: {finding.message}")
        mark = Symbol(theme, symbol, color)
        mark.setToolTip(meaning)
        self.words = label(finding.message)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        self.fix = self.place = None
        if finding.fix is not None:
            self.fix = button(finding.fix.text, "finding-fix", tip="Put this right")
            self.fix.clicked.connect(lambda: self.fix_pressed.emit(finding))
            buttons.addWidget(self.fix)
        if finding.has_place:
            self.place = button(
                "Go To", "finding-place", tip="Show it on the timeline (Return)", look="link"
            )
            self.place.clicked.connect(lambda: self.place_pressed.emit(finding))
            buttons.addWidget(self.place)
        buttons.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP_TIGHT, GAP_TIGHT, GAP_TIGHT, GAP_TIGHT)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP_TIGHT)
        grid.setColumnStretch(1, 1)
        grid.addWidget(mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.words, 0, 1)
        grid.addLayout(buttons, 1, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.step_wanted.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.finding.has_place:
            self.place_pressed.emit(self.finding)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.finding.has_place and event.button() == Qt.MouseButton.LeftButton:
            self.place_pressed.emit(self.finding)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 2))
        area = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.end()
