"""The whole film in a few pixels: what is where, and which part of it the canvas shows."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from timeline_studio.ui.clip_pictures import ClipPictures
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.minimap_film import MinimapFilm
from timeline_studio.ui.editor.track_index import TrackIndexes
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme

_HANDLE = 5
_NARROWEST = 12

_Grip: TypeAlias = Literal["none", "window", "left", "right"]


class MinimapView(QWidget):
    """Drag the window to scroll, its edges to zoom; a click brings it there."""

    def __init__(
        self,
        document: TimelineDocument,
        viewport: Viewport,
        pictures: ClipPictures,
        theme: Theme,
        *,
        indexes: TrackIndexes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Minimap"))
        self.setMouseTracking(True)
        self._document = document
        self._viewport = viewport
        self._theme = theme
        self._film = MinimapFilm(indexes)
        self._grip: _Grip = "none"
        self._grabbed = 0
        viewport.changed.connect(self.update)
        document.changed.connect(self.update)
        document.selection_changed.connect(self.update)
        document.playhead_changed.connect(self.update)
        pictures.missing_changed.connect(self._draw_anew)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._draw_anew()

    def _draw_anew(self) -> None:
        self._film.forget()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        timeline = self._document.timeline
        film = self._film.drawn(timeline, self._document.selection, self._whole(), self._theme)
        painter.drawImage(QRect(0, 0, self.width(), self.height()), film)
        for marker in timeline.markers:
            painter.fillRect(self._x_of(marker.time), 0, 1, 4, self._theme.color("warn"))
        painter.fillRect(
            self._x_of(self._document.playhead), 0, 1, self.height(), self._theme.color("play")
        )
        if timeline.end:
            window = self._window()
            painter.setPen(self._theme.color("t1"))
            painter.drawRoundedRect(window.adjusted(0, 0, -1, -1), 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().toPoint().x()
        self._grip = self._grip_at(x)
        if self._grip == "none":
            self._grip = "window"
            self._grabbed = self._window().width() // 2
            self._bring_to(x)
        else:
            self._grabbed = x - self._window().left()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().toPoint().x()
        if self._grip == "none":
            is_edge = self._grip_at(x) in {"left", "right"}
            shape = Qt.CursorShape.SizeHorCursor if is_edge else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
        elif self._grip == "window":
            self._bring_to(x)
        else:
            self._stretch_to(x)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = "none"

    def _whole(self) -> Viewport:
        """A viewport that shows everything, as wide as this."""
        timeline = self._document.timeline
        whole = Viewport()
        whole.set_size(self.width(), self.height())
        whole.set_content(timeline.end, timeline.rate, 0)
        whole.fit()
        return whole

    @property
    def _scale(self) -> float:
        return self._viewport.farthest * self._viewport.width / max(1, self.width())

    def _x_of(self, time: float) -> int:
        return round(time / self._scale)

    def _window(self) -> QRect:
        left = self._x_of(self._viewport.left * self._viewport.scale)
        width = self._x_of(self._viewport.width * self._viewport.scale)
        return QRect(left, 0, max(_NARROWEST, width), self.height())

    def _grip_at(self, x: int) -> _Grip:
        window = self._window()
        if abs(x - window.left()) <= _HANDLE:
            return "left"
        if abs(x - window.right()) <= _HANDLE:
            return "right"
        return "window" if window.left() < x < window.right() else "none"

    def _bring_to(self, x: int) -> None:
        time = (x - self._grabbed) * self._scale
        self._viewport.scroll_to(round(time / self._viewport.scale))

    def _stretch_to(self, x: int) -> None:
        """The other edge stays where it is."""
        window = self._window()
        if self._grip == "right":
            width = max(_NARROWEST, x - window.left())
            self._viewport.zoom_to(width * self._scale / self._viewport.width, 0)
        else:
            width = max(_NARROWEST, window.right() - x)
            scale = width * self._scale / self._viewport.width
            self._viewport.zoom_to(scale, self._viewport.width)
