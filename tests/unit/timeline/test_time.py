"""Flicks, frames, samples and rates."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_studio.timeline.time import (
    FLICKS_PER_SECOND,
    exact_rate,
    frame_at,
    frame_count,
    frame_start,
    from_seconds,
    nearest_frame,
    sample_at,
    sample_start,
    timecode,
    to_seconds,
)

NTSC = Fraction(30000, 1001)
RATES = [Fraction(24), Fraction(25), NTSC, Fraction(60000, 1001), Fraction(7), Fraction(17, 3)]


@pytest.mark.parametrize(
    ("rate", "flicks"), [(NTSC, 23_543_520), (Fraction(24), 29_400_000), (Fraction(60), 11_760_000)]
)
def test_usual_frames_are_whole_flicks(rate, flicks):
    assert frame_start(1, rate) == flicks
    assert frame_start(1001, rate) == 1001 * flicks


@given(st.integers(-(10**6), 10**6), st.sampled_from(RATES))
def test_a_frame_is_on_from_its_start_until_the_next(frame, rate):
    start, following = frame_start(frame, rate), frame_start(frame + 1, rate)

    assert frame_at(start, rate) == frame_at(following - 1, rate) == frame
    assert nearest_frame(start, rate) == frame


@given(st.integers(0, 10**9), st.sampled_from([44_100, 48_000, 22_050, 96_000]))
def test_a_sample_boundary_gives_its_sample(sample, rate):
    assert sample_at(sample_start(sample, rate), rate) == sample


def test_frames_begin_within_a_duration():
    assert frame_count(frame_start(100, NTSC), NTSC) == 100
    assert frame_count(frame_start(100, NTSC) + 1, NTSC) == 101
    assert frame_count(0, NTSC) == frame_count(-5, NTSC) == 0


def test_seconds_and_flicks():
    assert from_seconds(Fraction(1001, 30000)) == 23_543_520
    assert to_seconds(FLICKS_PER_SECOND // 2) == 0.5


@pytest.mark.parametrize(
    ("number", "rate"),
    [
        (23.976, Fraction(24000, 1001)),
        (23.98, Fraction(24000, 1001)),
        (29.97, NTSC),
        (29.97002997002997, NTSC),
        (NTSC, NTSC),
        (59.94, Fraction(60000, 1001)),
        (25.0, Fraction(25)),
        (12.5, Fraction(25, 2)),
        (48_000, Fraction(48_000)),
        (705_600_000.0, Fraction(FLICKS_PER_SECOND)),
        (Fraction(1, 1000), Fraction(1, 1000)),
        (Fraction(1, 10**9), Fraction(1, 10**9)),
    ],
)
def test_a_rounded_rate_is_recognised(number, rate):
    assert exact_rate(number) == rate


def test_timecode_counts_frames():
    assert timecode(frame_start(30 * 3661 + 7, NTSC), NTSC) == "01:01:01:07"
    assert timecode(-frame_start(5, Fraction(25)), Fraction(25)) == "-00:00:00:05"
