"""The rows as cards: a picture each, with its name and state; for those who know it by sight."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from timeline_studio.ui.deliver.columns import KIND, PICTURE, ROW, SECOND_LINE, STATE, State
from timeline_studio.ui.deliver.row_delegate import paint_chip
from timeline_studio.ui.deliver.rows_view import RowsFilter
from timeline_studio.ui.elements.placeholder import paint_picture
from timeline_studio.ui.theme import Theme, font
from timeline_studio.ui.theme.metrics import GAP, GAP_PART

Index = QModelIndex | QPersistentModelIndex

CARD_WIDTH = 240
_PICTURE = QSize(CARD_WIDTH, CARD_WIDTH * 9 // 16)
_LINE = 18
_CHIP = 26


class CardsView(QListView):
    """Shows the same rows as the table, with the table's selection."""

    pressed_return = Signal(object)  # the row
    delete_pressed = Signal()
    menu_requested = Signal(object, object)  # the row, where on the screen

    def __init__(self, theme: Theme, rows: RowsFilter) -> None:
        super().__init__()
        self.setObjectName("cards")
        self._delegate = CardDelegate(theme)
        self.setModel(rows)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(GAP)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self.pressed_return.emit(index.data(ROW)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._current()
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed_return.emit(row)
        elif row is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self._current()
        if row is not None:
            self.menu_requested.emit(row, event.globalPos())

    def _current(self) -> Any:
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None


class CardDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(CARD_WIDTH, _PICTURE.height() + 2 * _LINE + _CHIP + GAP_PART)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = option.rect
        picture = QRect(card.topLeft(), _PICTURE)
        paint_picture(painter, picture, self._theme, index.data(KIND), index.data(PICTURE))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRect(picture.adjusted(1, 1, -1, -1))
        top = picture.bottom() + 6
        self._line(painter, QRect(card.x(), top, card.width(), _LINE), index.data(), "t1")
        second = QRect(card.x(), top + _LINE, card.width(), _LINE)
        painter.setFont(font("secondary"))
        self._line(painter, second, index.data(SECOND_LINE), "t2")
        state = _state_of(index)
        if state is not None:
            chip = QRect(card.x(), second.bottom() + 2, card.width(), _CHIP)
            paint_chip(painter, chip, self._theme, replace(state, reason=""))  # no room for why
        painter.restore()

    def _line(self, painter: QPainter, area: QRect, text: object, color: str) -> None:
        painter.setPen(self._theme.color(color))
        words = painter.fontMetrics().elidedText(
            str(text or ""), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)


def _state_of(index: Index) -> State | None:
    model = index.model()
    for column in range(model.columnCount()):
        state = model.index(index.row(), column).data(STATE)
        if isinstance(state, State):
            return state
    return None
