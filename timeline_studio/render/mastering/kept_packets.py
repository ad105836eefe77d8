"""Coded sound of earlier exports: what is heard as before need not be mixed and encoded again."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import count, islice

import msgspec
from av.packet import Packet

from timeline_studio.media import Loudness
from timeline_studio.render.mastering.aac import SAMPLE_RATE, AacPacket
from timeline_studio.render.segments.segment_cache import SegmentCache
from timeline_studio.render.segments.stored import Stored

_PART_PACKETS = 2048  # 44 seconds, about a megabyte


class _Coded(msgspec.Struct, frozen=True, array_like=True):
    """In samples; `dts` is `pts`."""

    pts: int
    duration: int
    data: bytes


class _Part(Stored, frozen=True, array_like=True):
    packets: tuple[_Coded, ...]
    is_last: bool
    heard: Loudness | None


class KeptPackets:
    """The packets of one sound, by its fingerprint; for one thread."""

    def __init__(self, cache: SegmentCache, fingerprint: str) -> None:
        self._cache = cache
        self._fingerprint = fingerprint
        self.heard: Loudness | None = None
        """As it was when they were made, once all were given."""

    @property
    def is_there(self) -> bool:
        """Whether the first of them are; the others may still be missing."""
        return self._cache.holds(self._name(0))

    def packets(
        self, make: Callable[[], Iterator[AacPacket]], heard: Callable[[], Loudness | None]
    ) -> Iterator[AacPacket]:
        """Those that are kept; where some are missing all are made again, since each depends on
        those before it, and what is new is kept. `heard` is asked after the last one."""
        given = 0
        for number in count():
            part = self._cache.get(self._name(number), _Part)
            if part is None:
                break
            yield from map(_packet, part.packets)
            given += len(part.packets)
            if part.is_last:
                self.heard = part.heard
                return
        yield from self._made(islice(make(), given, None), number, heard)

    def _made(
        self,
        packets: Iterator[AacPacket],
        number: int,
        heard: Callable[[], Loudness | None],
    ) -> Iterator[AacPacket]:
        batch: list[_Coded] = []
        for packet in packets:
            batch.append(_coded(packet))
            if len(batch) == _PART_PACKETS:
                self._cache.put(self._name(number), _Part(tuple(batch), False, None))
                number, batch = number + 1, []
            yield packet
        self.heard = heard()
        self._cache.put(self._name(number), _Part(tuple(batch), True, self.heard))

    def _name(self, number: int) -> str:
        return f"{self._fingerprint}-{number}"


def _coded(packet: AacPacket) -> _Coded:
    return _Coded(packet.pts or 0, packet.duration or 0, bytes(packet))


def _packet(coded: _Coded) -> AacPacket:
    packet: AacPacket = Packet(coded.data)
    packet.pts = packet.dts = coded.pts
    packet.duration = coded.duration
    packet.time_base = Fraction(1, SAMPLE_RATE)
    packet.is_keyframe = True
    return packet
