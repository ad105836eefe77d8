"""New ids for parameter sets and slices: each bit behind them stays what it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_studio.render.copying.emulation import escaped, unescaped
from timeline_studio.render.copying.h264 import (
    PPS,
    SPS,
    Bits,
    NotCopyable,
    ParameterSets,
    pps_id,
    sps_id,
)
from timeline_studio.render.copying.renumbering import (
    Numbers,
    fitting_pps,
    renumbered,
    with_pps_ids,
    with_sps_id,
)

BEHIND = st.binary(min_size=1, max_size=40)


def bits_of(data: bytes) -> str:
    return "".join(f"{byte:08b}" for byte in data)


def code(number: int) -> str:
    binary = f"{number + 1:b}"
    return "0" * (len(binary) - 1) + binary


def packed(bits: str) -> bytes:
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def unit(kind: int, codes: list[int], behind: bytes) -> bytes:
    """A unit whose payload begins with `codes`, ends with a stop bit, and is escaped."""
    bits = "".join(map(code, codes)) + bits_of(behind) + "1"
    return bytes([0x60 | kind]) + escaped(packed(bits + "0" * (-len(bits) % 8)))


def sets_of(sps: int, pps: int, content: bytes) -> ParameterSets:
    """With `content` in both, so that different ones differ."""
    first = bytes([0x67, 100, 0, 31]) + unit(SPS, [sps], content)[1:]
    return ParameterSets(4, (first,), (unit(PPS, [pps, sps], content),))


@given(st.binary(max_size=60))
def test_escaping_is_undone_and_leaves_nothing_like_a_start_code(payload: bytes) -> None:
    zeros = payload.replace(b"\x01", b"\x00")
    made = escaped(zeros)
    assert unescaped(made) in {zeros, zeros + b"\x03"}
    assert not any(start in made for start in (b"\0\0\0", b"\0\0\1", b"\0\0\2"))


@given(st.integers(0, 5000), st.integers(0, 9), st.integers(0, 20), BEHIND)
def test_a_slice_keeps_every_bit_behind_its_pps(
    first: int, kind: int, old: int, behind: bytes
) -> None:
    new = next(number for number in fitting_pps(old) if number != old)
    made = renumbered(unit(1, [first, kind, old, 3], behind), {old: new})
    assert made == unit(1, [first, kind, new, 3], behind)


def test_what_names_no_changed_pps_stays() -> None:
    other = unit(5, [0, 7, 1], b"abc")
    assert renumbered(other, {0: 15}) == other
    recovery = b"\x06\x06\x01\xc4\x80"
    assert renumbered(recovery, {0: 15}) == recovery


def test_a_buffering_period_names_an_sps_and_is_left_out() -> None:
    assert renumbered(b"\x06\x00\x02\x80\x40\x80", {0: 15}) is None


@pytest.mark.parametrize("kind", [2, 3, 4, 19, 20])
def test_unusual_slices_are_not_copied(kind: int) -> None:
    with pytest.raises(NotCopyable, match="unusual"):
        renumbered(unit(kind, [0, 7, 0], b"abc"), {0: 15})


@given(BEHIND, st.integers(0, 30), st.integers(0, 30))
def test_sets_keep_what_follows_their_ids(behind: bytes, old: int, new: int) -> None:
    assert with_pps_ids(unit(8, [old, 2], behind), new, {2: 5}) == unit(8, [new, 5], behind)
    front = b"\x67\x64\x00\x1f"
    made = with_sps_id(front + unit(7, [old], behind)[1:], new)
    assert sps_id(made) == new
    wanted = unescaped(front[1:] + unit(7, [new], behind)[1:])
    assert unescaped(made[1:]) == wanted


def test_equal_sets_share_their_ids_and_others_get_new_ones() -> None:
    numbers = Numbers(31)
    one, same, other = sets_of(0, 0, b"one"), sets_of(0, 0, b"one"), sets_of(0, 0, b"other")
    assert numbers.join(one) == (one, {})
    assert numbers.join(same) == (one, {})
    joined = numbers.join(other)
    assert joined is not None
    sets, new_pps = joined
    assert sps_id(sets.sps[0]) == 1
    assert new_pps == {0: 15}
    assert pps_id(sets.pps[0]) == 15
    plain = Bits(unescaped(sets.pps[0][1:]))
    assert [plain.unsigned(), plain.unsigned()] == [15, 1]
    assert numbers.join(other) == joined


def test_the_encoders_own_ids_are_never_given_away() -> None:
    numbers = Numbers(31)
    joined = numbers.join(sets_of(31, 31, b"theirs"))
    assert joined is not None
    sets, new_pps = joined
    assert sps_id(sets.sps[0]) != 31
    assert new_pps[31] != 31


def test_when_the_ids_are_used_up_a_source_is_left_out() -> None:
    numbers = Numbers(31)
    answers = [numbers.join(sets_of(0, 0, bytes([65 + number] * 3))) for number in range(20)]
    assert answers[17] is not None
    assert answers[18] is None
