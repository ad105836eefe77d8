"""Paints the timeline's picture as large as it fits, or the words that stand in for it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_studio.ui.language import tr
from timeline_studio.ui.monitor.handles.overlay import Overlay
from timeline_studio.ui.monitor.picture import Picture, PictureSize, fit
from timeline_studio.ui.theme import Theme, font, icon
from timeline_studio.ui.theme.metrics import GAP, GAP_PART, RADIUS_CONTROL

SETTLING_MILLISECONDS = 60
"""While the window is being resized the last picture is stretched."""

_QUIET = QColor("#B4B4B4")  # on `surround`, which is dark in both themes: t2 of the dark one
_ICON = 48


class PictureView(QWidget):
    """`size_changed` carries the PictureSize that pictures should have; `empty` is said while
    there is none."""

    size_changed = Signal(object)

    def __init__(self, theme: Theme, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._empty = tr(empty)
        self._shape = (1920, 1080)
        self._image: QImage | None = None
        self._error = ""
        self._is_empty = True
        self._overlay: Overlay | None = None
        self._settling = QTimer(self, interval=SETTLING_MILLISECONDS, singleShot=True)
        self._settling.timeout.connect(self.tell_size)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Picture of the timeline"))

    @property
    def error(self) -> str:
        """What is said instead of a picture; empty when there is one."""
        return self._error

    def set_overlay(self, overlay: Overlay) -> None:
        """Paint it over the picture, and let it have the mouse there."""
        self._overlay = overlay
        self.setMouseTracking(True)
        overlay.changed.connect(self.update)

    def set_shape(self, shape: tuple[int, int]) -> None:
        """The timeline's width and height."""
        if shape != self._shape:
            self._shape = shape
            self.tell_size()
            self.update()

    def show_picture(self, picture: Picture) -> None:
        """Replace what is shown. With an error its words are shown over black."""
        self._image, self._error, self._is_empty = picture.image, picture.error, False
        self.setAccessibleDescription(picture.error)
        self.update()

    def show_empty(self, *, is_empty: bool = True) -> None:
        """Say that there is nothing to show; else wait in black for the next picture."""
        if is_empty != self._is_empty:
            self._image, self._error, self._is_empty = None, "", is_empty
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tell_size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settling.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surround"))
        if self._is_empty:
            self._paint_empty(painter)
            return
        place = self._place()
        if self._image is None:
            painter.fillRect(place, Qt.GlobalColor.black)
        else:
            exact = self._size()
            is_exact = (self._image.width(), self._image.height()) == (exact.width, exact.height)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not is_exact)
            painter.drawImage(place, self._image)
        if self._error:
            self._paint_error(painter)
        elif self._overlay is not None:
            self._overlay.paint(painter, place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() == Qt.MouseButton.LeftButton
        if not (is_left and self._overlay and self._overlay.press(event.position(), self._place())):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._overlay is None:
            super().mouseMoveEvent(event)
        elif self._overlay.handles.is_dragging:
            self._overlay.move(event.position(), self._place(), event.modifiers())
        else:
            self.setCursor(self._overlay.pointer_at(event.position(), self._place()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._overlay is not None and self._overlay.handles.is_dragging:
            self._overlay.handles.release()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_escape = event.key() == Qt.Key.Key_Escape
        if not (is_escape and self._overlay is not None and self._overlay.handles.cancel()):
            super().keyPressEvent(event)

    def _size(self) -> PictureSize:
        ratio = self.devicePixelRatioF()
        return fit(self._shape, self.width() * ratio, self.height() * ratio)

    def _place(self) -> QRectF:
        """Where the picture lies: centred, on whole device pixels."""
        ratio, size = self.devicePixelRatioF(), self._size()
        left = (round(self.width() * ratio) - size.width) // 2
        top = (round(self.height() * ratio) - size.height) // 2
        return QRectF(left / ratio, top / ratio, size.width / ratio, size.height / ratio)

    def tell_size(self) -> None:
        """Have pictures made for this view."""
        if self.isVisible() and not self.size().isEmpty():
            self.size_changed.emit(self._size())

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setFont(font("empty"))
        painter.setPen(_QUIET)
        room = self.rect().adjusted(GAP_PART, 0, -GAP_PART, 0)
        words = painter.boundingRect(room, _WRAPPED, self._empty)
        top = self.rect().center().y() - (_ICON + GAP_PART + words.height()) // 2
        symbol = QRect(self.rect().center().x() - _ICON // 2, top, _ICON, _ICON)
        icon(self._theme, "media", "ctl").paint(painter, symbol)
        words.moveTop(symbol.bottom() + GAP_PART)
        painter.drawText(words, _WRAPPED, self._empty)

    def _paint_error(self, painter: QPainter) -> None:
        painter.setFont(font("body"))
        side = _SYMBOL + GAP
        most = QRect(0, 0, max(1, min(480, self.width() - 4 * GAP_PART - side)), self.height())
        words = painter.boundingRect(most, _LEFT, self._error)
        box = QRect(0, 0, words.width() + side + 2 * GAP_PART, words.height() + 2 * GAP_PART)
        box.moveCenter(self.rect().center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("errBg"))
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        corner = box.topLeft()
        symbol = QRect(corner.x() + GAP_PART, corner.y() + GAP_PART, _SYMBOL, _SYMBOL)
        icon(self._theme, "warning", "err").paint(painter, symbol)
        painter.setPen(self._theme.color("t1"))
        words.moveTopLeft(symbol.topRight())
        words.translate(GAP, 0)
        painter.drawText(words, _LEFT, self._error)


_SYMBOL = 18
_WRAPPED = int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
