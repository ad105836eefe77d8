"""One card of the bin: picture, length, name."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from timeline_studio.ui.elements.placeholder import paint_picture
from timeline_studio.ui.media_bin.bin_model import DURATION, PICTURE, UPLOAD
from timeline_studio.ui.theme import Theme, font

NAME_HEIGHT = 20
GUTTER = 12


class BinDelegate(QStyledItemDelegate):
    """`card` is the size of a card with its gutter; the view sets it to fill its width."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.card = QSize(122, 96)

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
        card = option.rect.adjusted(0, 2, -GUTTER, 0)
        picture = QRect(card.x(), card.y(), card.width(), card.width() * 9 // 16)
        paint_picture(painter, picture, self._theme, index.data(UPLOAD).kind, index.data(PICTURE))
        self._paint_length(painter, picture, index.data(DURATION))
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
            index.data(), Qt.TextElideMode.ElideMiddle, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def _paint_length(self, painter: QPainter, picture: QRect, text: str) -> None:
        if not text:
            return
        painter.setFont(font("clip"))
        width = painter.fontMetrics().horizontalAdvance(text) + 10
        badge = QRect(picture.right() - width - 3, picture.bottom() - 20, width, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 190))
        painter.drawRoundedRect(badge, 3, 3)
        painter.setPen(QColor("white"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
