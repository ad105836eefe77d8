"""From values to heights in the lane, and back."""

from dataclasses import dataclass

from timeline_studio.timeline.effects.animation import Animated, keys_of, value_at
from timeline_studio.timeline.effects.property import Property

_EDGE = 9  # pixels above and below, for the signs of keyframes
_WHOLE = 4.0
"""A property whose limits are no further apart is shown between them."""
_SPANS = {"rotation": 90.0, "gain_db": 12.0, "stops": 2.0}
_USUAL_SPAN = 1.0
_ROOM = 0.2


@dataclass(frozen=True, slots=True)
class Axis:
    """`low` is at the bottom of a lane of so many pixels, `high` at its top."""

    low: float
    high: float
    height: int

    def y_of(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.height - _EDGE - share * (self.height - 2 * _EDGE)

    def value_at(self, y: float) -> float:
        share = (self.height - _EDGE - y) / (self.height - 2 * _EDGE)
        return self.low + share * (self.high - self.low)


def axis_for(limits: Property, animated: Animated, height: int) -> Axis:
    """All that the property may be, or where that is far more than it is, what it is."""
    if limits.high - limits.low <= _WHOLE:
        return Axis(limits.low, limits.high, height)
    values = [key.value for key in keys_of(animated)] or [value_at(animated, 0)]
    values.append(limits.default)
    low, high = min(values), max(values)
    room = max((high - low) * _ROOM, _SPANS.get(limits.name, _USUAL_SPAN) / 2)
    return Axis(max(limits.low, low - room), min(limits.high, high + room), height)
