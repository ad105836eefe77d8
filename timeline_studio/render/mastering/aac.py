"""AAC-LC packets of a sound, and what a player makes of them."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

import av
import numpy as np
from av.packet import Packet

from timeline_studio.media import Loudness, LoudnessMeter
from timeline_studio.render.tempo import Samples, sound_frame

AacPacket: TypeAlias = "Packet[Any]"

SAMPLE_RATE = 48_000
_FRAME = 1024


class AacEncoder:
    """One sound, encoded in order; `heard` is what its packets sound like."""

    def __init__(self, bit_rate: int, *, listens: bool = False) -> None:
        """Unless it `listens`, nothing is decoded."""
        self._context = av.CodecContext.create("aac", "w")
        self._context.sample_rate = SAMPLE_RATE
        self._context.layout = "stereo"
        self._context.format = "fltp"
        self._context.bit_rate = bit_rate
        self._context.time_base = Fraction(1, SAMPLE_RATE)
        self._context.open()
        self._listener = _Listener(self._context.extradata or b"") if listens else None

    def packets(self, blocks: Iterable[Samples]) -> Iterator[AacPacket]:
        """Every block but the last is a multiple of 1024 samples."""
        start = 0
        for block in blocks:
            for offset in range(0, block.shape[1], _FRAME):
                part = block[:, offset : offset + _FRAME]
                yield from self._told(self._context.encode(sound_frame(part, SAMPLE_RATE, start)))
                start += part.shape[1]
        yield from self._told(self._context.encode(None))

    def heard(self) -> Loudness | None:
        """Once all is encoded: how loud it is when decoded. None unless it listened."""
        return None if self._listener is None else self._listener.end()

    def _told(self, packets: Iterable[AacPacket]) -> Iterator[AacPacket]:
        for packet in packets:
            if self._listener is not None:
                self._listener.take(packet)
            yield packet


class _Listener:
    """Decodes packets as they are made, and measures them."""

    def __init__(self, extradata: bytes) -> None:
        self._context = av.CodecContext.create("aac", "r")
        self._context.extradata = extradata
        self._meter = LoudnessMeter(SAMPLE_RATE)

    def take(self, packet: "AacPacket | None") -> None:
        for frame in self._context.decode(packet):
            self._meter.take(np.asarray(frame.to_ndarray(), np.float32))

    def end(self) -> Loudness:
        self.take(None)
        return self._meter.end()
