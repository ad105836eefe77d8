"""Which source sample a decoded piece of sound begins at."""

from collections.abc import Sequence
from fractions import Fraction

import av

_JITTER_SECONDS = Fraction(1, 100)  # recorders' clocks tremble by so much: no hole is meant


class SamplePlaces:
    """Turns a stream's ticks into places: samples at `rate` from media time 0.

    Ticks are often coarser than samples (Matroska has milliseconds). So pieces that follow
    each other are placed by counting, and the first one after a seek by the grid that pieces
    of equal length form from the stream's start: the same sound lands on the same sample
    however it is come by.
    """

    def __init__(self, time_base: Fraction, rate: int, origin: Fraction) -> None:
        self._time_base = time_base
        self._origin = origin
        self._rate = rate
        self._tick = time_base * rate  # samples in a tick
        self._jitter = _JITTER_SECONDS * rate + self._tick
        self._opening_tick: int | None = None
        self._grid: tuple[int, int] | None = None

    def learn_grid(self, opening: Sequence[av.AudioFrame]) -> None:
        """From the stream's first pieces; the very first may be shortened by priming."""
        if opening:
            self._opening_tick = opening[0].pts
        lengths = {frame.samples for frame in opening[1:]}
        if len(opening) > 2 and len(lengths) == 1:
            start = self.place_of(opening[0], None) + opening[0].samples
            self._grid = (start, lengths.pop())

    def place_of(self, frame: av.AudioFrame, expected: int | None) -> int:
        """`expected` is where the piece before ended, where there is one."""
        if frame.pts is None:
            return expected or 0
        told = (frame.pts * self._time_base - self._origin) * self._rate
        if expected is not None and abs(told - expected) <= self._jitter:
            return expected
        if expected is None and self._tick > 1:
            return self._snapped(frame.pts, told)
        return round(told)

    def tick_of(self, place: int) -> int:
        return round((Fraction(place, self._rate) + self._origin) / self._time_base)

    def _snapped(self, tick: int, told: Fraction) -> int:
        if tick == self._opening_tick or self._grid is None:
            return 0 if abs(told) <= self._tick else round(told)
        start, length = self._grid
        nearest = start + round((told - start) / length) * length
        return nearest if abs(nearest - told) <= 2 * self._tick else round(told)
