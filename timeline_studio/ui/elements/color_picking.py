"""Picking a colour from what the window shows: the next press takes the pixel under it."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class ColorPicking(QObject):
    """Exactly one of the signals comes after each `start`. Escape, or a press of another button,
    cancels."""

    picked = Signal(QColor)
    cancelled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_on = False

    def start(self) -> None:
        if not self._is_on:
            self._is_on = True
            QApplication.setOverrideCursor(Qt.CursorShape.CrossCursor)
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def stop(self) -> None:
        """As if it was cancelled, where it is not over."""
        if self._end():
            self.cancelled.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears every event of the program: what kind it is comes first."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if not isinstance(watched, QWidget):
                return False  # the window's own turn: its widget's comes next
            self._take(watched, event)
            return True
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
            if is_escape and kind == QEvent.Type.KeyPress:
                self.stop()
            elif is_escape:
                event.accept()
            return is_escape
        return False

    def _take(self, widget: QWidget, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            self.stop()
        elif self._end():
            spot = QRect(event.position().toPoint(), QSize(1, 1))
            self.picked.emit(widget.grab(spot).toImage().pixelColor(0, 0))

    def _end(self) -> bool:
        if not self._is_on:
            return False
        self._is_on = False
        QApplication.restoreOverrideCursor()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        return True
