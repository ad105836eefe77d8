"""One card of the list of transitions: its picture, its name, whether it is the default."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from timeline_studio.ui.elements.cards import paint_badge, paint_choice
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme, font
from timeline_studio.ui.transitions.transition_picture import paint_transition
from timeline_studio.ui.transitions.transitions_model import IS_DEFAULT, LOOK

GUTTER = 12
NAME_HEIGHT = 20


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
            paint_badge(painter, picture, tr("Default"))
        paint_choice(painter, option, picture, self._theme)
        words = QRect(card.x(), picture.bottom() + 2, card.width(), NAME_HEIGHT)
        painter.setFont(font("clip"))
        painter.setPen(self._theme.color("t1"))
        name = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()
