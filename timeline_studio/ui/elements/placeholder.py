"""The picture of an upload in a rectangle, or its kind's icon until there is one."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from timeline_studio.ui.elements.pictures import fitted
from timeline_studio.ui.theme import ClipKind, Theme, icon

_KINDS: dict[str, ClipKind] = {
    "video": "video",
    "audio": "audio",
    "image": "still",
    "logo": "still",
}


def paint_picture(
    painter: QPainter, area: QRect, theme: Theme, kind: str, picture: QPixmap | None
) -> None:
    """Portrait pictures are pillarboxed; without a picture, the kind's body colour and icon."""
    if picture is not None:
        painter.fillRect(area, QColor("black"))
        ratio = painter.device().devicePixelRatio()
        scaled = fitted(picture, area.width(), area.height(), ratio)
        size = scaled.deviceIndependentSize().toSize()
        painter.drawPixmap(_centred(area, size), scaled)
        return
    clip = _KINDS.get(kind, "video")
    painter.fillRect(area, theme.clip(clip).body)
    size = QSize(24, 24) if area.height() > 36 else QSize(18, 18)
    symbol = icon(theme, clip, "t2").pixmap(size)
    painter.drawPixmap(_centred(area, size), symbol)


def _centred(area: QRect, size: QSize) -> QPoint:
    return QPoint(
        area.x() + (area.width() - size.width()) // 2,
        area.y() + (area.height() - size.height()) // 2,
    )
