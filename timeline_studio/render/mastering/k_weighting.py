"""How loud a sound is heard (ITU-R BS.1770-5): its weighting, and its mean without pauses."""

from fractions import Fraction
from typing import Final, cast

import av
import numpy as np
from av.filter import Graph
from numpy.typing import NDArray

from timeline_studio.render.tempo import Samples

SAMPLE_RATE: Final = 48_000
"""The filters' coefficients are those that the recommendation gives for it."""

_SHELF = (
    "b0=1.53512485958697:b1=-2.69169618940638:b2=1.19839281085285:"
    "a0=1:a1=-1.69065929318241:a2=0.73248077421585"
)
_LOW_CUT = "b0=1:b1=-2:b2=1:a0=1:a1=-1.99004745483398:a2=0.99007225036621"
_TENTH = SAMPLE_RATE // 10
_BLOCK_TENTHS = 4
_OFFSET_DB = -0.691
_SILENCE_LUFS = -70.0
_PAUSE_LU = -10.0


class KWeighting:
    """The power of a stereo sound as it is heard, read in order."""

    def __init__(self) -> None:
        self._graph = Graph()
        self._source = self._graph.add(
            "abuffer",
            f"time_base=1/{SAMPLE_RATE}:sample_rate={SAMPLE_RATE}:"
            "sample_fmt=dblp:channel_layout=stereo",
        )
        shelf, high_pass = self._graph.add("biquad", _SHELF), self._graph.add("biquad", _LOW_CUT)
        self._sink = self._graph.add("abuffersink")
        self._graph.link_nodes(self._source, shelf, high_pass, self._sink).configure()

    def power(self, samples: Samples) -> NDArray[np.float64]:
        """The square of each sample, of both sides together."""
        frame = av.AudioFrame.from_ndarray(samples.astype(np.float64), "dblp", "stereo")
        frame.sample_rate = SAMPLE_RATE
        frame.time_base = Fraction(1, SAMPLE_RATE)
        self._source.push(frame)
        weighted = cast(av.AudioFrame, self._sink.pull()).to_ndarray()
        found: NDArray[np.float64] = (weighted.astype(np.float64) ** 2).sum(axis=0)
        return found


def integrated(powers: NDArray[np.floating], samples_each: int) -> float | None:
    """The loudness of a whole sound in LUFS, whose powers are sums of so many samples each, which
    divide a tenth of a second. None where all of it is silent, or too short to tell."""
    each = _TENTH // samples_each
    tenths = powers[: len(powers) // each * each].reshape(-1, each).sum(axis=1, dtype=np.float64)
    if len(tenths) < _BLOCK_TENTHS:
        return None
    blocks = np.lib.stride_tricks.sliding_window_view(tenths, _BLOCK_TENTHS).mean(axis=1) / _TENTH
    heard = blocks[blocks > _power(_SILENCE_LUFS)]
    if not heard.size:
        return None
    heard = heard[heard > heard.mean() * 10 ** (_PAUSE_LU / 10)]
    return float(_OFFSET_DB + 10 * np.log10(heard.mean()))


def _power(loudness: float) -> float:
    return float(10 ** ((loudness - _OFFSET_DB) / 10))
