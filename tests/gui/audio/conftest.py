"""A microphone that says what a test has it say."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.monitor.pictures import Pictures
from timeline_studio.ui.monitor.playback import Playback
from timeline_studio.ui.voice_over.take_file import TakeFile
from timeline_studio.ui.voice_over.voice_over import VoiceOver


class SpokenMicrophone(QObject):
    """As the default one, without a device: `say` is what comes in."""

    heard = Signal(float)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.refusal = ""
        self.take: TakeFile | None = None

    def start(self, path: Path) -> str:
        if not self.refusal:
            self.take = TakeFile(path, sample_rate=48_000, channels=1, coding="<i2")
        return self.refusal

    def say(self, seconds: float, level: float = 0.5) -> None:
        count = round(48_000 * seconds)
        wave = level * np.sin(np.arange(count) * 2 * np.pi * 440 / 48_000)
        assert self.take is not None
        self.heard.emit(self.take.write((32_767 * wave).astype("<i2").tobytes()))

    def stop(self) -> TakeFile | None:
        take, self.take = self.take, None
        if take is not None:
            take.close()
        return take


class DeafSound:
    """A sound output of a computer without a device."""

    def __init__(self) -> None:
        self.status = ""

    def start(self, _timeline: Timeline, _time: int, *, backwards: bool = False) -> bool:
        self.status = "No sound device"
        return False

    def change(self, timeline: Timeline) -> None:
        pass

    def seconds_played(self) -> float | None:
        return None

    def stop(self) -> None:
        pass

    def close(self) -> None:
        pass


class NoPicture:
    """Nothing is looked at here."""

    def picture(self, *_: object) -> object:
        raise AssertionError

    near = prepare = picture

    def close(self) -> None:
        pass


@pytest.fixture
def microphone(qtbot: object) -> SpokenMicrophone:
    return SpokenMicrophone()


@pytest.fixture
def playback(qtbot: object, document: TimelineDocument) -> Iterator[Playback]:
    """Of the test's document, by the wall clock."""
    made = Playback(document, Pictures(NoPicture), DeafSound())
    yield made
    made.close()


@pytest.fixture
def voice(
    document: TimelineDocument, playback: Playback, microphone: SpokenMicrophone, tmp_path: Path
) -> VoiceOver:
    return VoiceOver(document, playback, microphone, tmp_path / "takes")
