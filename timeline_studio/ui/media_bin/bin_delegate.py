"""One upload of the bin, as a card or as a line of a list: picture, length, name, marks."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from timeline_studio.ui.elements.cards import paint_badge, paint_choice
from timeline_studio.ui.elements.placeholder import paint_picture
from timeline_studio.ui.media_bin.bin_model import (
    DURATION,
    FAVOURITE,
    IN_USE,
    MISSING,
    PICTURE,
    PROXIED,
    SCRUBBED,
    UPLOAD,
)
from timeline_studio.ui.theme import Theme, font, icon

NAME_HEIGHT = 20
GUTTER = 12
LINE_HEIGHT = 44
_LINE_PICTURE = QSize(64, 36)
_MARK = 16

Index = QModelIndex | QPersistentModelIndex


class BinDelegate(QStyledItemDelegate):
    """`card` is the size of a card with its gutter, or of a line; the view sets it to fill its
    width."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.card = QSize(122, 96)
        self.is_list = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self.card

    def picture_area(self, place: QRect) -> QRect:
        """Where the picture is, in what the view gives the item."""
        if self.is_list:
            top = place.y() + (place.height() - _LINE_PICTURE.height()) // 2
            return QRect(place.x() + 4, top, _LINE_PICTURE.width(), _LINE_PICTURE.height())
        card = place.adjusted(0, 2, -GUTTER, 0)
        return QRect(card.x(), card.y(), card.width(), card.width() * 9 // 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture = self.picture_area(option.rect)
        paint_picture(painter, picture, self._theme, index.data(UPLOAD).kind, index.data(PICTURE))
        self._paint_scrubbed(painter, picture, index.data(SCRUBBED))
        if self.is_list:
            self._paint_line(painter, option.rect, picture, index)
        else:
            paint_badge(painter, picture, index.data(DURATION))
            self._paint_marks(painter, picture.right() - 2, picture.y() + 3, index, is_over=True)
            below = QRect(picture.x(), picture.bottom() + 2, picture.width(), NAME_HEIGHT)
            self._paint_name(painter, below, index)
        self._paint_state(painter, option, picture)
        painter.restore()

    def _paint_line(self, painter: QPainter, place: QRect, picture: QRect, index: Index) -> None:
        words = place.adjusted(picture.right() - place.x() + 10, 0, -GUTTER, 0)
        marks = self._paint_marks(
            painter, words.right(), words.center().y() - _MARK // 2, index, is_over=False
        )
        painter.setFont(font("secondary"))
        painter.setPen(self._theme.color("t2"))
        length = index.data(DURATION)
        beside = QRect(words.x(), words.y(), words.width() - marks, words.height())
        painter.drawText(
            beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, length
        )
        taken = painter.fontMetrics().horizontalAdvance(length) + 8 if length else 0
        self._paint_name(painter, beside.adjusted(0, 0, -taken, 0), index)

    def _paint_name(self, painter: QPainter, words: QRect, index: Index) -> None:
        painter.setFont(font("clip"))
        painter.setPen(self._theme.color("err" if index.data(MISSING) else "t1"))
        name = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideMiddle, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_marks(
        self, painter: QPainter, right: int, top: int, index: Index, *, is_over: bool
    ) -> int:
        """From the right; the width that they took."""
        at = right
        for role, symbol, color in (
            (MISSING, "warning", "err"),
            (FAVOURITE, "favourite", "warn"),
            (IN_USE, "in_use", "ok"),
            (PROXIED, "proxy", "t1"),
        ):
            if not index.data(role):
                continue
            at -= _MARK + 2
            place = QRect(at, top, _MARK, _MARK)
            if is_over:
                painter.setPen(Qt.PenStyle.NoPen)
                backing = QColor(self._theme.color("bg1"))
                backing.setAlpha(225)
                painter.setBrush(backing)
                painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), 3, 3)
            icon(self._theme, symbol, color).paint(painter, place)
        return right - at + 6 if at != right else 0

    def _paint_scrubbed(self, painter: QPainter, picture: QRect, share: float | None) -> None:
        if share is None:
            return
        at = picture.x() + round(share * (picture.width() - 1))
        painter.setPen(QPen(self._theme.color("play"), 1))
        painter.drawLine(at, picture.top(), at, picture.bottom())

    def _paint_state(self, painter: QPainter, option: QStyleOptionViewItem, picture: QRect) -> None:
        area = option.rect.adjusted(0, 1, -4, -1) if self.is_list else picture
        paint_choice(painter, option, area, self._theme)
