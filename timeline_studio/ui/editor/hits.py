"""What lies under the pointer."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from timeline_studio.timeline.model import Item, Transition
from timeline_studio.timeline.queries import item_at
from timeline_studio.ui.editor.rows import Row
from timeline_studio.ui.editor.viewport import Viewport

Part: TypeAlias = Literal["body", "start", "end", "transition", "transition_edge", "empty"]

STRIP_HEIGHT = 18
EDGE = 6
"""Pixels inside an item that trim it; never more than a third of it."""
_TRANSITION_EDGE = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """`empty` has no item; a transition's hit has none either."""

    part: Part
    row: Row
    item: Item | None = None
    transition: Transition | None = None


def hit_row(row: Row, viewport: Viewport, x: int, y: int) -> Hit:
    """What `row` has at the canvas's `x`, `y` pixels below the row's top."""
    if y >= STRIP_HEIGHT:
        for transition in row.track.transitions:
            left, right = viewport.x_of(transition.start), viewport.x_of(transition.end)
            if left - _TRANSITION_EDGE <= x <= right + _TRANSITION_EDGE:
                is_edge = min(abs(x - left), abs(x - right)) <= _TRANSITION_EDGE
                part: Part = "transition_edge" if is_edge else "transition"
                return Hit(part, row, transition=transition)
    item = item_at(row.track, viewport.time_at(x))
    return Hit("empty", row) if item is None else Hit(_part_of(item, viewport, x), row, item)


def _part_of(item: Item, viewport: Viewport, x: int) -> Part:
    left, right = viewport.x_of(item.start), viewport.x_of(item.end)
    reach = min(EDGE, (right - left) // 3)
    if x - left < reach:
        return "start"
    return "end" if right - 1 - x < reach else "body"
