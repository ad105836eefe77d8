"""The sound of a clip at its speed as a tape has it: faster is higher."""

import math
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from timeline_studio.render.tempo import Line, Samples

_ZERO_CROSSINGS = 24
_PASSED = 0.94  # of half the lower rate
_BETA = 10.0  # Kaiser's: 100 dB
_MOST_PHASES = 4096
_AT_ONCE = 2048


class Varispeed:
    """Sample n is what `line` has at n * speed (above 0), between its samples.

    Each sample is computed by itself: any part can be read, and is always the same.
    """

    def __init__(self, line: Line, speed: Fraction) -> None:
        self._line = line
        self._speed = speed
        cutoff = min(1.0, 1 / float(speed)) * _PASSED
        self._half = math.ceil(_ZERO_CROSSINGS / cutoff)
        self._phases = min(speed.denominator, _MOST_PHASES)
        self._bank = _bank(self._phases, self._half, cutoff)

    def samples(self, start: int, count: int) -> Samples:
        parts = [
            self._part(at, min(_AT_ONCE, start + count - at))
            for at in range(start, start + count, _AT_ONCE)
        ]
        return np.concatenate([np.zeros((2, 0), np.float32), *parts], axis=1)

    def _part(self, start: int, count: int) -> Samples:
        p, q = self._speed.numerator, self._speed.denominator
        places = np.arange(start, start + count, dtype=np.int64) * p
        whole = places // q
        phases = (places % q) * self._phases // q
        first, last = int(whole[0]), int(whole[-1])
        line = self._line.samples(first - self._half + 1, last - first + 2 * self._half)
        windows = np.lib.stride_tricks.sliding_window_view(line, 2 * self._half, axis=1)
        heard: Samples = np.einsum(
            "cnt,nt->cn", windows[:, whole - first], self._bank[phases], optimize=True
        )
        return heard


def _bank(phases: int, half: int, cutoff: float) -> NDArray[np.float32]:
    """(phases, 2 * half): a windowed sine cardinal for each place between two samples."""
    offsets = np.arange(-half + 1, half + 1)
    distance = offsets[None, :] - np.arange(phases)[:, None] / phases
    window = np.i0(_BETA * np.sqrt(np.clip(1 - (distance / half) ** 2, 0, 1))) / np.i0(_BETA)
    taps = cutoff * np.sinc(cutoff * distance) * window
    bank: NDArray[np.float32] = (taps / taps.sum(axis=1, keepdims=True)).astype(np.float32)
    return bank
