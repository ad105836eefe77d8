"""An icon that stands by itself, beside words."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel

from timeline_studio.ui.theme import Theme, icon
from timeline_studio.ui.theme.metrics import ICON_SIZE


class Symbol(QLabel):
    """Drawn anew when the theme changes its colours."""

    def __init__(
        self, theme: Theme, name: str = "", color: str = "t1", *, size: int = ICON_SIZE
    ) -> None:
        super().__init__()
        self._theme = theme
        self._size = size
        self._icon = QIcon()
        self._drawn_in = ""
        if name:
            self.show_icon(name, color)

    def show_icon(self, name: str, color: str) -> None:
        self._icon = icon(self._theme, name, color)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_dressed_anew = event.type() == QEvent.Type.StyleChange
        if is_dressed_anew and not self._icon.isNull() and self._drawn_in != self._theme.name:
            self._draw()

    def _draw(self) -> None:
        self._drawn_in = self._theme.name
        self.setPixmap(self._icon.pixmap(self._size, self._size))
