"""Whether playback goes round, and between which times."""

from PySide6.QtCore import QObject, Signal

from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import frame_start
from timeline_studio.ui.editor.range_points import RangePoints
from timeline_studio.ui.monitor.picture import end_of


class Looping(QObject):
    """Between the in and the out point; where one is missing, from the start or to the end."""

    switched = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = False
        self.points: RangePoints | None = None

    def switch(self, on: bool) -> None:
        if on != self.is_on:
            self.is_on = on
            self.switched.emit(on)

    def stretch(self, timeline: Timeline) -> tuple[int, int]:
        """What is played, in flicks: all of it, or when looping what lies between the points."""
        whole = 0, end_of(timeline)
        if not self.is_on or self.points is None:
            return whole
        start, end = self.points.start or 0, self.points.end
        end = whole[1] if end is None else min(end, whole[1])
        return (start, end) if end - start >= frame_start(1, timeline.rate) else whole

    def entry(self, timeline: Timeline, time: int, speed: int) -> int:
        """Where to begin to play when the playhead is at `time`."""
        start, end = self.stretch(timeline)
        if speed > 0:
            return time if start <= time < end else start
        return time if start < time <= end or not self.is_on else end
