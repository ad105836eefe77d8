"""Sound at another speed."""

from fractions import Fraction

import numpy as np
import pytest

from timeline_studio.render.tempo import Backward, Forward, Samples, Stretched

RATE = 48_000


class Ramp:
    """Sample n is n; what is read is remembered."""

    def __init__(self) -> None:
        self.reads: list[tuple[int, int]] = []

    def samples(self, start: int, count: int) -> Samples:
        self.reads.append((start, count))
        return np.tile(np.arange(start, start + count, dtype=np.float32), (2, 1))


class Tones:
    """A sine of 440 Hz with a second of silence in every four."""

    def samples(self, start: int, count: int) -> Samples:
        time = np.arange(start, start + count) / RATE
        wave = 0.5 * np.sin(2 * np.pi * 440 * time) * (time % 4 < 3)
        return np.tile(wave.astype(np.float32), (2, 1))


def test_forward_starts_where_the_clip_does() -> None:
    assert Forward(Ramp(), 100).samples(-3, 5)[0].tolist() == [97, 98, 99, 100, 101]


def test_backward_plays_the_samples_before_its_start_in_turn() -> None:
    line = Backward(Ramp(), 100, block=4)
    assert line.samples(0, 6)[0].tolist() == [99, 98, 97, 96, 95, 94]
    assert line.samples(-2, 3)[1].tolist() == [101, 100, 99]


def test_backward_reads_in_blocks() -> None:
    ramp = Ramp()
    line = Backward(ramp, 1000, block=100)
    for start in range(0, 300, 10):
        line.samples(start, 10)
    assert ramp.reads == [(900, 100), (800, 100), (700, 100)]


@pytest.mark.parametrize("speed", ["1/10", "1/3", "4/5", "3/2", "3", "10"])
def test_the_pitch_stays(speed: str) -> None:
    line = Stretched(Tones(), Fraction(speed), RATE)
    heard = line.samples(0, RATE // 8)[0]
    crossings = np.flatnonzero(np.diff(np.signbit(heard[2000:]).astype(int)) == 1)
    period = np.median(np.diff(crossings))
    assert RATE / period == pytest.approx(440, rel=0.02)


@pytest.mark.parametrize("speed", ["1/2", "4/5", "3/2", "4"])
def test_the_sound_is_where_its_speed_puts_it(speed: str) -> None:
    factor = Fraction(speed)
    heard = Stretched(Tones(), factor, RATE).samples(0, round(9 * RATE / factor))[0]
    loud = np.abs(heard).reshape(-1, 48).max(axis=1) > 0.2
    silent_from = np.flatnonzero(~loud[100:])[0] + 100
    assert silent_from / 1000 == pytest.approx(float(3 / factor), abs=0.05)


def test_reading_on_is_seamless() -> None:
    whole = Stretched(Tones(), Fraction(3, 2), RATE).samples(0, 30_000)
    line = Stretched(Tones(), Fraction(3, 2), RATE)
    parts = [line.samples(start, 1000) for start in range(0, 30_000, 1000)]
    np.testing.assert_allclose(np.concatenate(parts, axis=1), whole, atol=1e-5)


def test_reading_elsewhere_finds_the_same_sound() -> None:
    whole = Stretched(Tones(), Fraction(3, 2), RATE).samples(0, 4 * RATE)
    line = Stretched(Tones(), Fraction(3, 2), RATE)
    line.samples(3 * RATE, 100)
    again = line.samples(RATE, RATE)
    loudness = np.abs(whole[0, RATE : 2 * RATE]).reshape(-1, 4800).max(axis=1)
    assert np.abs(again[0]).reshape(-1, 4800).max(axis=1) == pytest.approx(loudness, abs=0.15)
