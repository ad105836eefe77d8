"""What lies under the pointer on a posed picture, and what a press there takes hold of."""

import math
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt

from timeline_studio.ui.monitor.handles.geometry import Point, Posed, Side

GripKind: TypeAlias = Literal["move", "scale", "turn", "anchor", "crop"]

REACH = 12.0
"""Half of a target's width, in pixels of the screen."""
STALK = 24.0
"""From the upper edge to the handle that turns, likewise."""

_CORNERS: tuple[tuple[Side, Side], ...] = (
    ("left", "top"),
    ("right", "top"),
    ("right", "bottom"),
    ("left", "bottom"),
)
_EDGES: tuple[Side, ...] = ("top", "right", "bottom", "left")


@dataclass(frozen=True)
class Grip:
    """`sides` are those that a crop moves."""

    kind: GripKind
    sides: tuple[Side, ...] = ()

    @property
    def pointer(self) -> Qt.CursorShape:
        return {
            "move": Qt.CursorShape.SizeAllCursor,
            "scale": Qt.CursorShape.SizeFDiagCursor,
            "turn": Qt.CursorShape.PointingHandCursor,
            "anchor": Qt.CursorShape.CrossCursor,
            "crop": Qt.CursorShape.SizeFDiagCursor,
        }[self.kind]


def grip_at(posed: Posed, point: Point, pixel: float, *, crops: bool) -> Grip | None:
    """`pixel` is how many of the frame's pixels one of the screen is."""
    reach = REACH * pixel
    if crops:
        return _crop_grip(posed, point, reach)
    if math.dist(turn_handle(posed, pixel), point) <= reach:
        return Grip("turn")
    if any(math.dist(corner, point) <= reach for corner in posed.corners):
        return Grip("scale")
    if math.dist(posed.pivot, point) <= reach * 0.75:
        return Grip("anchor")
    return Grip("move") if posed.holds(point) else None


def turn_handle(posed: Posed, pixel: float) -> Point:
    """Above the middle of the upper edge, away from the lower one; within the frame where it
    would be out of sight."""
    top_left, top_right, _, bottom_left = posed.corners
    middle = _middle(top_left, top_right)
    down = bottom_left[0] - top_left[0], bottom_left[1] - top_left[1]
    length = math.hypot(*down) or 1.0
    way = STALK * pixel / length
    outside = middle[0] - down[0] * way, middle[1] - down[1] * way
    frame = posed.frame
    is_seen = 0 <= outside[0] <= frame.width and 0 <= outside[1] <= frame.height
    return outside if is_seen else (middle[0] + down[0] * way, middle[1] + down[1] * way)


def edge_middles(posed: Posed) -> tuple[Point, Point, Point, Point]:
    """Of the top, right, bottom and left edge."""
    a, b, c, d = posed.corners
    return _middle(a, b), _middle(b, c), _middle(c, d), _middle(d, a)


def _crop_grip(posed: Posed, point: Point, reach: float) -> Grip | None:
    for sides, corner in zip(_CORNERS, posed.corners, strict=True):
        if math.dist(corner, point) <= reach:
            return Grip("crop", sides)
    for side, middle in zip(_EDGES, edge_middles(posed), strict=True):
        if math.dist(middle, point) <= reach:
            return Grip("crop", (side,))
    return Grip("move") if posed.holds(point) else None


def _middle(a: Point, b: Point) -> Point:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
