"""A rubber band: what it touches is selected."""

from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.selection import with_group
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.gesture import Band, Feedback, Pointer
from timeline_studio.ui.editor.rows import Rows


class BandDrag:
    """Adds to the selection `kept`; nothing is selected in the document before it ends."""

    def __init__(
        self, timeline: Timeline, rows: Rows, press: Pointer, kept: frozenset[str]
    ) -> None:
        self.preview = timeline
        self.feedback = Feedback(selection=kept)
        self._rows = rows
        self._press = press
        self._kept = kept
        self._touched: frozenset[str] = frozenset()

    def move(self, pointer: Pointer) -> None:
        press = self._press
        start, end = sorted((press.time, pointer.time))
        top, bottom = sorted((press.y, pointer.y))
        self._touched = frozenset(
            item.id
            for row in self._rows.between(top, bottom + 1)
            if not row.track.locked
            for item in row.track.items
            if item.start < end and item.end > start
        )
        self._touched = with_group(self.preview, self._touched)
        self.feedback = Feedback(
            band=Band(start, end, top, bottom), selection=self._kept | self._touched
        )

    def finish(self, document: TimelineDocument) -> None:
        document.select(self._kept | self._touched)
