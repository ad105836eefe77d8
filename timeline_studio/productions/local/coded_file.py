"""Coded pictures or sound, kept in a NUT file until they are packaged.

Both have packets before time 0 (pictures that are decoded early, AAC's priming), and NUT has no
negative times: packets are written `_LEAD` ticks late, and read back that much earlier.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
from av.container import InputContainer, OutputContainer

if TYPE_CHECKING:
    from av.packet import Packet

_LEAD = 2048  # pictures or samples: more than any encoder's delay


@dataclass(frozen=True)
class CodedFile:
    """`tick` is the duration of a picture or of a sample, in seconds."""

    path: Path
    tick: Fraction

    def create(self) -> OutputContainer:
        return av.open(str(self.path), "w", format="nut")

    def write(self, container: OutputContainer, packets: "Iterable[Packet[Any]]") -> None:
        for packet in packets:
            _shift(packet, _LEAD)
            container.mux(packet)

    def open(self) -> InputContainer:
        return av.open(str(self.path), "r", format="nut")

    def read(self, container: InputContainer) -> "Iterator[Packet[Any]]":
        """In decoding order, with their own times again."""
        for packet in container.demux(container.streams[0]):
            if packet.size and packet.time_base:
                _shift(packet, -round(_LEAD * self.tick / packet.time_base))
                yield packet


def _shift(packet: "Packet[Any]", ticks: int) -> None:
    if packet.pts is not None:
        packet.pts += ticks
    if packet.dts is not None:
        packet.dts += ticks
