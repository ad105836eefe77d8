"""The button that says which timeline is open."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from timeline_studio.ui.elements.words import timeline_name
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme, icon
from timeline_studio.ui.theme.metrics import GAP, ICON_SIZE


class PickerButton(QPushButton):
    """A combo-like button: the name, elided, and an arrow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("picker")
        self.setProperty("look", "picker")
        self._arrow = icon(theme, "down", "t2")
        self._name = ""
        self.setFixedWidth(220)

    def show_name(self, name: str | None) -> None:
        self._name = timeline_name(name)
        room = self.width() - 44
        self.setText(self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room))
        self.setAccessibleName(tr("Timeline: {name}", name=self._name))

    def set_width(self, width: int) -> None:
        self.setFixedWidth(width)
        self.show_name(self._name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        top = (self.height() - ICON_SIZE) // 2
        area = QRect(self.width() - ICON_SIZE - GAP, top, ICON_SIZE, ICON_SIZE)
        self._arrow.paint(painter, area)
        painter.end()
