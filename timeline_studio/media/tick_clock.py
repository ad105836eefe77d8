"""Media time in flicks against a stream's own ticks."""

from fractions import Fraction

from timeline_studio.timeline.time import FLICKS_PER_SECOND

_SLIGHTLY = Fraction(1, 8)  # of a picture's time


class TickClock:
    """Converts for one stream; `origin` is media time 0 in seconds on the stream's clock.

    Muxers round a picture's time to the nearest tick (a millisecond in Matroska), so that a
    time may lie up to half a tick before the picture that it names; where the origin is
    itself a rounded time, up to one tick. That is never much of a picture: where a tick is a
    whole one (AVI), times are exact. `rate`, in pictures per second, may be unknown.
    """

    def __init__(self, time_base: Fraction, origin: Fraction, rate: Fraction | None) -> None:
        per_tick = Fraction(FLICKS_PER_SECOND) * time_base
        start = origin / time_base
        tolerance = Fraction(1, 2) if origin == 0 else Fraction(1)
        if rate:
            tolerance = min(tolerance, _SLIGHTLY / (rate * time_base))
        shift = start + tolerance
        # floor(time / per_tick + shift) in integers: this runs for every picture.
        self._scale = per_tick.denominator * shift.denominator
        self._shift = shift.numerator * per_tick.numerator
        self._divisor = per_tick.numerator * shift.denominator
        self._per_tick = per_tick
        self._start = start

    def tick_at(self, time: int) -> int:
        """The last tick at which a picture may be stamped that is on the screen at `time`."""
        return (time * self._scale + self._shift) // self._divisor

    def time_of(self, tick: int) -> int:
        """When `tick` is, in flicks of media time."""
        return round((tick - self._start) * self._per_tick)
