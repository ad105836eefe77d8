"""How a placed picture lies over what is below it: its opacity and its blend mode."""

import av
import numpy as np
from numpy.typing import NDArray

from timeline_studio.render.colour import tag_bt709
from timeline_studio.render.filters import FrameFilters
from timeline_studio.render.geometry import Size
from timeline_studio.render.placing import Placed
from timeline_studio.timeline.effects.transform import BlendMode

_Plane = NDArray[np.uint8]
_ALPHA = 3


class Layering:
    """For frames of one size."""

    def __init__(self, canvas: Size, filters: FrameFilters) -> None:
        self._canvas = canvas
        self._filters = filters

    def over(
        self,
        below: av.VideoFrame,
        placed: Placed,
        opacity: float = 1.0,
        blend: BlendMode = "normal",
    ) -> av.VideoFrame:
        """`below` with the picture on it; costs what is used."""
        if opacity <= 0:
            return below
        if blend != "normal":
            placed = self._blended(below, placed, blend)
        if opacity < 1 and placed.covers(self._canvas):
            return self._filters.blend(below, placed.frame, opacity)
        if opacity < 1:
            placed = Placed(faded(placed.frame, opacity), placed.x, placed.y)
        if placed.covers(self._canvas):
            return placed.frame
        if placed.frame.format.name == "yuv420p":
            return pasted(below, placed)
        return self._filters.overlay(below, placed.frame, placed.x, placed.y)

    def _blended(self, below: av.VideoFrame, placed: Placed, blend: BlendMode) -> Placed:
        """The picture in the colours that the mode makes of it and what is below, as clear as
        before. Modes are defined on red, green and blue."""
        frame, filters = placed.frame, self._filters
        size = Size(frame.width, frame.height)
        under = filters.rgb(below, size, placed.x, placed.y)
        mixed = filters.mixed(under, filters.rgb(frame, size), _MODES[blend])
        colours = filters.yuv(mixed)
        if frame.format.name == "yuva420p":
            colours = with_alpha(colours, plane_of(frame, _ALPHA))
        return Placed(colours, placed.x, placed.y)


_MODES: dict[BlendMode, str] = {
    "screen": "screen",
    "multiply": "multiply",
    "add": "addition",
    "overlay": "overlay",
}
"""Names of libavfilter's; its overlay asks the first input, which lies below."""


def faded(frame: av.VideoFrame, opacity: float) -> av.VideoFrame:
    """A frame as clear as `opacity` makes it; the one that is given stays as it is."""
    if frame.format.name == "yuva420p":
        table = np.rint(np.arange(256) * opacity).astype(np.uint8)
        return with_alpha(frame, table[plane_of(frame, _ALPHA)])
    alpha = np.full((frame.height, frame.width), round(255 * opacity), np.uint8)
    return with_alpha(frame, alpha)


def pasted(below: av.VideoFrame, placed: Placed) -> av.VideoFrame:
    """A new frame with an opaque picture on it: what an overlay makes, in a third of its time,
    and without a graph for each place."""
    made = av.VideoFrame(below.width, below.height, "yuv420p")
    for index in range(_ALPHA):
        step = 2 if index else 1
        x, y = placed.x // step, placed.y // step
        part = plane_of(placed.frame, index)
        plane = plane_of(made, index)
        plane[:] = plane_of(below, index)
        plane[y : y + part.shape[0], x : x + part.shape[1]] = part
    return tag_bt709(made)


def with_alpha(frame: av.VideoFrame, alpha: _Plane) -> av.VideoFrame:
    """A new yuva420p frame of the same colours."""
    made = av.VideoFrame(frame.width, frame.height, "yuva420p")
    for index in range(_ALPHA):
        plane_of(made, index)[:] = plane_of(frame, index)
    plane_of(made, _ALPHA)[:] = alpha
    return tag_bt709(made)


def plane_of(frame: av.VideoFrame, index: int) -> _Plane:
    """A plane's bytes, without what fills its lines up."""
    plane = frame.planes[index]
    rows: _Plane = np.frombuffer(memoryview(plane), np.uint8)
    return rows.reshape(plane.height, plane.line_size)[:, : plane.width]
