"""What the mix of playback measures, block by block: filled where it is mixed, read by the GUI."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from timeline_studio.media import LoudnessMeter
from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.monitor.mixing import BLOCK, SampleSource

_BLOCKS_KEPT = 512

Mix: TypeAlias = Callable[[Timeline], SampleSource]


@dataclass(frozen=True)
class Reading:
    """The peaks of some blocks as factors of full scale; what the meter showed after them, in
    LUFS and dBTP, None where it shows nothing yet."""

    left: float
    right: float
    momentary: float | None
    short_term: float | None
    integrated: float | None
    true_peak: float | None

    def joined(self, later: "Reading") -> "Reading":
        return Reading(
            max(self.left, later.left),
            max(self.right, later.right),
            later.momentary,
            later.short_term,
            later.integrated,
            later.true_peak,
        )


class SoundLevels:
    """One thread fills it, another reads: each does what a dict does in one step, without a lock.

    Integrated loudness and true peak are of all that was mixed in one go, since `reset`.
    """

    def __init__(self) -> None:
        self._readings: dict[int, Reading] = {}
        self._meter: LoudnessMeter | None = None
        self._following = 0

    def metered(self, mix: Mix) -> Mix:
        """The same mixers, each measured."""
        return lambda timeline: _Metered(mix(timeline), self, timeline.sample_rate)

    def reset(self) -> None:
        """Measure anew from here."""
        self._meter = None
        self._readings = {}

    def take(self, first: int, samples: NDArray[np.float32], sample_rate: int) -> None:
        """Samples of the timeline from `first` on; where they do not follow those before, a new
        measurement begins."""
        meter = self._meter
        if meter is None or first != self._following:
            meter = self._meter = LoudnessMeter(sample_rate)
        self._following = first + samples.shape[1]
        readings = self._readings
        for start in range(0, samples.shape[1], BLOCK):
            block = samples[:, start : start + BLOCK]
            meter.take(block)
            left, right = np.abs(block).max(axis=1)
            readings[(first + start) // BLOCK] = Reading(
                float(left),
                float(right),
                meter.momentary,
                meter.short_term,
                meter.integrated,
                meter.true_peak,
            )
        while len(readings) > _BLOCKS_KEPT:
            readings.pop(next(iter(readings)), None)

    def between(self, start: int, end: int) -> Reading | None:
        """What was measured between two samples of the timeline, as far as it was."""
        readings = self._readings
        found: Reading | None = None
        blocks = range(min(start, end) // BLOCK, max(start, end) // BLOCK + 1)
        for block in blocks[-_BLOCKS_KEPT:]:
            reading = readings.get(block)
            if reading is not None:
                found = reading if found is None else found.joined(reading)
        return found


class _Metered:
    """A mixer whose samples are measured as they pass."""

    def __init__(self, mixer: SampleSource, levels: SoundLevels, sample_rate: int) -> None:
        self._mixer = mixer
        self._levels = levels
        self._rate = sample_rate

    def samples(self, start: int, count: int) -> NDArray[np.float32]:
        samples = self._mixer.samples(start, count)
        self._levels.take(start, samples, self._rate)
        return samples

    def close(self) -> None:
        self._mixer.close()
