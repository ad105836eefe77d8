"""From coded pixels to the picture that a viewer sees."""

from fractions import Fraction

import av


def clockwise_rotation(frame: av.VideoFrame) -> int:
    """How far to turn `frame` clockwise to see it upright: 0, 90, 180 or 270 degrees."""
    return -round(frame.rotation / 90) * 90 % 360


def display_size(
    width: int, height: int, pixel_aspect: Fraction | None, rotation: int
) -> tuple[int, int]:
    """In square pixels. Wide pixels widen the picture, tall ones heighten it: none are lost."""
    aspect = pixel_aspect or Fraction(1)
    if aspect > 1:
        width = round(width * aspect)
    elif aspect < 1:
        height = round(height / aspect)
    return (height, width) if rotation in {90, 270} else (width, height)
