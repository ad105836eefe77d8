"""Where an item's picture is in the frame, and how it lies over what is below."""

from typing import Literal, TypeAlias

import msgspec

from timeline_studio.timeline.effects.animation import Animated

BlendMode: TypeAlias = Literal["normal", "screen", "multiply", "add", "overlay"]
BLEND_MODES: tuple[BlendMode, ...] = ("normal", "screen", "multiply", "add", "overlay")


class Transform(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All of it in shares, so that it is the same at every size of the frame.

    `x`, `y` move the picture, in widths and heights of the frame, right and down. `scale` and
    `rotation` (degrees, clockwise) turn about the anchor, which like the crop is measured in
    widths and heights of the picture as it is fitted into the frame. What is cropped is clear;
    flipping mirrors the picture in its own place, before all else.
    """

    x: Animated = 0.0
    y: Animated = 0.0
    scale: Animated = 1.0
    rotation: Animated = 0.0
    anchor_x: Animated = 0.5
    anchor_y: Animated = 0.5
    crop_left: Animated = 0.0
    crop_top: Animated = 0.0
    crop_right: Animated = 0.0
    crop_bottom: Animated = 0.0
    flip_x: bool = False
    flip_y: bool = False


AS_IT_IS = Transform()
