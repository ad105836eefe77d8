"""Moving the playhead and the view by keys."""

from bisect import bisect_left, bisect_right

from timeline_studio.timeline.queries import edit_points
from timeline_studio.timeline.time import frame_at, frame_start
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.viewport import Viewport

_ZOOM = 1.5


class Navigation:
    """Where the playhead goes, the view follows."""

    def __init__(self, document: TimelineDocument, viewport: Viewport) -> None:
        self._document = document
        self._viewport = viewport

    def frame_back(self) -> None:
        self._step(-1)

    def frame_on(self) -> None:
        self._step(1)

    def to_start(self) -> None:
        self.go(0)

    def to_end(self) -> None:
        self.go(self._document.timeline.duration)

    def previous_edit(self) -> None:
        points = edit_points(self._document.timeline)
        at = bisect_left(points, self._document.playhead)
        self.go(points[at - 1] if at else 0)

    def next_edit(self) -> None:
        points = edit_points(self._document.timeline)
        at = bisect_right(points, self._document.playhead)
        if at < len(points):
            self.go(points[at])

    def zoom_in(self) -> None:
        self._zoom(1 / _ZOOM)

    def zoom_out(self) -> None:
        self._zoom(_ZOOM)

    def fit(self) -> None:
        self._viewport.fit()

    def _step(self, frames: int) -> None:
        rate = self._document.timeline.rate
        frame = max(0, frame_at(self._document.playhead, rate) + frames)
        self.go(frame_start(frame, rate))

    def go(self, time: int) -> None:
        self._document.set_playhead(time)
        self._viewport.reveal(self._document.playhead)

    def _zoom(self, factor: float) -> None:
        """Around the playhead where it is on the screen, else around the middle."""
        x = self._viewport.x_of(self._document.playhead)
        if not 0 <= x < self._viewport.width:
            x = self._viewport.width // 2
        self._viewport.zoom_to(self._viewport.scale * factor, x)
