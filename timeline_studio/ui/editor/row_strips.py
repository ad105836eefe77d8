"""Rows as pictures that are kept: only what scrolled in, or changed, is painted again."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from PySide6.QtGui import QImage

from timeline_studio.timeline.model import Item, Track, Transition
from timeline_studio.ui.editor.columns import pixels
from timeline_studio.ui.editor.rows import Row
from timeline_studio.ui.editor.track_index import TrackIndexes, alike
from timeline_studio.ui.editor.viewport import Viewport

Stretch: TypeAlias = tuple[int, int]
"""From one pixel to before another: of the canvas, where not said otherwise."""
Look: TypeAlias = tuple[object, ...]
_REACH = 1
"""Pixels that rounding may put beside an item."""


@dataclass(slots=True)
class Loose:
    """What could not be painted whole: its pixels count from the film's beginning.

    `version` is that of the pictures that there were; None, when it only has to wait its turn.
    """

    start: int
    end: int
    version: int | None


@dataclass(slots=True)
class Strip:
    """A row's picture, as wide as the canvas, and what is on it."""

    image: QImage
    look: Look
    left: int
    track: Track
    loose: list[Loose] = field(default_factory=list)


Paint: TypeAlias = Callable[[Strip, Row, Stretch], None]


class RowStrips:
    """One for each row; `paint` puts a stretch of a row on its strip anew."""

    def __init__(self, indexes: TrackIndexes, paint: Paint, ratio: float) -> None:
        self._indexes = indexes
        self._paint = paint
        self._ratio = ratio
        self._strips: dict[str, Strip] = {}

    def forget(self) -> None:
        self._strips.clear()

    def keep(self, track_ids: set[str]) -> None:
        """Let go of all other tracks' strips."""
        for gone in self._strips.keys() - track_ids:
            del self._strips[gone]

    def shown(self, row: Row, viewport: Viewport, look: Look, version: int) -> Strip:
        """The strip of `row` as it is now. Another `look` paints it anew; another `version` of
        the pictures, where some were missing."""
        look = (*look, viewport.scale, viewport.width, row.height, row.track.locked)
        strip = self._strips.get(row.track.id)
        if strip is None or strip.look != look or not self._is_near(strip, viewport):
            strip = Strip(self._blank(viewport.width, row.height), look, viewport.left, row.track)
            self._strips[row.track.id] = strip
            stale = [(0, viewport.width)]
        else:
            stale = [*self._scrolled(strip, viewport)]
            stale += self._changed(strip, row.track, viewport)
            stale += self._due(strip, viewport, version)
        strip.track = row.track
        for stretch in _joined(stale, viewport.width):
            self._paint(strip, row, stretch)
        return strip

    def _blank(self, width: int, height: int) -> QImage:
        size = round(width * self._ratio), round(height * self._ratio)
        image = QImage(*size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self._ratio)
        return image

    def _is_near(self, strip: Strip, viewport: Viewport) -> bool:
        """Whether something of the strip is still in sight, and whole pixels away."""
        by = viewport.left - strip.left
        return abs(by) < viewport.width and (by * self._ratio).is_integer()

    def _scrolled(self, strip: Strip, viewport: Viewport) -> Iterator[Stretch]:
        """Shift the picture; what came in is stale."""
        by = viewport.left - strip.left
        strip.left = viewport.left
        columns, kept = round(by * self._ratio), pixels(strip.image)
        if by > 0:
            kept[:, :-columns] = kept[:, columns:].copy()
            yield viewport.width - by, viewport.width
        elif by < 0:
            kept[:, -columns:] = kept[:, :columns].copy()
            yield 0, -by

    def _changed(self, strip: Strip, track: Track, viewport: Viewport) -> Iterator[Stretch]:
        """Where the visible items, or the transitions, are not those that were painted."""
        if track is strip.track:
            return
        versions = []
        for version in (strip.track, track):
            first, last = self._indexes.of(version).bounds(viewport, 0, viewport.width)
            versions.append(version.items[first:last])
        for start, end in _other_between(viewport, *versions):
            yield start, end
            yield from _crossing(viewport, track.transitions, start, end)
        yield from _other_between(viewport, strip.track.transitions, track.transitions)

    def _due(self, strip: Strip, viewport: Viewport, version: int) -> Iterator[Stretch]:
        """What was loose, and may be better now; what went out of sight is forgotten."""
        waiting, strip.loose = strip.loose, []
        for each in waiting:
            start, end = each.start - viewport.left, each.end - viewport.left
            if end <= 0 or start >= viewport.width:
                continue
            if each.version == version:
                strip.loose.append(each)
            else:
                yield start, end


def _other_between(
    viewport: Viewport, before: Sequence[Item | Transition], after: Sequence[Item | Transition]
) -> Iterator[Stretch]:
    """Where two rows are not the very same."""
    same, same_at_end = alike(before, after)
    for row in (before, after):
        if other := row[same : len(row) - same_at_end]:
            yield viewport.x_of(other[0].start) - _REACH, viewport.x_of(other[-1].end) + _REACH


def _crossing(
    viewport: Viewport, transitions: Sequence[Transition], start: int, end: int
) -> Iterator[Stretch]:
    """Those within the stretch, whole: they show how much media the items beside them lack."""
    first = bisect_left(transitions, viewport.time_at(start), key=lambda each: each.end)
    for transition in transitions[first:]:
        left = viewport.x_of(transition.start)
        if left > end:
            return
        yield left - _REACH, viewport.x_of(transition.end) + _REACH


def _joined(stretches: list[Stretch], width: int) -> Iterator[Stretch]:
    """Those on the canvas, from left to right, without overlaps."""
    inside = sorted((max(0, start), min(width, end)) for start, end in stretches)
    reached = 0
    for start, end in inside:
        if end > max(start, reached):
            yield max(start, reached), end
            reached = end
