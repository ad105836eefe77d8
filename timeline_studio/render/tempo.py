"""The sound of a clip at its speed, pitch kept: forward, backward, stretched."""

import math
from collections import OrderedDict
from fractions import Fraction
from typing import Protocol, TypeAlias, cast

import av
import numpy as np
from av.filter import Graph
from numpy.typing import NDArray

Samples: TypeAlias = NDArray[np.float32]
"""(2, count), left and right, -1 to 1."""

_CHUNK = 8192
_BLOCKS_HELD = 2  # who reads on may look back over an edge
_WARM_UP = 9600  # several of atempo's windows: after these a restart is not heard


class Line(Protocol):
    """Sound that can be read anywhere; silence where there is none."""

    def samples(self, start: int, count: int) -> Samples: ...


class Forward:
    """`line` from sample `first` on."""

    def __init__(self, line: Line, first: int) -> None:
        self._line = line
        self._first = first

    def samples(self, start: int, count: int) -> Samples:
        return self._line.samples(self._first + start, count)


class Backward:
    """`line` from sample `first` backwards; read in blocks, for each needs a seek."""

    def __init__(self, line: Line, first: int, *, block: int = 96_000) -> None:
        self._line = line
        self._first = first
        self._block = block
        self._held: OrderedDict[int, Samples] = OrderedDict()

    def samples(self, start: int, count: int) -> Samples:
        parts = []
        position = start
        while position < start + count:
            index, offset = divmod(position, self._block)
            taken = min(self._block - offset, start + count - position)
            parts.append(self._turned(index)[:, offset : offset + taken])
            position += taken
        return np.concatenate(parts, axis=1)

    def _turned(self, index: int) -> Samples:
        if index not in self._held:
            start = self._first - (index + 1) * self._block
            block = self._line.samples(start, self._block)
            self._held[index] = np.ascontiguousarray(block[:, ::-1])
            while len(self._held) > _BLOCKS_HELD:
                self._held.popitem(last=False)
        return self._held[index]


class Stretched:
    """`line` at `speed` times (above 0), pitch kept by libavfilter's atempo.

    Sample n is what `line` has at n * speed. Cheap when read forward; elsewhere it starts
    over a little before.
    """

    def __init__(self, line: Line, speed: Fraction, sample_rate: int) -> None:
        self._line = line
        self._speed = speed
        self._sample_rate = sample_rate
        self._start = 0
        self._made: Samples = np.zeros((2, 0), np.float32)
        self._restart(0)

    def samples(self, start: int, count: int) -> Samples:
        if not self._start <= start <= self._start + self._made.shape[1] + self._sample_rate:
            self._restart(start - _WARM_UP)
        while self._start + self._made.shape[1] < start + count:
            self._made = np.concatenate([self._made, *self._next_parts()], axis=1)
        offset = start - self._start
        taken = self._made[:, offset : offset + count]
        self._made = self._made[:, offset + count :]
        self._start = start + count
        return taken

    def _restart(self, start: int) -> None:
        self._start = start
        self._made = np.zeros((2, 0), np.float32)
        self._position = math.floor(start * self._speed)
        self._graph = Graph()
        source = self._graph.add(
            "abuffer",
            f"time_base=1/{self._sample_rate}:sample_rate={self._sample_rate}:"
            "sample_fmt=fltp:channel_layout=stereo",
        )
        tempos = [self._graph.add("atempo", f"{step:.12f}") for step in _steps(self._speed)]
        planar = self._graph.add("aformat", "sample_fmts=fltp")
        sink = self._graph.add("abuffersink")
        self._graph.link_nodes(source, *tempos, planar, sink).configure()
        self._source, self._sink = source, sink

    def _next_parts(self) -> list[Samples]:
        count = max(1, math.ceil(_CHUNK * self._speed))
        self._source.push(sound_frame(self._line.samples(self._position, count), self._sample_rate))
        self._position += count
        parts: list[Samples] = []
        while True:
            try:
                frame = cast(av.AudioFrame, self._sink.pull())
            except BlockingIOError:
                return parts
            parts.append(cast(Samples, frame.to_ndarray()))


def _steps(speed: Fraction) -> list[float]:
    """atempo's factors: one takes no less than 0.5, and above 2 it leaves sound out."""
    count = max(1, math.ceil(abs(math.log2(speed)) - 1e-9))
    return [float(speed) ** (1 / count)] * count


def sound_frame(samples: Samples, sample_rate: int, pts: int | None = None) -> av.AudioFrame:
    """A planar float stereo frame."""
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples), "fltp", "stereo")
    frame.sample_rate = sample_rate
    frame.time_base = Fraction(1, sample_rate)
    frame.pts = pts
    return frame
