"""Transitions that are dragged onto a cut."""

import msgspec
from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent

from timeline_studio.timeline.model import Track
from timeline_studio.timeline.queries import cuts
from timeline_studio.timeline.transition_look import TransitionLook
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.gesture import Insertion
from timeline_studio.ui.editor.timeline_view import TimelineView
from timeline_studio.ui.editor.transition_commands import TRANSITION_DURATION

TRANSITION_MIME = "application/x-timeline-studio-transition"
"""A transition's look, as JSON."""

_REACH = 48
"""Pixels from a cut within which a drop is meant for it."""


def transition_mime(look: TransitionLook) -> QMimeData:
    """What the list of transitions hands to a drag."""
    mime = QMimeData()
    mime.setData(TRANSITION_MIME, msgspec.json.encode(look))
    return mime


def dragged_look(mime: QMimeData) -> TransitionLook | None:
    """What `mime` carries; None where it is something else, or not understood."""
    if not mime.hasFormat(TRANSITION_MIME):
        return None
    try:
        return msgspec.json.decode(mime.data(TRANSITION_MIME).data(), type=TransitionLook)
    except msgspec.DecodeError:
        return None


class TransitionDrops(QObject):
    """Watches `view` for dragged transitions, and shows over which cut one would come."""

    dropped = Signal(str, object, object)  # track id, cut in flicks, TransitionLook

    def __init__(self, document: TimelineDocument, view: TimelineView) -> None:
        super().__init__(view)
        self._document = document
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # drag enter and drag move are kinds of it
            return False
        look = dragged_look(event.mimeData())
        if look is None:
            return False
        found = None if self._document.is_read_only else self._cut(event)
        is_over = event.type() == QEvent.Type.Drop
        self._view.show_insertion(None if is_over or found is None else _shown(*found))
        if found is None and event.type() != QEvent.Type.DragEnter:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if is_over and found is not None:
            track, cut = found
            self.dropped.emit(track.id, cut, look)
        return True

    def _cut(self, event: QDropEvent) -> tuple[Track, int] | None:
        """The nearest one on the row under the pointer."""
        viewport = self._view.viewport
        point = event.position().toPoint()
        row = self._view.layout_of_tracks.rows.at(point.y() + viewport.top)
        if row is None or row.track.locked or row.track.kind == "caption":
            return None
        near = [
            (abs(viewport.x_of(cut) - point.x()), cut)
            for cut in cuts(row.track)
            if abs(viewport.x_of(cut) - point.x()) <= _REACH
        ]
        return (row.track, min(near)[1]) if near else None


def _shown(track: Track, cut: int) -> Insertion:
    half = TRANSITION_DURATION // 2
    return Insertion(track.id, cut - half, end=cut + half)
