"""Decoded sound as stereo at one sample rate, without a seam."""

from collections.abc import Iterable, Iterator
from math import gcd
from typing import Any, TypeAlias

import av
import numpy as np

from timeline_studio.media.down_mix import stereo_matrix

Samples: TypeAlias = np.ndarray[Any, np.dtype[np.float32]]

_OPTIONS = {
    "filter_size": "256",
    "cutoff": "0.96",
    "filter_type": "kaiser",
    "kaiser_beta": "14",
}
"""swresample as good as soxr's high quality, which FFmpeg is often built without: flat to 0.92 of
the lower rate's half, 135 dB down from that half on (soxr: to 0.913, 120 dB)."""


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


_STEREO = 2


class _Conversion:
    """One run of seamless sound through swresample.

    It begins at a place that falls on a whole sample of the result (each 147th at 44.1 kHz
    for 48), so that every run, wherever it began, gives the same samples.
    """

    def __init__(self, place: int, frame: av.AudioFrame, sample_rate: int) -> None:
        self._next_place = place
        self._shape = _shape(frame)
        channels = frame.layout.nb_channels
        self._is_mono = channels == 1
        self._down_mix = _DownMix(frame) if channels > _STEREO else None
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
            yield from self._placed(self._resampled(silence))
        frame.pts = None
        yield from self._placed(self._resampled(frame))

    def drain(self) -> Iterator[tuple[int, Samples]]:
        yield from self._placed(self._resampler.resample(None))

    def _resampled(self, frame: av.AudioFrame) -> Iterable[av.AudioFrame]:
        if self._down_mix is None:
            return self._resampler.resample(frame)
        return self._resampler.resample(self._down_mix.stereo(frame))

    def _placed(self, frames: Iterable[av.AudioFrame]) -> Iterator[tuple[int, Samples]]:
        for frame in frames:
            if frame is None or not frame.samples:
                continue
            block: Samples = np.asarray(frame.to_ndarray(), np.float32)
            if self._is_mono:  # at its own level on both sides, as players do
                block = np.tile(block, (2, 1))
            start, self._position = self._position, self._position + frame.samples
            yield start, block


class _DownMix:
    """Frames of more channels than two as stereo, at their own rate."""

    def __init__(self, frame: av.AudioFrame) -> None:
        self._matrix = stereo_matrix(frame.layout)
        self._packed = av.AudioResampler(format="flt", layout=frame.layout, rate=frame.sample_rate)

    def stereo(self, frame: av.AudioFrame) -> av.AudioFrame:
        (packed,) = self._packed.resample(frame)
        channels = np.asarray(packed.to_ndarray(), np.float32).reshape(-1, len(self._matrix))
        mixed = np.ascontiguousarray((channels @ self._matrix).T)
        made = av.AudioFrame.from_ndarray(mixed, format="fltp", layout="stereo")
        made.sample_rate = frame.sample_rate
        return made


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
