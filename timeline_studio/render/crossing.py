"""One picture gives way to another: every kind of transition, at one moment of it."""

from collections.abc import Callable
from typing import TypeAlias

import av
import numpy as np

from timeline_studio.render.filters import FrameFilters
from timeline_studio.render.geometry import Size
from timeline_studio.render.layering import with_alpha
from timeline_studio.render.mattes import Mattes
from timeline_studio.render.placing import Placer
from timeline_studio.render.text import colour_frame
from timeline_studio.render.window import Window
from timeline_studio.timeline.transition_look import TransitionLook

Side: TypeAlias = Callable[[av.VideoFrame, Window | None], av.VideoFrame]
"""Lays one of the two pictures over what is below it, as far as the window shows it."""


class Crosser:
    """For frames of one size.

    Each side is laid over what is below, and then they are mixed: padding and titles cross as
    what is seen of them does.
    """

    def __init__(self, canvas: Size, placer: Placer, filters: FrameFilters) -> None:
        self._canvas = canvas
        self._placer = placer
        self._filters = filters
        self._mattes = Mattes(canvas)
        self._colours: dict[str, av.VideoFrame] = {}

    def cross(
        self,
        look: TransitionLook,
        share: float,
        below: av.VideoFrame,
        outgoing: Side,
        incoming: Side,
    ) -> av.VideoFrame:
        """`share` is how far it has come, 0 to 1."""
        if look.kind == "dissolve":
            return self._filters.blend(outgoing(below, None), incoming(below, None), share)
        if look.kind == "dip":
            return self._dip(look.color, share, below, outgoing, incoming)
        if look.kind in {"push", "slide"}:
            ahead, behind = self._windows(look, share)
            return incoming(outgoing(below, ahead), behind)
        return self._wipe(look, share, below, outgoing, incoming)

    def _dip(
        self, color: str, share: float, below: av.VideoFrame, outgoing: Side, incoming: Side
    ) -> av.VideoFrame:
        """To the colour in its first half, from it in its second."""
        if color not in self._colours:
            plain = self._placer.convert(colour_frame(color, self._canvas), self._canvas)
            self._colours[color] = plain
        if share < 0.5:
            return self._filters.blend(outgoing(below, None), self._colours[color], 2 * share)
        return self._filters.blend(self._colours[color], incoming(below, None), 2 * share - 1)

    def _wipe(
        self,
        look: TransitionLook,
        share: float,
        below: av.VideoFrame,
        outgoing: Side,
        incoming: Side,
    ) -> av.VideoFrame:
        matte = self._mattes.matte(look, share)
        shape = self._canvas.height, self._canvas.width
        revealed = with_alpha(incoming(below, None), np.broadcast_to(matte, shape))
        return self._filters.overlay(outgoing(below, None), revealed, 0, 0)

    def _windows(self, look: TransitionLook, share: float) -> tuple[Window, Window]:
        """Where the outgoing picture is still seen, and where the incoming one is already. The
        border between them lies on the even pixel nearest to that share of the way."""
        width, height = self._canvas.width, self._canvas.height
        is_across = look.direction in {"left", "right"}
        way = width if is_across else height
        come = round(share * way / 2) * 2
        left = way - come
        is_onward = look.direction in {"right", "down"}
        by_in, by_out = (-left, come) if is_onward else (left, -come)
        if look.kind == "slide":
            by_out = 0
        near, far = (0, come), (come, way)
        if not is_onward:
            near, far = (left, way), (0, left)
        return self._window(far, by_out, is_across), self._window(near, by_in, is_across)

    def _window(self, span: tuple[int, int], by: int, is_across: bool) -> Window:
        start, end = span
        if is_across:
            return Window(start, 0, end, self._canvas.height, dx=by)
        return Window(0, start, self._canvas.width, end, dy=by)
