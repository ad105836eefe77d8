"""The computer's sound input, behind a Protocol."""

import importlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal, SignalInstance

from timeline_studio.ui.voice_over.take_file import Coding, TakeFile

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioSource

NO_INPUT = "There is no microphone: connect one, and press Record again."
NO_ANSWER = (
    "The microphone gives no sound: allow this program to use it in the system's settings, or "
    "choose another one there."
)
NO_ROOM = "The recording could not be written: is the disk full? What was said until now is kept."

SAMPLE_RATE: Final = 48_000
PATIENCE_MS = 2_500

_CODINGS: Final[dict[str, Coding]] = {
    "UInt8": "u1",
    "Int16": "<i2",
    "Int32": "<i4",
    "Float": "<f4",
}
_log = logging.getLogger(__name__)


class Microphone(Protocol):
    """What a voice-over needs of a sound input."""

    @property
    def heard(self) -> SignalInstance:
        """Each time sound came in: its highest level, 0 to 1."""

    @property
    def failed(self) -> SignalInstance:
        """In words, when it gives nothing any more."""

    def start(self, path: Path) -> str:
        """Begin to write to `path`; in words, why not; empty when all is well."""

    def stop(self) -> TakeFile | None:
        """The take, whole; None where nothing was begun."""


class DefaultMicrophone(QObject):
    """The system's default input; lives on the GUI thread."""

    heard = Signal(float)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: QAudioSource | None = None
        self._stream: QIODevice | None = None
        self._take: TakeFile | None = None
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(lambda: self.failed.emit(NO_ANSWER))

    def start(self, path: Path) -> str:
        self.stop()
        opened = open_source(self)
        if opened is None:
            return NO_INPUT
        self._source, coding = opened
        form = self._source.format()
        try:
            self._take = TakeFile(
                path,
                sample_rate=form.sampleRate(),
                channels=form.channelCount(),
                coding=coding,
            )
        except OSError as error:
            _log.warning("A take cannot be written: %s", error)
            self.stop()
            return NO_ROOM
        self._stream = self._source.start()
        if self._stream is None:
            self.stop()
            return NO_ANSWER
        self._stream.readyRead.connect(self._read)
        self._patience.start()
        return ""

    def stop(self) -> TakeFile | None:
        self._patience.stop()
        if self._source is not None:
            self._source.stop()
            self._read()
            self._source.deleteLater()
        self._source = self._stream = None
        take, self._take = self._take, None
        if take is not None:
            take.close()
        return take

    def _read(self) -> None:
        if self._stream is None or self._take is None:
            return
        data = bytes(self._stream.readAll().data())
        if not data:
            return
        self._patience.start()
        try:
            self.heard.emit(self._take.write(data))
        except OSError as error:
            _log.warning("A take cannot be written on: %s", error)
            self.failed.emit(NO_ROOM)


def open_source(parent: QObject) -> "tuple[QAudioSource, Coding] | None":
    """The default input in mono at 48 kHz, else as it likes; None where there is none."""
    multimedia = _multimedia()
    if multimedia is None:
        return None
    device = multimedia.QMediaDevices.defaultAudioInput()
    if device.isNull():
        return None
    form = multimedia.QAudioFormat()
    form.setSampleRate(SAMPLE_RATE)
    form.setChannelCount(1)
    form.setSampleFormat(multimedia.QAudioFormat.SampleFormat.Int16)
    if not device.isFormatSupported(form):
        form = device.preferredFormat()
    coding = _CODINGS.get(form.sampleFormat().name)
    return None if coding is None else (multimedia.QAudioSource(device, form, parent), coding)


def _multimedia() -> Any:
    try:
        return importlib.import_module("PySide6.QtMultimedia")
    except ImportError as error:  # its system libraries, libpulse for one, may be missing
        _log.warning("No sound: %s", error)
        return None
