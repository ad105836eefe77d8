"""A curve to be bent: points are added by a press and dragged; the other button removes them.

By keyboard: Page Up and Page Down choose a point, arrows move it, Insert adds, Delete removes.
"""

from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from timeline_studio.timeline.effects.checking import MOST_POINTS
from timeline_studio.timeline.effects.curve import Curve
from timeline_studio.timeline.effects.effect import STRAIGHT, Points
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme

_HEIGHT = 148
_EDGE = 6
_REACH = 10  # pixels around a point that take hold of it
_NEAREST = 0.01  # two points are at least so far apart
_STEP, _FAR = 0.01, 0.05
_STEPS = 64


class CurveView(QWidget):
    """`bent` carries the points, and whether they begin a gesture. Escape undoes a drag."""

    bent = Signal(object, bool)

    _MOVES: ClassVar = {
        Qt.Key.Key_Left: (-1, 0),
        Qt.Key.Key_Right: (1, 0),
        Qt.Key.Key_Up: (0, 1),
        Qt.Key.Key_Down: (0, -1),
    }

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._points: Points = STRAIGHT
        self._color = "t1"
        self._chosen = 0
        self._before: Points | None = None  # of a drag
        self._is_first = True
        self.setObjectName(name)
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Curve"))
        self.setToolTip(
            tr(
                "Press to add a point and drag it; the other button removes it. Page Up and Page "
                "Down choose a point, arrows move it"
            )
        )

    def show_points(self, points: Points, color: str) -> None:
        self._points, self._color = points, color
        self._chosen = min(self._chosen, len(points) - 1)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame()
        painter.fillRect(self.rect(), self._theme.color("bg0"))
        painter.setPen(self._theme.color("line"))
        for quarter in range(5):
            x = frame.left() + frame.width() * quarter / 4
            y = frame.top() + frame.height() * quarter / 4
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        curve = Curve(self._points)
        line = [QPointF(*self._place(i / _STEPS, curve.at(i / _STEPS))) for i in range(_STEPS + 1)]
        painter.setPen(QPen(self._theme.color(self._color), 2))
        painter.drawPolyline(QPolygonF(line))
        for index, point in enumerate(self._points):
            is_chosen = index == self._chosen and self.hasFocus()
            painter.setBrush(self._theme.color("select" if is_chosen else "bg1"))
            painter.drawEllipse(QPointF(*self._place(*point)), 4.5, 4.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self._is_first = True
        near = self._near(event.position())
        if event.button() == Qt.MouseButton.RightButton:
            if near is not None:
                self._remove(near)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._before = self._points
            if near is not None:
                self._chosen = near
                self.update()
            else:
                self._add(*self._values(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._before is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._move(*self._values(event.position()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, before = event.key(), self._before
        self._is_first = before is None
        x, y = self._points[self._chosen]
        if key == Qt.Key.Key_Escape and before is not None:
            self._before = None
            self._chosen = 0
            self._show(before)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            by = 1 if key == Qt.Key.Key_PageUp else -1
            self._chosen = (self._chosen + by) % len(self._points)
            self.update()
        elif key in self._MOVES:
            across, up = self._MOVES[Qt.Key(key)]
            is_far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step = _FAR if is_far else _STEP
            self._move(x + across * step, y + up * step)
        elif key == Qt.Key.Key_Delete:
            self._remove(self._chosen)
        elif key == Qt.Key.Key_Insert:
            right = self._points[min(self._chosen + 1, len(self._points) - 1)][0]
            left = self._points[min(self._chosen, len(self._points) - 2)][0]
            middle = (left + right) / 2
            self._add(middle, Curve(self._points).at(middle))
        else:
            super().keyPressEvent(event)

    def _add(self, x: float, y: float) -> None:
        is_free = all(abs(x - each) >= _NEAREST for each, _ in self._points)
        if is_free and len(self._points) < MOST_POINTS:
            points = tuple(sorted((*self._points, (x, y))))
            self._chosen = points.index((x, y))
            self._show(points)

    def _move(self, x: float, y: float) -> None:
        """The chosen point, between its neighbours."""
        left = self._points[self._chosen - 1][0] + _NEAREST if self._chosen else 0.0
        is_last = self._chosen == len(self._points) - 1
        right = 1.0 if is_last else self._points[self._chosen + 1][0] - _NEAREST
        moved = (min(max(x, left), right), min(max(y, 0.0), 1.0))
        points = (*self._points[: self._chosen], moved, *self._points[self._chosen + 1 :])
        self._show(points)

    def _remove(self, index: int) -> None:
        if len(self._points) > 2:
            points = (*self._points[:index], *self._points[index + 1 :])
            self._chosen = max(0, index - 1)
            self._show(points)

    def _show(self, points: Points) -> None:
        is_first, self._is_first = self._is_first, False
        self._points = points
        self.update()
        self.bent.emit(points, is_first)

    def _near(self, at: QPointF) -> int | None:
        away = [(QPointF(*self._place(*point)) - at).manhattanLength() for point in self._points]
        nearest = min(range(len(away)), key=away.__getitem__)
        return nearest if away[nearest] <= _REACH else None

    def _frame(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)

    def _place(self, x: float, y: float) -> tuple[float, float]:
        frame = self._frame()
        return frame.left() + x * frame.width(), frame.bottom() - y * frame.height()

    def _values(self, at: QPointF) -> tuple[float, float]:
        frame = self._frame()
        x = (at.x() - frame.left()) / frame.width()
        y = (frame.bottom() - at.y()) / frame.height()
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)
