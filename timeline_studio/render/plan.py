"""The picture plan: spans of time in which the set of layers does not change."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from timeline_studio.timeline.effects.fade import visible
from timeline_studio.timeline.model import Caption, Item, Timeline, Track, Transition
from timeline_studio.timeline.transition_look import TransitionLook, plain_look


@dataclass(frozen=True)
class Picture:
    """One item, alone on its track; `is_fading`: for a time in which it fades in or out."""

    item: Item
    is_fading: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        return (self.item,)


@dataclass(frozen=True)
class Crossing:
    """Two items of a track, one giving way to the other over [`start`, `end`) flicks.

    A side that is None is a gap: what lies below shows through.
    """

    outgoing: Item | None
    incoming: Item | None
    start: int
    end: int
    look: TransitionLook = field(default_factory=TransitionLook)

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for item in (self.outgoing, self.incoming) if item is not None)

    def progress(self, time: int, frame_duration: int) -> float:
        """How far it has come in the frame that begins at `time`: 0 to 1.

        Measured in the middle of the frame's time on screen, so that a dissolve centred
        on its cut is symmetric: the last frame before the cut shows more of the outgoing
        item, the first one after it more of the incoming one.
        """
        share = (time + frame_duration / 2 - self.start) / (self.end - self.start)
        return min(1.0, max(0.0, share))


Layer = Picture | Crossing


@dataclass(frozen=True)
class Span:
    """[`start`, `end`) flicks; `layers` from bottom to top."""

    start: int
    end: int
    layers: tuple[Layer, ...]

    @property
    def items(self) -> Iterator[Item]:
        for layer in self.layers:
            yield from layer.items


class PicturePlan:
    """All spans of a timeline, in order, without holes, from 0 to its end."""

    def __init__(self, timeline: Timeline) -> None:
        rows = [_row(track) for track in seen_tracks(timeline)]
        self.spans = tuple(_merged(rows, timeline.duration))
        self._starts = [span.start for span in self.spans]

    def between(self, start: int, end: int) -> tuple[Span, ...]:
        """The spans that are on the screen at any time of [`start`, `end`)."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return self.spans[first : bisect_left(self._starts, end)]

    def index_at(self, time: int) -> int | None:
        """Which span is on the screen at `time`; None outside the timeline."""
        index = bisect_right(self._starts, time) - 1
        return index if index >= 0 and time < self.spans[index].end else None


def seen_tracks(timeline: Timeline) -> tuple[Track, ...]:
    """The tracks that are in the picture, bottom to top: captions that are burned in over all
    others; none that is hidden."""
    burned_in = (track for track in timeline.caption_tracks if track.burned_in)
    return tuple(track for track in (*timeline.video_tracks, *burned_in) if not track.hidden)


_Segment = tuple[int, int, Layer]


def _row(track: Track) -> list[_Segment]:
    """What one track shows: its items without the time of their transitions, and these."""
    items = [item for item in track.items if item.enabled]
    by_start = {item.start: item for item in items}
    by_end = {item.end: item for item in items}
    on_cut: dict[int, Transition] = {}
    segments: list[_Segment] = []
    for transition in track.transitions:
        outgoing, incoming = by_end.get(transition.cut), by_start.get(transition.cut)
        if (outgoing or incoming) and transition.start < transition.end:
            on_cut[transition.cut] = transition
            look = plain_look(transition)
            layer = Crossing(outgoing, incoming, transition.start, transition.end, look)
            segments.append((transition.start, transition.end, layer))
    for item in items:
        start = on_cut[item.start].end if item.start in on_cut else item.start
        end = on_cut[item.end].start if item.end in on_cut else item.end
        segments += _pictures(item, start, end)
    segments.sort(key=lambda segment: segment[:2])
    return segments


def _pictures(item: Item, start: int, end: int) -> Iterator[_Segment]:
    """The item between the times: while it fades in, after that, and while it fades out."""
    full, falling = item.start, item.end
    if not isinstance(item, Caption):
        full, falling = full + visible(item.fade_in), falling - visible(item.fade_out)
    edges = sorted({start, end, *(edge for edge in (full, falling) if start < edge < end)})
    for first, last in pairwise(edges):
        yield first, last, Picture(item, is_fading=first < full or last > falling)


def _merged(rows: list[list[_Segment]], duration: int) -> Iterator[Span]:
    """Walk all rows at once, from edge to edge."""
    edges = {0, duration}
    for row in rows:
        for start, end, _ in row:
            edges.update((max(0, start), min(duration, end)))
    ordered = sorted(edge for edge in edges if 0 <= edge <= duration)
    positions = [0] * len(rows)
    for start, end in pairwise(ordered):
        layers = []
        for index, row in enumerate(rows):
            while positions[index] < len(row) and row[positions[index]][1] <= start:
                positions[index] += 1
            if positions[index] < len(row) and row[positions[index]][0] <= start:
                layers.append(row[positions[index]][2])
        yield Span(start, end, tuple(layers))
