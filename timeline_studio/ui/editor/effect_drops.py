"""Effects that are dragged onto a clip."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDropEvent

from timeline_studio.timeline.effects.catalog import EFFECT_KINDS
from timeline_studio.timeline.model import Item
from timeline_studio.ui.editor.carried_drops import CarriedDrops
from timeline_studio.ui.editor.gesture import Insertion

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


class EffectDrops(CarriedDrops[str, tuple[str, Item]]):
    """Shows which clip would get an effect: a track's id, and the item.

    A clip that is selected gets it together with all others that are.
    """

    dropped = Signal(str, object)  # kind, item ids

    def _carried(self, mime: QMimeData) -> str | None:
        return dragged_kind(mime)

    def _target(self, event: QDropEvent) -> tuple[str, Item] | None:
        """The picture under the pointer, with its track's id."""
        hit = self._view.pointing.hit(event.position().toPoint())
        if hit is None or hit.row is None or hit.item is None:
            return None
        track = hit.row.track
        return None if track.locked or track.kind != "video" else (track.id, hit.item)

    def _shown(self, target: tuple[str, Item]) -> Insertion:
        track_id, item = target
        return Insertion(track_id, item.start, end=item.end)

    def _drop(self, carried: str, target: tuple[str, Item]) -> None:
        selection, item = self._document.selection, target[1]
        self.dropped.emit(carried, selection if item.id in selection else [item.id])
