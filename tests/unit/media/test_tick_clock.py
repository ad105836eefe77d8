from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_studio.media.tick_clock import TickClock
from timeline_studio.timeline.time import FLICKS_PER_SECOND, frame_start

RATES = [Fraction(24), Fraction(25), Fraction(30), Fraction(60), Fraction(120)]
RATES += [Fraction(n * 1000, 1001) for n in (24, 30, 60)]
TIME_BASES = [Fraction(1, 1000), Fraction(1, 90_000), Fraction(1, 15_360), Fraction(1, 30_000)]


@given(
    rate=st.sampled_from(RATES),
    time_base=st.sampled_from(TIME_BASES),
    frame=st.integers(0, 1_000_000),
)
def test_a_frames_own_time_finds_it_though_its_tick_was_rounded(rate, time_base, frame):
    clock = TickClock(time_base, Fraction(0), rate)
    tick, next_tick = (round(n / rate / time_base) for n in (frame, frame + 1))

    assert tick <= clock.tick_at(frame_start(frame, rate)) < next_tick


@given(rate=st.sampled_from(RATES), frame=st.integers(0, 100_000), start=st.integers(-999, 9999))
def test_the_origin_is_time_zero(rate, frame, start):
    time_base = Fraction(1, 90_000)
    clock = TickClock(time_base, start * time_base, rate)
    tick, next_tick = (start + round(n / rate / time_base) for n in (frame, frame + 1))

    assert tick <= clock.tick_at(frame_start(frame, rate)) < next_tick


def test_just_before_a_frame_the_one_before_shows():
    clock = TickClock(Fraction(1, 90_000), Fraction(0), None)

    assert clock.tick_at(frame_start(1, Fraction(30)) - FLICKS_PER_SECOND // 90_000) == 2999


@pytest.mark.parametrize("time_base", TIME_BASES)
def test_a_ticks_time_is_counted_from_the_origin(time_base):
    clock = TickClock(time_base, 5 * time_base, None)

    assert clock.time_of(5) == 0
    assert clock.time_of(5 + 1 / time_base) == FLICKS_PER_SECOND


def test_where_a_tick_is_a_whole_picture_times_are_exact():
    rate = Fraction(30)
    clock = TickClock(1 / rate, Fraction(0), rate)

    assert clock.tick_at(frame_start(7, rate)) == 7
    assert clock.tick_at(frame_start(8, rate) - frame_start(1, rate) // 5) == 7
