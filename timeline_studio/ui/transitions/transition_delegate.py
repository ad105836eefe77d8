"""One card of the list of transitions: its picture, its name, whether it is the default."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from timeline_studio.ui.theme import Theme, font
from timeline_studio.ui.transitions.transition_picture import paint_transition
from timeline_studio.ui.transitions.transitions_model import IS_DEFAULT, LOOK

GUTTER = 12
NAME_HEIGHT = 20
_BADGE_DARKNESS = QColor(0, 0, 0, 190)


class TransitionDelegate(QStyledItemDelegate):
    """`card` is the size of a card with its gutter; the view sets it to fill its width."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.card = QSize(96, 84)

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self.card

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = option.rect.adjusted(2, 3, -GUTTER, 0)
        picture = QRect(card.x(), card.y(), card.width(), card.width() * 9 // 16)
        paint_transition(painter, picture, self._theme, index.data(LOOK))
        if index.data(IS_DEFAULT):
            self._paint_badge(painter, picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._theme.color("select"), 2))
            painter.drawRoundedRect(QRectF(picture), 3, 3)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(self._theme.color("ctl"), 1))
            painter.drawRect(picture.adjusted(0, 0, -1, -1))
        words = QRect(card.x(), picture.bottom() + 2, card.width(), NAME_HEIGHT)
        painter.setFont(font("clip"))
        painter.setPen(self._theme.color("t1"))
        name = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    @staticmethod
    def _paint_badge(painter: QPainter, picture: QRect) -> None:
        painter.setFont(font("clip"))
        width = painter.fontMetrics().horizontalAdvance("Default") + 10
        badge = QRect(picture.right() - width - 3, picture.bottom() - 20, width, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_BADGE_DARKNESS)
        painter.drawRoundedRect(badge, 3, 3)
        painter.setPen(QColor("white"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, "Default")
