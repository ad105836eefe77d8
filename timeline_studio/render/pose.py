"""An item's transform at one moment, and where it takes its picture."""

from dataclasses import dataclass

from timeline_studio.timeline.effects.animation import Animated, keys_of, value_at
from timeline_studio.timeline.effects.fade import share_in, share_out
from timeline_studio.timeline.effects.transform import AS_IT_IS, Transform
from timeline_studio.timeline.model import Caption, Item


@dataclass(frozen=True)
class Rect:
    """Pixels of the frame, from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def mirrored(self, whole: "Rect", *, across: bool, down: bool) -> "Rect":
        """Where it lies when the `whole` that it is part of is flipped."""
        x = whole.x + whole.right - self.right if across else self.x
        y = whole.y + whole.bottom - self.bottom if down else self.y
        return Rect(x, y, self.width, self.height)

    def within(self, other: "Rect") -> "Rect":
        """What both have; without an area where there is nothing."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rect(x, y, max(0.0, right - x), max(0.0, bottom - y))


@dataclass(frozen=True)
class Pose:
    """As `Transform`, with plain numbers. `is_settled`: it does not move."""

    x: float
    y: float
    scale: float
    rotation: float
    anchor_x: float
    anchor_y: float
    crop_left: float
    crop_top: float
    crop_right: float
    crop_bottom: float
    flip_x: bool
    flip_y: bool
    is_settled: bool

    @property
    def is_upright(self) -> bool:
        return self.rotation % 360 == 0

    def shift(self, frame: Rect) -> tuple[float, float]:
        """How far the picture is moved, in pixels of the frame."""
        return self.x * frame.width, self.y * frame.height

    def anchor(self, whole: Rect) -> tuple[float, float]:
        return whole.x + self.anchor_x * whole.width, whole.y + self.anchor_y * whole.height

    def kept(self, whole: Rect) -> Rect:
        """What the crop leaves of the whole picture."""
        left, top = self.crop_left * whole.width, self.crop_top * whole.height
        width = whole.width * (1 - self.crop_left - self.crop_right)
        height = whole.height * (1 - self.crop_top - self.crop_bottom)
        return Rect(whole.x + left, whole.y + top, max(0.0, width), max(0.0, height))

    def scaled(self, rect: Rect, whole: Rect, frame: Rect) -> Rect:
        """Where a part of the picture comes to lie, as long as it is upright."""
        (x, y), (dx, dy) = self.anchor(whole), self.shift(frame)
        return Rect(
            x + dx + self.scale * (rect.x - x),
            y + dy + self.scale * (rect.y - y),
            rect.width * self.scale,
            rect.height * self.scale,
        )


def pose_at(item: Item, time: int) -> Pose | None:
    """At `time` of the timeline; None where the item is as it was made."""
    if isinstance(item, Caption) or item.transform == AS_IT_IS:
        return None
    transform, at = item.transform, time - item.start
    numbers = {name: value_at(value, at) for name, value in _numbers(transform).items()}
    return Pose(
        **numbers,
        flip_x=transform.flip_x,
        flip_y=transform.flip_y,
        is_settled=not any(keys_of(value) for value in _numbers(transform).values()),
    )


UNMOVED = Pose(
    x=0.0,
    y=0.0,
    scale=1.0,
    rotation=0.0,
    anchor_x=0.5,
    anchor_y=0.5,
    crop_left=0.0,
    crop_top=0.0,
    crop_right=0.0,
    crop_bottom=0.0,
    flip_x=False,
    flip_y=False,
    is_settled=True,
)


def opacity_at(item: Item, time: int, frame_duration: int, *, fades: bool = True) -> float:
    """How much of the item hides what is below, 0 to 1, in the frame that begins at `time`.

    Keyframes hold at the frame's start; `fades` are measured in the middle of its time, as
    dissolves are.
    """
    if isinstance(item, Caption):
        return 1.0
    opacity = value_at(item.opacity, time - item.start)
    if not fades:
        return opacity
    middle = time + frame_duration / 2
    return (
        opacity
        * share_in(item.fade_in, middle - item.start)
        * share_out(item.fade_out, item.end - middle)
    )


def is_untouched(item: Item) -> bool:
    """Is its picture shown where it is and as it is, but for fades and effects?"""
    if isinstance(item, Caption):
        return True
    return item.transform == AS_IT_IS and item.opacity == 1 and item.blend == "normal"


def largest_scale(item: Item) -> float:
    """The largest that it ever has."""
    if isinstance(item, Caption):
        return 1.0
    scale = item.transform.scale
    return max((key.value for key in keys_of(scale)), default=value_at(scale, 0))


def _numbers(transform: Transform) -> dict[str, Animated]:
    fields = {name: getattr(transform, name) for name in transform.__struct_fields__}
    return {name: value for name, value in fields.items() if not isinstance(value, bool)}
