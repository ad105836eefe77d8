"""A picture made ready for the frame: turned, scaled to fit, in the frame's colours."""

from collections.abc import Sequence
from dataclasses import dataclass

import av

from timeline_studio.render.colour import colours_of
from timeline_studio.render.filters import FrameFilters
from timeline_studio.render.geometry import Size, centred, fitted
from timeline_studio.render.pose import Rect

_TURNS = {
    90: [("transpose", "clock")],
    180: [("hflip", ""), ("vflip", "")],
    270: [("transpose", "cclock")],
}


@dataclass(frozen=True)
class Turn:
    """How a file wants its pictures seen: mirrored left to right, then turned clockwise, in
    degrees. Asked of the file once: asking a picture ties it into a cycle that holds its memory."""

    degrees: int = 0
    is_mirrored: bool = False

    @property
    def filters(self) -> list[tuple[str, str]]:
        return [*([("hflip", "")] if self.is_mirrored else []), *_TURNS.get(self.degrees, [])]

    @property
    def swaps_sides(self) -> bool:
        return self.degrees % 180 != 0


AS_IT_LIES = Turn()


@dataclass(frozen=True)
class Placed:
    """yuv420p, or yuva420p where something shows through; `x`, `y` are even."""

    frame: av.VideoFrame
    x: int = 0
    y: int = 0

    def covers(self, canvas: Size) -> bool:
        """Does it hide everything below? Then it is as large as the canvas and opaque."""
        size = Size(self.frame.width, self.frame.height)
        is_there = (size, self.x, self.y) == (canvas, 0, 0)
        return is_there and self.frame.format.name == "yuv420p"


class Placer:
    """Fits decoded pictures into frames of one size; the padding around them is clear."""

    def __init__(self, canvas: Size, filters: FrameFilters) -> None:
        self._canvas = canvas
        self._filters = filters

    def place(self, frame: av.VideoFrame, shape: Size, turn: Turn = AS_IT_LIES) -> Placed:
        """`shape` is how large the picture is meant to look, turned and with square pixels.

        A frame that is already as it should be is passed on, the very same one.
        """
        size = fitted(shape, self._canvas)
        x, y = centred(size, self._canvas)
        return Placed(self.convert(frame, size, turn), x, y)

    def place_of(self, shape: Size) -> Rect:
        """Where `place` puts a picture that looks so large."""
        size = fitted(shape, self._canvas)
        x, y = centred(size, self._canvas)
        return Rect(x, y, size.width, size.height)

    def convert(
        self,
        frame: av.VideoFrame,
        size: Size,
        turn: Turn = AS_IT_LIES,
        more: Sequence[tuple[str, str]] = (),
    ) -> av.VideoFrame:
        """`frame` turned upright, at `size`, in the frame's colours, then through the filters of
        `more`."""
        colours = colours_of(frame)
        turns = turn.filters
        is_ready = frame.format.name == "yuv420p" and colours.is_native and not turns
        if is_ready and not more and Size(frame.width, frame.height) == size:
            return frame
        upright = size.turned if turn.swaps_sides else size
        has_alpha = any(component.is_alpha for component in frame.format.components)
        chain = [
            ("scale", f"w={upright.width}:h={upright.height}:{colours.scale_options}"),
            ("format", "yuva420p" if has_alpha else "yuv420p"),
            *turns,
            *more,
        ]
        return self._filters.convert(frame, chain)
