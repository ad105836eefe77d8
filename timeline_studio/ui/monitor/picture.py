"""Pictures for the monitor: what is asked for, what comes back."""

from dataclasses import dataclass

from PySide6.QtGui import QImage

from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import frame_count, frame_start

LARGEST_WIDTH, LARGEST_HEIGHT = 1920, 1080
"""More pixels than this are not composed for a preview; the picture is scaled up instead."""

SHEET_GAP = 4
"""Pixels between pictures that are shown beside each other."""


@dataclass(frozen=True, slots=True)
class PictureSize:
    """`width` x `height` device pixels on the screen, composed at the even size `composed`."""

    width: int
    height: int
    composed: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Picture:
    """The timeline at `time`: an image, or the words of what went wrong.

    Where it is not exact, it stands in for the one that is still being decoded.
    """

    time: int
    image: QImage | None = None
    error: str = ""
    is_exact: bool = True


def shape_of(timeline: Timeline) -> tuple[int, int]:
    """The picture's pixels; 0 stands for a shape that is not decided yet."""
    return timeline.width or 1920, timeline.height or 1080


def fit(shape: tuple[int, int], width: float, height: float) -> PictureSize:
    """The largest picture of that shape within `width` x `height` device pixels."""
    scale = min(width / shape[0], height / shape[1])
    shown = max(1, round(shape[0] * scale)), max(1, round(shape[1] * scale))
    limit = min(1.0, scale, LARGEST_WIDTH / shape[0], LARGEST_HEIGHT / shape[1])
    composed = even(shape[0] * limit), even(shape[1] * limit)
    return PictureSize(*shown, composed)


def cells_of(size: PictureSize, count: int) -> list[tuple[int, int, PictureSize]]:
    """Left, top and size of two or four pictures within one of `size`, a gap between them."""
    columns, rows = 2, (count + 1) // 2
    room = (size.width - SHEET_GAP) / columns, (size.height - SHEET_GAP * (rows - 1)) / rows
    cell = fit((size.width, size.height), *room)
    left = (size.width - columns * cell.width - SHEET_GAP) // 2
    top = (size.height - rows * cell.height - SHEET_GAP * (rows - 1)) // 2
    return [
        (
            left + (number % columns) * (cell.width + SHEET_GAP),
            top + (number // columns) * (cell.height + SHEET_GAP),
            cell,
        )
        for number in range(count)
    ]


def even(length: float) -> int:
    """Half the colour is stored each way, so lengths come in twos."""
    return max(2, round(length / 2) * 2)


def end_of(timeline: Timeline) -> int:
    """The first frame's start after everything has been shown."""
    return frame_start(frame_count(timeline.duration, timeline.rate), timeline.rate)


def shown_time(timeline: Timeline, playhead: int) -> int:
    """The moment to compose: a playhead on the very end holds the last picture."""
    frames = frame_count(timeline.duration, timeline.rate)
    if frames and playhead == frame_start(frames, timeline.rate):
        return frame_start(frames - 1, timeline.rate)
    return playhead
