"""The rows of the open timeline, and how high they are: headers and canvas share them."""

from PySide6.QtCore import QObject, Signal

from timeline_studio.timeline.model import TrackKind
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.rows import NARROW_HEIGHTS, WIDE_HEIGHTS, Rows, clamped_height
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.theme.metrics import WIDE_WINDOW


class TrackLayout(QObject):
    """Follows the document, and tells the viewport how much there is to show."""

    changed = Signal()
    heights_chosen = Signal()  # of single tracks, by hand

    def __init__(
        self, document: TimelineDocument, viewport: Viewport, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._viewport = viewport
        self._heights: dict[TrackKind, int] = dict(WIDE_HEIGHTS)
        self._own: dict[str, int] = {}
        self._below: dict[str, int] = {}
        self._is_chosen = False
        self.rows = Rows(document.timeline, self._heights, self._below, self._own)
        document.changed.connect(self._lay_out)
        self._lay_out()

    def fit_window(self, width: int) -> None:
        """Rows are lower in a narrow window, unless somebody chose their height."""
        if not self._is_chosen:
            self._set_heights(dict(WIDE_HEIGHTS if width >= WIDE_WINDOW else NARROW_HEIGHTS))

    def change_height(self, kind: TrackKind, by: int) -> None:
        """Make all rows of one kind higher or lower; pixels. None keeps a height of its own."""
        self._is_chosen = True
        mine = {row.track.id for row in self.rows if row.track.kind == kind}
        if mine & self._own.keys():
            self._own = {each: height for each, height in self._own.items() if each not in mine}
            self.heights_chosen.emit()
        self._set_heights({**self._heights, kind: clamped_height(self._heights[kind] + by)})

    @property
    def own_heights(self) -> dict[str, int]:
        """Of tracks whose height was chosen for them alone, by their ids."""
        return dict(self._own)

    def show_heights(self, heights: dict[str, int]) -> None:
        """What was chosen earlier for single tracks."""
        self._own = {track_id: clamped_height(height) for track_id, height in heights.items()}
        self._lay_out()

    def set_height(self, track_id: str, height: int) -> None:
        """Make one row so many pixels high."""
        self._own = {**self._own, track_id: clamped_height(height)}
        self._lay_out()
        self.heights_chosen.emit()

    def leave_below(self, below: dict[str, int]) -> None:
        """Leave so many pixels free under the rows of tracks, by their ids."""
        if below != self._below:
            self._below = below
            self._lay_out()

    def _set_heights(self, heights: dict[TrackKind, int]) -> None:
        if heights != self._heights:
            self._heights = heights
            self._lay_out()

    def _lay_out(self) -> None:
        timeline = self._document.timeline
        self.rows = Rows(timeline, self._heights, self._below, self._own)
        self._viewport.set_content(timeline.end, timeline.rate, self.rows.height)
        self.changed.emit()
