"""How good resampling and down-mixing are, in figures."""

from pathlib import Path

import numpy as np
import pytest

from media_factory import write_sound
from timeline_studio.media import AudioReader

RATE = 48_000
FLAT_TO = 0.92  # of half the lower rate; soxr's high quality is flat to 0.913
SECONDS = 1


def read(path: Path, rate: int = RATE) -> np.ndarray:
    with AudioReader(path, sample_rate=rate) as reader:
        return reader.samples(0, rate * SECONDS)


def sines(frequencies: list[int], rate: int) -> np.ndarray:
    """All of them at once, each 0.1 high."""
    time = np.arange(rate * SECONDS) / rate
    wave = 0.1 * sum(np.sin(2 * np.pi * frequency * time) for frequency in frequencies)
    return np.stack([wave, wave])


def taken_apart(
    samples: np.ndarray, frequencies: list[int], rate: int
) -> tuple[list[float], float]:
    """The level of each sine in dB of 0.1, and of all else together."""
    inner = samples[0, rate // 8 : -rate // 8].astype(np.float64)
    time = np.arange(rate // 8, rate // 8 + len(inner)) / rate
    parts = [wave(2 * np.pi * f * time) for f in frequencies for wave in (np.sin, np.cos)]
    basis = np.stack(parts, axis=1)
    found, *_ = np.linalg.lstsq(basis, inner, rcond=None)
    levels = np.hypot(found[::2], found[1::2])
    rest = np.std(inner - basis @ found) * np.sqrt(2)
    return list(20 * np.log10(levels / 0.1)), float(20 * np.log10(rest / 0.1))


@pytest.mark.parametrize("source", [44_100, 96_000, 22_050])
def test_what_can_be_heard_is_kept_to_a_thousandth_of_a_decibel(
    tmp_path: Path, source: int
) -> None:
    top = FLAT_TO * min(source, RATE) / 2
    frequencies = [round(top * share) for share in (0.01, 0.2, 0.5, 0.8, 0.95, 1.0)]
    path = write_sound(tmp_path / "a.wav", sines(frequencies, source), source, codec="pcm_f32le")

    levels, rest = taken_apart(read(path), frequencies, RATE)

    assert levels == pytest.approx([0] * len(levels), abs=0.001)
    assert rest < -110


def test_what_is_too_high_does_not_come_back_lower(tmp_path: Path) -> None:
    above = [24_100, 25_000, 30_000, 40_000, 47_000]
    path = write_sound(tmp_path / "a.wav", sines(above, 96_000), 96_000, codec="pcm_f32le")

    inner = read(path)[0, 6000:-6000]

    assert 20 * np.log10(np.abs(inner).max() / 0.1) < -120


def test_a_rise_in_rate_makes_no_mirror_images(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "a.wav", sines([15_000], 32_000), 32_000, codec="pcm_f32le")

    _, rest = taken_apart(read(path), [15_000], RATE)

    assert rest < -110


HALF = np.sqrt(0.5)
LAYOUTS = {
    1: [(1, 1)],
    2: [(1, 0), (0, 1)],
    6: [(1, 0), (0, 1), (HALF, HALF), (0, 0), (HALF, 0), (0, HALF)],
    8: [(1, 0), (0, 1), (HALF, HALF), (0, 0), *[(HALF, 0), (0, HALF)] * 2],
    12: [(1, 0), (0, 1), (HALF, HALF), (0, 0), *[(HALF, 0), (0, HALF)] * 4],
}


@pytest.mark.parametrize("channels", LAYOUTS)
def test_channels_are_mixed_down_by_the_standard_matrix(tmp_path: Path, channels: int) -> None:
    """Each channel says its own tenth of a second."""
    sound = np.zeros((channels, RATE * SECONDS))
    for channel in range(channels):
        sound[channel, channel * RATE // 20 : (channel + 1) * RATE // 20] = 0.5
    path = write_sound(tmp_path / "a.wav", sound, RATE, codec="pcm_f32le")

    samples = read(path)

    said = [samples[:, channel * RATE // 20 + RATE // 40] / 0.5 for channel in range(channels)]
    matrix = np.array(LAYOUTS[channels])
    scale = max(1.0, matrix.sum(axis=0).max()) if channels > 1 else 1.0
    np.testing.assert_allclose(np.array(said), matrix / scale, atol=1e-4)


@pytest.mark.parametrize("channels", LAYOUTS)
def test_all_channels_at_full_scale_do_not_clip(tmp_path: Path, channels: int) -> None:
    path = write_sound(tmp_path / "a.wav", np.ones((channels, RATE)), RATE, codec="pcm_f32le")

    assert np.abs(read(path)).max() <= 1.0 + 1e-6
