"""Plays the document: a clock, the pictures ahead of it, the sound under it. No widgets."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import frame_at, frame_start
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.monitor.caption_preview import CaptionPreview
from timeline_studio.ui.monitor.picture import PictureSize, end_of, shown_time
from timeline_studio.ui.monitor.pictures import Pictures
from timeline_studio.ui.monitor.sound import Sound
from timeline_studio.ui.monitor.sounded_clock import SoundedClock

TICK_MILLISECONDS = 8

SOUND_RETURNS_MILLISECONDS = 150
"""After a jump of the playhead: a drag along the ruler is silent until it rests."""


class Playback(QObject):
    """Keeps the picture on the document's playhead, and moves the playhead while playing.

    Lives on the GUI thread and never waits: pictures and sound are made on threads of theirs.
    """

    speed_changed = Signal(int)
    sound_status_changed = Signal(str)

    def __init__(
        self,
        document: TimelineDocument,
        pictures: Pictures,
        sound: Sound,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.captions = CaptionPreview(self)
        self._pictures = pictures
        self._clock = SoundedClock(sound)
        self._size: PictureSize | None = None
        self._sound_status = ""
        self._is_moving_playhead = False
        self._ticking = QTimer(self, interval=TICK_MILLISECONDS)
        self._ticking.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticking.timeout.connect(self._tick)
        self._sound_return = QTimer(self, interval=SOUND_RETURNS_MILLISECONDS, singleShot=True)
        self._sound_return.timeout.connect(self._on_sound_return)
        document.changed.connect(self._on_document_changed)
        document.playhead_changed.connect(self._on_playhead_changed)
        self.captions.changed.connect(self._refresh)

    @property
    def speed(self) -> int:
        """Times normal speed; negative is backwards, 0 when it stands."""
        return self._clock.speed

    def set_size(self, size: PictureSize) -> None:
        """Make pictures of this size from now on."""
        if size != self._size:
            self._size = size
            self._refresh()

    def play(self, speed: int = 1) -> None:
        """Play from where it stands; forwards from the end is from the beginning."""
        timeline = self._document.timeline
        end = end_of(timeline)
        time = min(self._clock.time() if self.speed else self._document.playhead, end)
        if speed > 0 and time == end:
            time = 0
        if not end or (speed < 0 and time == 0):
            return
        self._move_playhead(time)
        was = self.speed
        self._sound_return.stop()
        self._clock.start(timeline, time, speed)
        self._ticking.start()
        self._refresh()
        self._tell(was)

    def stop(self) -> None:
        """Stand on the playhead's picture."""
        if self.speed:
            self._halt()
            self._refresh()

    def seek(self, time: int) -> None:
        """Stop, and stand on the frame at `time` (flicks), within the timeline."""
        self._halt()
        self._move_playhead(max(0, min(time, end_of(self._document.timeline))))
        self._refresh()

    def show_sheet(self, timeline: Timeline, times: tuple[int | None, ...]) -> None:
        """Stop, and show these pictures of `timeline` beside each other until `refresh`."""
        self._halt()
        if self._size is not None:
            self._pictures.ask_sheet(timeline, times, self._size)

    def refresh(self) -> None:
        """Show the playhead's picture again."""
        self._refresh()

    def close(self) -> None:
        """Stop, and end the threads; the next `set_size` starts them again."""
        self._halt()
        self._size = None
        self._pictures.close()
        self._clock.close()

    def _halt(self) -> None:
        was = self.speed
        self._ticking.stop()
        self._sound_return.stop()
        self._clock.stop()
        self._tell(was)

    def _tell(self, was: int) -> None:
        if self.speed != was:
            self.speed_changed.emit(self.speed)
        if self._clock.sound_status != self._sound_status:
            self._sound_status = self._clock.sound_status
            self.sound_status_changed.emit(self._sound_status)

    def _refresh(self) -> None:
        """Ask for what the picture area should show now."""
        timeline = self._document.timeline
        if self._size is None or not timeline.duration:
            self._pictures.forget()
        elif self.speed:
            self._pictures.run(self.captions.of(timeline), self._clock.clock, self._size)
        else:
            time = shown_time(timeline, self._document.playhead)
            self._pictures.ask(self.captions.of(timeline), time, self._size)

    def _tick(self) -> None:
        timeline, speed = self._document.timeline, self.speed
        time, end = self._clock.time(), end_of(timeline)
        self._tell(speed)
        if (time >= end) if speed > 0 else (time <= 0):
            self.seek(end if speed > 0 else 0)
            return
        on_screen = frame_start(frame_at(time, timeline.rate), timeline.rate)
        self._pictures.take_due(on_screen, forward=speed > 0)
        self._move_playhead(on_screen)

    def _move_playhead(self, time: int) -> None:
        self._is_moving_playhead = True
        try:
            self._document.set_playhead(time)
        finally:
            self._is_moving_playhead = False

    def _on_document_changed(self, timeline: Timeline) -> None:
        self._clock.change(timeline)
        self._refresh()

    def _on_playhead_changed(self, time: int) -> None:
        if self._is_moving_playhead:
            return
        if self.speed:
            self._clock.start_silent(time, self.speed)
            self._sound_return.start()
        self._refresh()

    def _on_sound_return(self) -> None:
        self.play(self.speed)
