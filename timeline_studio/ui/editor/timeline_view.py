"""The canvas: paints the timeline, and hands the pointer on."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_studio.timeline.model import Clip, Still
from timeline_studio.timeline.queries import find_item
from timeline_studio.ui.clip_pictures import ClipPictures
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.canvas_painter import CanvasPainter, Scene
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.gesture import Feedback, Insertion, on_frame
from timeline_studio.ui.editor.hits import Hit
from timeline_studio.ui.editor.pointers import pointer
from timeline_studio.ui.editor.pointing import Pointing
from timeline_studio.ui.editor.track_layout import TrackLayout
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.editor.wheel import turn_wheel
from timeline_studio.ui.theme import Theme

_AUTOSCROLL_MS = 40
_PLAYHEAD_REACH = 3
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class TimelineView(QWidget):
    """Scrolls itself: `viewport` is moved by scrollbars, wheel, minimap alike."""

    status_message = Signal(str)
    relink_requested = Signal(str)  # item id
    menu_requested = Signal(QPoint)  # on the screen

    def __init__(
        self,
        document: TimelineDocument,
        pictures: ClipPictures,
        theme: Theme,
        mode: EditingMode,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("Timeline")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport = Viewport(self)
        self.layout_of_tracks = TrackLayout(document, self.viewport, self)
        self.pointing = Pointing(document, self.viewport, self.layout_of_tracks, mode, self)
        self._document = document
        self._pictures = pictures
        self.mode = mode
        self._painter = CanvasPainter(theme, pictures, self.devicePixelRatioF())
        self._hovered = ""
        self._blade: int | None = None
        self._drop = Feedback()
        self._has_keyboard = False
        self._pan: tuple[QPoint, int, int] | None = None
        self._playhead_x = 0
        self._drag_point = QPoint()
        self._autoscroll = QTimer(self, interval=_AUTOSCROLL_MS)
        self._autoscroll.timeout.connect(self._drag_on)
        self._listen()

    def _listen(self) -> None:
        self._document.changed.connect(self._on_document_changed)
        self._document.selection_changed.connect(self._on_selection_changed)
        self._document.playhead_changed.connect(self._on_playhead_changed)
        self.viewport.changed.connect(self.update)
        self.layout_of_tracks.changed.connect(self.update)
        self.mode.changed.connect(self._on_mode_changed)
        self._pictures.ready.connect(self.update)
        self._pictures.missing_changed.connect(self._on_missing_changed)
        self.pointing.changed.connect(self.update)
        self.pointing.refused.connect(self.status_message)
        self.pointing.relink_requested.connect(self._on_clip_clicked)

    @property
    def painted(self) -> int:
        """How many shapes the clips of the last repaint took."""
        return self._painter.painted

    def set_theme(self, theme: Theme) -> None:
        self._painter = CanvasPainter(theme, self._pictures, self.devicePixelRatioF())
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._painter.paint(painter, self._scene(), self.viewport, event.rect())
        if self.hasFocus() and self._has_keyboard and not self._document.selection:
            self._painter.paint_focus(painter, self.rect())
        painter.end()
        self._playhead_x = self.viewport.x_of(self._document.playhead)
        if self._painter.is_behind:
            QTimer.singleShot(0, self, self.update)

    def _scene(self) -> Scene:
        gesture = self.pointing.gesture
        timeline = gesture.preview if gesture else self._document.timeline
        feedback = gesture.feedback if gesture else self._drop
        selection = self._document.selection if feedback.selection is None else feedback.selection
        focused = min(selection) if self._has_keyboard and len(selection) == 1 else ""
        return Scene(
            timeline=timeline,
            rows=self.layout_of_tracks.rows.showing(timeline),
            playhead=self._document.playhead,
            selection=selection,
            transition=self.pointing.transition,
            hovered=self._hovered,
            focused=focused,
            blade=self._blade,
            feedback=feedback,
        )

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.layout_of_tracks.fit_window(self.window().width())
        self.viewport.set_size(self.width(), self.height())

    def _on_document_changed(self) -> None:
        self.pointing.cancel()
        self.update()

    def _on_selection_changed(self) -> None:
        if self._document.selection:
            self.pointing.transition = ""
        self.update()

    def _on_playhead_changed(self, playhead: int) -> None:
        for x in (self._playhead_x, self.viewport.x_of(playhead)):
            self.update(x - _PLAYHEAD_REACH, 0, 2 * _PLAYHEAD_REACH + 1, self.height())

    def _on_mode_changed(self) -> None:
        self._blade = None
        self._point_at(self.mapFromGlobal(QCursor.pos()))
        self.update()

    def _on_missing_changed(self) -> None:
        self._painter.forget_indexes()
        self.update()

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._has_keyboard = False
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan = point, self.viewport.left, self.viewport.top
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.pointing.press(point, event.modifiers())

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
        blade = None
        if hit and hit.item and self.mode.tool == "blade":
            time = on_frame(self.pointing.split_time(point), self._document.timeline.rate)
            blade = self.viewport.x_of(time)
        self.setCursor(self._cursor(hit))
        if (hovered, blade) != (self._hovered, self._blade):
            self._hovered, self._blade = hovered, blade
            self.update()

    def _cursor(self, hit: Hit | None) -> QCursor | Qt.CursorShape:
        if hit is None or hit.part == "empty":
            return Qt.CursorShape.ArrowCursor
        if hit.row.track.locked:
            return Qt.CursorShape.ForbiddenCursor
        if self.mode.tool == "blade":
            return pointer("blade")
        if hit.part == "start":
            return pointer("trim_start")
        if hit.part == "end":
            return pointer("trim_end")
        is_edge = hit.part == "transition_edge"
        return pointer("length") if is_edge else Qt.CursorShape.ArrowCursor

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

    def _on_clip_clicked(self, item_id: str) -> None:
        _, item = find_item(self._document.timeline, item_id)
        if isinstance(item, Clip | Still) and self._pictures.is_missing(item.media.url):
            self.relink_requested.emit(item_id)

    # Keys and focus

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
        if event.key() == Qt.Key.Key_N and not event.isAutoRepeat():
            self.pointing.is_snapping_suspended = False
        super().keyReleaseEvent(event)

    def _is_for_gesture(self, event: QEvent) -> bool:
        """While something is dragged, Escape and N are the drag's, not the menus'."""
        keys = (Qt.Key.Key_Escape, Qt.Key.Key_N)
        is_key = isinstance(event, QKeyEvent) and event.key() in keys
        return is_key and self.pointing.gesture is not None

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._has_keyboard = event.reason() in _KEYBOARD
        self.update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        self.update()

    # Drops

    def show_insertion(self, insertion: Insertion | None) -> None:
        """Where a drop would go; None when nothing is dragged over the canvas any more."""
        self._drop = Feedback(insertion=insertion)
        self.update()
