"""A number that stays or that moves: a constant, or keyframes in the item's own time."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, TypeAlias

import msgspec

Interpolation: TypeAlias = Literal["linear", "hold", "ease"]
INTERPOLATIONS: tuple[Interpolation, ...] = ("linear", "hold", "ease")


class Keyframe(msgspec.Struct, frozen=True, omit_defaults=True):
    """`value` at `time`, in flicks from the item's start; `interpolation` is the way to the next.

    A time may lie before the item or after it: an item that was cut goes on as it did.
    """

    time: int
    value: float
    interpolation: Interpolation = "linear"


Animated: TypeAlias = float | tuple[Keyframe, ...]
"""A constant, or keyframes: at least one, sorted, no two at one time."""


def value_at(animated: Animated, time: float) -> float:
    """At `time`, in flicks from the item's start; exact at each keyframe.

    Before the first keyframe and after the last one, theirs holds.
    """
    if not isinstance(animated, tuple):
        return animated
    at = bisect_right(animated, time, key=lambda key: key.time)
    if at == 0:
        return animated[0].value
    left = animated[at - 1]
    if at == len(animated) or left.interpolation == "hold":
        return left.value
    right = animated[at]
    share = (time - left.time) / (right.time - left.time)
    return left.value + (right.value - left.value) * eased(share, left.interpolation)


def eased(share: float, interpolation: Interpolation) -> float:
    """How far the value has gone, 0 to 1, when `share` of the time between two keyframes has."""
    if interpolation == "hold":
        return 0.0
    return share * share * (3 - 2 * share) if interpolation == "ease" else share


def key_at(animated: Animated, time: int) -> Keyframe | None:
    """The keyframe at exactly `time`."""
    return next((key for key in keys_of(animated) if key.time == time), None)


def keys_of(animated: Animated) -> tuple[Keyframe, ...]:
    return animated if isinstance(animated, tuple) else ()


def with_key(animated: Animated, key: Keyframe) -> Animated:
    """With a keyframe, in place of one at its time."""
    others = [each for each in keys_of(animated) if each.time != key.time]
    return _sorted([*others, key])


def with_value(animated: Animated, time: int, value: float) -> Animated:
    """`value` from now on: of a constant all of it, else a keyframe at `time`.

    A keyframe that is there already keeps its interpolation; a new one goes on as the one
    before it.
    """
    if not isinstance(animated, tuple):
        return value
    before = [key for key in animated if key.time <= time]
    interpolation = (before[-1] if before else animated[0]).interpolation
    return with_key(animated, Keyframe(time, value, interpolation))


def without_key(animated: Animated, time: int) -> Animated:
    """Without the keyframe at `time`; its value stays, as a constant, where it was the last."""
    rest = tuple(key for key in keys_of(animated) if key.time != time)
    return rest or value_at(animated, time)


def raised(animated: Animated, by: float, low: float, high: float) -> Animated:
    """Every value `by` higher, within the limits."""
    if not isinstance(animated, tuple):
        return min(max(animated + by, low), high)
    return tuple(
        Keyframe(key.time, min(max(key.value + by, low), high), key.interpolation)
        for key in animated
    )


def moved(animated: Animated, by: int) -> Animated:
    """Every keyframe `by` later."""
    if not isinstance(animated, tuple) or not by:
        return animated
    return tuple(Keyframe(key.time + by, key.value, key.interpolation) for key in animated)


def stretched(animated: Animated, factor: float) -> Animated:
    """Every keyframe's time multiplied; of those that then meet, the last one stays."""
    if not isinstance(animated, tuple):
        return animated
    by_time = {round(key.time * factor): key for key in animated}
    return tuple(Keyframe(time, key.value, key.interpolation) for time, key in by_time.items())


def _sorted(keys: Sequence[Keyframe]) -> tuple[Keyframe, ...]:
    return tuple(sorted(keys, key=lambda key: key.time))
