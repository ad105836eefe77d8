"""Paints a table's rows: picture and two lines, plain cells, state chips, a row button."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from timeline_studio.ui.deliver.columns import (
    BUTTON,
    KIND,
    PICTURE,
    SECOND_LINE,
    STATE,
    State,
)
from timeline_studio.ui.elements.placeholder import paint_picture
from timeline_studio.ui.theme import Theme, font, icon
from timeline_studio.ui.theme.metrics import (
    CONTROL_HEIGHT,
    GAP,
    GAP_TIGHT,
    GAP_WIDE,
    ROW_HEIGHT,
    ROW_THUMBNAIL_HEIGHT,
    ROW_THUMBNAIL_WIDTH,
)

Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight
_CHIP_HEIGHT = 22
_CHIP_ICON = 14


class RowDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.button_under_mouse: tuple[int, int] | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_row(painter, option, index)
        area = option.rect.adjusted(GAP, 0, -GAP, 0)
        if index.data(KIND) is not None:
            self._paint_main(painter, area, index)
        elif isinstance(state := index.data(STATE), State):
            paint_chip(painter, area, self._theme, state)
        elif text := index.data(BUTTON):
            self._paint_button(painter, option.rect, text, index)
        else:
            painter.setPen(self._theme.color("t2"))
            _draw_elided(painter, area, index.data())
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        state = self._state_of(index)
        if is_chosen:
            painter.fillRect(option.rect, self._theme.color("bg3"))
        elif state is not None and state.color == "err":
            painter.fillRect(option.rect, self._theme.color("errBg"))
        if is_chosen and index.column() == 0:
            edge = QRect(option.rect.x(), option.rect.y(), 3, option.rect.height())
            painter.fillRect(edge, self._theme.color("accent"))
        painter.setPen(self._theme.color("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    @staticmethod
    def _state_of(index: Index) -> State | None:
        model = index.model()
        for column in range(model.columnCount()):
            state = model.index(index.row(), column).data(STATE)
            if isinstance(state, State):
                return state
        return None

    def _paint_main(self, painter: QPainter, area: QRect, index: Index) -> None:
        top = area.y() + (area.height() - ROW_THUMBNAIL_HEIGHT) // 2
        picture = QRect(area.x() + 2, top, ROW_THUMBNAIL_WIDTH, ROW_THUMBNAIL_HEIGHT)
        paint_picture(painter, picture, self._theme, index.data(KIND), index.data(PICTURE))
        words = area.adjusted(ROW_THUMBNAIL_WIDTH + GAP_WIDE, 0, 0, 0)
        second = index.data(SECOND_LINE)
        middle = words.center().y()
        painter.setFont(_medium())
        painter.setPen(self._theme.color("t1"))
        first_line = QRect(words.x(), middle - 18, words.width(), 18) if second else words
        _draw_elided(painter, first_line, index.data())
        if second:
            painter.setFont(font("secondary"))
            painter.setPen(self._theme.color("t2"))
            _draw_elided(painter, QRect(words.x(), middle + 2, words.width(), 14), second)

    def _paint_button(self, painter: QPainter, cell: QRect, text: str, index: Index) -> None:
        area = button_area(cell)
        is_hot = self.button_under_mouse == (index.row(), index.column())
        painter.setPen(QPen(self._theme.color("accent" if is_hot else "ctl"), 1))
        painter.setBrush(self._theme.color("bg3" if is_hot else "bg2"))
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(_medium())
        painter.setPen(self._theme.color("t1"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def paint_chip(painter: QPainter, area: QRect, theme: Theme, state: State) -> None:
    """A state as a chip at the left of `area`, with its reason below it."""
    painter.setFont(font("clip"))
    word = state.word if state.percent is None else f"{state.word} {state.percent} %"
    color = theme.color(state.color)
    room = area.width() - _CHIP_ICON - 3 * GAP
    word = painter.fontMetrics().elidedText(word, _ELIDE, room)
    width = painter.fontMetrics().horizontalAdvance(word) + _CHIP_ICON + 3 * GAP - 2
    top = area.y() + (area.height() - _CHIP_HEIGHT) // 2 - (9 if state.reason else 0)
    chip = QRect(area.x(), top, width, _CHIP_HEIGHT)
    painter.setPen(QPen(color, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 11, 11)
    symbol = QRect(chip.x() + GAP, chip.y() + 4, _CHIP_ICON, _CHIP_ICON)
    icon(theme, state.icon, state.color).paint(painter, symbol)
    words = chip.adjusted(GAP + _CHIP_ICON + GAP_TIGHT, 0, 0, 0)
    painter.setPen(color)
    painter.drawText(words, _MIDDLE, word)
    if state.reason:
        painter.setFont(font("secondary"))
        reason = QRect(area.x(), chip.bottom() + 3, area.width(), 14)
        _draw_elided(painter, reason, state.reason)


def button_area(cell: QRect) -> QRect:
    """Where the row button lies in its cell."""
    top = cell.y() + (cell.height() - CONTROL_HEIGHT) // 2
    return QRect(cell.x() + GAP_TIGHT, top, cell.width() - 2 * GAP, CONTROL_HEIGHT)


def _medium() -> QFont:
    face = font("body")
    face.setWeight(QFont.Weight.Medium)
    return face


def _draw_elided(painter: QPainter, area: QRect, text: object) -> None:
    words = painter.fontMetrics().elidedText(str(text or ""), _ELIDE, area.width())
    painter.drawText(area, _MIDDLE, words)
