"""How far a track gives way at each sample to what is heard on others."""

from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_studio.render.slewing import Decibels, at_edges, held, slewed
from timeline_studio.render.tempo import Samples
from timeline_studio.render.track_sound import TrackSound
from timeline_studio.timeline.ducking import Ducking
from timeline_studio.timeline.time import FLICKS_PER_SECOND

_STEPS_A_SECOND = 100
_HELD_STEPS = 25  # a pause between words is no end
_KNEE_DB = 6.0  # over the threshold: only from there on all of the depth
_SILENCE_DB = -120.0
_SECONDS_KEPT = 32


class Ducker:
    """The factors of a track that gives way to `sources`.

    Levels are those of hundredths of a second of the timeline, and each reaches only so far: a
    factor depends on what is heard around its sample, never on where reading began.
    """

    def __init__(self, ducking: Ducking, sources: Sequence[TrackSound], sample_rate: int) -> None:
        self._ducking = ducking
        self._sources = sources
        self._rate = sample_rate
        self._attack = max(1, _steps(ducking.attack))
        self._release = max(1, _steps(ducking.release))
        self._known: OrderedDict[int, Decibels] = OrderedDict()

    def gains(self, start: int, count: int) -> Samples:
        """Factors of samples [`start`, `start` + `count`)."""
        first = start * _STEPS_A_SECOND // self._rate
        last = -(-(start + count) * _STEPS_A_SECOND // self._rate)
        around = first - _HELD_STEPS - self._release - 1, last + self._attack + 1
        depth = self._ducking.depth_db
        reduction = slewed(
            held(self._wanted(*around), _HELD_STEPS),
            rise=depth / self._attack,
            fall=depth / self._release,
        )
        edges = self._edge(np.arange(around[0], around[1] + 1))
        curve = np.interp(np.arange(start, start + count), edges, at_edges(reduction))
        factors: Samples = np.asarray(10 ** (-curve / 20), np.float32)
        return factors

    def close(self) -> None:
        for source in self._sources:
            source.close()

    def _wanted(self, first: int, last: int) -> Decibels:
        """The reduction that the level of each step in [`first`, `last`) asks for by itself."""
        seconds = range(first // _STEPS_A_SECOND, -(-last // _STEPS_A_SECOND))
        levels = np.concatenate([self._levels(second) for second in seconds])
        begin = first - seconds.start * _STEPS_A_SECOND
        over = levels[begin : begin + last - first] - self._ducking.threshold_db
        wanted: Decibels = self._ducking.depth_db * np.clip(over / _KNEE_DB, 0, 1)
        return wanted

    def _levels(self, second: int) -> Decibels:
        """Of the loudest source, in dB, for each step of a second of the timeline."""
        if second not in self._known:
            edges = self._edge(
                np.arange(second * _STEPS_A_SECOND, (second + 1) * _STEPS_A_SECOND + 1)
            )
            levels = [_levels_of(source, edges) for source in self._sources if second >= 0]
            silence = np.full(_STEPS_A_SECOND, _SILENCE_DB)
            self._known[second] = np.max([silence, *levels], axis=0)
            while len(self._known) > _SECONDS_KEPT:
                self._known.popitem(last=False)
        self._known.move_to_end(second)
        return self._known[second]

    def _edge(self, steps: NDArray[np.integer]) -> NDArray[np.integer]:
        """The sample at which a step begins."""
        return steps * self._rate // _STEPS_A_SECOND


def _levels_of(source: TrackSound, edges: NDArray[np.integer]) -> Decibels:
    samples = source.samples(int(edges[0]), int(edges[-1] - edges[0]))
    squares = np.add.reduceat((samples.astype(np.float64) ** 2).sum(axis=0), edges[:-1] - edges[0])
    power = squares / (2 * np.diff(edges))
    levels: Decibels = 10 * np.log10(np.maximum(power, 10 ** (_SILENCE_DB / 10)))
    return levels


def _steps(duration: int) -> int:
    return round(duration * _STEPS_A_SECOND / FLICKS_PER_SECOND)
