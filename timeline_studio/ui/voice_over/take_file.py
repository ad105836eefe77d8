"""The file of one take: WAV, written as the sound comes in."""

import wave
from pathlib import Path
from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Coding: TypeAlias = Literal["u1", "<i2", "<i4", "<f4"]
"""How a sample comes in, in NumPy's words."""

_FULL_SCALE: Final = {"u1": 128.0, "<i2": 32_768.0, "<i4": 2_147_483_648.0, "<f4": 1.0}
_BYTES = 2


class TakeFile:
    """16 bits a sample. `close` makes it whole."""

    def __init__(self, path: Path, *, sample_rate: int, channels: int, coding: Coding) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.sample_rate = sample_rate
        self.samples = 0
        self._channels = channels
        self._coding = coding
        self._rest = b""
        self._file = wave.open(str(path), "wb")  # noqa: SIM115 - closed by `close`
        self._file.setnchannels(channels)
        self._file.setsampwidth(_BYTES)
        self._file.setframerate(sample_rate)

    @property
    def seconds(self) -> float:
        return self.samples / self.sample_rate

    def write(self, data: bytes) -> float:
        """What came in, also in the middle of a sample; its highest level, 0 to 1.

        Raises OSError where the file takes no more.
        """
        data = self._rest + data
        size = np.dtype(self._coding).itemsize * self._channels
        whole = len(data) // size * size
        self._rest = data[whole:]
        levels = self._levels(data[:whole])
        if not levels.size:
            return 0.0
        coded = np.clip(np.round(levels * 32_768), -32_768, 32_767).astype("<i2")
        self._file.writeframes(coded.tobytes())
        self.samples += levels.size // self._channels
        return float(min(1.0, np.abs(levels).max()))

    def close(self) -> None:
        self._file.close()

    def _levels(self, data: bytes) -> NDArray[np.float64]:
        values = np.frombuffer(data, self._coding).astype(np.float64)
        if self._coding == "u1":
            values -= _FULL_SCALE["u1"]
        return values / _FULL_SCALE[self._coding]
