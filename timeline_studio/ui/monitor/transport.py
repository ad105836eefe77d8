"""What the transport's keys do: Space, J K L, the arrows, Home and End."""

from timeline_studio.timeline.time import frame_at, frame_start
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.monitor.picture import end_of
from timeline_studio.ui.monitor.playback import Playback

FASTEST = 8


class Transport:
    """Commands over playback; every one that names a place stops there."""

    def __init__(self, document: TimelineDocument, playback: Playback) -> None:
        self._document = document
        self._playback = playback

    @property
    def rate(self) -> float:
        """Frames per second."""
        return float(self._document.timeline.rate)

    def toggle(self) -> None:
        if self._playback.speed:
            self._playback.stop()
        else:
            self._playback.play()

    def stop(self) -> None:
        self._playback.stop()

    def shuttle_forward(self) -> None:
        self._shuttle(1)

    def shuttle_back(self) -> None:
        self._shuttle(-1)

    def frame_forward(self) -> None:
        self._step(1)

    def frame_back(self) -> None:
        self._step(-1)

    def to_start(self) -> None:
        self._playback.seek(0)

    def to_end(self) -> None:
        self._playback.seek(end_of(self._document.timeline))

    def _shuttle(self, direction: int) -> None:
        """Asked again in the same direction, twice as fast."""
        speed = self._playback.speed * 2
        if speed * direction <= 0:
            speed = direction
        self._playback.play(max(-FASTEST, min(speed, FASTEST)))

    def _step(self, frames: int) -> None:
        rate = self._document.timeline.rate
        frame = frame_at(self._document.playhead, rate) + frames
        self._playback.seek(frame_start(max(frame, 0), rate))
