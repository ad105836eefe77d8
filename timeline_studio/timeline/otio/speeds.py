"""OTIO's time effects as a clip's speed, and back.

A time warp does not change how long its clip lasts, only how fast the media runs. A clip that
runs backwards shows the same stretch of its media, from the last frame to the first.
"""

import math
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import opentimelineio as otio

from timeline_studio.timeline.document_error import DocumentError
from timeline_studio.timeline.otio.metadata import Ours, as_json, from_json
from timeline_studio.timeline.otio.stacks import others

_SCALAR_DENOMINATOR = 100_000
"""A speed is read as the nearest fraction that is as simple as this."""


def speed_of(clip: Any, ours: Ours) -> Fraction:
    """The product of a clip's time warps; exact where we wrote it."""
    warps = [effect for effect in clip.effects if _is_warp(effect)]
    if not all(math.isfinite(warp.time_scalar) for warp in warps):
        raise DocumentError(f"clip “{clip.name}” has a speed that is not a number")
    product, exact = _product(warps), ours.fraction("speed")
    if exact is not None and math.isclose(exact, product, rel_tol=1e-6):
        return exact
    return product


def written_effects(speed: Fraction, kept: Iterable[Any]) -> list[Any]:
    """The effects of a clip: those that it came with, with time warps that make its speed."""
    effects = [from_json(each) for each in kept]
    warps = [each for each in effects if _is_warp(each)]
    if _product(warps) == speed:
        return effects
    return [_warp(speed), *(each for each in effects if not _is_warp(each))]


def strange_effects(clip: Any) -> list[Any]:
    """The effects of a clip as JSON, when they are more than what its speed says."""
    effects = others(clip.effects)
    if len(effects) == 1 and _is_warp(effects[0]) and not (effects[0].name or effects[0].metadata):
        return []
    return [as_json(effect) for effect in effects]


def kept_effects(item: Any) -> list[Any]:
    return [as_json(effect) for effect in item.effects]


def _warp(speed: Fraction) -> Any:
    if speed == 0:
        return otio.schema.FreezeFrame()
    return otio.schema.LinearTimeWarp(time_scalar=float(speed))


def _is_warp(effect: Any) -> bool:
    return isinstance(effect, otio.schema.LinearTimeWarp) and getattr(effect, "enabled", True)


def _product(warps: Iterable[Any]) -> Fraction:
    scalars = (Fraction(warp.time_scalar) for warp in warps)
    return math.prod(
        (scalar.limit_denominator(_SCALAR_DENOMINATOR) for scalar in scalars), start=Fraction(1)
    )


def backward_span(duration: int, tick: int, speed: Fraction) -> int:
    """How far the first moment that a backward clip shows lies after the last one, in flicks.

    `tick` is a frame: the last frame of the stretch is shown first.
    """
    return round(duration * -speed) - round(tick * -speed)
