"""What the monitor's thread is asked for: one picture, several as one, or a run of them."""

from dataclasses import dataclass
from typing import Protocol, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.monitor.clock import PlaybackClock
from timeline_studio.ui.monitor.picture import Picture, PictureSize, cells_of


class PictureSource(Protocol):
    """Makes pictures on the one thread that calls it; never raises."""

    def picture(self, timeline: Timeline, time: int, size: PictureSize) -> Picture: ...

    def near(self, timeline: Timeline, time: int, size: PictureSize) -> Picture:
        """One that stands in for it at once; nearer, and in the end exact, when asked again."""

    def prepare(self, start: int, end: int) -> None:
        """The picture at `start` is the next, and what comes until `end` will be asked for soon."""

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Still:
    """One picture, at `time`. `is_hasty`: after a jump, another is shown until it is made."""

    request: int
    timeline: Timeline
    size: PictureSize
    time: int
    is_hasty: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Pictures from frame `first` on, as `clock` goes."""

    timeline: Timeline
    size: PictureSize
    clock: PlaybackClock
    first: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Several pictures side by side, at `times`; None leaves a place black."""

    request: int
    timeline: Timeline
    size: PictureSize
    times: tuple[int | None, ...]


Order: TypeAlias = Still | Sheet | Run


def composed_sheet(source: PictureSource, sheet: Sheet) -> Picture:
    """Two pictures beside each other, four in two rows, each whole; the first error is told."""
    cells = cells_of(sheet.size, len(sheet.times))
    pictures: list[Picture] = []
    for time, (_, _, cell) in zip(sheet.times, cells, strict=True):
        if time is None:
            pictures.append(Picture(0))
        else:
            pictures.append(source.picture(sheet.timeline, time, cell))
    error = next((picture.error for picture in pictures if picture.error), "")
    whole = QImage(sheet.size.width, sheet.size.height, QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.black)
    painter = QPainter(whole)
    for picture, (left, top, _) in zip(pictures, cells, strict=True):
        if picture.image is not None:
            painter.drawImage(left, top, picture.image)
    painter.end()
    return Picture(sheet.times[0] or 0, whole, error)
