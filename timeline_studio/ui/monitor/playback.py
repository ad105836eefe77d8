"""Plays the document: a clock, the pictures ahead of it, the sound under it. No widgets."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import frame_at, frame_start
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.monitor.caption_preview import CaptionPreview
from timeline_studio.ui.monitor.drops import DropCount
from timeline_studio.ui.monitor.looping import Looping
from timeline_studio.ui.monitor.picture import PictureSize, end_of, shape_of, shown_time
from timeline_studio.ui.monitor.pictures import Pictures
from timeline_studio.ui.monitor.quality import PlaybackQuality, Quality, at_share
from timeline_studio.ui.monitor.sound import Sound
from timeline_studio.ui.monitor.sounded_clock import SoundedClock

TICK_MILLISECONDS = 8

SOUND_RETURNS_MILLISECONDS = 150
"""After a jump of the playhead: a drag along the ruler is silent until it rests."""

_STEPS = 3
"""Frames that are waited for; a longer way is a jump, in which a key picture is shown first."""


class Playback(QObject):
    """Keeps the picture on the document's playhead, and moves the playhead while playing.

    Lives on the GUI thread and never waits: pictures and sound are made on threads of theirs.
    """

    speed_changed = Signal(int)
    sound_status_changed = Signal(str)
    dropped = Signal(int)  # frames since playback began

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
        self.looping = Looping(self)
        self.drops = DropCount()
        self.quality = PlaybackQuality()
        self._pictures = pictures
        self._clock = SoundedClock(sound)
        self._size: PictureSize | None = None
        self._sound_status = ""
        self._stood_at = 0
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

    def choose_quality(self, quality: Quality) -> None:
        """How finely it is composed while it plays; what stands is always exact."""
        self.quality.choose(quality)
        if self.speed:
            self._refresh()

    def open_media_again(self) -> None:
        """Look anew for the files of all media, and show them."""
        self._pictures.open_again()
        self._refresh()

    def play(self, speed: int = 1) -> None:
        """Play from where it stands; forwards from the end is from the beginning."""
        timeline = self._document.timeline
        end = end_of(timeline)
        time = min(self._clock.time() if self.speed else self._document.playhead, end)
        time = self.looping.entry(timeline, time, speed)
        if not end or (speed < 0 and time == 0):
            return
        self.drops.start(speed)
        self.dropped.emit(0)
        self._start(time, speed)

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

    def _start(self, time: int, speed: int) -> None:
        self._move_playhead(time)
        was = self.speed
        self._sound_return.stop()
        self._clock.start(self._document.timeline, time, speed)
        self._ticking.start()
        self._refresh()
        self._tell(was)

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
            size = at_share(self._size, shape_of(timeline), self.quality.share)
            self._pictures.run(self.captions.of(timeline), self._clock.clock, size)
        else:
            time = shown_time(timeline, self._document.playhead)
            is_jump = abs(time - self._stood_at) > frame_start(_STEPS, timeline.rate)
            self._stood_at = time
            self._pictures.ask(self.captions.of(timeline), time, self._size, is_hasty=is_jump)

    def _tick(self) -> None:
        timeline, speed = self._document.timeline, self.speed
        time = self._clock.time()
        start, end = self.looping.stretch(timeline)
        self._tell(speed)
        if (time >= end) if speed > 0 else (time <= start):
            self._on_edge(start, end)
            return
        on_screen = frame_start(frame_at(time, timeline.rate), timeline.rate)
        picture = self._pictures.take_due(on_screen, forward=speed > 0)
        self._move_playhead(on_screen)
        if picture is not None and picture.is_exact:
            self._count(frame_at(picture.time, timeline.rate))

    def _on_edge(self, start: int, end: int) -> None:
        """Go round, or stand there."""
        forward = self.speed > 0
        if self.looping.is_on and end > start:
            self.drops.jump(self.speed)
            self._start(start if forward else end, self.speed)
        else:
            self.seek(end if forward else start)

    def _count(self, frame: int) -> None:
        missed = self.drops.show(frame)
        if missed:
            self.dropped.emit(self.drops.dropped)
        if self.quality.watch(missed):
            self._refresh()

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
            self.drops.jump(self.speed)
            self._clock.start_silent(time, self.speed)
            self._sound_return.start()
        self._refresh()

    def _on_sound_return(self) -> None:
        self._start(min(self._clock.time(), end_of(self._document.timeline)), self.speed)
