"""The ruler: timecode, markers, the playhead's head; dragging on it scrubs."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from timeline_studio.timeline import edits
from timeline_studio.timeline.model import Marker
from timeline_studio.timeline.time import frame_start
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.clocks import CLOCKS
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.gesture import on_frame
from timeline_studio.ui.editor.marker_colors import marker_color
from timeline_studio.ui.editor.pointing import DRAG_DISTANCE
from timeline_studio.ui.editor.range_points import RangePoints
from timeline_studio.ui.editor.ruler_steps import steps, ticks
from timeline_studio.ui.editor.track_layout import TrackLayout
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.editor.wheel import turn_wheel
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme, font

_FLAG_WIDTH, _FLAG_HEIGHT = 8, 10
_HEAD = 13
_TICK, _LABEL_TICK = 4, 8
_BAR = 3
_BAR_COLORS = {"copied": "t3", "ready": "ok", "missing": "warn"}
_BAR_WORDS = {
    "copied": "An export copies this from its source",
    "ready": "Rendered: an export only joins this",
    "missing": "An export has to render this",
}


class RulerView(QWidget):
    """As wide as the canvas, and scrolled with it."""

    marker_opened = Signal(object)  # Marker, to be edited
    menu_requested = Signal(QPoint)  # on the screen, where no marker is

    def __init__(
        self,
        document: TimelineDocument,
        viewport: Viewport,
        layout: TrackLayout,
        *,
        points: RangePoints,
        mode: EditingMode,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Ruler"))
        self.setFont(font("ruler"))
        self._document = document
        self._viewport = viewport
        self._layout = layout
        self._theme = theme
        self._points = points
        self._mode = mode
        self._is_scrubbing = False
        self._pressed: tuple[Marker, QPoint] | None = None
        self._moved: Marker | None = None
        self._stretches: list[tuple[int, int, str]] = []
        points.changed.connect(self.update)
        mode.changed.connect(self.update)
        viewport.changed.connect(self.update)
        document.changed.connect(self.update)
        document.playhead_changed.connect(self.update)

    def show_stretches(self, stretches: Sequence[tuple[int, int, str]]) -> None:
        """What an export would find, as (start, end, readiness) in order; one bar where several
        that are alike touch."""
        self._stretches = []
        for start, end, readiness in stretches:
            last = self._stretches[-1] if self._stretches else None
            if last is not None and last[1:] == (start, readiness):
                self._stretches[-1] = last[0], end, readiness
            else:
                self._stretches.append((start, end, readiness))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("bg1"))
        self._paint_range(painter)
        self._paint_scale(painter)
        for marker in self._document.timeline.markers:
            self._paint_marker(painter, marker)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
        self._paint_stretches(painter)
        self._paint_head(painter)

    def _paint_scale(self, painter: QPainter) -> None:
        rate = self._document.timeline.rate
        step = steps(self._viewport.scale, rate, in_frames=self._mode.clock == "frames")
        write = CLOCKS[self._mode.clock].write
        ground = self.height() - 1
        painter.setPen(self._theme.color("t3"))
        for x, _ in ticks(self._viewport, rate, step.tick):
            painter.drawLine(x, ground - _TICK, x, ground)
        for x, frame in ticks(self._viewport, rate, step.label):
            painter.setPen(self._theme.color("t3"))
            painter.drawLine(x, ground - _LABEL_TICK, x, ground)
            painter.setPen(self._theme.color("t2"))
            painter.drawText(QPoint(x + 4, 12), write(frame_start(frame, rate), rate))

    def _paint_range(self, painter: QPainter) -> None:
        """From in to out; where one is missing, from the start or to the end of the film."""
        start, end = self._points.start, self._points.end
        if start is None and end is None:
            return
        color = self._theme.color("accent")
        left = max(-4, self._viewport.x_of(start or 0))
        last = self._document.timeline.end if end is None else end
        right = min(self.width() + 4, self._viewport.x_of(last))
        tint = QColor(color)
        tint.setAlphaF(0.2)
        painter.fillRect(left, 0, right - left, self.height(), tint)
        if start is not None:
            painter.fillRect(left, 0, 2, self.height(), color)
        if end is not None:
            painter.fillRect(right - 2, 0, 2, self.height(), color)

    def _paint_stretches(self, painter: QPainter) -> None:
        """Only those in sight."""
        begin, end = self._viewport.time_at(0), self._viewport.time_at(self.width())
        first = bisect_right(self._stretches, begin, key=lambda stretch: stretch[1])
        for start, stop, readiness in self._stretches[first:]:
            if start >= end:
                break
            left = max(0, self._viewport.x_of(start))
            right = min(self.width(), self._viewport.x_of(stop))
            color = self._theme.color(_BAR_COLORS[readiness])
            painter.fillRect(left, self.height() - _BAR, right - left, _BAR, color)

    def _paint_marker(self, painter: QPainter, marker: Marker) -> None:
        if self._moved and marker.id == self._moved.id:
            marker = self._moved
        flag, color = self._flag(marker), marker_color(marker.color)
        if marker.duration:
            width = self._viewport.x_of(marker.time + marker.duration) - flag.left()
            painter.fillRect(flag.left(), flag.bottom() - 2, width, 3, color)
        painter.fillRect(flag, color)
        painter.fillRect(flag.left(), flag.bottom(), 1, 4, color)
        if marker.is_poster:  # a picture in a frame
            painter.fillRect(flag.adjusted(2, 2, -2, -3), self._theme.color("bg1"))

    def _paint_head(self, painter: QPainter) -> None:
        x, ground = self._viewport.x_of(self._document.playhead), self.height()
        half = _HEAD / 2
        top = ground - _HEAD - 2
        shape = [(-half, top), (half, top), (half, top + 7), (0, ground), (-half, top + 7)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("play"))
        painter.drawPolygon(QPolygonF([QPointF(x + 0.5 + dx, y) for dx, y in shape]))
        if self._is_scrubbing:
            self._paint_bubble(painter, x)

    def _paint_bubble(self, painter: QPainter, x: int) -> None:
        write = CLOCKS[self._mode.clock].write
        text = write(self._document.playhead, self._document.timeline.rate)
        width = painter.fontMetrics().horizontalAdvance(text) + 12
        left = x + 10 if x + 10 + width <= self.width() else x - 10 - width
        plate = QRect(left, 2, width, 18)
        painter.setBrush(self._theme.color("bg3"))
        painter.drawRoundedRect(plate, 4, 4)
        painter.setPen(self._theme.color("t1"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            point = event.position().toPoint()
            marker = self._marker_at(point)
            if marker:
                self._document.set_playhead(marker.time)
                self._pressed = marker, point
                return
            self._is_scrubbing = True
            self._scrub(point.x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._is_scrubbing:
            self._scrub(point.x())
        elif self._pressed:
            self._move_marker(point)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        moved, self._moved, self._pressed = self._moved, None, None
        self._is_scrubbing = False
        if moved:
            self._document.apply(
                "Move marker", lambda timeline: edits.move_marker(timeline, moved.id, moved.time)
            )
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        marker = self._marker_at(event.position().toPoint())
        if marker:
            self.marker_opened.emit(marker)
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn_wheel(event, self._viewport, self._layout)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        marker = self._marker_at(event.pos())
        if marker:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            poster = menu.addAction(tr("Use as poster"), lambda: self._take_poster(marker))
            poster.setCheckable(True)
            poster.setChecked(marker.is_poster)
            menu.addAction(tr("Edit marker…"), lambda: self.marker_opened.emit(marker))
            menu.addAction(tr("Delete marker"), lambda: self._delete(marker))
            menu.popup(event.globalPos())
        else:
            self.menu_requested.emit(event.globalPos())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            marker = self._marker_at(event.pos())
            words = _words(marker) if marker else self._bar_words(event.pos())
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _bar_words(self, point: QPoint) -> str:
        if point.y() < self.height() - 2 * _BAR:
            return ""
        time = self._viewport.time_at(point.x())
        found = (each[2] for each in self._stretches if each[0] <= time < each[1])
        return _BAR_WORDS.get(next(found, ""), "")

    def _scrub(self, x: int) -> None:
        if not 0 <= x < self.width():
            self._viewport.scroll_to(self._viewport.left + (x if x < 0 else x - self.width()))
        inside = min(self.width() - 1, max(0, x))
        rate = self._document.timeline.rate
        self._document.set_playhead(on_frame(self._viewport.time_at(inside), rate))
        self.update()

    def _move_marker(self, point: QPoint) -> None:
        """It is where the pointer is, on a frame; nothing is edited before the release."""
        if self._pressed is None or self._document.is_read_only:
            return
        marker, press = self._pressed
        by = point.x() - press.x()
        if self._moved is None and abs(by) < DRAG_DISTANCE:
            return
        wanted = self._viewport.time_at(self._viewport.x_of(marker.time) + by)
        time = max(0, on_frame(wanted, self._document.timeline.rate))
        self._moved = replace(marker, time=time)
        self._document.set_playhead(time)
        self.update()

    def _take_poster(self, marker: Marker) -> None:
        changed = replace(marker, is_poster=not marker.is_poster)
        text = "Choose poster" if changed.is_poster else "Let the poster go"
        self._document.apply(text, lambda timeline: edits.change_marker(timeline, changed))

    def _delete(self, marker: Marker) -> None:
        self._document.apply(
            "Delete marker", lambda timeline: edits.remove_marker(timeline, marker.id)
        )

    def _flag(self, marker: Marker) -> QRect:
        x = self._viewport.x_of(marker.time)
        return QRect(x, self.height() - _FLAG_HEIGHT - 4, _FLAG_WIDTH, _FLAG_HEIGHT)

    def _marker_at(self, point: QPoint) -> Marker | None:
        markers = reversed(self._document.timeline.markers)
        return next((each for each in markers if self._flag(each).contains(point)), None)


def _words(marker: Marker) -> str:
    poster = "Poster" if marker.is_poster else ""
    return " · ".join(filter(None, (marker.name, marker.note, poster)))
