"""The theme as brushes and pictures that the canvas uses thousands of times a repaint."""

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from timeline_studio.ui.editor.track_index import Style
from timeline_studio.ui.theme import ClipColors, Theme, icon

ICON = 12
CORNER = 3
LABEL_COLOR = QColor(Qt.GlobalColor.white)
"""On a clip's strip, in both themes."""
_DESATURATED = 0.35


class Palette:
    """Looked up by style: kind and condition."""

    def __init__(self, theme: Theme, pixel_ratio: float) -> None:
        self.theme = theme
        self.ratio = pixel_ratio
        self.color = cache(theme.color)
        self.clip = cache(self._clip)
        self.kind_icon = cache(self._kind_icon)
        self.hatch = self._stripes(theme.color("err"), 0.55)
        self.lock_hatch = self._stripes(theme.color("t1"), 0.08)
        self.corners = cache(self._corners)

    def pen(self, token: str, width: float = 1) -> QPen:
        return QPen(self.color(token), width)

    def _clip(self, style: Style) -> ClipColors:
        kind, condition = style
        colors = self.theme.clip(kind)
        if condition == "missing":
            color = self.theme.color
            return ClipColors(strip=color("errBg"), body=color("errBg"), border=color("err"))
        if condition == "disabled":
            strip = self.theme.color("bg2")
            return ClipColors(strip, _greyer(colors.body), _greyer(colors.border))
        return colors

    def _kind_icon(self, name: str, token: str = "") -> QPixmap:
        size = QSize(ICON, ICON)
        if token:
            return icon(self.theme, name, token).pixmap(size, self.ratio)
        drawn = icon(self.theme, name).pixmap(size, self.ratio)
        painter = QPainter(drawn)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(QRectF(0, 0, ICON, ICON), LABEL_COLOR)
        painter.end()
        return drawn

    def _stripes(self, color: QColor, opacity: float) -> QBrush:
        """45 degrees, 4 px on, 4 px off; the texture repeats without a seam."""
        side = 8
        tile = QPixmap(side, side)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        faint = QColor(color)
        faint.setAlphaF(opacity)
        for y in range(side):
            for x in range(side):
                if (x + y) % side < side // 2:
                    painter.fillRect(x, y, 1, 1, faint)
        painter.end()
        return QBrush(tile)

    def _corners(self, height: int) -> tuple[QPixmap, QPixmap]:
        """The background outside of round corners, for a clip's left and right end."""
        whole = QPixmap(round(2 * CORNER * self.ratio), round(height * self.ratio))
        whole.fill(Qt.GlobalColor.transparent)
        outside = QPainterPath()
        outside.addRect(0, 0, 2 * CORNER, height)
        outside.addRoundedRect(0, 0, 2 * CORNER, height, CORNER, CORNER)
        painter = QPainter(whole)
        painter.scale(self.ratio, self.ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outside, self.theme.color("bg0"))
        painter.end()
        half = whole.width() // 2
        ends = whole.copy(0, 0, half, whole.height()), whole.copy(half, 0, half, whole.height())
        for end in ends:
            end.setDevicePixelRatio(self.ratio)
        return ends


def _greyer(color: QColor) -> QColor:
    saturation = round(color.hslSaturation() * (1 - _DESATURATED))
    return QColor.fromHsl(color.hslHue(), saturation, color.lightness(), color.alpha())
