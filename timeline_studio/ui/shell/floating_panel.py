"""A window for one panel, so that it can lie on another screen."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_studio.ui.language import tr

_SMALLEST = QSize(480, 320)


class FloatingPanel(QWidget):
    """Closing it puts the panel back: `closed`. The main window's keys work in it too."""

    closed = Signal()

    def __init__(self, panel: QWidget, title: str, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self.panel = panel
        self.setWindowTitle(tr("{title} – Timeline Studio", title=title))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        size = panel.size().expandedTo(_SMALLEST)
        column.addWidget(panel)
        panel.show()
        self.resize(size)

    def take_keys(self, actions: Iterable[QAction]) -> None:
        self.addActions([action for action in actions if not action.shortcut().isEmpty()])

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
