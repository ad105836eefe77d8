"""The column of headers beside the canvas, scrolled with its rows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from timeline_studio.timeline import edits
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.track_header import TrackHeader
from timeline_studio.ui.editor.track_layout import TrackLayout
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.editor.wheel import turn_wheel
from timeline_studio.ui.language import tr
from timeline_studio.ui.theme import Theme

_SHEET = """
QToolButton { min-width: 22px; min-height: 22px; color: %(t2)s; border-radius: 4px; }
QToolButton:checked { color: %(t1)s; }
QToolButton#badge { border: 1px solid %(ctl)s; min-width: 26px; max-height: 18px;
  min-height: 18px; color: %(t1)s; font-weight: 600; }
QToolButton#badge:checked { background: %(accent)s; border-color: %(accent)s;
  color: %(onAccent)s; }
QWidget#track-drop { border: 2px solid %(accent)s; }
QToolButton#badge:focus { border: 2px solid %(t1)s; }
"""


class TrackHeaders(QWidget):
    """Keeps a header for each row; made anew only when the rows themselves change."""

    def __init__(
        self,
        document: TimelineDocument,
        viewport: Viewport,
        layout: TrackLayout,
        *,
        mode: EditingMode,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Tracks"))
        self._document = document
        self._viewport = viewport
        self._layout = layout
        self._mode = mode
        self._theme = theme
        self._headers: dict[tuple[str, str], TrackHeader] = {}
        self._target_line = QWidget(self)
        self._target_line.setObjectName("track-drop")
        self._target_line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._target_line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._target_line.hide()
        layout.changed.connect(self._show_rows)
        viewport.changed.connect(self._place)
        mode.changed.connect(self._show_rows)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setStyleSheet(_SHEET % {name: color.name() for name, color in theme.colors.items()})
        for key in list(self._headers):
            self._drop(key)
        self._show_rows()

    def header(self, track_id: str) -> TrackHeader:
        return next(header for (key, _), header in self._headers.items() if key == track_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("bg1"))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn_wheel(event, self._viewport, self._layout)
        event.accept()

    def _show_rows(self) -> None:
        rows = {(row.track.id, row.label): row for row in self._layout.rows}
        for gone in self._headers.keys() - rows.keys():
            self._drop(gone)
        for key, row in rows.items():
            if header := self._headers.get(key):
                header.show_row(row)
            else:
                header = TrackHeader(row, self._document, self._mode, self._theme, self)
                header.dragged.connect(self._show_drop)
                header.dropped.connect(self._drop_track)
                header.stretched.connect(self._layout.set_height)
                header.show()
                self._headers[key] = header
        self._place()

    def _show_drop(self, y: int) -> None:
        row = self._layout.rows.at(y + self._viewport.top)
        self._target_line.setVisible(row is not None)
        if row is not None:
            self._target_line.setGeometry(0, row.top - self._viewport.top, self.width(), row.height)
            self._target_line.raise_()

    def _drop_track(self, track_id: str, y: int) -> None:
        """Into the place of the track that lies there, among those of its kind."""
        self._target_line.hide()
        row, tracks = self._layout.rows.at(y + self._viewport.top), self._document.timeline.tracks
        moved = next(track for track in tracks if track.id == track_id)
        if row is None or row.track.kind != moved.kind or row.track.id == track_id:
            return
        place = [track.id for track in tracks if track.kind == moved.kind].index(row.track.id)
        self._document.apply(
            "Move track", lambda timeline: edits.move_track(timeline, track_id, place)
        )

    def _drop(self, key: tuple[str, str]) -> None:
        header = self._headers.pop(key)
        header.hide()  # it is deleted only when the event loop gets there
        header.deleteLater()

    def _place(self) -> None:
        for row in self._layout.rows:
            if header := self._headers.get((row.track.id, row.label)):
                header.setGeometry(0, row.top - self._viewport.top, self.width(), row.height)
