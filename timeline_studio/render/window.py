"""A part of the frame through which a picture is seen, perhaps moved."""

from dataclasses import dataclass

import av

from timeline_studio.render.colour import tag_bt709
from timeline_studio.render.layering import plane_of
from timeline_studio.render.placing import Placed

_CHROMA = (1, 2)


@dataclass(frozen=True)
class Window:
    """[`left`, `right`) by [`top`, `bottom`) of the frame; the picture is moved by `dx`, `dy`.

    All are even: chroma has half as many pixels.
    """

    left: int
    top: int
    right: int
    bottom: int
    dx: int = 0
    dy: int = 0

    def cut(self, placed: Placed) -> Placed | None:
        """What is seen of a picture; None where that is nothing."""
        x, y = placed.x + self.dx, placed.y + self.dy
        frame = placed.frame
        left, top = max(x, self.left), max(y, self.top)
        right, bottom = min(x + frame.width, self.right), min(y + frame.height, self.bottom)
        if right <= left or bottom <= top:
            return None
        if (right - left, bottom - top) == (frame.width, frame.height):
            return Placed(frame, x, y)
        return Placed(_part(frame, left - x, top - y, right - left, bottom - top), left, top)


def _part(frame: av.VideoFrame, x: int, y: int, width: int, height: int) -> av.VideoFrame:
    part = av.VideoFrame(width, height, frame.format.name)
    for index in range(len(frame.planes)):
        step = 2 if index in _CHROMA else 1
        rows = slice(y // step, (y + height) // step)
        columns = slice(x // step, (x + width) // step)
        plane_of(part, index)[:] = plane_of(frame, index)[rows, columns]
    return tag_bt709(part)
