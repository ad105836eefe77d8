"""Gives parameter sets other ids, and the slices that name them: so that sources join.

A slice names its PPS early in its header, by a code of 1, 3, 5 … bits. The new id is one whose
code is as long, or longer by whole bytes: then all that follows keeps its place within its byte,
and need not be understood, be it CABAC, aligned, or CAVLC::

    old   first_mb  type  1          frame_num …      pps 0
    new   first_mb  type  000010000  frame_num …      pps 15: eight bits more
"""

from collections.abc import Mapping

from timeline_studio.render.copying.emulation import escaped, unescaped
from timeline_studio.render.copying.h264 import (
    IDR,
    PPS,
    SEI,
    SLICE,
    SPS,
    Bits,
    NotCopyable,
    ParameterSets,
    is_buffering,
    pps_id,
    sps_id,
    unit_type,
)

_MOST_SPS, _MOST_PPS = 32, 256
_IDS_BEHIND = 3  # bytes of an SPS: profile, flags, level
_HEADER_BYTES = 24  # more than the three codes in front of a slice can take


def fitting_pps(old: int) -> list[int]:
    """The ids that can stand in the place of `old`, shortest first."""
    length = _code_length(old)
    return [new for new in range(_MOST_PPS) if (_code_length(new) - length) in {0, 8, 16}]


class Numbers:
    """Which ids a film has given away; `reserved` are the encoder's own."""

    def __init__(self, reserved: int) -> None:
        self._taken: dict[tuple[int, int], bytes] = {(SPS, reserved): b"", (PPS, reserved): b""}
        self._known: dict[ParameterSets, tuple[ParameterSets, dict[int, int]] | None] = {}

    def join(self, sets: ParameterSets) -> tuple[ParameterSets, dict[int, int]] | None:
        """The sets as the film has them, and the new id of each PPS that changed its own; None
        where there are no ids left."""
        if sets not in self._known:
            self._known[sets] = self._joined(sets)
        return self._known[sets]

    def _joined(self, sets: ParameterSets) -> tuple[ParameterSets, dict[int, int]] | None:
        new_sps = self._placed(SPS, {sps_id(unit): unit for unit in sets.sps})
        if new_sps is None:
            return None
        moved = {old: new for old, new in new_sps.items() if old != new}
        sps = tuple(with_sps_id(unit, new_sps[sps_id(unit)]) for unit in sets.sps)
        pps = tuple(with_pps_ids(unit, pps_id(unit), moved) for unit in sets.pps)
        new_pps = self._placed(PPS, {pps_id(unit): unit for unit in pps})
        if new_pps is None:
            return None
        pps = tuple(with_pps_ids(unit, new_pps[pps_id(unit)], {}) for unit in pps)
        ours = ParameterSets(sets.length_size, sps, pps)
        self._taken.update(ours.by_id)
        return ours, {old: new for old, new in new_pps.items() if old != new}

    def _placed(self, kind: int, units: Mapping[int, bytes]) -> dict[int, int] | None:
        """The id of each: its own where that is free, or taken by the very same set."""
        given: dict[int, int] = {}
        for old, unit in units.items():
            if self._taken.get((kind, old), unit) == unit and old not in given.values():
                given[old] = old
                continue
            others = fitting_pps(old) if kind == PPS else range(_MOST_SPS)
            busy = {*given.values(), *units}
            free = [new for new in others if (kind, new) not in self._taken and new not in busy]
            if not free:
                return None
            given[old] = free[0]
        return given


def with_sps_id(unit: bytes, new: int) -> bytes:
    behind = 1 + _IDS_BEHIND
    plain = unescaped(unit[behind:])
    bits = Bits(plain)
    old = bits.unsigned()
    if old == new:
        return unit
    return unit[:1] + escaped(unit[1:behind] + _with_codes(plain, bits.position, [new]))


def with_pps_ids(unit: bytes, new: int, sps: Mapping[int, int]) -> bytes:
    """`sps`: the new ids of those that changed theirs."""
    plain = unescaped(unit[1:])
    bits = Bits(plain)
    old, of_sps = bits.unsigned(), bits.unsigned()
    if old == new and of_sps not in sps:
        return unit
    return unit[:1] + escaped(_with_codes(plain, bits.position, [new, sps.get(of_sps, of_sps)]))


def renumbered(unit: bytes, pps: Mapping[int, int]) -> bytes | None:
    """A unit of a packet whose source's `pps` have new ids; None where it is to be left out.

    Raises NotCopyable for a kind of slice that no usual encoder makes.
    """
    kind = unit_type(unit)
    if kind == SEI:
        return None if is_buffering(unit) else unit  # it names the SPS by its old id
    if kind not in {SLICE, IDR}:
        if kind <= IDR or kind >= _AUXILIARY:
            raise NotCopyable("its pictures are coded in an unusual way")
        return unit
    bits = Bits(unescaped(unit[1 : 1 + _HEADER_BYTES]))
    bits.unsigned()
    bits.unsigned()
    begin = bits.position
    old = bits.unsigned()
    if old not in pps:
        return unit
    plain = unescaped(unit[1:])
    return unit[:1] + escaped(_replaced(plain, begin, bits.position, _code(pps[old])))


_AUXILIARY = 19


def _with_codes(plain: bytes, end: int, ids: list[int]) -> bytes:
    """A parameter set whose first codes, up to bit `end`, are now `ids`; padded anew."""
    bits = _bits_of(plain)
    content = bits[end : bits.rindex("1")]
    made = "".join(map(_code, ids)) + content + "1"
    return _bytes_of(made + "0" * (-len(made) % 8))


def _replaced(plain: bytes, begin: int, end: int, code: str) -> bytes:
    """With `code` for the bits from `begin` to `end`: it is longer by whole bytes."""
    first, last = begin // 8, -(-end // 8)
    bits = _bits_of(plain[first:last])
    made = bits[: begin - 8 * first] + code + bits[end - 8 * first :]
    return plain[:first] + _bytes_of(made) + plain[last:]


def _code(number: int) -> str:
    """ue(v), H.264 9.1."""
    binary = f"{number + 1:b}"
    return "0" * (len(binary) - 1) + binary


def _code_length(number: int) -> int:
    return 2 * (number + 1).bit_length() - 1


def _bits_of(data: bytes) -> str:
    return "".join(f"{byte:08b}" for byte in data)


def _bytes_of(bits: str) -> bytes:
    return int(bits, 2).to_bytes(len(bits) // 8, "big")
