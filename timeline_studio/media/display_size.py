"""From coded pixels to the picture that a viewer sees."""

from fractions import Fraction
from typing import cast

import av
from av.sidedata.sidedata import SideData


def clockwise_rotation(frame: av.VideoFrame) -> int:
    """How far to turn `frame` clockwise to see it upright: 0, 90, 180 or 270 degrees; one that
    is mirrored, after it was flipped left to right."""
    turned = -round(frame.rotation / 90) * 90
    return (turned + 180 if is_mirrored(frame) else turned) % 360


def is_mirrored(frame: av.VideoFrame) -> bool:
    """Whether its file says that it is seen in a mirror, as some front cameras write."""
    try:
        matrix = cast("SideData | None", frame.side_data.get("DISPLAYMATRIX"))
    except ValueError:  # PyAV does not know all that FFmpeg puts beside a picture: EXIF
        return False
    if matrix is None:
        return False
    a, b, _, c, d, *_ = memoryview(matrix).cast("B").cast("i")
    return bool(a * d - b * c < 0)


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
