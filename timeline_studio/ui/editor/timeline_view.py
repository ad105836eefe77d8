"""The canvas under the hand: mouse, wheel, touchpad and the keys of a gesture."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from timeline_studio.timeline.model import Clip, Still
from timeline_studio.timeline.queries import find_item
from timeline_studio.ui.clip_pictures import ClipPictures
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.gesture import EdgePictures, on_frame
from timeline_studio.ui.editor.grips import Grip
from timeline_studio.ui.editor.hints import hint
from timeline_studio.ui.editor.pointers import pointer
from timeline_studio.ui.editor.timeline_canvas import TimelineCanvas
from timeline_studio.ui.editor.wheel import turn_wheel
from timeline_studio.ui.theme import Theme

_AUTOSCROLL_MS = 40


class TimelineView(TimelineCanvas):
    """Hands the left button to `pointing`; scrolls, zooms and pans by itself."""

    status_message = Signal(str)
    hinted = Signal(str)  # what the mouse may do; empty where it is elsewhere
    relink_requested = Signal(str)  # item id
    item_opened = Signal(str)  # item id, by a double click
    menu_requested = Signal(QPoint)  # on the screen
    edge_pictures_changed = Signal(object)  # EdgePictures of a trim, None when it is over
    is_key_of: Callable[[str, QKeyEvent], bool] = staticmethod(lambda _name, _event: False)
    """Whether a key is that of a command of the editor, by its name; the actions know."""

    def __init__(
        self,
        document: TimelineDocument,
        pictures: ClipPictures,
        theme: Theme,
        mode: EditingMode,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, pictures, theme, mode, parent)
        self.setMouseTracking(True)
        self._pan: tuple[QPoint, int, int] | None = None
        self._drag_point = QPoint()
        self._autoscroll = QTimer(self, interval=_AUTOSCROLL_MS)
        self._autoscroll.timeout.connect(self._drag_on)
        mode.changed.connect(self._on_mode_changed)
        self._edge_pictures: EdgePictures | None = None
        self.pointing.changed.connect(self._tell_edge_pictures)
        self.pointing.refused.connect(self.status_message)
        self.pointing.relink_requested.connect(self._on_clip_clicked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._has_keyboard = False
        self.walked = ""
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan = point, self.viewport.left, self.viewport.top
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.pointing.press(point, event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.pointing.hit(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and hit and hit.item and self.mode.tool == "select":
            self.item_opened.emit(hit.item.id)
        else:
            self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._pan:
            start, left, top = self._pan
            self.viewport.scroll_to(left + start.x() - point.x(), top + start.y() - point.y())
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self.pointing.drag(point, event.modifiers())
            self._autoscroll_at(point)
        else:
            self._point_at(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan = None
        elif event.button() == Qt.MouseButton.LeftButton:
            self._autoscroll.stop()
            self.pointing.release()
        self._point_at(event.position().toPoint())

    def leaveEvent(self, _event: QEvent) -> None:
        self.hinted.emit("")
        self._hovered, self._blade = "", None
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        hit = self.pointing.hit(event.pos())
        if hit and hit.item and hit.item.id not in self._document.selection:
            self.pointing.press(event.pos(), Qt.KeyboardModifier.NoModifier)
            self.pointing.release()
        self.menu_requested.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn_wheel(event, self.viewport, self.layout_of_tracks)
        event.accept()

    def _point_at(self, point: QPoint) -> None:
        """Show what a press would do here."""
        hit = self.pointing.hit(point) if self.rect().contains(point) else None
        hovered = hit.item.id if hit and hit.item else ""
        grip = self.pointing.grip(hit, point, QGuiApplication.keyboardModifiers())
        blade = None
        if hit and hit.item and grip.kind == "blade":
            time = on_frame(self.pointing.split_time(point), self._document.timeline.rate)
            blade = self.viewport.x_of(time)
        self.setCursor(_cursor(grip))
        self.hinted.emit(hint(hit, grip) if self.underMouse() else "")
        if (hovered, blade) != (self._hovered, self._blade):
            self._hovered, self._blade = hovered, blade
            self.update()

    def _autoscroll_at(self, point: QPoint) -> None:
        """Beyond an edge a drag scrolls on by itself."""
        self._drag_point = point
        if self.pointing.gesture and not 0 <= point.x() < self.width():
            self._autoscroll.start()
        else:
            self._autoscroll.stop()

    def _drag_on(self) -> None:
        x = self._drag_point.x()
        by = x if x < 0 else max(0, x - self.width())
        self.viewport.scroll_to(self.viewport.left + by)
        self.pointing.drag(self._drag_point, QGuiApplication.keyboardModifiers())

    def _tell_edge_pictures(self) -> None:
        gesture = self.pointing.gesture
        pictures = gesture.feedback.pictures if gesture else None
        if pictures is not self._edge_pictures:
            self._edge_pictures = pictures
            self.edge_pictures_changed.emit(pictures)

    def _on_clip_clicked(self, item_id: str) -> None:
        _, item = find_item(self._document.timeline, item_id)
        if isinstance(item, Clip | Still) and self._pictures.is_missing(item.media.url):
            self.relink_requested.emit(item_id)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._is_for_gesture(event):
            event.accept()
            return True
        pinch = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == pinch:
            scale = self.viewport.scale / (1 + event.value())
            self.viewport.zoom_to(scale, event.position().x())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_for_gesture(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.pointing.cancel()
            self._autoscroll.stop()
        else:
            self.pointing.is_snapping_suspended = True

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A tool whose key was held goes when it is let go."""
        if not event.isAutoRepeat() and self.is_key_of(f"{self.mode.tool}_tool", event):
            self.mode.let_tool_go()
        if not event.isAutoRepeat() and self.is_key_of("snap", event):
            self.pointing.is_snapping_suspended = False
        super().keyReleaseEvent(event)

    def _is_for_gesture(self, event: QEvent) -> bool:
        """While something is dragged, Escape and snapping's key are the drag's, not the menus'."""
        if self.pointing.gesture is None or not isinstance(event, QKeyEvent):
            return False
        return event.key() == Qt.Key.Key_Escape or self.is_key_of("snap", event)

    def _on_mode_changed(self) -> None:
        self._blade = None
        self._point_at(self.mapFromGlobal(QCursor.pos()))
        self.update()


def _cursor(grip: Grip) -> QCursor | Qt.CursorShape:
    if grip.kind == "locked":
        return Qt.CursorShape.ForbiddenCursor
    if grip.kind == "trim":
        return pointer("trim_start" if grip.side == "start" else "trim_end")
    if grip.kind == "ripple":
        return pointer("ripple_start" if grip.side == "start" else "ripple_end")
    if grip.kind in ("transition_edge", "dissolve", "fade"):
        return pointer("length")
    if grip.kind in ("blade", "roll", "slip", "slide"):
        return pointer(grip.kind)
    return Qt.CursorShape.ArrowCursor
