"""Any channels to stereo by the standard matrix (ITU-R BS.775): nothing clips, nothing is lost."""

from collections.abc import Iterable
from math import sqrt
from typing import Any, Final, TypeAlias

import av
import numpy as np

Matrix: TypeAlias = np.ndarray[Any, np.dtype[np.float32]]
"""(channels, 2): how much of each goes to the left, and to the right."""

_HALF_POWER: Final = sqrt(0.5)
_FRONT = {"FL", "FLC", "DL", "FR", "FRC", "DR"}
_CENTRES = {"FC": _HALF_POWER, "BC": 0.5, "TFC": 0.5, "TC": 0.5, "TBC": 0.5, "BFC": 0.5}
_SILENT = {"LFE", "LFE2"}
_GUESSED: Final = {
    3: "FL FR FC",
    4: "FL FR BL BR",
    5: "FL FR FC BL BR",
    6: "FL FR FC LFE BL BR",
    8: "FL FR FC LFE BL BR SL SR",
    12: "FL FR FC LFE BL BR SL SR TFL TFR TBL TBR",
}
"""What so many channels are taken for, where a file does not say."""


def stereo_matrix(layout: av.AudioLayout) -> Matrix:
    """Centre and surrounds 3 dB down, a back centre 6 dB, low-frequency effects left out; scaled
    so that channels at full scale together are at full scale."""
    names = [channel.name for channel in layout.channels]
    if "NONE" in names:
        names = _GUESSED.get(len(names), "").split() or ["FL", "FR"] * -(-len(names) // 2)
    return _scaled(map(_sides, names[: layout.nb_channels]))


def _sides(name: str) -> tuple[float, float]:
    """Of one channel, by FFmpeg's name for it: those to the left end in L or LC."""
    if name in _SILENT:
        return 0.0, 0.0
    if name in _CENTRES:
        return _CENTRES[name], _CENTRES[name]
    level = 1.0 if name in _FRONT else _HALF_POWER
    return (level, 0.0) if name.removesuffix("C").endswith("L") else (0.0, level)


def _scaled(sides: Iterable[tuple[float, float]]) -> Matrix:
    matrix = np.array(list(sides), np.float32)
    return matrix / max(1.0, float(matrix.sum(axis=0).max()))
