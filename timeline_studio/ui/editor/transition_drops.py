"""Transitions that are dragged onto a cut."""

import msgspec
from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDropEvent

from timeline_studio.timeline.model import Track
from timeline_studio.timeline.queries import cuts
from timeline_studio.timeline.transition_look import TransitionLook
from timeline_studio.ui.editor.carried_drops import CarriedDrops
from timeline_studio.ui.editor.gesture import Insertion
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


class TransitionDrops(CarriedDrops[TransitionLook, tuple[Track, int]]):
    """Shows over which cut a transition would come: its track, and its time in flicks."""

    dropped = Signal(str, object, object)  # track id, cut in flicks, TransitionLook

    def _carried(self, mime: QMimeData) -> TransitionLook | None:
        return dragged_look(mime)

    def _target(self, event: QDropEvent) -> tuple[Track, int] | None:
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

    def _shown(self, target: tuple[Track, int]) -> Insertion:
        track, cut = target
        half = TRANSITION_DURATION // 2
        return Insertion(track.id, cut - half, end=cut + half)

    def _drop(self, carried: TransitionLook, target: tuple[Track, int]) -> None:
        track, cut = target
        self.dropped.emit(track.id, cut, carried)
