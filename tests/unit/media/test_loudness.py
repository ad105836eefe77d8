"""Loudness against tones whose level the standard states."""

import numpy as np
import pytest

from timeline_studio.media import LoudnessMeter

RATE = 48_000


def sine(amplitude: float, seconds: float = 5, frequency: float = 997) -> np.ndarray:
    time = np.arange(round(seconds * RATE)) / RATE
    return np.tile(amplitude * np.sin(2 * np.pi * frequency * time), (2, 1)).astype(np.float32)


@pytest.mark.parametrize("decibels", [0, -20, -33])
def test_a_stereo_tone_is_as_loud_as_its_level(decibels: float) -> None:
    """EBU Tech 3341, case 1: 997 Hz in both channels at -23 dBFS is -23 LUFS."""
    meter = LoudnessMeter()
    meter.take(sine(10 ** (decibels / 20)))
    loudness = meter.end()
    assert loudness.integrated == pytest.approx(decibels, abs=0.1)
    assert loudness.true_peak == pytest.approx(decibels, abs=0.2)
    assert loudness.range == pytest.approx(0, abs=0.1)


def test_the_size_of_the_pieces_does_not_matter() -> None:
    whole, pieces, sound = LoudnessMeter(), LoudnessMeter(), sine(0.1)
    whole.take(sound)
    for start in range(0, sound.shape[1], 7001):
        pieces.take(sound[:, start : start + 7001])
    assert pieces.end() == whole.end()


def test_a_peak_between_the_samples_is_seen() -> None:
    """A quarter of the sample rate, at 45 degrees: every sample is 3 dB under the peak."""
    time = np.arange(RATE)
    wave = np.tile(np.sin(np.pi / 2 * time + np.pi / 4), (2, 1)).astype(np.float32)
    meter = LoudnessMeter()
    meter.take(wave)
    assert np.abs(wave).max() == pytest.approx(0.707, abs=0.001)
    assert -0.3 < (meter.end().true_peak or -100) < 1


def test_the_very_last_sample_counts() -> None:
    meter = LoudnessMeter()
    sound = np.zeros((2, 52_000), np.float32)
    sound[:, -50:] = 0.5
    meter.take(sound)
    assert (meter.end().true_peak or -100) > -7


def test_silence_has_no_loudness() -> None:
    meter = LoudnessMeter()
    meter.take(np.zeros((2, RATE), np.float32))
    loudness = meter.end()
    assert (loudness.integrated, loudness.true_peak, loudness.range) == (None, None, None)


def test_nothing_has_no_loudness() -> None:
    assert LoudnessMeter().end().integrated is None
