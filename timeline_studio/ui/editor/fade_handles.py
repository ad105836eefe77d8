"""Fades at a clip's upper corners: where their handles are, and what dragging one does."""

from typing import Literal, TypeAlias

from timeline_studio.timeline import edits
from timeline_studio.timeline.edits.reshaping import Edge
from timeline_studio.timeline.effects.fade import Fade, visible
from timeline_studio.timeline.model import Caption, Item, Timeline
from timeline_studio.ui.editor.edge_drag import EdgeDrag
from timeline_studio.ui.editor.gesture import Pointer
from timeline_studio.ui.editor.snapping import SnapTargets
from timeline_studio.ui.editor.viewport import Viewport

Side: TypeAlias = Literal["in", "out"]

HANDLE = 10
"""Pixels across."""
LEAST_WIDTH = 48
LEAST_HEIGHT = 36
"""Of a clip with handles, in pixels."""
_REACH = 8
_INSET = 13  # pixels from the edge, which trims
_SIDES: dict[Edge, Side] = {"start": "in", "end": "out"}


def fade_of(item: Item, side: Edge) -> Fade | None:
    if isinstance(item, Caption):
        return None
    return item.fade_in if side == "start" else item.fade_out


def fade_end(item: Item, side: Edge) -> int:
    """Until when it fades in, or from when on it fades out."""
    length = min(item.duration, visible(fade_of(item, side)))
    return item.start + length if side == "start" else item.end - length


def handle_x(item: Item, side: Edge, viewport: Viewport) -> int:
    """The middle of the handle: where the fade ends, but off the edge."""
    x = viewport.x_of(fade_end(item, side))
    if side == "start":
        return max(x, viewport.x_of(item.start) + _INSET)
    return min(x, viewport.x_of(item.end) - _INSET)


def handle_at(item: Item, viewport: Viewport, x: int, below_strip: int, height: int) -> Edge | None:
    """Which handle is under `x`, so many pixels below the label strip of a row so high."""
    left, right = viewport.x_of(item.start), viewport.x_of(item.end)
    is_roomy = right - left >= LEAST_WIDTH and height >= LEAST_HEIGHT
    if isinstance(item, Caption) or not is_roomy or not 0 <= below_strip < HANDLE + _REACH:
        return None
    near: list[Edge] = [
        side for side in _SIDES if abs(x - handle_x(item, side, viewport)) <= _REACH
    ]
    return min(near, key=lambda side: abs(x - handle_x(item, side, viewport)), default=None)


def fade_drag(timeline: Timeline, item: Item, side: Edge, press: Pointer) -> EdgeDrag:
    """Makes the fade at one side of `item` longer or shorter; at its edge there is none."""

    def length(time: int) -> int:
        return max(0, time - item.start if side == "start" else item.end - time)

    def edit(timeline: Timeline, time: int) -> Timeline:
        return edits.set_fade(timeline, [item.id], _SIDES[side], length(time))

    return EdgeDrag(
        f"Change fade {_SIDES[side]}",
        timeline,
        fade_end(item, side),
        press,
        SnapTargets({}),
        edit=edit,
        length=length,
    )
