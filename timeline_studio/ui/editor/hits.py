"""What lies under the pointer."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal, TypeAlias

from timeline_studio.timeline.model import Item, Track, Transition
from timeline_studio.timeline.queries import item_at
from timeline_studio.ui.editor.fade_handles import handle_at
from timeline_studio.ui.editor.rows import Row
from timeline_studio.ui.editor.viewport import Viewport

Part: TypeAlias = Literal[
    "body", "start", "end", "fade_start", "fade_end", "transition", "transition_edge", "empty",
]  # fmt: skip

STRIP_HEIGHT = 18
EDGE = 6
"""Pixels inside an item that trim it; never more than a third of it."""
CUT = 3
"""Pixels on both sides of a cut between touching items that roll it."""
_TRANSITION_EDGE = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """`empty` has no item; a transition's hit has none either. `is_cut`: the edge is one that
    touches another item, and so near that it is both of theirs."""

    part: Part
    row: Row
    item: Item | None = None
    transition: Transition | None = None
    is_cut: bool = False


def hit_row(row: Row, viewport: Viewport, x: int, y: int) -> Hit:
    """What `row` has at the canvas's `x`, `y` pixels below the row's top."""
    if y >= STRIP_HEIGHT:
        reach = round(_TRANSITION_EDGE * viewport.scale)
        at = bisect_left(row.track.transitions, viewport.time_at(x) - reach, key=_end)
        for transition in row.track.transitions[at : at + 2]:
            left, right = viewport.x_of(transition.start), viewport.x_of(transition.end)
            if left - _TRANSITION_EDGE <= x <= right + _TRANSITION_EDGE:
                is_edge = min(abs(x - left), abs(x - right)) <= _TRANSITION_EDGE
                part: Part = "transition_edge" if is_edge else "transition"
                return Hit(part, row, transition=transition)
    item = item_at(row.track, viewport.time_at(x))
    if item is None:
        return Hit("empty", row)
    handle = handle_at(item, viewport, x, y - STRIP_HEIGHT, row.height)
    if handle is not None:
        return Hit("fade_start" if handle == "start" else "fade_end", row, item)
    return _hit_item(row, item, viewport, x)


def _hit_item(row: Row, item: Item, viewport: Viewport, x: int) -> Hit:
    left, right = viewport.x_of(item.start), viewport.x_of(item.end)
    before, after = x - left, right - 1 - x
    reach = min(EDGE, (right - left) // 3)
    if before < reach:
        is_cut = before < CUT and ends_at(row.track, item.start)
        return Hit("start", row, item, is_cut=is_cut)
    if after < reach:
        is_cut = after < CUT and starts_at(row.track, item.end)
        return Hit("end", row, item, is_cut=is_cut)
    return Hit("body", row, item)


def starts_at(track: Track, time: int) -> bool:
    """Whether an item starts there."""
    item = item_at(track, time)
    return item is not None and item.start == time


def ends_at(track: Track, time: int) -> bool:
    """Whether an item ends there."""
    item = item_at(track, time - 1)
    return item is not None and item.end == time


def _end(transition: Transition) -> int:
    return transition.end
