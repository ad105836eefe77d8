"""What is painted over the monitor's picture, and where its mouse events go."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from timeline_studio.ui.monitor.handles.geometry import Point, Posed
from timeline_studio.ui.monitor.handles.grips import edge_middles, turn_handle
from timeline_studio.ui.monitor.handles.picture_handles import PictureHandles
from timeline_studio.ui.theme import Theme

_SQUARE = 4.0  # half a handle's side
_LIGHT, _DARK = QColor("#FFFFFF"), QColor(0, 0, 0, 160)
_CROP = QColor("#FFD34D")  # on the picture, whatever the theme: `select` of the dark one
_SAFE = (0.9, 0.8)
"""Of action and of titles (SMPTE ST 2046-1 asks for 93 and 90; these are the usual wider ones)."""


class Overlay(QObject):
    """`area` is where the picture lies in the view."""

    changed = Signal()

    def __init__(
        self, handles: PictureHandles, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.handles = handles
        self.shows_safe_areas = False
        self._theme = theme
        handles.changed.connect(self.changed)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.shows_safe_areas:
            self._paint_safe_areas(painter, area)
        posed = self.handles.posed
        if posed is not None:
            self._paint_snapping(painter, area)
            self._paint_handles(painter, area, posed)

    def press(self, at: QPointF, area: QRectF) -> bool:
        point = self._point(at, area)
        return point is not None and self.handles.press(point, self._pixel(area))

    def move(self, at: QPointF, area: QRectF, modifiers: Qt.KeyboardModifier) -> None:
        point = self._point(at, area)
        if point is not None:
            self.handles.move(point, self._pixel(area), modifiers)

    def pointer_at(self, at: QPointF, area: QRectF) -> Qt.CursorShape:
        point = self._point(at, area)
        grip = None if point is None else self.handles.grip_at(point, self._pixel(area))
        return Qt.CursorShape.ArrowCursor if grip is None else grip.pointer

    def _point(self, at: QPointF, area: QRectF) -> Point | None:
        if self.handles.posed is None or area.isEmpty():
            return None
        pixel = self._pixel(area)
        return (at.x() - area.left()) * pixel, (at.y() - area.top()) * pixel

    def _pixel(self, area: QRectF) -> float:
        posed = self.handles.posed
        return 1.0 if posed is None else posed.frame.width / area.width()

    def _paint_safe_areas(self, painter: QPainter, area: QRectF) -> None:
        for share in _SAFE:
            room = QRectF(0, 0, area.width() * share, area.height() * share)
            room.moveCenter(area.center())
            for _ in _outlining(painter):
                painter.drawRect(room)
        centre = area.center()
        for line in (
            QLineF(centre.x() - 12, centre.y(), centre.x() + 12, centre.y()),
            QLineF(centre.x(), centre.y() - 12, centre.x(), centre.y() + 12),
        ):
            for _ in _outlining(painter):
                painter.drawLine(line)

    def _paint_snapping(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(self._theme.color("snap"), 1))
        snapped, pixel = self.handles.snapped, self._pixel(area)
        if snapped.x is not None:
            x = area.left() + snapped.x / pixel
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
        if snapped.y is not None:
            y = area.top() + snapped.y / pixel
            painter.drawLine(QLineF(area.left(), y, area.right(), y))

    def _paint_handles(self, painter: QPainter, area: QRectF, posed: Posed) -> None:
        pixel = self._pixel(area)

        def seen(point: Point) -> QPointF:
            return QPointF(area.left() + point[0] / pixel, area.top() + point[1] / pixel)

        corners = [seen(corner) for corner in posed.corners]
        for _ in _outlining(painter):
            painter.drawPolygon(QPolygonF(corners))
        squares = list(corners)
        if self.handles.crops:
            squares += [seen(point) for point in edge_middles(posed)]
        else:
            stalk = seen(turn_handle(posed, pixel))
            top = (corners[0] + corners[1]) / 2
            for _ in _outlining(painter):
                painter.drawLine(QLineF(top, stalk))
            self._dot(painter, stalk)
            self._cross(painter, seen(posed.pivot))
        fill = _CROP if self.handles.crops else _LIGHT
        painter.setPen(QPen(_DARK, 1))
        painter.setBrush(fill)
        for point in squares:
            painter.drawRect(
                QRectF(point.x() - _SQUARE, point.y() - _SQUARE, 2 * _SQUARE, 2 * _SQUARE)
            )
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _dot(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(QPen(_DARK, 1))
        painter.setBrush(_LIGHT)
        painter.drawEllipse(at, _SQUARE + 1, _SQUARE + 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _cross(self, painter: QPainter, at: QPointF) -> None:
        """The anchor."""
        for _ in _outlining(painter):
            painter.drawEllipse(at, 5.0, 5.0)
        for line in (
            QLineF(at.x() - 9, at.y(), at.x() + 9, at.y()),
            QLineF(at.x(), at.y() - 9, at.x(), at.y() + 9),
        ):
            for _ in _outlining(painter):
                painter.drawLine(line)


def _outlining(painter: QPainter) -> Iterator[None]:
    """Draw twice, light on dark: seen on any picture."""
    for pen in (QPen(_DARK, 3), QPen(_LIGHT, 1)):
        painter.setPen(pen)
        yield
