"""Nothing but the picture, on a whole screen."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_studio.ui.language import tr
from timeline_studio.ui.monitor.picture_view import PictureView
from timeline_studio.ui.theme import Theme


class FullPicture(QWidget):
    """A window of its own, whose keys are those of `actions`. Esc or a double click leaves it."""

    left = Signal()

    def __init__(self, theme: Theme, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("{title} – Timeline Studio", title=tr("Picture")))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.view = PictureView(theme)
        self.view.setAccessibleName(tr("Picture of the timeline on the full screen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.addActions(list(actions))

    def show_on(self, screen: QScreen) -> None:
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()
