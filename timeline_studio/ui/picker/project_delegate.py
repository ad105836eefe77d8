"""One timeline in the list: its name, and at the right when it last changed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from timeline_studio.ui.picker.projects_model import UPDATED
from timeline_studio.ui.theme import Theme, font
from timeline_studio.ui.theme.metrics import GAP

_ROW = 32
_DATE_WIDTH = 84


class ProjectDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        area = option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_chosen or is_under_mouse:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("bg3"))
            painter.drawRoundedRect(area, 4, 4)
        words = area.adjusted(GAP, 0, -GAP, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        name = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, words.width() - _DATE_WIDTH
        )
        painter.setPen(self._theme.color("t1"))
        painter.drawText(words, middle, name)
        painter.setFont(font("secondary"))
        painter.setPen(self._theme.color("t2"))
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, index.data(UPDATED))
        painter.restore()
