"""Where each track's row lies: captions, pictures from the top one down, a gap, then sound."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from timeline_studio.timeline.model import Timeline, Track, TrackKind

KIND_GAP = 6
WIDE_HEIGHTS: dict[TrackKind, int] = {"video": 60, "audio": 48, "caption": 28}
NARROW_HEIGHTS: dict[TrackKind, int] = {"video": 48, "audio": 40, "caption": 28}
_LIMITS = (24, 240)
_NOTHING: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Row:
    """`top` is pixels below the first row's top; `label` is `V1`, `A2`, `C1`…"""

    track: Track
    label: str
    top: int
    height: int

    @property
    def bottom(self) -> int:
        return self.top + self.height


class Rows:
    """The rows of one timeline, top to bottom; `below` leaves pixels free under tracks, by id;
    `own` has the heights of those that are not as high as their kind."""

    def __init__(
        self,
        timeline: Timeline,
        heights: dict[TrackKind, int],
        below: Mapping[str, int] = _NOTHING,
        own: Mapping[str, int] = _NOTHING,
    ) -> None:
        self._heights = heights
        self._below = below
        self._own = own
        self._rows: list[Row] = []
        self.height = 0
        video, audio = timeline.video_tracks, timeline.audio_tracks
        captions = timeline.caption_tracks
        for number in range(len(captions), 0, -1):
            self._add(captions[number - 1], f"C{number}", heights["caption"])
        for number in range(len(video), 0, -1):
            self._add(video[number - 1], f"V{number}", heights["video"])
        if self._rows and audio:
            self.height += KIND_GAP
        for number, track in enumerate(audio, 1):
            self._add(track, f"A{number}", heights["audio"])

    def _add(self, track: Track, label: str, usual: int) -> None:
        height = self._own.get(track.id, usual)
        self._rows.append(Row(track, label, self.height, height))
        self.height += height + self._below.get(track.id, 0)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def at(self, y: int) -> Row | None:
        return next((row for row in self._rows if row.top <= y < row.bottom), None)

    def of(self, track_id: str) -> Row:
        return next(row for row in self._rows if row.track.id == track_id)

    def showing(self, timeline: Timeline) -> "Rows":
        """The same rows with another version of their tracks."""
        return Rows(timeline, self._heights, self._below, self._own)

    def between(self, top: int, bottom: int) -> list[Row]:
        """The rows that show between these two heights."""
        return [row for row in self._rows if row.top < bottom and row.bottom > top]


def clamped_height(height: int) -> int:
    low, high = _LIMITS
    return min(high, max(low, height))
