"""Paints one scope over its graticule."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_studio.ui.language import tr
from timeline_studio.ui.scopes.drawing import Scope
from timeline_studio.ui.scopes.graticule import area_of, paint_graticule
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP

_WORDS: dict[Scope, str] = {
    "waveform": "Waveform: brightness in per cent, from left to right of the picture",
    "parade": "Parade: red, green and blue in per cent, each from left to right of the picture",
    "vectorscope": "Vectorscope: hue around the centre, saturation away from it",
    "histogram": "Histogram: how often each level of red, green and blue is there",
}


class ScopeView(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image: QImage | None = None
        self.scope: Scope = "waveform"
        self.setMinimumSize(200, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_scope("waveform")

    @property
    def area(self) -> QRectF:
        """Where the scope's picture lies."""
        return area_of(self.scope, QRectF(self.rect()).adjusted(GAP, GAP, -GAP, -GAP))

    def show_scope(self, scope: Scope) -> None:
        """Its graticule, until its picture comes."""
        self.scope, self._image = scope, None
        self.setAccessibleName(tr(_WORDS[scope]))
        self.setToolTip(tr(_WORDS[scope]))
        self.update()

    def show_image(self, image: QImage | None) -> None:
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 260)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surround"))
        paint_graticule(painter, self.scope, self.area)
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.area, self._image)
