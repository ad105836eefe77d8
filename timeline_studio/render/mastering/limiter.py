"""A limiter that sees peaks coming: the true peak stays under a ceiling, the rest as it was."""

from collections import OrderedDict
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeline_studio.render.mastering.true_peak import REACH, STEP, step_peaks
from timeline_studio.render.slewing import Decibels, at_edges, held, slewed
from timeline_studio.render.tempo import Line, Samples

CEILING_DBTP: Final = -1.0
"""EBU R128: what lossy coding and players leave room for."""

MOST_DB: Final = 48.0
"""Of reduction; a mix that is louder still is clipped."""

_RISE: Final = 2.0  # dB a step: a reduction of 6 dB comes within 3 ms
_FALL: Final = 0.1  # and goes within 60 ms
_HELD_STEPS: Final = 12
_BEFORE: Final = round(MOST_DB / _FALL) + _HELD_STEPS + 1
_AFTER: Final = round(MOST_DB / _RISE) + 1
_CHUNK_STEPS: Final = 32
_CHUNKS_KEPT: Final = 64
_ESTIMATE_DB: Final = 0.1  # by which four times oversampling may miss a peak


def reductions(peaks: NDArray[np.floating], ceiling_db: float) -> Decibels:
    """What steps with these true peaks are lowered by, in dB."""
    levels = 20 * np.log10(np.maximum(peaks.astype(np.float64), 1e-9))
    over = np.clip(levels - (ceiling_db - _ESTIMATE_DB), 0, MOST_DB)
    return slewed(held(over, _HELD_STEPS), rise=_RISE, fall=_FALL)


class Limiter:
    """`line`, made louder by `gain_db`, and softer where a peak would be over `ceiling_db`.

    A sample depends on what is around it, never on where reading began. Cheap when read forward.
    """

    def __init__(
        self, line: Line, *, gain_db: float = 0.0, ceiling_db: float = CEILING_DBTP
    ) -> None:
        self._line = line
        self._gain = np.float32(10 ** (gain_db / 20))
        self._ceiling_db = ceiling_db
        self._kept = _CHUNKS_KEPT
        self._chunks: OrderedDict[int, Samples] = OrderedDict()
        self._peaks: OrderedDict[int, NDArray[np.float32]] = OrderedDict()

    def samples(self, start: int, count: int) -> Samples:
        first, last = start // STEP, -(-(start + count) // STEP)
        begin = (first - _BEFORE) // _CHUNK_STEPS
        end = -(-(last + _AFTER) // _CHUNK_STEPS)
        self._kept = max(_CHUNKS_KEPT, end - begin + 2)
        peaks = np.concatenate([self._peaks_of(chunk) for chunk in range(begin, end)])
        sound = self._between(start, start + count)
        if peaks.max(initial=0.0) <= 10 ** ((self._ceiling_db - _ESTIMATE_DB) / 20):
            return sound
        edges = np.arange(begin * _CHUNK_STEPS, end * _CHUNK_STEPS + 1) * STEP
        curve = np.interp(
            np.arange(start, start + count), edges, at_edges(reductions(peaks, self._ceiling_db))
        )
        limited: Samples = sound * (10 ** (-curve / 20)).astype(np.float32)
        return limited

    def _peaks_of(self, chunk: int) -> NDArray[np.float32]:
        if chunk not in self._peaks:
            begin = chunk * _CHUNK_STEPS * STEP
            around = self._between(begin - REACH, begin + _CHUNK_STEPS * STEP + REACH)
            ceiling = 10 ** ((self._ceiling_db - _ESTIMATE_DB) / 20)
            self._peaks[chunk] = step_peaks(around, from_level=ceiling)
            self._forget(self._peaks)
        return self._peaks[chunk]

    def _between(self, start: int, end: int) -> Samples:
        size = _CHUNK_STEPS * STEP
        first = start // size
        parts = [self._chunk(number) for number in range(first, -(-end // size))]
        found: Samples = np.concatenate([np.zeros((2, 0), np.float32), *parts], axis=1)
        return found[:, start - first * size : end - first * size]

    def _chunk(self, number: int) -> Samples:
        if number not in self._chunks:
            size = _CHUNK_STEPS * STEP
            self._chunks[number] = self._line.samples(number * size, size) * self._gain
            self._forget(self._chunks)
        return self._chunks[number]

    def _forget(self, known: OrderedDict[int, NDArray[np.float32]]) -> None:
        while len(known) > self._kept:
            known.popitem(last=False)
