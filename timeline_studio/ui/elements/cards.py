"""What lies over the picture of a card: a word in its corner, and whether it is chosen."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from timeline_studio.ui.theme import Theme, font

_BADGE_DARKNESS = QColor(0, 0, 0, 190)


def paint_badge(painter: QPainter, picture: QRect, words: str) -> None:
    """At the bottom right; nothing where there are no words."""
    if not words:
        return
    painter.setFont(font("clip"))
    width = painter.fontMetrics().horizontalAdvance(words) + 10
    badge = QRect(picture.right() - width - 3, picture.bottom() - 20, width, 17)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_BADGE_DARKNESS)
    painter.drawRoundedRect(badge, 3, 3)
    painter.setPen(QColor("white"))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)


def paint_choice(
    painter: QPainter, option: QStyleOptionViewItem, area: QRect, theme: Theme
) -> None:
    """A frame around what is selected, or under the pointer."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setPen(QPen(theme.color("select"), 2))
        painter.drawRoundedRect(QRectF(area), 3, 3)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(QPen(theme.color("ctl"), 1))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
