"""A button that shows a colour, and asks for another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QPushButton

from timeline_studio.ui.language import tr

_LIGHT = 140
"""From this lightness on (0 to 255), dark words are read better than light ones."""


class ColourButton(QPushButton):
    """`chosen` carries `#RRGGBB`."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setToolTip(tr("Choose a colour"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._color = QColor()
        self.clicked.connect(self._choose)

    def show_color(self, color: str) -> None:
        self._color = QColor(color)
        self.setText(color.upper())
        ink = "#000000" if self._color.lightness() > _LIGHT else "#FFFFFF"
        self.setStyleSheet(f"background: {self._color.name()}; color: {ink};")

    def _choose(self) -> None:
        dialog = QColorDialog(self._color, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda color: self.chosen.emit(color.name().upper()))
        dialog.open()
