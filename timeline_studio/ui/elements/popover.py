"""A small surface over the window, under the button that opened it. Never modal."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from timeline_studio.ui.elements.controls import label, tool_button
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, GAP_WIDE


class Popover(QFrame):
    """Esc, wherever the focus is, or a press outside closes it; the focus goes back to where it
    was."""

    closed = Signal()

    def __init__(self, anchor: QWidget, *, width: int, stays: bool = False) -> None:
        """`stays`: a press outside leaves it open; only Esc and its own buttons close it."""
        super().__init__(anchor.window())
        self.setProperty("look", "popover")
        self.setAutoFillBackground(True)
        self.setFixedWidth(width)
        self._anchor = anchor
        self._stays = stays
        self._focus_before: QWidget | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(GAP_WIDE, GAP_WIDE, GAP_WIDE, GAP_WIDE)
        self.body.setSpacing(GAP)
        self.hide()

    def add_head(self, theme: Theme, title: str) -> QLabel:
        """The title, with a button that closes beside it."""
        shown = label(title, "title")
        close = tool_button(theme, "close", "Close (Esc)")
        close.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        head.addWidget(shown, 1)
        head.addWidget(close)
        self.body.addLayout(head)
        return shown

    def open(self) -> None:
        if self.parentWidget() is not self._anchor.window():
            self.setParent(self._anchor.window())  # it was made before its panel came there
        for other in self.window().findChildren(Popover):
            if other is not self:
                other.dismiss()
        self._focus_before = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def place(self) -> None:
        """Under the anchor, inside the window."""
        self.adjustSize()
        window = self._anchor.window()
        corner = self._anchor.mapTo(window, QPoint(0, self._anchor.height() + GAP_TIGHT))
        left = min(corner.x(), window.width() - self.width() - GAP)
        top = min(corner.y(), window.height() - self.height() - GAP)
        self.move(max(GAP, left), max(GAP, top))

    def dismiss(self) -> None:
        if self.isHidden():
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears every event of the program, also while its window is being destroyed: what kind
        it is comes first, and nothing else is asked then."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._on_press(watched, event)
        elif kind == QEvent.Type.Hide and self._stays and watched is self._anchor:
            QTimer.singleShot(0, self, self.dismiss)  # its panel was left, or the window goes
        elif kind == QEvent.Type.KeyPress and _is_escape(event) and watched is self.window():
            self.dismiss()  # nobody with the focus wanted the key
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_escape(event):
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _on_press(self, watched: QObject, event: QMouseEvent) -> None:
        if self._stays or not isinstance(watched, QWidget):
            return
        if watched.window() is not self.window():
            return
        spot = self.window().mapFromGlobal(event.globalPosition().toPoint())
        inside = self.geometry().contains(spot)
        on_anchor = watched is self._anchor
        if not inside and not on_anchor:
            self.dismiss()


def _is_escape(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() == Qt.Key.Key_Escape
