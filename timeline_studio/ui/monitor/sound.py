"""Sound of playback on the computer's output, which is the master clock while it plays."""

import importlib
import logging
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QIODevice, QObject, Qt, QTimer

from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.monitor.mixing import MixingThread, SampleSource

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioSink

NO_DEVICE = "No sound device"
LOST_DEVICE = "The sound device does not answer"
NOT_READY = "The sound is not ready in time"

BUFFER_SECONDS = 0.2
FEED_MILLISECONDS = 15

PATIENCE_SECONDS = 2.5
"""When nothing was heard for so long, playback goes on without sound. A server may fill
two seconds of buffer before it begins."""

_BYTES_A_SAMPLE = 2 * 4

_log = logging.getLogger(__name__)


class Sound(Protocol):
    """What playback needs of a sound output."""

    status: str

    def start(self, timeline: Timeline, time: int, *, backwards: bool = False) -> bool:
        """Begin at `time` (flicks). False when there is nothing to hear it with."""

    def change(self, timeline: Timeline) -> None:
        """Go on with an edited timeline."""

    def seconds_played(self) -> float | None:
        """How much was heard since `start`; None when the device is gone."""

    def stop(self) -> None: ...

    def close(self) -> None: ...


class SoundOutput(QObject):
    """Feeds the default device; lives on the GUI thread, mixes on another.

    `status` says why nothing is heard; it is empty when all is well.
    """

    def __init__(
        self, mixer: Callable[[Timeline], SampleSource], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.status = ""
        self._mixing = MixingThread(mixer)
        self._sink: QAudioSink | None = None
        self._stream: QIODevice | None = None
        self._rest = b""
        self._patience = _Patience()
        self._feeding = QTimer(self, interval=FEED_MILLISECONDS)
        self._feeding.setTimerType(Qt.TimerType.PreciseTimer)
        self._feeding.timeout.connect(self._feed)
        self.destroyed.connect(self._mixing.ask_to_stop)

    def start(self, timeline: Timeline, time: int, *, backwards: bool = False) -> bool:
        self.stop()
        self._sink = open_sink(timeline.sample_rate, self)
        self._stream = self._sink.start() if self._sink is not None else None
        if self._stream is None:
            self.stop()
            self.status = NO_DEVICE
            return False
        self.status = ""
        self._patience = _Patience()
        self._mixing.start(timeline, time, backwards=backwards)
        self._feeding.start()
        return True

    def change(self, timeline: Timeline) -> None:
        self._mixing.change(timeline)

    def seconds_played(self) -> float | None:
        if self._sink is None:
            return None
        played = self._sink.processedUSecs() / 1e6
        if self._patience.covers(played):
            self.status = self._mixing.problem or self.status
            return played
        is_dry = self._sink.bytesFree() == self._sink.bufferSize()
        self.stop()
        self.status = NOT_READY if is_dry else LOST_DEVICE
        return None

    def stop(self) -> None:
        self._feeding.stop()
        self._mixing.pause()
        self._rest = b""
        if self._sink is not None:
            self._sink.reset()
            self._sink.deleteLater()
        self._sink = self._stream = None

    def close(self) -> None:
        self.stop()
        self._mixing.close()

    def _feed(self) -> None:
        if self._sink is None or self._stream is None:
            return
        room = self._sink.bytesFree()
        while room >= _BYTES_A_SAMPLE:
            self._rest = self._rest or self._mixing.take() or b""
            written = self._stream.write(self._rest[:room])
            if not self._rest or written <= 0:
                return
            self._rest = self._rest[written:]
            room -= written


class _Patience:
    """Tells a device that has stalled, or was never fed, from one that plays."""

    def __init__(self) -> None:
        self._played = 0.0
        self._since = monotonic()

    def covers(self, played: float) -> bool:
        if played != self._played:
            self._played, self._since = played, monotonic()
        return monotonic() - self._since < PATIENCE_SECONDS


def open_sink(sample_rate: int, parent: QObject) -> "QAudioSink | None":
    """A sink for float32 stereo on the default device, or None where there is none."""
    multimedia = _multimedia()
    if multimedia is None:
        return None
    device = multimedia.QMediaDevices.defaultAudioOutput()
    if device.isNull():
        return None
    form = multimedia.QAudioFormat()
    form.setSampleRate(sample_rate)
    form.setChannelCount(2)
    form.setSampleFormat(multimedia.QAudioFormat.SampleFormat.Float)
    sink: QAudioSink = multimedia.QAudioSink(device, form, parent)
    sink.setBufferSize(round(sample_rate * BUFFER_SECONDS) * _BYTES_A_SAMPLE)
    return sink


def _multimedia() -> Any:
    try:
        return importlib.import_module("PySide6.QtMultimedia")
    except ImportError as error:  # its system libraries, libpulse for one, may be missing
        _log.warning("No sound: %s", error)
        return None
