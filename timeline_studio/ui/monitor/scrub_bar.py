"""The whole timeline as one bar: where the playhead is, and where a press puts it."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme
from timeline_studio.ui.theme.metrics import GAP_WIDE

HEIGHT = 24
_GROOVE, _KNOB = 4, 6


class ScrubBar(QWidget):
    """`scrubbed` carries the time, in flicks, that is pressed or dragged to."""

    scrubbed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._time = self._end = 0
        self._range: tuple[int | None, int | None] = (None, None)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(tr("Position in the timeline"))

    def show_time(self, time: int, end: int) -> None:
        if (time, end) != (self._time, self._end):
            self._time, self._end = time, end
            self.update()

    def show_range(self, start: int | None, end: int | None) -> None:
        """The in and out points, flicks."""
        self._range = start, end
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._scrub(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scrub(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, knob = self.height() / 2, self._knob()
        groove = QRectF(GAP_WIDE, middle - _GROOVE / 2, self._length(), _GROOVE)
        self._bar(painter, groove, "line")
        if not self._end:
            return
        groove.setRight(knob)
        self._bar(painter, groove, "accent")
        self._paint_range(painter, middle)
        painter.setBrush(self._theme.color("play"))
        painter.drawEllipse(QPointF(knob, middle), _KNOB, _KNOB)

    def _bar(self, painter: QPainter, groove: QRectF, color: str) -> None:
        painter.setBrush(self._theme.color(color))
        painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)

    def _paint_range(self, painter: QPainter, middle: float) -> None:
        """A line over what is meant, an upright at each point."""
        start, end = self._range
        if start is None and end is None:
            return
        left, right = self._x(start or 0), self._x(self._end if end is None else end)
        color = self._theme.color("select")
        painter.fillRect(QRectF(left, middle - 9, right - left, 2), color)
        for point, x in ((start, left), (end, right - 2)):
            if point is not None:
                painter.fillRect(QRectF(x, middle - 9, 2, 18), color)

    def _length(self) -> float:
        return max(1, self.width() - 2 * GAP_WIDE)

    def _knob(self) -> float:
        return self._x(self._time)

    def _x(self, time: int) -> float:
        share = min(1.0, time / self._end) if self._end else 0.0
        return GAP_WIDE + share * self._length()

    def _scrub(self, event: QMouseEvent) -> None:
        share = (event.position().x() - GAP_WIDE) / self._length()
        self.scrubbed.emit(round(min(max(share, 0.0), 1.0) * self._end))
