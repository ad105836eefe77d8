"""Two viewers: the chosen one, or in a wide window both, side by side."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from timeline_studio.ui.monitor.viewer import Viewer
from timeline_studio.ui.theme.metrics import MONITOR_MINIMUM_WIDTH, WIDE_WINDOW

_GAP = 4


class ViewerPair(QWidget):
    """`pressed` carries the number of the viewer that the mouse is pressed in."""

    pressed = Signal(int)

    def __init__(self, viewers: tuple[Viewer, Viewer]) -> None:
        super().__init__()
        self._viewers = viewers
        self._chosen = 0
        self._is_paired = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for viewer in viewers:
            row.addWidget(viewer, 1)
            for part in (viewer, *viewer.findChildren(QWidget)):
                part.installEventFilter(self)
        self._show()

    @property
    def shows_both(self) -> bool:
        has_room = self.width() >= 2 * MONITOR_MINIMUM_WIDTH + _GAP
        return self._is_paired and has_room and self.window().width() >= WIDE_WINDOW

    def choose(self, number: int) -> None:
        self._chosen = number
        self._show()

    def pair(self) -> None:
        """The second has something to show beside the first."""
        self._is_paired = True
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before a part gets its press: its buttons and keys are for what it belongs to."""
        if event.type() == QEvent.Type.MouseButtonPress and self.shows_both:
            for number, viewer in enumerate(self._viewers):
                is_in = watched is viewer or (
                    isinstance(watched, QWidget) and viewer.isAncestorOf(watched)
                )
                if is_in and number != self._chosen:
                    self.pressed.emit(number)
        return False

    def _show(self) -> None:
        both = self.shows_both
        for number, viewer in enumerate(self._viewers):
            viewer.setVisible(both or number == self._chosen)
