"""Blur and sharpen: a recursive Gaussian over luma, chroma and alpha.

libavfilter's `gblur`: Alvarez and Mazorra's filter (SIAM Journal on Numerical Analysis 31, 1994)
in so many passes, which takes as long for any radius.
"""

from dataclasses import replace
from math import ceil

import numpy as np

from timeline_studio.render.effects.pixels import Pixels, Plane, made_of
from timeline_studio.render.filters import EXACT, FrameFilters
from timeline_studio.render.layering import plane_of
from timeline_studio.render.pose import Rect
from timeline_studio.timeline.effects.animation import value_at
from timeline_studio.timeline.effects.effect import Blur, Sharpen

PASSES = 4
_LEAST = 0.1  # pixels: what is less is not seen
_REACH = 3  # deviations: beyond them a Gaussian is nothing
_LUMA, _CHROMA = 1, 6  # planes, as bits


def blurred(pixels: Pixels, effect: Blur, filters: FrameFilters) -> Pixels:
    sigma = value_at(effect.radius, 0) * pixels.unit
    if sigma < _LEAST:
        return pixels
    if pixels.alpha is None:
        chain = [("gblur", f"steps={PASSES}:planes={_LUMA}")]
        chain.append(("gblur", f"steps={PASSES}:planes={_CHROMA}"))
        tuning = [*_sigma(0, sigma), *_sigma(1, sigma / 2)]  # chroma has half the pixels
        return pixels.coloured(filters.tuned(chain, pixels.colours, tuning=tuning))
    if pixels.place != pixels.whole:
        pixels = _with_room(pixels, ceil(_REACH * sigma / 2) * 2)
    return _blurred_with_alpha(pixels, sigma, filters)


def sharpened(pixels: Pixels, effect: Sharpen, filters: FrameFilters) -> Pixels:
    sigma = value_at(effect.radius, 0) * pixels.unit
    amount = value_at(effect.amount, 0)
    if sigma < _LEAST:
        return pixels
    chain = [("gblur", f"steps={PASSES}:planes={_LUMA}")]
    soft = filters.tuned(chain, pixels.colours, tuning=_sigma(0, sigma))
    weights = [(0, "weights", f"{1 + amount:.6f} {-amount:.6f}")]
    mix = [("mix", f"inputs=2:weights=1 0:scale=1:planes={_LUMA}")]
    return pixels.coloured(filters.tuned(mix, pixels.colours, soft, tuning=weights))


def _sigma(place: int, sigma: float) -> list[tuple[int, str, str]]:
    return [(place, name, f"{sigma:.6f}") for name in ("sigma", "sigmaV")]


def _blurred_with_alpha(pixels: Pixels, sigma: float, filters: FrameFilters) -> Pixels:
    """What is clear has no colour to give: colours count as much as they are opaque."""
    chain = [
        ("scale", EXACT),
        ("format", "yuva444p"),
        ("premultiply", "inplace=1"),
        ("gblur", f"steps={PASSES}"),
        ("unpremultiply", "inplace=1"),
        ("scale", EXACT),
        ("format", "yuva420p"),
    ]
    frame = filters.tuned(chain, pixels.joined(), tuning=_sigma(3, sigma))
    colours = made_of([plane_of(frame, index) for index in range(3)])
    return replace(pixels, colours=colours, alpha=plane_of(frame, 3).copy())


def _with_room(pixels: Pixels, margin: int) -> Pixels:
    """A part of the frame with clear pixels around it, for what spreads."""
    frame = pixels.joined()
    planes: list[Plane] = []
    for index in range(3):
        width = margin if index == 0 else margin // 2
        planes.append(np.pad(plane_of(frame, index), width, mode="edge"))
    alpha = np.pad(plane_of(frame, 3), margin)
    place = pixels.place
    across, down = place.width / frame.width * margin, place.height / frame.height * margin
    wider = Rect(
        place.x - across, place.y - down, place.width + 2 * across, place.height + 2 * down
    )
    return replace(pixels, colours=made_of(planes), alpha=alpha, place=wider)
