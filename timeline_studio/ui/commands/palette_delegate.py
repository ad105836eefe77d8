"""Paints a row of the palette: icon, name with what was typed in bold, reason, kind, key."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from timeline_studio.ui.commands.found import Found
from timeline_studio.ui.commands.palette_model import FOUND
from timeline_studio.ui.theme import Theme, font, icon
from timeline_studio.ui.theme.metrics import GAP, GAP_WIDE, ICON_SIZE, RADIUS_CONTROL

ROW = 36
_KIND_WIDTH, _KEY_WIDTH = 96, 112
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignRight
_ELIDE = Qt.TextElideMode.ElideRight


class PaletteDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        found: Found = index.data(FOUND)
        choice = found.choice
        area = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("bg3"))
            painter.drawRoundedRect(area, RADIUS_CONTROL, RADIUS_CONTROL)
        if choice.symbol:
            top = area.y() + (ROW - ICON_SIZE) // 2
            place = QRect(area.x() + GAP, top, ICON_SIZE, ICON_SIZE)
            icon(self._theme, choice.symbol, "t3" if choice.reason else "t2").paint(painter, place)
        words = area.adjusted(2 * GAP + ICON_SIZE, 0, -GAP, 0)
        self._paint_side(painter, words, choice.kind, choice.keys)
        words.setRight(words.right() - _KEY_WIDTH - _KIND_WIDTH - GAP)
        used = self._paint_name(painter, words, found)
        if choice.reason:
            words.setLeft(words.left() + used + GAP_WIDE)
            self._paint_elided(painter, words, choice.reason)
        painter.restore()

    def _paint_side(self, painter: QPainter, words: QRect, kind: str, keys: str) -> None:
        painter.setFont(font("secondary"))
        painter.setPen(self._theme.color("t2"))
        painter.drawText(words, _RIGHT, keys)
        place = QRect(words)
        place.setRight(words.right() - _KEY_WIDTH)
        place.setLeft(place.right() - _KIND_WIDTH)
        self._paint_elided(painter, place, kind)

    def _paint_name(self, painter: QPainter, words: QRect, found: Found) -> int:
        """Returns its width. What does not fit is elided, and nothing is bold then."""
        name, plain = found.choice.name, font("body")
        bold = QFont(plain)
        bold.setWeight(QFont.Weight.Bold)
        painter.setPen(self._theme.color("t3" if found.choice.reason else "t1"))
        painter.setFont(plain)
        if QFontMetrics(bold).horizontalAdvance(name) > words.width():
            painter.drawText(
                words, _MIDDLE, painter.fontMetrics().elidedText(name, _ELIDE, words.width())
            )
            return words.width()
        left = words.x()
        for at, letter in enumerate(name):
            painter.setFont(bold if at in found.positions else plain)
            place = QRect(left, words.y(), words.width(), words.height())
            painter.drawText(place, _MIDDLE, letter)
            left += painter.fontMetrics().horizontalAdvance(letter)
        return left - words.x()

    def _paint_elided(self, painter: QPainter, area: QRect, text: str) -> None:
        painter.setFont(font("secondary"))
        painter.setPen(self._theme.color("t2"))
        shown = painter.fontMetrics().elidedText(text, _ELIDE, area.width())
        painter.drawText(area, _MIDDLE, shown)
