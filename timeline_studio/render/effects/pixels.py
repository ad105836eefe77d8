"""A picture while effects are put on it: colours and what of it is clear, apart."""

from dataclasses import dataclass, replace

import av
import numpy as np
from numpy.typing import NDArray

from timeline_studio.render.colour import tag_bt709
from timeline_studio.render.geometry import Size
from timeline_studio.render.layering import plane_of, with_alpha
from timeline_studio.render.pose import Rect
from timeline_studio.render.posing import Unposed

Plane = NDArray[np.uint8]
_ALPHA = 3


@dataclass(frozen=True)
class Pixels:
    """`colours` is yuv420p, BT.709 limited; `alpha` None where all is opaque.

    `place` and `whole` as in `Unposed`; `unit` is the frame's height in pixels of this picture.
    """

    colours: av.VideoFrame
    alpha: Plane | None
    place: Rect
    whole: Rect
    unit: float

    @property
    def size(self) -> Size:
        return Size(self.colours.width, self.colours.height)

    def coloured(self, colours: av.VideoFrame) -> "Pixels":
        return replace(self, colours=colours)

    def joined(self) -> av.VideoFrame:
        """As one frame, yuva420p where something is clear."""
        return self.colours if self.alpha is None else with_alpha(self.colours, self.alpha)


def taken_apart(picture: Unposed, frame_height: int) -> Pixels:
    """Of a picture in our colours that is upright."""
    frame = picture.frame
    unit = frame_height * frame.height / picture.place.height
    alpha: Plane | None = None
    if frame.format.name == "yuva420p":
        alpha = plane_of(frame, _ALPHA).copy()
        frame = made_of([plane_of(frame, index) for index in range(_ALPHA)])
    return Pixels(frame, alpha, picture.place, picture.whole, unit)


def made_of(planes: list[Plane], layout: str = "yuv420p") -> av.VideoFrame:
    """A new frame of these planes, the first of them as large as the frame."""
    height, width = planes[0].shape
    frame = av.VideoFrame(width, height, layout)
    for index, plane in enumerate(planes):
        plane_of(frame, index)[:] = plane
    return tag_bt709(frame) if layout.startswith("yuv") else frame


def translated(plane: av.video.plane.VideoPlane, table: bytes) -> Plane:
    """A plane with each byte as a table of 256 has it: several times faster than numpy's take."""
    rows = np.frombuffer(bytes(plane).translate(table), np.uint8)
    return rows.reshape(plane.height, plane.line_size)[:, : plane.width]
