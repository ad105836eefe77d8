"""The canvas: shows the document, or what a gesture would make of it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_studio.timeline.model import Item
from timeline_studio.timeline.time import FLICKS_PER_SECOND
from timeline_studio.ui.clip_pictures import ClipPictures
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.canvas_painter import CanvasPainter, Scene
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.gesture import Feedback, Insertion
from timeline_studio.ui.editor.pointing import Pointing
from timeline_studio.ui.editor.track_index import TrackIndexes
from timeline_studio.ui.editor.track_layout import TrackLayout
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme

_PLAYHEAD_REACH = 3
_JUMP = FLICKS_PER_SECOND
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class TimelineCanvas(QWidget):
    """Scrolls itself: `viewport` is moved by scrollbars, wheel, minimap alike."""

    def __init__(
        self,
        document: TimelineDocument,
        pictures: ClipPictures,
        theme: Theme,
        mode: EditingMode,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Timeline"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.mode = mode
        self.viewport = Viewport(self)
        self.layout_of_tracks = TrackLayout(document, self.viewport, self)
        self.pointing = Pointing(document, self.viewport, self.layout_of_tracks, mode, self)
        self._document = document
        self._pictures = pictures
        self.indexes = TrackIndexes(pictures.is_missing, pictures.is_away)
        self._painter = self._made_painter(theme)
        self._hovered = ""
        self._blade: int | None = None
        self._drop = Feedback()
        self._has_keyboard = False
        self.walked = ""
        self.spoken: object = None
        self._playhead = document.playhead
        self._listen()

    def _listen(self) -> None:
        self._document.changed.connect(self._on_document_changed)
        self._document.selection_changed.connect(self._on_selection_changed)
        self._document.playhead_changed.connect(self._on_playhead_changed)
        self.viewport.changed.connect(self.update)
        self.layout_of_tracks.changed.connect(self.update)
        self.pointing.changed.connect(self.update)
        self._pictures.ready.connect(self._on_pictures_ready)
        self._pictures.missing_changed.connect(self._on_missing_changed)

    @property
    def painted(self) -> int:
        """How many shapes the clips of the last repaint took."""
        return self._painter.painted

    def set_theme(self, theme: Theme) -> None:
        self._painter = self._made_painter(theme)
        self.update()

    @property
    def document(self) -> TimelineDocument:
        return self._document

    def walk_to(self, item: Item) -> None:
        """Show that the keyboard is on this item: bring it into sight, put a ring around it."""
        self._has_keyboard = True
        self.walked = item.id
        row = next(row for row in self.layout_of_tracks.rows if item.id in row.track.places)
        viewport = self.viewport
        left, right = viewport.x_of(item.start), viewport.x_of(item.end)
        if right > viewport.width or left < 0:
            viewport.reveal(item.start)
        if row.top < viewport.top or row.bottom > viewport.top + viewport.height:
            viewport.scroll_to(viewport.left, row.top)
        self.update()

    def show_insertion(self, insertion: Insertion | None) -> None:
        """Where a drop would go; None when nothing is dragged over the canvas any more."""
        self._drop = Feedback(insertion=insertion)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._painter.paint(painter, self._scene(), self.viewport, event.rect())
        if self.hasFocus() and self._has_keyboard and not self._document.selection:
            self._painter.paint_focus(painter, self.rect())
        painter.end()
        if self._painter.is_behind:
            QTimer.singleShot(0, self, self.update)

    def _scene(self) -> Scene:
        gesture = self.pointing.gesture
        timeline = gesture.preview if gesture else self._document.timeline
        feedback = gesture.feedback if gesture else self._drop
        selection = self._document.selection if feedback.selection is None else feedback.selection
        focused = ""
        if self._has_keyboard and self.hasFocus() and selection:
            focused = self.walked if self.walked in selection else min(selection)
        return Scene(
            timeline=timeline,
            rows=self.layout_of_tracks.rows.showing(timeline),
            playhead=self._document.playhead,
            selection=selection,
            transition=self.pointing.transition,
            gap=self.pointing.gap,
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
        if self.pointing.gap:
            self.pointing.forget_gap()
        self.update()

    def _on_selection_changed(self) -> None:
        if self._document.selection:
            self.pointing.forget_gap()
        self.update()

    def _on_playhead_changed(self, playhead: int) -> None:
        """Paint two strips; turn the page where it leaves the screen or jumps, but leave the
        view to those who scrolled away from it."""
        before, self._playhead = self._playhead, playhead
        old, new = self.viewport.x_of(before), self.viewport.x_of(playhead)
        for x in (old, new):
            self.update(x - _PLAYHEAD_REACH, 0, 2 * _PLAYHEAD_REACH + 1, self.height())
        if 0 <= old < self.width() or abs(playhead - before) > _JUMP:
            self.viewport.reveal(playhead)

    def _made_painter(self, theme: Theme) -> CanvasPainter:
        return CanvasPainter(theme, self._pictures, self.indexes, self.devicePixelRatioF())

    def _on_pictures_ready(self) -> None:
        self._painter.add_pictures()
        self.update()

    def _on_missing_changed(self) -> None:
        self.indexes.forget()
        self._painter.forget_rows()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._has_keyboard = event.reason() in _KEYBOARD
        self.update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        self.update()
