"""A track's items as arrays: what is visible is found by bisection, edges all in one go."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal, TypeAlias, get_args

import numpy as np
import numpy.typing as npt

from timeline_studio.timeline.model import Clip, Generator, Item, Still, Title, Track
from timeline_studio.timeline.nested import NESTED
from timeline_studio.timeline.sequence import Items
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.theme import ClipKind

Condition: TypeAlias = Literal["normal", "disabled", "missing", "away"]
Style: TypeAlias = tuple[ClipKind, Condition]
Pixels: TypeAlias = npt.NDArray[np.int64]
Numbers: TypeAlias = npt.NDArray[np.uint8]
IsMissing: TypeAlias = Callable[[str], bool]
"""Of a media's URL: whether it cannot be found; whether it is still being fetched."""

THIN = 6
"""Items under this many pixels have no border."""
STYLES: tuple[Style, ...] = tuple(product(get_args(ClipKind), get_args(Condition)))
_STYLE_NUMBERS = {style: number for number, style in enumerate(STYLES)}


@dataclass(frozen=True, slots=True)
class Box:
    """An item that is wide enough to be drawn by itself; x in canvas pixels, `right` excluded."""

    item: Item
    style: Style
    left: int
    right: int

    @property
    def width(self) -> int:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Shown:
    """Neighbours on a track: their edges in canvas pixels, and which of `STYLES` each has."""

    items: Items
    lefts: Pixels
    rights: Pixels
    styles: Numbers

    def boxes(self, narrowest: int) -> list[Box]:
        """Those that are at least so wide, by themselves."""
        wide = np.flatnonzero(self.rights - self.lefts >= narrowest)
        columns = (wide, self.styles[wide], self.lefts[wide], self.rights[wide])
        return [
            Box(self.items[place], STYLES[number], left, right)
            for place, number, left, right in zip(
                *(column.tolist() for column in columns), strict=True
            )
        ]


class TrackIndex:
    """Made once for each version of a track; what it shares with `before` is taken from there."""

    def __init__(
        self,
        track: Track,
        is_missing: IsMissing,
        is_away: IsMissing = lambda _url: False,
        before: "TrackIndex | None" = None,
    ) -> None:
        self.track = track
        self._selection: frozenset[str] = frozenset()
        self._chosen: Pixels = np.empty(0, np.int64)
        same, same_at_end = alike(before.track.items, track.items) if before else (0, 0)
        new = track.items[same : len(track.items) - same_at_end]
        count = len(new)
        self._starts: Pixels = np.fromiter((item.start for item in new), np.int64, count)
        durations: Pixels = np.fromiter((item.duration for item in new), np.int64, count)
        self._ends = self._starts + durations
        numbers = _style_numbers(new, track, is_missing, is_away)
        self._styles: Numbers = np.fromiter(numbers, np.uint8, count)
        if before:
            self._enclose(before, same, len(before.track.items) - same_at_end)

    def _enclose(self, before: "TrackIndex", first: int, last: int) -> None:
        """Put what is before `first`, and what is from `last` on, around what is new."""
        old, new = before, self
        self._starts = np.concatenate((old._starts[:first], new._starts, old._starts[last:]))
        self._ends = np.concatenate((old._ends[:first], new._ends, old._ends[last:]))
        self._styles = np.concatenate((old._styles[:first], new._styles, old._styles[last:]))

    def visible(self, viewport: Viewport, left: int, right: int) -> Shown:
        """What lies between the canvas pixels `left` and `right`."""
        first, last = self.bounds(viewport, left, right)
        lefts = np.rint(self._starts[first:last] / viewport.scale).astype(np.int64)
        rights = np.rint(self._ends[first:last] / viewport.scale).astype(np.int64)
        return Shown(
            self.track.items[first:last],
            lefts - viewport.left,
            rights - viewport.left,
            self._styles[first:last],
        )

    def bounds(self, viewport: Viewport, left: int, right: int) -> tuple[int, int]:
        """From and to where in the track's items lies what is between two canvas pixels."""
        first = np.searchsorted(self._ends, viewport.time_at(left - 1), "right")
        last = np.searchsorted(self._starts, viewport.time_at(right + 1), "left")
        return int(first), max(int(first), int(last))

    def chosen(self, selection: frozenset[str], viewport: Viewport) -> list[tuple[int, int]]:
        """Left and right of what is selected on the canvas, and 8 px beside it; of thin items
        that share a pixel only one."""
        if selection is not self._selection:
            self._selection = selection
            places = self.track.places
            self._chosen = np.array(sorted(places[i] for i in places.keys() & selection), np.int64)
        first, last = self.bounds(viewport, -8, viewport.width + 8)
        numbers = self._chosen[(self._chosen >= first) & (self._chosen < last)]
        lefts = np.rint(self._starts[numbers] / viewport.scale).astype(np.int64) - viewport.left
        rights = np.rint(self._ends[numbers] / viewport.scale).astype(np.int64) - viewport.left
        is_seen = np.diff(lefts, prepend=-(1 << 40)) > 0
        return list(zip(lefts[is_seen].tolist(), rights[is_seen].tolist(), strict=True))


class TrackIndexes:
    """The indexes of the tracks that are shown; a track that an edit left alone keeps its own,
    and a gesture's preview does not cost the document its own."""

    def __init__(self, is_missing: IsMissing, is_away: IsMissing) -> None:
        self._is_missing = is_missing
        self._is_away = is_away
        self._indexes: dict[str, list[TrackIndex]] = {}

    def of(self, track: Track) -> TrackIndex:
        """The last two versions of a track are kept."""
        versions = self._indexes.setdefault(track.id, [])
        for index in versions:
            if index.track is track:
                return index
        before = versions[-1] if versions and versions[-1].track.kind == track.kind else None
        index = TrackIndex(track, self._is_missing, self._is_away, before)
        versions[:] = [*versions[-1:], index]
        return index

    def forget(self) -> None:
        """Make them anew: other tracks, or media that was found or lost."""
        self._indexes.clear()


def alike(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """How many are the very same at the beginning of two rows, and at their end."""
    most = min(len(before), len(after))
    first = next((n for n in range(most) if before[n] is not after[n]), most)
    most -= first
    last = next((n for n in range(most) if before[-1 - n] is not after[-1 - n]), most)
    return first, last


def clip_kind(item: Item, track: Track) -> ClipKind:
    if isinstance(item, Title):
        return "title"
    if isinstance(item, Still):
        return "still"
    if isinstance(item, Generator):
        return "generator"
    if isinstance(item, Clip) and item.media.url.startswith(NESTED):
        return "nested"
    return track.kind


def _style_numbers(
    items: Items, track: Track, is_missing: IsMissing, is_away: IsMissing
) -> Iterator[int]:
    """Which of `STYLES` each has: asked once for all that are alike."""
    known: dict[tuple[type, bool, str], int] = {}
    for item in items:
        url = item.media.url if isinstance(item, Clip | Still) else ""
        key = (type(item), item.enabled, url)
        number = known.get(key)
        if number is None:
            style = _style(item, track, is_missing, is_away)
            number = known[key] = _STYLE_NUMBERS[style]
        yield number


def _style(item: Item, track: Track, is_missing: IsMissing, is_away: IsMissing) -> Style:
    kind = clip_kind(item, track)
    if isinstance(item, Clip | Still) and is_missing(item.media.url):
        return kind, "missing"
    if isinstance(item, Clip | Still) and is_away(item.media.url):
        return kind, "away"
    return kind, "normal" if item.enabled else "disabled"
