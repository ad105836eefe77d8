"""Effects that are dragged onto a clip."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent

from timeline_studio.timeline.effects.catalog import EFFECT_KINDS
from timeline_studio.timeline.model import Item
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.gesture import Insertion
from timeline_studio.ui.editor.timeline_view import TimelineView

EFFECT_MIME = "application/x-timeline-studio-effect"
"""A kind of effect, by its name in documents."""


def effect_mime(kind: str) -> QMimeData:
    """What the list of effects hands to a drag."""
    mime = QMimeData()
    mime.setData(EFFECT_MIME, kind.encode())
    return mime


def dragged_kind(mime: QMimeData) -> str | None:
    """What `mime` carries; None where it is something else, or there is no such effect."""
    kind = bytes(mime.data(EFFECT_MIME).data()).decode(errors="replace")
    return kind if kind in EFFECT_KINDS else None


class EffectDrops(QObject):
    """Watches `view` for dragged effects, and shows which clip would get one.

    A clip that is selected gets it together with all others that are.
    """

    dropped = Signal(str, object)  # kind, item ids

    def __init__(self, document: TimelineDocument, view: TimelineView) -> None:
        super().__init__(view)
        self._document = document
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # drag enter and drag move are kinds of it
            return False
        kind = dragged_kind(event.mimeData())
        if kind is None:
            return False
        found = None if self._document.is_read_only else self._clip(event)
        is_over = event.type() == QEvent.Type.Drop
        self._view.show_insertion(None if is_over or found is None else _shown(*found))
        if found is None and event.type() != QEvent.Type.DragEnter:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if is_over and found is not None:
            selection, item = self._document.selection, found[1]
            self.dropped.emit(kind, selection if item.id in selection else [item.id])
        return True

    def _clip(self, event: QDropEvent) -> tuple[str, Item] | None:
        """The picture under the pointer, with its track's id."""
        hit = self._view.pointing.hit(event.position().toPoint())
        if hit is None or hit.row is None or hit.item is None:
            return None
        track = hit.row.track
        return None if track.locked or track.kind != "video" else (track.id, hit.item)


def _shown(track_id: str, item: Item) -> Insertion:
    return Insertion(track_id, item.start, end=item.end)
