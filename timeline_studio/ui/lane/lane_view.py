"""The lane under the hand: keyframes are added, chosen, dragged, shaped and removed."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from timeline_studio.timeline.effects.animation import Interpolation, Keyframe, keys_of
from timeline_studio.timeline.effects.properties import described
from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.timeline_view import TimelineView
from timeline_studio.ui.editor.wheel import turn_wheel
from timeline_studio.ui.lane.axis import Axis, axis_for
from timeline_studio.ui.lane.lane_commands import LaneCommands
from timeline_studio.ui.lane.lane_painter import LanePainter
from timeline_studio.ui.lane.lane_state import LaneState
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme

_REACH = 8  # pixels around a keyframe that take hold of it
_EDGE = 4  # pixels at the bottom that change the height
_STEP, _FAR = 0.01, 0.1
_PLAYHEAD = 1
WAYS: dict[Interpolation, str] = {"linear": "Linear", "hold": "Hold", "ease": "Ease"}


class _Drag:
    """Of a keyframe of a timeline, from where it was taken; the axis stays meanwhile."""

    def __init__(self, key: Keyframe, origin: Timeline, at: QPointF, axis: Axis) -> None:
        self.key, self.origin, self.at, self.axis = key, origin, at, axis
        self.gesture = -1


class LaneView(QWidget):
    """Lies over the canvas of `view`, in the room that the rows leave for it."""

    _MOVES: ClassVar = {
        Qt.Key.Key_Up: (0, 1),
        Qt.Key.Key_Down: (0, -1),
        Qt.Key.Key_Left: (-1, 0),
        Qt.Key.Key_Right: (1, 0),
    }

    def __init__(
        self, document: TimelineDocument, view: TimelineView, state: LaneState, theme: Theme
    ) -> None:
        super().__init__(view)
        self._document = document
        self._view = view
        self._state = state
        self.commands = LaneCommands(document, state)
        self._painter = LanePainter(theme)
        self._theme = theme
        self._drag: _Drag | None = None
        self._sizing: tuple[int, int] | None = None
        self.setObjectName("keyframe-lane")
        self.setAccessibleName(tr("Keyframes"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(
            tr(
                "Double-click adds a keyframe, drag moves it, the menu shapes or removes it. Page "
                "Up and Page Down choose one, arrows move it, Enter shapes it, Delete removes it"
            )
        )
        self.hide()
        state.changed.connect(self.place)
        view.viewport.changed.connect(self.place)
        view.layout_of_tracks.changed.connect(self.place)
        document.playhead_changed.connect(lambda _time: self.update())

    def place(self) -> None:
        """Under the track of its clip; hidden while the lane is closed."""
        place = self._state.place
        self.setVisible(place is not None)
        if place is not None:
            row = self._view.layout_of_tracks.rows.of(place[0].id)
            top = row.bottom - self._view.viewport.top
            self.setGeometry(0, top, self._view.width(), self._state.height)
            self.update()

    @property
    def axis(self) -> Axis:
        assert self._state.choice is not None  # noqa: S101 - the lane is open
        if self._drag is not None:
            return self._drag.axis
        limits = described(self._state.choice.field.name)
        return axis_for(limits, self._state.animated, self._state.height)

    def point_of(self, key: Keyframe) -> QPoint:
        """Where a keyframe is painted."""
        assert self._state.place is not None  # noqa: S101
        x = self._view.viewport.x_of(self._state.place[1].start + key.time)
        return QPoint(x, round(self.axis.y_of(key.value)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        place, choice = self._state.place, self._state.choice
        if place is None or choice is None:
            return
        painter, viewport = QPainter(self), self._view.viewport
        self._painter.paint(
            painter,
            place[1],
            self._state.animated,
            axis=self.axis,
            viewport=viewport,
            chosen=self._state.chosen,
            default=described(choice.field.name).default,
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        x = viewport.x_of(self._document.playhead)
        painter.fillRect(QRect(x, 0, _PLAYHEAD, self.height()), self._theme.color("play"))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._is_at_edge(event.position()):
            self._sizing = (round(event.globalPosition().y()), self._state.height)
            return
        key = self._near(event.position())
        self._state.choose(None if key is None else key.time)
        if key is not None and not self._is_fixed:
            self._drag = _Drag(key, self._document.timeline, event.position(), self.axis)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._near(event.position()) is None:
            time = self._view.viewport.time_at(event.position().x())
            self.commands.add(time, self.axis.value_at(event.position().y()))
        else:
            self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._sizing is not None:
            start, height = self._sizing
            self._state.set_height(height + round(event.globalPosition().y()) - start)
        elif self._drag is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._move(self._drag, event)
        else:
            self._point(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag = self._sizing = None
        self._point(event.position())
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        key = self._near(QPointF(event.pos()))
        if key is not None:
            self._state.choose(key.time)
        chosen = self.commands.chosen_key
        if chosen is None or self._is_fixed:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for way, word in WAYS.items():
            action = menu.addAction(tr(word), partial(self.commands.shape, way))
            action.setCheckable(True)
            action.setChecked(chosen.interpolation == way)
        menu.addSeparator()
        menu.addAction(tr("Remove Keyframe"), self.commands.remove)
        menu.popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn_wheel(event, self._view.viewport, self._view.layout_of_tracks)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Its keys are its own, whatever the menus have on them."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self._is_own(event):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self._cancel()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.commands.step(-1 if key == Qt.Key.Key_PageUp else 1)
        elif self._is_fixed:
            return
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.commands.remove()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commands.shape_next()
        else:
            frames, up = self._MOVES[Qt.Key(key)]
            is_far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.commands.nudge(frames * (10 if is_far else 1), up * (_FAR if is_far else _STEP))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _is_own(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            return self._drag is not None
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return True
        mine = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
        is_plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier in plain
        return is_plain and self._state.chosen is not None and (key in mine or key in self._MOVES)

    def _move(self, drag: _Drag, event: QMouseEvent) -> None:
        """With Shift along one way only: that which it went further."""
        if drag.gesture < 0:
            drag.gesture = self._document.new_gesture()
        by = event.position() - drag.at
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            by = QPointF(by.x(), 0) if abs(by.x()) >= abs(by.y()) else QPointF(0, by.y())
        assert self._state.place is not None  # noqa: S101
        time = self._state.place[1].start + drag.key.time
        value = drag.key.value
        if by.x():
            time += round(by.x() * self._view.viewport.scale)
        if by.y():
            value = drag.axis.value_at(drag.axis.y_of(value) + by.y())
        self.commands.drag(drag.key, time, value, origin=drag.origin, gesture=drag.gesture)

    def _cancel(self) -> None:
        drag, self._drag = self._drag, None
        if drag is not None and drag.gesture >= 0:
            self.commands.restore(drag.origin, drag.gesture)
            self._state.choose(drag.key.time)

    def _point(self, at: QPointF) -> None:
        if self._is_at_edge(at):
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        elif self._near(at) is not None and not self._is_fixed:
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.setCursor(Qt.CursorShape.CrossCursor)

    def _near(self, at: QPointF) -> Keyframe | None:
        if self._state.place is None:
            return None
        away = [
            ((QPointF(self.point_of(key)) - at).manhattanLength(), key.time, key)
            for key in keys_of(self._state.animated)
        ]
        nearest = min(away, default=None)
        return nearest[2] if nearest is not None and nearest[0] <= _REACH else None

    def _is_at_edge(self, at: QPointF) -> bool:
        return at.y() >= self.height() - _EDGE

    @property
    def _is_fixed(self) -> bool:
        place = self._state.place
        return self._document.is_read_only or place is None or place[0].locked
