"""A whole mix listened to once: enough to know what any gain and any limit would make of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from timeline_studio.render.mastering.k_weighting import KWeighting, integrated
from timeline_studio.render.mastering.limiter import reductions
from timeline_studio.render.mastering.true_peak import REACH, STEP, step_peaks
from timeline_studio.render.tempo import Samples

MOST_GAIN_DB = 30.0
"""Either way: beyond, a film is not quiet but nearly silent, and what is heard is its noise."""

_NEAR_ENOUGH_LU = 0.02
_MOST_TRIES = 10


@dataclass(frozen=True)
class Survey:
    """For each thousandth of a second: the true peak, and the power as it is heard."""

    peaks: NDArray[np.float32]
    powers: NDArray[np.float32]

    def gain_for(self, loudness: float, ceiling_db: float) -> float:
        """How many dB louder the mix has to be, to have this loudness (LUFS) once its peaks are
        limited; 0 where nothing is heard."""
        now = integrated(self.powers, STEP)
        if now is None:
            return 0.0
        gain = _within(loudness - now)
        for _ in range(_MOST_TRIES):
            missing = loudness - self._limited(gain, ceiling_db)
            if abs(missing) < _NEAR_ENOUGH_LU:
                break
            gain = _within(gain + missing)
        return gain

    def _limited(self, gain: float, ceiling_db: float) -> float:
        curve = gain - reductions(self.peaks * np.float32(10 ** (gain / 20)), ceiling_db)
        heard = integrated(self.powers * 10 ** (curve / 10), STEP)
        return -np.inf if heard is None else heard


def surveyed(blocks: Iterable[Samples]) -> Survey:
    """Of consecutive samples at 48 kHz; what is left of the last thousandth is not looked at."""
    weighting = KWeighting()
    peaks: list[NDArray[np.float32]] = []
    powers: list[NDArray[np.float32]] = []
    rest: Samples = np.zeros((2, REACH), np.float32)
    for block in chain(blocks, [np.zeros((2, REACH), np.float32)]):
        held = np.concatenate([rest, block], axis=1)
        count = (held.shape[1] - 2 * REACH) // STEP * STEP
        if count > 0:
            peaks.append(step_peaks(held[:, : count + 2 * REACH]))
            power = weighting.power(held[:, REACH : count + REACH])
            powers.append(power.reshape(-1, STEP).sum(axis=1).astype(np.float32))
        rest = held[:, max(0, count) :]
    empty = np.zeros(0, np.float32)
    return Survey(np.concatenate([empty, *peaks]), np.concatenate([empty, *powers]))


def _within(gain: float) -> float:
    return min(max(gain, -MOST_GAIN_DB), MOST_GAIN_DB)
