"""The vignette: black over the picture, as opaque as it is far from the middle."""

from functools import lru_cache
from typing import TypeAlias

import av
import numpy as np
from numpy.typing import NDArray

from timeline_studio.render.effects.pixels import Pixels, Plane, made_of
from timeline_studio.render.filters import FrameFilters
from timeline_studio.render.geometry import Size
from timeline_studio.render.pose import Rect
from timeline_studio.timeline.effects.animation import value_at
from timeline_studio.timeline.effects.effect import Vignette

_Numbers: TypeAlias = NDArray[np.float32]
_KEPT = 4
"""Shades: most do not move, and a picture has one."""


def shaded(pixels: Pixels, effect: Vignette, filters: FrameFilters) -> Pixels:
    shade = _shade(effect, pixels.size, pixels.place, pixels.whole)
    return pixels.coloured(filters.overlay(pixels.colours, shade, 0, 0))


@lru_cache(maxsize=_KEPT)
def _shade(effect: Vignette, size: Size, place: Rect, whole: Rect) -> av.VideoFrame:
    begin, softness = value_at(effect.size, 0), value_at(effect.softness, 0)
    share = np.clip((_distance(size, place, whole) - begin) / softness, 0, 1)
    opacity = value_at(effect.amount, 0) * share * share * (3 - 2 * share)
    return _black(np.rint(opacity * 255).astype(np.uint8))


@lru_cache(maxsize=_KEPT)
def _distance(size: Size, place: Rect, whole: Rect) -> _Numbers:
    """Of each pixel from the middle of the whole; 1 in its corners."""
    across = _from_middle(size.width, place.x, place.width, whole.x, whole.width)
    down = _from_middle(size.height, place.y, place.height, whole.y, whole.height)
    distance: _Numbers = np.hypot(across[np.newaxis, :], down[:, np.newaxis])
    return distance * np.float32(0.5**0.5)


def _from_middle(
    count: int, start: float, length: float, whole_start: float, whole_length: float
) -> _Numbers:
    """Each pixel's middle; 1 at the edges of the whole."""
    places = start + (np.arange(count) + 0.5) * (length / count)
    away: _Numbers = np.abs(places - whole_start - whole_length / 2).astype(np.float32)
    return away / np.float32(whole_length / 2)


def _black(opacity: Plane) -> av.VideoFrame:
    height, width = opacity.shape
    grey = np.full((height // 2, width // 2), 128, np.uint8)
    return made_of([np.full((height, width), 16, np.uint8), grey, grey, opacity], "yuva420p")
