"""What must be known of H.264 to join streams: units, parameter sets and their ids.

ITU-T H.264, 7.3; the configuration record is of ISO/IEC 14496-15, 5.3.3.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from timeline_studio.render.copying.emulation import unescaped

SLICE, IDR, SEI, SPS, PPS, DELIMITER = 1, 5, 6, 7, 8, 9
START = b"\x00\x00\x00\x01"
_BUFFERING, _UNREGISTERED = 0, 5  # in the latter encoders praise themselves
_ID_BYTES = 16  # more than the codes in front of a set can take


class NotCopyable(Exception):  # noqa: N818 - an answer, not a failure: it is encoded instead
    """This stream cannot be joined with others; the text says why."""


@dataclass(frozen=True)
class ParameterSets:
    """A stream's sets; `length_size` bytes stand before each unit of its packets."""

    length_size: int
    sps: tuple[bytes, ...]
    pps: tuple[bytes, ...]

    @classmethod
    def read(cls, record: bytes) -> Self:
        """From an `avcC`. Raises NotCopyable for anything else."""
        if len(record) < 7 or record[0] != 1:
            raise NotCopyable("its packets are not those of an MP4")
        length_size = (record[4] & 3) + 1
        sps, at = _listed(record, 6, record[5] & 0x1F)
        if at >= len(record):
            raise NotCopyable("its parameter sets are cut short")
        pps, _ = _listed(record, at + 1, record[at])
        if not sps or not pps:
            raise NotCopyable("its parameter sets are in its packets")
        return cls(length_size, sps, pps)

    @property
    def by_id(self) -> dict[tuple[int, int], bytes]:
        """(kind, id) and the set."""
        return {
            **{(SPS, sps_id(unit)): unit for unit in self.sps},
            **{(PPS, pps_id(unit)): unit for unit in self.pps},
        }

    @property
    def annex_b(self) -> bytes:
        return b"".join(START + unit for unit in (*self.sps, *self.pps))

    def units(self, packet: bytes) -> Iterator[bytes]:
        """The units of one packet. Raises NotCopyable where its lengths make no sense."""
        at = 0
        while at < len(packet):
            end_of_length = at + self.length_size
            length = int.from_bytes(packet[at:end_of_length], "big")
            if not length or end_of_length + length > len(packet):
                raise NotCopyable("a packet is damaged")
            yield packet[end_of_length : end_of_length + length]
            at = end_of_length + length


def unit_type(unit: bytes) -> int:
    return unit[0] & 0x1F


def is_worth_copying(unit: bytes) -> bool:
    """Whether a unit belongs into the film: its sets stand in front of it, once."""
    kind = unit_type(unit)
    if kind in {SPS, PPS, DELIMITER}:
        return False
    return not (kind == SEI and len(unit) > 1 and unit[1] == _UNREGISTERED)


def is_buffering(unit: bytes) -> bool:
    """Whether an SEI begins with a buffering period, which names an SPS."""
    return len(unit) > 1 and unit[1] == _BUFFERING


def sps_id(unit: bytes) -> int:
    """After the profile, its flags and the level."""
    return Bits(unescaped(unit[4 : 4 + _ID_BYTES])).unsigned()


def pps_id(unit: bytes) -> int:
    return Bits(unescaped(unit[1 : 1 + _ID_BYTES])).unsigned()


def _listed(record: bytes, at: int, count: int) -> tuple[tuple[bytes, ...], int]:
    units = []
    for _ in range(count):
        length = int.from_bytes(record[at : at + 2], "big")
        units.append(record[at + 2 : at + 2 + length])
        at += 2 + length
        if not length or at > len(record):
            raise NotCopyable("its parameter sets are cut short")
    return tuple(units), at


class Bits:
    """Reads codes from the front of `plain`, which has no emulation prevention bytes."""

    def __init__(self, plain: bytes) -> None:
        self._bits = "".join(f"{byte:08b}" for byte in plain)
        self.position = 0

    def unsigned(self) -> int:
        """ue(v): as many zeros as there are bits after the first one."""
        one = self._bits.find("1", self.position)
        end = 2 * one - self.position + 1
        if one < 0 or end > len(self._bits):
            raise NotCopyable("its parameter sets cannot be read")
        self.position = end
        return int(self._bits[one:end], 2) - 1
