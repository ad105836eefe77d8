"""What may be dropped on the timeline: uploads of the media bin, files of the desktop."""

import json
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent

from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.editing_mode import EditingMode
from timeline_studio.ui.editor.gesture import Insertion, on_frame
from timeline_studio.ui.editor.snapping import SNAP_RADIUS, snap_targets
from timeline_studio.ui.editor.timeline_view import TimelineView

UPLOADS_MIME = "application/x-timeline-studio-uploads"
"""A JSON list of upload ids."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """One of the two is empty."""

    upload_ids: tuple[int, ...] = ()
    files: tuple[Path, ...] = ()


def uploads_mime(upload_ids: list[int]) -> QMimeData:
    """What the media bin hands to a drag."""
    mime = QMimeData()
    mime.setData(UPLOADS_MIME, json.dumps(upload_ids).encode())
    return mime


def dropped(mime: QMimeData) -> Dropped:
    """What `mime` carries that a timeline can use; nothing where it is not understood."""
    if mime.hasFormat(UPLOADS_MIME):
        try:
            ids = json.loads(mime.data(UPLOADS_MIME).toStdString())
        except ValueError:
            return Dropped()
        return Dropped(upload_ids=tuple(ids)) if isinstance(ids, list) else Dropped()
    files = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return Dropped(files=tuple(files))


class DropTarget(QObject):
    """Watches `view` for drags, shows where they would go, and says what was dropped."""

    uploads_dropped = Signal(list, str, object)  # ids, track id or "", flicks
    files_dropped = Signal(list, str, object)  # paths, track id or "", flicks

    def __init__(self, document: TimelineDocument, view: TimelineView, mode: EditingMode) -> None:
        super().__init__(view)
        self._document = document
        self._view = view
        self._mode = mode
        view.setAcceptDrops(True)
        view.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self._view.show_insertion(None)
            return True
        if not isinstance(event, QDropEvent):  # drag enter and drag move are kinds of it
            return False
        found = dropped(event.mimeData())
        if self._document.is_read_only or found == Dropped():
            event.ignore()
            return True
        insertion = self._insertion(event)
        if event.type() == QEvent.Type.Drop:
            self._view.show_insertion(None)
            self._tell(found, insertion)
        else:
            self._view.show_insertion(insertion)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _tell(self, found: Dropped, insertion: Insertion) -> None:
        where = insertion.track_id, insertion.time
        if found.upload_ids:
            self.uploads_dropped.emit(list(found.upload_ids), *where)
        else:
            self.files_dropped.emit(list(found.files), *where)

    def _insertion(self, event: QDropEvent) -> Insertion:
        viewport, timeline = self._view.viewport, self._document.timeline
        point = event.position().toPoint()
        row = self._view.layout_of_tracks.rows.at(point.y() + viewport.top)
        track_id = row.track.id if row and not row.track.locked else ""
        time = max(0, on_frame(viewport.time_at(point.x()), timeline.rate))
        if self._mode.is_snapping:
            targets = snap_targets(timeline, self._document.playhead)
            if snap := targets.nearest((time,), SNAP_RADIUS * viewport.scale):
                return Insertion(track_id, snap.time, snap)
        return Insertion(track_id, time)
