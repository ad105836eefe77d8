"""Where a posed picture lies in the frame, and what a drag makes of its transform.

Points are pixels of the timeline's frame, from its top left corner. Every function gives new
values of properties by name, within their ranges.
"""

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from timeline_studio.render.geometry import Size, centred, fitted
from timeline_studio.render.pose import Pose, Rect
from timeline_studio.timeline.effects.properties import PROPERTIES

Point: TypeAlias = tuple[float, float]
Values: TypeAlias = dict[str, float]
Side: TypeAlias = Literal["left", "top", "right", "bottom"]

TURN_STEP = 15.0
_LEAST_KEPT = 0.01


@dataclass(frozen=True)
class Posed:
    """A picture that lies at `whole` before its pose, in a frame as large as `frame`."""

    whole: Rect
    frame: Rect
    pose: Pose

    @property
    def pivot(self) -> Point:
        """Where the anchor comes to lie: what it scales and turns about."""
        (x, y), (dx, dy) = self.pose.anchor(self.whole), self.pose.shift(self.frame)
        return x + dx, y + dy

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """Of what the crop leaves: top left, top right, bottom right, bottom left."""
        kept = self.pose.kept(self.whole)
        return (
            self.placed((kept.x, kept.y)),
            self.placed((kept.right, kept.y)),
            self.placed((kept.right, kept.bottom)),
            self.placed((kept.x, kept.bottom)),
        )

    def placed(self, point: Point) -> Point:
        """From where it would be to where it comes to lie."""
        anchor, pivot = self.pose.anchor(self.whole), self.pivot
        across, down = point[0] - anchor[0], point[1] - anchor[1]
        x, y = _turned((across * self.pose.scale, down * self.pose.scale), self.pose.rotation)
        return pivot[0] + x, pivot[1] + y

    def unplaced(self, point: Point) -> Point:
        """The other way."""
        anchor, pivot = self.pose.anchor(self.whole), self.pivot
        x, y = _turned((point[0] - pivot[0], point[1] - pivot[1]), -self.pose.rotation)
        scale = max(self.pose.scale, 1e-6)
        return anchor[0] + x / scale, anchor[1] + y / scale

    def holds(self, point: Point) -> bool:
        kept, (x, y) = self.pose.kept(self.whole), self.unplaced(point)
        return kept.x <= x <= kept.right and kept.y <= y <= kept.bottom

    @property
    def bounds(self) -> Rect:
        """The upright rectangle around its corners."""
        xs, ys = zip(*self.corners, strict=True)
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@dataclass(frozen=True)
class Snap:
    """How far to go further, and the lines of the frame that this puts the picture on."""

    by: Point = (0.0, 0.0)
    x: float | None = None
    y: float | None = None


def whole_of(shape: Size | None, frame: Size) -> Rect:
    """Where a picture that looks so large is fitted in; None for what fills the frame."""
    if shape is None:
        return Rect(0, 0, frame.width, frame.height)
    size = fitted(shape, frame)
    x, y = centred(size, frame)
    return Rect(x, y, size.width, size.height)


def moved(posed: Posed, by: Point) -> Values:
    return _within(
        x=posed.pose.x + by[0] / posed.frame.width, y=posed.pose.y + by[1] / posed.frame.height
    )


def scaled(posed: Posed, start: Point, now: Point) -> Values:
    """The pointer keeps its share of the way from the pivot to the corner it took hold of."""
    first = math.dist(posed.pivot, start)
    if first < 1e-6:
        return {}
    away = ((now[0] - posed.pivot[0]) * (start[0] - posed.pivot[0])
            + (now[1] - posed.pivot[1]) * (start[1] - posed.pivot[1])) / first**2  # fmt: skip
    return _within(scale=posed.pose.scale * max(away, 0.01))


def turned(posed: Posed, start: Point, now: Point, *, in_steps: bool) -> Values:
    """By as much as the pointer goes around the pivot; in steps, to the next 15 degrees."""
    by = math.degrees(_angle(posed.pivot, now) - _angle(posed.pivot, start))
    rotation = posed.pose.rotation + (by + 180) % 360 - 180
    if in_steps:
        rotation = round(rotation / TURN_STEP) * TURN_STEP
    return _within(rotation=rotation)


def anchored(posed: Posed, now: Point) -> Values:
    """The anchor at `now`, and the picture where it is."""
    x, y = posed.unplaced(now)
    old_x, old_y = posed.pose.anchor(posed.whole)
    return _within(
        anchor_x=(x - posed.whole.x) / posed.whole.width,
        anchor_y=(y - posed.whole.y) / posed.whole.height,
        x=posed.pose.x + (now[0] - posed.pivot[0] + old_x - x) / posed.frame.width,
        y=posed.pose.y + (now[1] - posed.pivot[1] + old_y - y) / posed.frame.height,
    )


def cropped(posed: Posed, sides: Collection[Side], now: Point) -> Values:
    """These sides of what is kept at the pointer."""
    (x, y), whole, pose = posed.unplaced(now), posed.whole, posed.pose
    across, down = (x - whole.x) / whole.width, (y - whole.y) / whole.height
    values: Values = {}
    if "left" in sides:
        values["crop_left"] = _kept(across, pose.crop_right)
    if "right" in sides:
        values["crop_right"] = _kept(1 - across, pose.crop_left)
    if "top" in sides:
        values["crop_top"] = _kept(down, pose.crop_bottom)
    if "bottom" in sides:
        values["crop_bottom"] = _kept(1 - down, pose.crop_top)
    return values


def snap(bounds: Rect, frame: Rect, radius: float) -> Snap:
    """From where `bounds` are to the frame's nearest edge or middle, each way by itself."""
    x = _nearest((bounds.x, bounds.x + bounds.width / 2, bounds.right), frame.width, radius)
    y = _nearest((bounds.y, bounds.y + bounds.height / 2, bounds.bottom), frame.height, radius)
    return Snap((x[0], y[0]), x[1], y[1])


def _nearest(places: Iterable[float], length: float, radius: float) -> tuple[float, float | None]:
    ways = [(line - place, line) for place in places for line in (0.0, length / 2, length)]
    by, line = min(ways, key=lambda way: abs(way[0]))
    return (by, line) if abs(by) <= radius else (0.0, None)


def _kept(share: float, opposite: float) -> float:
    """A crop that leaves something beside the one of the other side."""
    return min(max(share, 0.0), max(0.0, 1 - opposite - _LEAST_KEPT))


def _within(**values: float) -> Values:
    return {
        name: min(max(value, PROPERTIES[name].low), PROPERTIES[name].high)
        for name, value in values.items()
    }


def _turned(point: Point, degrees: float) -> Point:
    angle = math.radians(degrees)
    x, y = point
    return x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)


def _angle(pivot: Point, point: Point) -> float:
    return math.atan2(point[1] - pivot[1], point[0] - pivot[0])
