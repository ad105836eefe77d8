"""A monitor on real media whose every picture carries its number."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from media_factory import read_stamp, stamped_video
from timeline_studio.errors import StudioError
from timeline_studio.render import Resolve
from timeline_studio.timeline.model import Clip, MediaReference, Timeline, Track
from timeline_studio.timeline.time import frame_at, frame_start
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.monitor import MonitorPanel
from timeline_studio.ui.theme import Theme, load_fonts

RATE = Fraction(30)
FRAMES = 60


class QuietSound:
    """A Sound without a device; a test may lend it a clock."""

    def __init__(self) -> None:
        self.status = ""
        self.played: float | None = 0.0
        self.readings = 0
        self.is_present = False
        self.is_on = False
        self.is_closed = False
        self.starts: list[int] = []
        self.is_backwards = False
        self.timelines: list[Timeline] = []

    def start(self, timeline: Timeline, time: int, *, backwards: bool = False) -> bool:
        self.timelines.append(timeline)
        self.starts.append(time)
        self.is_backwards = backwards
        self.played = 0.0
        self.is_on = self.is_present
        return self.is_present

    def change(self, timeline: Timeline) -> None:
        self.timelines.append(timeline)

    def seconds_played(self) -> float | None:
        self.readings += 1
        return self.played

    def stop(self) -> None:
        self.is_on = False

    def close(self) -> None:
        self.stop()
        self.is_closed = True


def _resolve(media: MediaReference) -> Path:
    path = Path(urlsplit(media.url).path)
    if not path.exists():
        raise StudioError(f"The media “{media.name}” is missing: relink its clips.")
    return path


def clip(path: Path, name: str = "", *, start: int = 0, frames: int = FRAMES) -> Clip:
    """A clip over frames [`start`, `start` + `frames`) of the timeline."""
    return Clip(
        id=name or path.stem,
        start=frame_start(start, RATE),
        duration=frame_start(frames, RATE),
        media=MediaReference(url=path.as_uri(), name=path.name),
    )


@pytest.fixture
def resolve() -> Resolve:
    return _resolve


@pytest.fixture
def make_clip() -> Callable[..., Clip]:
    return clip


@pytest.fixture
def make_timeline() -> Callable[..., Timeline]:
    def made(*clips: Clip, with_sound: bool = True) -> Timeline:
        tracks = [Track(id="v", kind="video", items=clips)]
        if with_sound:
            tracks.append(Track(id="a", kind="audio", items=clips))
        return Timeline(rate=RATE, width=640, height=360, tracks=tuple(tracks))

    return made


@pytest.fixture
def footage(tmp_path: Path) -> Path:
    path = tmp_path / "footage.mp4"
    return stamped_video(path, frames=FRAMES, rate=30, size=(320, 180), clicks_at=[0.5, 1.0])


@pytest.fixture
def sound() -> QuietSound:
    return QuietSound()


@pytest.fixture
def document(footage: Path, make_timeline: Callable[..., Timeline]) -> TimelineDocument:
    return TimelineDocument(make_timeline(clip(footage)))


@pytest.fixture
def panel(qtbot: QtBot, document: TimelineDocument, sound: QuietSound) -> MonitorPanel:
    load_fonts()
    panel = MonitorPanel(document, _resolve, Theme.load("dark"), sound=sound)
    qtbot.addWidget(panel)
    panel.resize(480, 420)
    panel.show()
    return panel


@pytest.fixture
def shown(panel: MonitorPanel) -> Callable[[], int | None]:
    """The number of the picture that a user sees, read from the screen."""
    return lambda: _stamp_of(panel.view.grab().toImage())


@pytest.fixture
def stamp_of() -> Callable[[QImage], int | None]:
    return _stamp_of


@pytest.fixture
def playhead(document: TimelineDocument) -> Callable[[], int]:
    """The frame the playhead is on."""
    return lambda: frame_at(document.playhead, document.timeline.rate)


@pytest.fixture
def go_to(document: TimelineDocument) -> Callable[[int], None]:
    return lambda frame: document.set_playhead(frame_start(frame, RATE))


def _stamp_of(image: QImage) -> int | None:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    pixels = rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3)
    return read_stamp(pixels)
