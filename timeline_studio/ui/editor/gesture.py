"""A drag from press to release: a live preview meanwhile, one undo step at the end."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import frame_start, nearest_frame
from timeline_studio.ui.document import TimelineDocument
from timeline_studio.ui.editor.rows import Row
from timeline_studio.ui.editor.snapping import Snap


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is. `y` is pixels below the first row's top; `radius` is how far
    snapping reaches in flicks, negative while it is off; `is_constrained` keeps the row."""

    time: int
    y: int
    row: Row | None
    radius: float = -1
    is_constrained: bool = False


@dataclass(frozen=True, slots=True)
class Ghost:
    """Where a clip would be that may not be there; flicks."""

    track_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty time on a track, before something that is on it; flicks."""

    track_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Band:
    """A rubber band: times in flicks, heights in pixels below the first row's top."""

    start: int
    end: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Insertion:
    """Where something that is dragged in would begin, and, where that is known, end; `track_id`
    is empty below all tracks."""

    track_id: str
    time: int
    snap: Snap | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class EdgePictures:
    """What the monitor shows of a trim: the pictures of `timeline`, which has one track, at
    these times, two or four; None where nothing is beside the clip."""

    timeline: Timeline
    times: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the canvas shows over the preview; `refusal` says why this is as far as it goes,
    `at` is the time where it says so."""

    bubble: str = ""
    at: int = 0
    refusal: str = ""
    snap: Snap | None = None
    ghosts: tuple[Ghost, ...] = ()
    band: Band | None = None
    insertion: Insertion | None = None
    selection: frozenset[str] | None = None
    pictures: EdgePictures | None = None


class Gesture(Protocol):
    """`preview` is shown instead of the document's timeline until `finish`; to cancel a
    gesture is to drop it."""

    preview: Timeline
    feedback: Feedback

    def move(self, pointer: Pointer) -> None: ...

    def finish(self, document: TimelineDocument) -> None: ...


def on_frame(time: int, rate: Fraction) -> int:
    """The nearest start of a frame."""
    return frame_start(nearest_frame(time, rate), rate)


def seconds_frames(duration: int, rate: Fraction, *, sign: bool = False) -> str:
    """`SS:FF`, as bubbles show a length; with `sign`, `+SS:FF` or `-SS:FF`."""
    seconds, frames = divmod(nearest_frame(abs(duration), rate), max(1, round(rate)))
    prefix = ("-" if duration < 0 else "+") if sign else ""
    return f"{prefix}{seconds:02}:{frames:02}"
