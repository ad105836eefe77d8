"""One row of the list of effects: its title over what it does."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from timeline_studio.ui.effects.effects_model import WORDS
from timeline_studio.ui.theme import Theme, font
from timeline_studio.ui.theme.metrics import GAP, GAP_TIGHT, RADIUS_CONTROL

_HEIGHT = 44


class EffectDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(option.rect.width(), _HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect).adjusted(1, 1, -GAP, -1)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            has_focus = is_chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
            edge = QPen(self._theme.color("accent"), 2) if has_focus else Qt.PenStyle.NoPen
            painter.setPen(edge)
            painter.setBrush(self._theme.color("bg3" if is_chosen else "bg2"))
            painter.drawRoundedRect(row, RADIUS_CONTROL, RADIUS_CONTROL)
        words = row.adjusted(GAP, GAP_TIGHT, -GAP, -GAP_TIGHT)
        upper = QRectF(words.x(), words.y(), words.width(), words.height() / 2)
        lower = upper.translated(0, words.height() / 2)
        painter.setFont(font("body"))
        self._line(painter, upper, index.data(), "t1")
        painter.setFont(font("secondary"))
        self._line(painter, lower, index.data(WORDS), "t2")
        painter.restore()

    def _line(self, painter: QPainter, area: QRectF, text: str, color: str) -> None:
        painter.setPen(self._theme.color(color))
        fitting = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(area.width())
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting)
