"""A track's items as arrays: what is visible is found by bisection, thin items in one go."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from timeline_studio.timeline.model import Clip, Generator, Item, Still, Title, Track
from timeline_studio.ui.editor.viewport import Viewport
from timeline_studio.ui.theme import ClipKind

Condition: TypeAlias = Literal["normal", "disabled", "missing", "away"]
Style: TypeAlias = tuple[ClipKind, Condition]
Pixels: TypeAlias = npt.NDArray[np.int64]
IsMissing: TypeAlias = Callable[[str], bool]
"""Of a media's URL: whether it cannot be found; whether it is still being fetched."""

THIN = 6
"""Items under this many pixels are drawn as one rectangle with their neighbours."""


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
class Run:
    """Thin neighbours of one style, as one rectangle."""

    style: Style
    left: int
    right: int


def clip_kind(item: Item, track: Track) -> ClipKind:
    if isinstance(item, Title):
        return "title"
    if isinstance(item, Still):
        return "still"
    if isinstance(item, Generator):
        return "generator"
    return track.kind


class TrackIndex:
    """Made once for each version of a track."""

    def __init__(
        self, track: Track, is_missing: IsMissing, is_away: IsMissing = lambda _url: False
    ) -> None:
        self.track = track
        self._starts = np.array([item.start for item in track.items], np.int64)
        self._ends = np.array([item.end for item in track.items], np.int64)
        styles = [_style(item, track, is_missing, is_away) for item in track.items]
        self._styles = sorted(set(styles))
        numbers = {style: number for number, style in enumerate(self._styles)}
        self._selection: frozenset[str] = frozenset()
        self._chosen: Pixels = np.empty(0, np.int64)
        self._style_numbers = np.array([numbers[style] for style in styles], np.uint8)

    def visible(self, viewport: Viewport, left: int, right: int) -> tuple[list[Box], list[Run]]:
        """What lies between the canvas pixels `left` and `right`."""
        first, last = self._bounds(viewport, left, right)
        if first >= last:
            return [], []
        lefts = np.rint(self._starts[first:last] / viewport.scale).astype(np.int64)
        rights = np.rint(self._ends[first:last] / viewport.scale).astype(np.int64)
        lefts -= viewport.left
        rights -= viewport.left
        thin = rights - lefts < THIN
        wide = np.flatnonzero(~thin)
        items, styles, numbers = self.track.items, self._styles, self._style_numbers[first:last]
        boxes = [
            Box(items[first + index], styles[number], box_left, box_right)
            for index, number, box_left, box_right in zip(
                wide.tolist(),
                numbers[wide].tolist(),
                lefts[wide].tolist(),
                rights[wide].tolist(),
                strict=True,
            )
        ]
        return boxes, self._runs(lefts[thin], rights[thin], numbers[thin])

    def holds(self, item_id: str) -> bool:
        return any(item.id == item_id for item in self.track.items)

    def chosen(self, selection: frozenset[str], viewport: Viewport) -> list[tuple[int, int]]:
        """Left and right of what is selected on the canvas, and 8 px beside it; of thin items
        that share a pixel only one."""
        if selection is not self._selection:
            self._selection = selection
            is_chosen = [item.id in selection for item in self.track.items]
            self._chosen = np.flatnonzero(is_chosen)
        first, last = self._bounds(viewport, -8, viewport.width + 8)
        numbers = self._chosen[(self._chosen >= first) & (self._chosen < last)]
        lefts = np.rint(self._starts[numbers] / viewport.scale).astype(np.int64) - viewport.left
        rights = np.rint(self._ends[numbers] / viewport.scale).astype(np.int64) - viewport.left
        is_seen = np.diff(lefts, prepend=-(1 << 40)) > 0
        return list(zip(lefts[is_seen].tolist(), rights[is_seen].tolist(), strict=True))

    def _bounds(self, viewport: Viewport, left: int, right: int) -> tuple[int, int]:
        first = np.searchsorted(self._ends, viewport.time_at(left - 1), "right")
        last = np.searchsorted(self._starts, viewport.time_at(right + 1), "left")
        return int(first), int(last)

    def _runs(self, lefts: Pixels, rights: Pixels, numbers: npt.NDArray[np.uint8]) -> list[Run]:
        runs: list[Run] = []
        for number, style in enumerate(self._styles):
            chosen = numbers == number
            if not chosen.any():
                continue
            starts, ends = lefts[chosen], np.maximum(rights[chosen], lefts[chosen] + 1)
            breaks = np.flatnonzero(starts[1:] > ends[:-1]) + 1
            run_starts = starts[np.concatenate(([0], breaks))].tolist()
            run_ends = ends[np.concatenate((breaks - 1, [len(ends) - 1]))].tolist()
            runs += [
                Run(style, left, right) for left, right in zip(run_starts, run_ends, strict=True)
            ]
        return runs


class TrackIndexes:
    """The indexes of the tracks that are shown; a track that an edit left alone keeps its own."""

    def __init__(self, is_missing: IsMissing, is_away: IsMissing) -> None:
        self._is_missing = is_missing
        self._is_away = is_away
        self._indexes: dict[str, TrackIndex] = {}

    def of(self, track: Track) -> TrackIndex:
        index = self._indexes.get(track.id)
        if index is None or index.track is not track:
            index = self._indexes[track.id] = TrackIndex(track, self._is_missing, self._is_away)
        return index

    def forget(self) -> None:
        """Make them anew: other tracks, or media that was found or lost."""
        self._indexes.clear()


def _style(item: Item, track: Track, is_missing: IsMissing, is_away: IsMissing) -> Style:
    kind = clip_kind(item, track)
    if isinstance(item, Clip | Still) and is_missing(item.media.url):
        return kind, "missing"
    if isinstance(item, Clip | Still) and is_away(item.media.url):
        return kind, "away"
    return kind, "normal" if item.enabled else "disabled"
