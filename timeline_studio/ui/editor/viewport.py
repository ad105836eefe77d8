"""Which stretch of the timeline the canvas shows: scroll, zoom, time to pixels and back."""

from fractions import Fraction

from PySide6.QtCore import QObject, Signal

from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start

CLOSEST_PIXELS_A_FRAME = 120
FIT_MARGIN = 1.1
_EMPTY_DURATION = 60 * FLICKS_PER_SECOND
_FIRST_SCALE = FLICKS_PER_SECOND / 60


class Viewport(QObject):
    """Scroll offsets are whole pixels, so that what is drawn stands still while it scrolls.

    `scale` is flicks a pixel; x is pixels from the canvas's left edge.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scale = _FIRST_SCALE
        self.left = 0
        self.top = 0
        self.width = 1
        self.height = 1
        self._duration = 0
        self._rows_height = 0
        self._frame = frame_start(1, Fraction(30))

    def x_of(self, time: float) -> int:
        return round(time / self.scale) - self.left

    def time_at(self, x: float) -> int:
        """Flicks; negative left of the beginning."""
        return round((x + self.left) * self.scale)

    @property
    def closest(self) -> float:
        """The scale at which zooming in stops."""
        return self._frame / CLOSEST_PIXELS_A_FRAME

    @property
    def farthest(self) -> float:
        """The scale at which zooming out stops: everything, and a margin."""
        return max(self.closest, (self._duration or _EMPTY_DURATION) * FIT_MARGIN / self.width)

    @property
    def furthest_left(self) -> int:
        """The largest `left`: the end may come to the middle, so that one can build on."""
        return max(0, round(self._duration / self.scale) - self.width // 2)

    @property
    def furthest_top(self) -> int:
        return max(0, self._rows_height - self.height)

    def set_size(self, width: int, height: int) -> None:
        self.width, self.height = max(1, width), max(1, height)
        self._settle()

    def set_content(self, duration: int, rate: Fraction, rows_height: int) -> None:
        """What there is to show: flicks, frames a second, pixels."""
        self._duration, self._rows_height = duration, rows_height
        self._frame = frame_start(1, rate)
        self._settle()

    def scroll_to(self, left: int, top: int | None = None) -> None:
        self.left = left
        self.top = self.top if top is None else top
        self._settle()

    def zoom_to(self, scale: float, x: float) -> None:
        """Show `scale` flicks a pixel; what is under `x` stays there."""
        time = (x + self.left) * self.scale
        self.scale = min(self.farthest, max(self.closest, scale))
        self.left = round(time / self.scale - x)
        self._settle()

    def fit(self) -> None:
        """Show everything, from the beginning on."""
        self.scale = self.farthest
        self.scroll_to(0)

    def reveal(self, time: int) -> None:
        """Turn the page, if `time` is not on the screen."""
        x = self.x_of(time)
        if not 0 <= x < self.width:
            self.scroll_to(round(time / self.scale) - self.width // 10)

    def _settle(self) -> None:
        self.scale = min(self.farthest, max(self.closest, self.scale))
        self.left = min(self.furthest_left, max(0, self.left))
        self.top = min(self.furthest_top, max(0, self.top))
        self.changed.emit()
