"""Decoded sound as stereo at one sample rate, without a seam."""

from collections.abc import Iterable, Iterator
from math import gcd
from typing import Any, TypeAlias

import av
import numpy as np

Samples: TypeAlias = np.ndarray[Any, np.dtype[np.float32]]

# More taps than swresample's 32, and the standard downmix scaled so that it cannot clip.
_OPTIONS = {"filter_size": "64", "rematrix_maxval": "1.0"}


def stereo_blocks(
    pieces: Iterable[tuple[int, av.AudioFrame]], sample_rate: int
) -> Iterator[tuple[int, Samples]]:
    """From (place, piece) to (start, float32 (2, n)); `start` counts samples at `sample_rate`.

    Where pieces do not follow each other a new conversion begins: blocks may leave a hole,
    or begin before the last one's end.
    """
    conversion: _Conversion | None = None
    for place, frame in pieces:
        if conversion is None or not conversion.continues(place, frame):
            if conversion is not None:
                yield from conversion.drain()
            conversion = _Conversion(place, frame, sample_rate)
        yield from conversion.convert(frame)
    if conversion is not None:
        yield from conversion.drain()


class _Conversion:
    """One run of seamless sound through swresample.

    It begins at a place that falls on a whole sample of the result (each 147th at 44.1 kHz
    for 48), so that every run, wherever it began, gives the same samples.
    """

    def __init__(self, place: int, frame: av.AudioFrame, sample_rate: int) -> None:
        self._next_place = place
        self._shape = _shape(frame)
        self._is_mono = frame.layout.nb_channels == 1
        self._resampler = av.AudioResampler(
            format="fltp",
            layout="mono" if self._is_mono else "stereo",
            rate=sample_rate,
            options=_OPTIONS,
        )
        step = frame.sample_rate // gcd(frame.sample_rate, sample_rate)
        aligned = place // step * step
        self._position = aligned * sample_rate // frame.sample_rate
        self._lead = place - aligned

    def continues(self, place: int, frame: av.AudioFrame) -> bool:
        return place == self._next_place and _shape(frame) == self._shape

    def convert(self, frame: av.AudioFrame) -> Iterator[tuple[int, Samples]]:
        self._next_place += frame.samples
        if self._lead:
            silence = _silence_like(frame, self._lead)
            self._lead = 0
            yield from self._placed(self._resampler.resample(silence))
        frame.pts = None
        yield from self._placed(self._resampler.resample(frame))

    def drain(self) -> Iterator[tuple[int, Samples]]:
        yield from self._placed(self._resampler.resample(None))

    def _placed(self, frames: Iterable[av.AudioFrame]) -> Iterator[tuple[int, Samples]]:
        for frame in frames:
            if frame is None or not frame.samples:
                continue
            block: Samples = np.asarray(frame.to_ndarray(), np.float32)
            if self._is_mono:  # at its own level on both sides, as players do
                block = np.tile(block, (2, 1))
            start, self._position = self._position, self._position + frame.samples
            yield start, block


def _shape(frame: av.AudioFrame) -> tuple[str, str, int]:
    return frame.format.name, frame.layout.name, frame.sample_rate


def _silence_like(frame: av.AudioFrame, samples: int) -> av.AudioFrame:
    silence = av.AudioFrame(format=frame.format.name, layout=frame.layout.name, samples=samples)
    silence.sample_rate = frame.sample_rate
    silence.time_base = frame.time_base
    middle = b"\x80" if frame.format.name.startswith("u8") else b"\0"
    for plane in silence.planes:
        plane.update(middle * plane.buffer_size)
    return silence
