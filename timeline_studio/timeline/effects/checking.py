"""What must hold in an effect, beside that its numbers are whole."""

import math
import re
from itertools import pairwise

from timeline_studio.timeline.effects.animation import Animated, keys_of, value_at
from timeline_studio.timeline.effects.catalog import EFFECT_KINDS, kind_of
from timeline_studio.timeline.effects.effect import ChromaKey, Curves, Effect, Lut, Points

MOST_EFFECTS = 32
"""Of one item; a frame takes as long as all of them."""
MOST_POINTS = 32
"""Of one curve."""

CHANNELS = ("master", "red", "green", "blue")
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_DIGEST = re.compile(r"[0-9a-f]{40}")


def trouble_with(effect: Effect) -> str | None:
    """What is wrong, as the end of a sentence; None where nothing is."""
    kind = EFFECT_KINDS[kind_of(effect)]
    for number in kind.numbers.values():
        if not _is_within(getattr(effect, number.name), number.low, number.high):
            return f"has a {number.title} that is not between {number.low:g} and {number.high:g}"
    if isinstance(effect, Curves):
        return next(filter(None, (_curve_trouble(effect, each) for each in CHANNELS)), None)
    if isinstance(effect, ChromaKey) and not _COLOR.fullmatch(effect.color):
        return f"has a chroma key for “{effect.color}”, which is not a colour like #RRGGBB"
    if isinstance(effect, Lut) and effect.digest and not is_digest(effect.digest):
        return "has a LUT that is not named by what it holds"
    return None


def is_digest(text: str) -> bool:
    """Whether a LUT could be named so."""
    return _DIGEST.fullmatch(text) is not None


def _is_within(animated: Animated, low: float, high: float) -> bool:
    values = [key.value for key in keys_of(animated)] or [value_at(animated, 0)]
    return all(math.isfinite(value) and low <= value <= high for value in values)


def _curve_trouble(effect: Curves, channel: str) -> str | None:
    points: Points = getattr(effect, channel)
    if not 2 <= len(points) <= MOST_POINTS:
        return f"has a {channel} curve of {len(points)} points: it needs 2 to {MOST_POINTS}"
    if not all(0 <= each <= 1 for point in points for each in point):
        return f"has a {channel} curve with a point outside of 0 to 1"
    if any(left[0] >= right[0] for left, right in pairwise(points)):
        return f"has a {channel} curve whose points are out of order"
    return None
