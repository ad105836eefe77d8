"""Sound of a file by sample."""

import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from timeline_studio.media.media_error import MediaError
from timeline_studio.media.sound_decoder import SoundDecoder
from timeline_studio.media.stereo_stream import Samples, stereo_blocks

_KEPT_SECONDS = 2
_FORWARD_SECONDS = 1  # closer than this, decoding on is quicker than a seek


class AudioReader:
    """Stereo float samples at `sample_rate`, counted from media time 0 (the container's start).

    Mono plays on both sides at its level, more channels are mixed down as standards say,
    scaled so as not to clip. Reading forward costs no more than decoding, also in
    small pieces. One thread at a time may use a reader. Raises MediaError.
    """

    def __init__(
        self, path: Path, *, sample_rate: int = 48_000, stream_index: int | None = None
    ) -> None:
        self._rate = sample_rate
        self._held_from: int
        self._decoder = SoundDecoder(path, stream_index=stream_index)
        self._begin(0)

    def samples(self, start: int, count: int) -> Samples:
        """[`start`, `start + count`) as float32 (2, count); silence where there is no sound."""
        result: Samples = np.zeros((2, max(0, count)), np.float32)
        end = start + count
        if end <= 0 or count <= 0:
            return result
        first = max(start, 0)
        if first < self._held_from or first > self._position + _FORWARD_SECONDS * self._rate:
            self._seek(first)
        try:
            self._read_to(end)
        except MediaError:
            self._held_from = sys.maxsize  # whatever is asked for next is sought anew
            raise
        for at, held in self._held:
            low, high = max(at, start), min(at + held.shape[1], end)
            if low < high:
                result[:, low - start : high - start] = held[:, low - at : high - at]
        self._forget()
        return result

    def close(self) -> None:
        self._decoder.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _seek(self, start: int) -> None:
        source_rate = self._decoder.sample_rate
        whole_from = self._decoder.seek(start * source_rate // self._rate)
        if whole_from is None:
            self._decoder.rewind()
            self._begin(0)
        else:
            self._begin(-(-whole_from * self._rate // source_rate))

    def _begin(self, held_from: int) -> None:
        self._blocks: Iterator[tuple[int, Samples]] = stereo_blocks(
            self._decoder.pieces(), self._rate
        )
        self._held: deque[tuple[int, Samples]] = deque()
        self._held_from = self._position = held_from

    def _read_to(self, end: int) -> None:
        while self._position < end:
            block = next(self._blocks, None)
            if block is None:
                break
            self._hold(*block)

    def _hold(self, start: int, block: Samples) -> None:
        """Keep what is new of a block."""
        fresh = block[:, max(0, self._position - start) :]
        if not fresh.shape[1]:
            return
        start = max(start, self._position)
        self._held.append((start, fresh))
        self._position = start + fresh.shape[1]

    def _forget(self) -> None:
        """Small steps back stay cheap; what was longer ago goes."""
        oldest = self._position - _KEPT_SECONDS * self._rate
        while len(self._held) > 1 and self._held[0][0] < oldest:
            self._held.popleft()
            self._held_from = self._held[0][0]
