"""One take of a voice-over: a count-in, the film plays, what is said goes to a track."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_studio.timeline.model import Track, new_id
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.language import tr
from timeline_studio.ui.monitor.picture import end_of
from timeline_studio.ui.monitor.playback import Playback
from timeline_studio.ui.voice_over.microphone import Microphone

State: TypeAlias = Literal["idle", "counting", "recording"]

COUNT_IN = 3
_SHORTEST_SECONDS = 0.2
_NO_TRACK = "Add an audio track first: what you say needs one to lie on."
_LOCKED = "{track} is locked: unlock it, or choose another track in the Audio tab."
_READ_ONLY = "This timeline is open to read only: what you say cannot be put on it."
_TOO_SHORT = "Nothing was recorded: that was too short."


@dataclass(frozen=True)
class Take:
    """A file for the library, to lie on this track from `time` (flicks) on, while the document has
    been loaded so many times."""

    path: Path
    track_id: str
    time: int
    loads: int


class VoiceOver(QObject):
    """`changed` tells of the state and of the words beside it; `finished` carries a Take."""

    changed = Signal()
    heard = Signal(float)  # the highest level, 0 to 1
    finished = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        document: TimelineDocument,
        playback: Playback,
        microphone: Microphone,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._playback = playback
        self._microphone = microphone
        self._folder = folder
        self.state: State = "idle"
        self.seconds = 0
        """To wait while it counts; else of what is recorded."""
        self._track_id = ""
        self._loads = 0
        self._begin = 0
        self._has_begun = False
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._on_second)
        microphone.heard.connect(self._on_heard)
        microphone.failed.connect(self._on_failed)
        playback.speed_changed.connect(self._on_speed)
        document.changed.connect(lambda _timeline: self._on_document_changed())

    def begin(self, track: Track | None, *, counts: bool = True) -> None:
        """Onto this track, from the playhead on. What stands in the way is told by `failed`."""
        if self.state != "idle":
            return
        if reason := self._obstacle(track):
            self.failed.emit(reason)
            return
        assert track is not None  # noqa: S101 - asked before
        self._track_id, self._loads = track.id, self._document.loads
        self._playback.stop()
        if counts:
            self._go("counting", COUNT_IN)
        else:
            self._record()

    def stop(self) -> None:
        """What was said until now goes to the track; while it counts nothing was."""
        was, self.state = self.state, "idle"
        if was == "idle":
            return
        self._clock.stop()
        take = self._microphone.stop()
        self._playback.stop()
        self.changed.emit()
        if was == "counting" or take is None:
            return
        if take.seconds < _SHORTEST_SECONDS:
            take.path.unlink(missing_ok=True)
            self.failed.emit(tr(_TOO_SHORT))
            return
        self.finished.emit(Take(take.path, self._track_id, self._begin, self._loads))

    def _obstacle(self, track: Track | None) -> str:
        if self._document.is_read_only:
            return tr(_READ_ONLY)
        if track is None:
            return tr(_NO_TRACK)
        return tr(_LOCKED, track=track.name) if track.locked else ""

    def _go(self, state: State, seconds: int) -> None:
        self.state, self.seconds = state, seconds
        self._clock.start()
        self.changed.emit()

    def _on_second(self) -> None:
        if self.state == "recording":
            self.seconds += 1
            self.changed.emit()
            return
        self.seconds -= 1
        if self.seconds > 0:
            self.changed.emit()
        else:
            self._record()

    def _record(self) -> None:
        self._has_begun = False
        self._begin = self._document.playhead
        refused = self._microphone.start(self._folder / f"Voice-over {new_id()[:8]}.wav")
        if refused:
            self._clock.stop()
            self.state = "idle"
            self.changed.emit()
            self.failed.emit(tr(refused))
            return
        self._go("recording", 0)
        self._playback.play()

    def _on_heard(self, level: float) -> None:
        """The first sound was said at the picture that is seen now."""
        if self.state == "recording" and not self._has_begun:
            self._has_begun = True
            self._begin = self._document.playhead
        self.heard.emit(level)

    def _on_failed(self, words: str) -> None:
        self.stop()
        self.failed.emit(tr(words))

    def _on_document_changed(self) -> None:
        """Another timeline was opened: what was said is for the one before."""
        if self._document.loads != self._loads:
            self.stop()

    def _on_speed(self, speed: int) -> None:
        """Whoever stops the film has said all; beyond the film's end one may go on."""
        is_over = self._document.playhead >= end_of(self._document.timeline)
        if self.state == "recording" and speed != 1 and not is_over:
            self.stop()
