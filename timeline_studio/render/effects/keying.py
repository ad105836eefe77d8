"""The chroma key: a table from Cb and Cr to what is left of them, and how opaque it is."""

from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from timeline_studio.render.effects.pixels import Pixels, Plane, made_of
from timeline_studio.render.filters import FrameFilters
from timeline_studio.render.layering import plane_of
from timeline_studio.timeline.effects.animation import value_at
from timeline_studio.timeline.effects.effect import ChromaKey

_RANGE = 224  # codes of Cb and Cr, BT.709 limited
_GREY = 128
_COLOURLESS = 0.02  # a key without a hue takes no hue away
_KEPT_TABLES = 8

_Numbers = NDArray[np.float64]


def keyed(pixels: Pixels, effect: ChromaKey, filters: FrameFilters) -> Pixels:
    luma, blue, red = (plane_of(pixels.colours, index) for index in range(3))
    packed = _table(effect)[(blue.astype(np.uint16) << 8) | red]
    opaque, blue, red = (np.ascontiguousarray(packed >> shift, np.uint8) for shift in (0, 8, 16))
    alpha = _enlarged(opaque, pixels, filters)
    if pixels.alpha is not None:
        alpha = np.rint(alpha * (pixels.alpha / 255)).astype(np.uint8)
    return replace(pixels, colours=made_of([luma, blue, red]), alpha=alpha)


def _enlarged(opaque: Plane, pixels: Pixels, filters: FrameFilters) -> Plane:
    """From the size of chroma to that of luma."""
    size = pixels.size
    chain = [
        ("scale", f"w={size.width}:h={size.height}:flags=bilinear+accurate_rnd+bitexact"),
        ("format", "gray"),
    ]
    return plane_of(filters.tuned(chain, made_of([opaque], "gray")), 0).copy()


@lru_cache(maxsize=_KEPT_TABLES)
def _table(effect: ChromaKey) -> NDArray[np.uint32]:
    """By 256 Cb + Cr: opacity, Cb and Cr as the bytes of one number, the lowest first."""
    codes = (np.arange(256) - _GREY) / _RANGE
    blue, red = (each.ravel() for each in np.meshgrid(codes, codes, indexing="ij"))
    key_blue, key_red = chroma_of(effect.color)
    distance = np.hypot(blue - key_blue, red - key_red)
    softness = max(value_at(effect.softness, 0), 1e-9)
    opaque = np.clip((distance - value_at(effect.similarity, 0)) / softness, 0, 1)
    blue, red = _without_spill(blue, red, (key_blue, key_red), value_at(effect.spill, 0))
    bytes_ = [np.rint(opaque * 255), *(np.rint(each * _RANGE + _GREY) for each in (blue, red))]
    low, middle, high = (np.clip(each, 0, 255).astype(np.uint32) for each in bytes_)
    packed: NDArray[np.uint32] = low | middle << 8 | high << 16
    return packed


def _without_spill(
    blue: _Numbers, red: _Numbers, key: tuple[float, float], share: float
) -> tuple[_Numbers, _Numbers]:
    """What lies nearer to the key's hue than 45 degrees goes towards there."""
    strength = float(np.hypot(*key))
    if strength < _COLOURLESS:
        return blue, red
    towards_blue, towards_red = key[0] / strength, key[1] / strength
    along = blue * towards_blue + red * towards_red
    aside = np.abs(blue * towards_red - red * towards_blue)
    excess = share * np.maximum(0, along - aside)
    return blue - excess * towards_blue, red - excess * towards_red


def chroma_of(color: str) -> tuple[float, float]:
    """Cb and Cr of #RRGGBB, -0.5 to 0.5 (BT.709)."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return (blue - luma) / 1.8556, (red - luma) / 1.5748
