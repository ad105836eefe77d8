"""How loud a sound is, as broadcasters measure it (EBU R128, ITU-R BS.1770)."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av.error
import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.filter import Graph

from timeline_studio.media.audio_reader import AudioReader
from timeline_studio.media.probe import probe
from timeline_studio.timeline.time import sample_at

_SAMPLE_RATE = 48_000
_AT_ONCE = 10 * _SAMPLE_RATE
_GATE = -69.99  # of the meter, at -70 LUFS: what it shows then is no loudness
_TAIL_SECONDS = 0.1  # the meter looks at whole tenths of a second only


@dataclass(frozen=True)
class Loudness:
    """`integrated` in LUFS, `true_peak` in dBTP, `range` in LU; None where all is silent."""

    integrated: float | None
    true_peak: float | None
    range: float | None


class LoudnessMeter:
    """Takes the samples of one sound in order, stereo float32 (2, count)."""

    def __init__(self, sample_rate: int = 48_000) -> None:
        self._rate = sample_rate
        self._taken = 0
        self._facts: dict[str, str] = {}
        self._graph = Graph()
        source = self._graph.add_abuffer(
            sample_rate=sample_rate,
            format="fltp",
            layout="stereo",
            time_base=Fraction(1, sample_rate),
        )
        meter = self._graph.add("ebur128", "metadata=1:peak=true:framelog=quiet")
        sink = self._graph.add("abuffersink")
        self._graph.link_nodes(source, meter, sink)
        self._graph.configure()

    @property
    def true_peak(self) -> float | None:
        """Of what was measured so far, in dBTP."""
        level = float(self._facts.get("lavfi.r128.true_peak", 0))
        return 20 * math.log10(level) if level > 0 else None

    @property
    def momentary(self) -> float | None:
        """Of the last 0.4 s, in LUFS; None while that is silent."""
        return self._shown("lavfi.r128.M")

    @property
    def short_term(self) -> float | None:
        """Of the last 3 s, in LUFS; None while that is silent."""
        return self._shown("lavfi.r128.S")

    @property
    def integrated(self) -> float | None:
        """Of what was measured so far, without its pauses, in LUFS; None while all is silent."""
        return self._shown("lavfi.r128.I")

    def take(self, samples: npt.NDArray[np.float32]) -> None:
        if not samples.shape[1]:
            return
        frame = AudioFrame.from_ndarray(
            np.ascontiguousarray(samples, np.float32), format="fltp", layout="stereo"
        )
        frame.sample_rate = self._rate
        frame.pts = self._taken
        frame.time_base = Fraction(1, self._rate)
        self._taken += samples.shape[1]
        self._graph.push(frame)
        self._read()

    def end(self) -> Loudness:
        """Of all that was taken. Nothing can be taken afterwards."""
        self.take(np.zeros((2, round(_TAIL_SECONDS * self._rate)), np.float32))
        self._graph.push(None)
        self._read()
        is_heard = self.integrated is not None
        return Loudness(
            integrated=self.integrated,
            true_peak=self.true_peak,
            range=float(self._facts.get("lavfi.r128.LRA", 0)) if is_heard else None,
        )

    def _shown(self, fact: str) -> float | None:
        loudness = float(self._facts.get(fact, -math.inf))
        return loudness if loudness > _GATE else None

    def _read(self) -> None:
        while True:
            try:
                frame = self._graph.pull()
            except (BlockingIOError, EOFError, av.error.EOFError):
                return
            if isinstance(frame, AudioFrame):
                self._facts = frame.metadata or self._facts


def sound_loudness(
    path: Path, *, progress: Callable[[float], None] | None = None
) -> Loudness | None:
    """Of a file's sound; None where it has none. `progress` gets 0 to 1; what it raises ends the
    work. Raises MediaError."""
    info = probe(path)
    if not info.audio:
        return None
    total = sample_at(info.audio[0].duration, _SAMPLE_RATE)
    meter = LoudnessMeter(_SAMPLE_RATE)
    with AudioReader(path, sample_rate=_SAMPLE_RATE) as reader:
        for start in range(0, total, _AT_ONCE):
            if progress is not None:
                progress(start / total)
            meter.take(reader.samples(start, min(_AT_ONCE, total - start)))
    return meter.end()
