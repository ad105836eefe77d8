"""The highest level of a sound between its samples too (ITU-R BS.1770: four times oversampled)."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeline_studio.render.tempo import Samples

STEP: Final = 48
"""Samples that share one peak: a thousandth of a second at 48 kHz."""

REACH: Final = 16
"""Samples to both sides that have a part in what lies between two."""

_BETA = 8.0
_OFFSETS = np.arange(-REACH + 1, REACH + 1)


def _taps() -> NDArray[np.float32]:
    """(3, 2 * REACH): at a quarter, a half and three quarters between two samples."""
    distance = _OFFSETS - np.array([[0.25], [0.5], [0.75]])
    window = np.i0(_BETA * np.sqrt(1 - (distance / REACH) ** 2)) / np.i0(_BETA)
    taps = np.sinc(distance) * window
    found: NDArray[np.float32] = (taps / taps.sum(axis=1, keepdims=True)).astype(np.float32)
    return found


_TAPS = _taps()
_MOST_OVER = float(np.abs(_TAPS).sum(axis=1).max())


def step_peaks(samples: Samples, *, from_level: float = 0.0) -> NDArray[np.float32]:
    """The true peak of each STEP of samples, as a factor of full scale.

    `samples` has REACH more on both sides. Where all is so low that nothing can be over
    `from_level`, only the samples themselves are looked at.
    """
    inner = samples[:, REACH:-REACH]
    count = inner.shape[1] // STEP
    peaks = np.abs(inner[:, : count * STEP]).max(axis=0)
    if float(np.abs(samples).max(initial=0.0)) * _MOST_OVER > from_level:
        between = _between(samples)[: count * STEP + 1]
        peaks = np.maximum(peaks, np.maximum(between[1:], between[:-1]))
    found: NDArray[np.float32] = peaks.reshape(count, STEP).max(axis=1)
    return found


def _between(samples: Samples) -> NDArray[np.float32]:
    """The highest level between each sample and the next, from the one before the inner ones."""
    found: NDArray[np.float32] = np.max(
        [np.abs(np.correlate(side, taps)) for side in samples for taps in _TAPS], axis=0
    )
    return found
