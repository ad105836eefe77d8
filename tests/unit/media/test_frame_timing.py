from fractions import Fraction
from types import SimpleNamespace

import pytest

from timeline_studio.media.frame_timing import frame_timing

NTSC = Fraction(30_000, 1001)


def stream(time_base=Fraction(1, 1000), average=None, frames=0):
    return SimpleNamespace(
        time_base=time_base,
        average_rate=average,
        guessed_rate=average,
        base_rate=average,
        frames=frames,
        index_entries=[],
    )


def ticks(rate, count=240, time_base=Fraction(1, 1000)):
    return [round(n / rate / time_base) for n in range(count)]


@pytest.mark.parametrize(
    "rate", [Fraction(24_000, 1001), Fraction(25), NTSC, Fraction(30), Fraction(60_000, 1001)]
)
def test_rounded_milliseconds_are_a_constant_rate_and_it_is_exact(rate):
    timing = frame_timing(stream(average=Fraction(round(rate * 100), 100)), [ticks(rate)])

    assert timing.rate == rate
    assert not timing.is_variable


def test_without_a_declared_rate_it_is_measured():
    assert frame_timing(stream(), [ticks(NTSC)]).rate == NTSC


def test_an_unusual_rate_is_kept_as_it_is():
    rate = Fraction(1447, 100)
    timing = frame_timing(stream(Fraction(1, 1447), rate), [[n * 100 for n in range(50)]])

    assert timing.rate == rate


def test_a_declared_rate_that_the_pictures_contradict_is_not_believed():
    assert frame_timing(stream(average=Fraction(50)), [ticks(Fraction(25))]).rate == 25


def test_one_hole_makes_the_rate_variable():
    run = ticks(Fraction(30))
    del run[100]

    assert frame_timing(stream(average=Fraction(30)), [run]).is_variable


def test_stretches_that_differ_make_the_rate_variable():
    runs = [ticks(Fraction(30)), ticks(Fraction(24))]

    assert frame_timing(stream(average=Fraction(27)), runs).is_variable


def test_a_variable_rate_is_the_average():
    timing = frame_timing(stream(), [[0, 10, 100, 110, 400]])

    assert timing.is_variable
    assert timing.rate == 10


@pytest.mark.parametrize("runs", [[], [[]], [[0]], [[5, 5]]])
def test_too_few_pictures_to_measure_leave_the_declared_rate(runs):
    assert frame_timing(stream(average=Fraction(2997, 100)), runs).rate == NTSC
    assert frame_timing(stream(), runs).rate == 25
