"""The outline of a file's sound, for drawing."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Self, TypeAlias

import numpy as np

from timeline_studio.media.audio_reader import AudioReader
from timeline_studio.media.media_error import MediaError
from timeline_studio.media.probe import probe
from timeline_studio.timeline.time import sample_at

Levels: TypeAlias = np.ndarray[Any, np.dtype[np.float32]]

_SAMPLE_RATE = 48_000
_SECONDS_AT_ONCE = 10


@dataclass(frozen=True)
class Waveform:
    """For each 1 / `peaks_per_second` from media time 0: the lowest and the highest sample
    of both sides, and the root of their mean square; float32, -1 to 1."""

    peaks_per_second: int
    low: Levels
    high: Levels
    rms: Levels

    def save(self, path: Path) -> None:
        """Whole or not at all. 16 bits are more than any screen shows."""
        path.parent.mkdir(parents=True, exist_ok=True)
        levels = {name: getattr(self, name).astype(np.float16) for name in ("low", "high", "rms")}
        with NamedTemporaryFile(dir=path.parent, suffix=".partial", delete=False) as file:
            try:
                np.savez_compressed(file, peaks_per_second=self.peaks_per_second, **levels)
                file.close()
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise

    @classmethod
    def load(cls, path: Path) -> Self:
        """Raises OSError, ValueError or KeyError for what `save` did not write."""
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            low, high, rms = (stored[name].astype(np.float32) for name in ("low", "high", "rms"))
            return cls(int(stored["peaks_per_second"]), low, high, rms)


def waveform(
    path: Path,
    *,
    peaks_per_second: int = 100,
    progress: Callable[[float], None] | None = None,
) -> Waveform:
    """Decodes all of the file's sound. `progress` gets 0 to 1; what it raises ends the work.

    Raises MediaError when there is no sound.
    """
    info = probe(path)
    if not info.audio:
        raise MediaError(f"{path} has no sound to draw.")
    length = sample_at(info.audio[0].duration, _SAMPLE_RATE)
    step = _SECONDS_AT_ONCE * peaks_per_second
    total = -(-length * peaks_per_second // _SAMPLE_RATE)
    with AudioReader(path, sample_rate=_SAMPLE_RATE) as reader:
        parts = []
        for first in range(0, total, step):
            if progress is not None:
                progress(first / total)
            parts.append(_levels(reader, first, min(step, total - first), peaks_per_second))
    columns = zip(*parts, strict=True) if parts else ([], [], [])
    low, high, rms = (np.concatenate([np.empty(0, np.float32), *column]) for column in columns)
    return Waveform(peaks_per_second, low, high, rms)


def _levels(
    reader: AudioReader, first: int, count: int, peaks_per_second: int
) -> tuple[Levels, Levels, Levels]:
    edges = np.arange(first, first + count + 1) * _SAMPLE_RATE // peaks_per_second
    samples = reader.samples(int(edges[0]), int(edges[-1] - edges[0]))
    starts = edges[:-1] - edges[0]
    squares = np.add.reduceat((samples**2).sum(axis=0), starts)
    return (
        np.minimum.reduceat(samples.min(axis=0), starts),
        np.maximum.reduceat(samples.max(axis=0), starts),
        np.sqrt(squares / (2 * np.diff(edges))).astype(np.float32),
    )
